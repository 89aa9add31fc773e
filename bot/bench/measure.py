"""Train a bot, serve it, and measure it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.bench.bots import PYTHON, Bot
from bot.bench.plan import EARLY_TURNS, Plan
from bot.bench.processes import Server, free_port, run_to_end, server
from bot.bench.questions import read_held_out, share_right, texts_to_ask
from bot.bench.visitors import Measured, Visitor, at_once, one_after_the_other, one_long_conversation

Figures = dict[str, float]
Say = Callable[[str], None]


@dataclass(frozen=True)
class Serving:
    """A bot that is up."""

    port: int
    rasa: Server
    actions: Server
    start_seconds: float  # from launching both processes to the first reply


def train(bot: Bot) -> Figures:
    """Training time, the command's own start included, and the size of what it writes."""
    seconds = run_to_end(bot.train, bot.folder, bot.environment, bot.folder / "train.log")
    return {"training_seconds": seconds, "model_mb": bot.model.stat().st_size / 1e6}


def accuracy(bot: Bot, plan: Plan, lean: bool) -> Figures:
    """Share of held-out questions whose kind the model finds, in percent."""
    questions = read_held_out(plan.held_out)
    texts, out = bot.folder / "texts.json", bot.folder / "intents.json"
    texts.write_text(json.dumps([question.text for question in questions]))
    command = [PYTHON, "-m", "bot.bench.classify", str(bot.model), str(texts), str(out), *(["--lean"] if lean else [])]
    run_to_end(command, bot.folder, bot.environment, bot.folder / "classify.log")
    return {"accuracy": share_right(questions, json.loads(out.read_text())), "held_out": len(questions)}


def safety_screen(bot: Bot) -> Figures:
    """What the safety screen costs a message; after ``accuracy`` wrote the texts."""
    out = bot.folder / "screening.json"
    command = [PYTHON, "-m", "bot.bench.screening", str(bot.model), str(bot.folder / "texts.json"), str(out)]
    run_to_end(command, bot.project, bot.environment, bot.folder / "screening.log")
    figures: Figures = json.loads(out.read_text())
    return figures


@contextlib.contextmanager
def serving(bot: Bot, workers: int = 1) -> Iterator[Serving]:
    """Both servers of a bot for the length of a `with` block."""
    port, action_port = free_port(), free_port()
    environment = {**bot.environment, "PLUMBLINE_ACTION_PORT": str(action_port), "SANIC_WORKERS": str(workers)}

    def filled(command: Sequence[str]) -> list[str]:
        return [part.format(port=port, action_port=action_port) for part in command]

    started = time.perf_counter()
    actions_log, rasa_log = bot.folder / "actions.log", bot.folder / f"rasa-{workers}.log"
    health, root = f"http://127.0.0.1:{action_port}/health", f"http://127.0.0.1:{port}/"
    with (
        server(filled(bot.actions), bot.project, environment, health, actions_log) as actions,
        server(filled(bot.serve), bot.folder, environment, root, rasa_log) as rasa,
    ):
        actions.wait()
        rasa.wait()
        asyncio.run(_first_reply(port))
        yield Serving(port, rasa, actions, time.perf_counter() - started)


async def _first_reply(port: int) -> None:
    async with Visitor(port, "first") as visitor:
        await visitor.ask("hello", Measured([]))


def one_worker(bot: Bot, plan: Plan, say: Say) -> Figures:
    """Start, latency, throughput, long conversations and memory, with one Rasa process."""
    texts = texts_to_ask(plan.project, max(plan.latency, plan.throughput))
    with serving(bot) as up:
        say(f"{bot.name}: up after {up.start_seconds:.1f} s; one after the other")
        asyncio.run(one_after_the_other(up.port, texts[: plan.latency // 6 or 1], "warm-up"))
        single = asyncio.run(one_after_the_other(up.port, texts[: plan.latency], "latency"))
        say(f"{bot.name}: eight at once")
        many = asyncio.run(at_once(up.port, texts[: plan.throughput], "throughput"))
        memory = up.rasa.memory_mb() + up.actions.memory_mb()
        say(f"{bot.name}: {plan.long_conversations} conversations of {plan.long_turns} turns")
        early, late = _long(up.port, texts, plan)
    return {
        "start_seconds": up.start_seconds,
        "p50_ms": statistics.median(single.milliseconds),
        "p95_ms": sorted(single.milliseconds)[int(0.95 * len(single.milliseconds))],
        "rps": many.per_second,
        "memory_mb": memory,
        "silent": single.silent + many.silent,
        "turn_5_ms": early,
        "turn_last_ms": late,
        "turn_ratio": late / early,
    }


def two_workers(bot: Bot, plan: Plan) -> Figures:
    """Throughput and memory with two Rasa processes."""
    texts = texts_to_ask(plan.project, plan.throughput)
    with serving(bot, workers=2) as up:
        asyncio.run(at_once(up.port, texts[: plan.throughput // 4], "warm-up"))
        many = asyncio.run(at_once(up.port, texts, "throughput"))
        memory = up.rasa.memory_mb() + up.actions.memory_mb()
    return {"rps_two": many.per_second, "memory_two_mb": memory, "silent_two": many.silent}


def _long(port: int, texts: Sequence[str], plan: Plan) -> tuple[float, float]:
    early: list[float] = []
    late: list[float] = []
    for number in range(plan.long_conversations):
        measured = asyncio.run(one_long_conversation(port, texts, plan.long_turns, f"long-{number}"))
        early += [measured.milliseconds[turn - 1] for turn in EARLY_TURNS]
        late += measured.milliseconds[-len(EARLY_TURNS) :]
    return statistics.median(early), statistics.median(late)
