"""The benchmark's parts on small input, and the whole of it on the small bot."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
import yaml

from bot.bench import bots, report
from bot.bench.classify import best_intent
from bot.bench.plan import TARGETS, Plan
from bot.bench.processes import BenchFailed, free_port, run_to_end, server
from bot.bench.questions import HeldOut, read_held_out, share_right, texts_to_ask
from bot.bench.visitors import at_once, one_after_the_other
from bot.prepare import model_file
from bot.settings import ROOT, read

SMALL_BOT = ROOT / "tests" / "serving" / "bot"
SERVER = """
import http.server, json, sys
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        body = json.dumps([] if asked["message"] == "silence" else [{"text": asked["sender"]}]).encode()
        self.send_response(500 if asked["message"] == "error" else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def do_GET(self):
        self.send_response(200); self.send_header("Content-Length", "0"); self.end_headers()
    def log_message(self, *_): pass
http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
"""


def _serving(folder: Path, port: int):  # type: ignore[no-untyped-def]
    command = [sys.executable, "-c", SERVER, str(port)]
    return server(command, folder, os.environ, f"http://127.0.0.1:{port}/", folder / "log")


def test_visitors_measure_every_message_and_count_silence(tmp_path: Path) -> None:
    port = free_port()
    with _serving(tmp_path, port) as up:
        up.wait()
        single = asyncio.run(one_after_the_other(port, ["a", "silence", "c"] * 7, "one"))
        many = asyncio.run(at_once(port, ["a"] * 24 + ["silence"], "many"))
        with pytest.raises(RuntimeError, match="500"):
            asyncio.run(one_after_the_other(port, ["error"], "x"))
        assert 3 < up.memory_mb() < 100
    assert (len(single.milliseconds), single.silent) == (21, 7)
    assert (len(many.milliseconds), many.silent) == (25, 1)
    assert many.per_second == pytest.approx(25 / many.seconds)
    assert sum(single.milliseconds) / 1000 <= single.seconds


def test_a_server_ends_with_its_children(tmp_path: Path) -> None:
    code = "import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
    with server([sys.executable, "-c", code + "time.sleep(60)"], tmp_path, os.environ, "", tmp_path / "log") as up:
        parent = psutil.Process(up._process.pid)
        deadline = time.monotonic() + 10
        while not (children := parent.children()) and time.monotonic() < deadline:
            time.sleep(0.02)
    assert children
    gone, alive = psutil.wait_procs([parent, *children], timeout=5)
    assert len(gone) == 2 and alive == []


def test_a_failing_command_names_its_log(tmp_path: Path) -> None:
    with pytest.raises(BenchFailed, match=r"ended with 3\. Log: .*train\.log"):
        run_to_end([sys.executable, "-c", "raise SystemExit(3)"], tmp_path, os.environ, tmp_path / "train.log")


def test_a_server_that_ends_is_not_waited_for(tmp_path: Path) -> None:
    with (
        server([sys.executable, "-c", ""], tmp_path, os.environ, "http://127.0.0.1:1/", tmp_path / "log") as up,
        pytest.raises(BenchFailed, match="did not start"),
    ):
        up.wait()


def test_held_out_questions_are_read_and_marked(tmp_path: Path) -> None:
    file = tmp_path / "held_out.yml"
    file.write_text("- {text: why, kind: cause, subjects: [], areas: [jaw]}\n- {text: how, kind: how_to}\n")
    questions = read_held_out(file)
    assert questions == [HeldOut("why", "cause"), HeldOut("how", "how_to")]
    assert share_right(questions, ["ask_cause", "ask_risk"]) == 50
    for content in ("", "{}", "- {text: why}"):
        file.write_text(content)
        with pytest.raises(ValueError, match=r"held_out\.yml"):
            read_held_out(file)


def test_the_projects_held_out_questions_can_be_read() -> None:
    questions = read_held_out(ROOT / "tests" / "nlu" / "held_out_questions.yml")
    assert len(questions) >= 500 and len({question.kind for question in questions}) > 10


def test_a_threshold_is_passed_over_for_both_bots() -> None:
    ranking = [{"name": "nlu_fallback"}, {"name": "ask_risk"}, {"name": "ask_cost"}]
    assert best_intent({"intent": ranking[0], "intent_ranking": ranking}) == "ask_risk"
    assert best_intent({"intent": {"name": "ask_cost"}}) == "ask_cost"
    assert best_intent({"intent": {"name": None}}) == ""


def test_texts_are_distinct_plain_and_always_the_same() -> None:
    texts = texts_to_ask(ROOT, 300)
    assert texts == texts_to_ask(ROOT, 300)
    assert len(set(texts)) == 300 and not any("](" in text or "{" in text for text in texts)


def test_the_default_bot_is_rasas_own_configuration() -> None:
    assert yaml.safe_load(bots.init_config())["pipeline"] is None, "left to Rasa's defaults"
    spelt_out = yaml.safe_load(bots.with_epochs(bots.init_config(), 2))
    names = [component["name"] for component in spelt_out["pipeline"] + spelt_out["policies"]]
    assert {"DIETClassifier", "ResponseSelector", "TEDPolicy", "RulePolicy"} <= set(names)
    assert {c["epochs"] for c in spelt_out["pipeline"] + spelt_out["policies"] if "epochs" in c} == {2}


def _figures(factor: float) -> dict[str, float]:
    names = {t.ours for t in TARGETS} | {t.theirs for t in TARGETS} | {"turn_5_ms", "turn_last_ms", "turn_ratio"}
    return {**dict.fromkeys(names, factor), "silent": 0}


def test_a_gain_counts_in_the_right_direction_and_a_miss_is_said(tmp_path: Path) -> None:
    ours = {**_figures(10.0), "start_seconds": 13.0, "training_seconds": 1.0, "rps": 100.0, "accuracy": 99.0}
    theirs = {**_figures(10.0), "start_seconds": 100.0, "training_seconds": 20.0, "accuracy": 94.0}
    found = {row.target.ours: row for row in report.rows(ours, theirs)}
    assert found["training_seconds"].met and found["training_seconds"].gain == 20
    assert found["rps"].met and found["rps"].gain == 10
    assert found["accuracy"].met and found["accuracy"].gain == 5
    assert not found["start_seconds"].met, "fast enough as a ratio, above the limit in seconds"
    assert not found["p50_ms"].met and not found["memory_mb"].met
    plan = Plan(ROOT, ROOT, tmp_path, epochs=2)
    table = report.write(ours, theirs, plan, report.machine())
    assert "| Training | 1.0 s | 20.0 s | 20.0× | 20× | met |" in table and "| missed |" in table
    assert "A quick run" in table
    assert json.loads((tmp_path / "results.json").read_text())["plumbline"] == ours
    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")


def _bench(tmp_path: Path) -> list[str]:
    held_out = tmp_path / "held_out.yml"
    held_out.write_text("- {text: ask, kind: question}\n")
    command = [sys.executable, "-m", "bot.bench", "--quick", "--project", str(SMALL_BOT)]
    return [*command, "--held-out", str(held_out), "--out", str(tmp_path / "out")]


def test_the_cost_of_the_safety_screen_is_measured(tmp_path: Path) -> None:
    model = model_file(read())
    assert model.exists(), "no trained model: run `python -m bot.prepare` first"
    texts, out = tmp_path / "texts.json", tmp_path / "screening.json"
    texts.write_text(json.dumps(texts_to_ask(ROOT, 30)))
    run_to_end([sys.executable, "-m", "bot.bench.screening", str(model), str(texts), str(out)], ROOT, dict(os.environ),
               tmp_path / "log")
    figures = json.loads(out.read_text())
    assert 0 < figures["screen_p50_ms"] < figures["screen_alone_p50_ms"]
    assert figures["screen_p50_ms"] <= figures["screen_p95_ms"]


@pytest.mark.server
def test_a_quick_run_compares_both_bots(tmp_path: Path) -> None:
    done = subprocess.run(_bench(tmp_path), cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    results = json.loads((tmp_path / "out" / "results.json").read_text())
    ours, theirs = results["plumbline"], results["rasa_default"]
    assert ours["silent"] == ours["silent_two"] == 0
    assert ours["start_seconds"] < theirs["start_seconds"] and ours["memory_mb"] < theirs["memory_mb"]
    assert ours["p50_ms"] < theirs["p50_ms"] and ours["rps"] > theirs["rps"]


@pytest.mark.server
def test_an_interrupted_run_leaves_no_process(tmp_path: Path) -> None:
    process = subprocess.Popen(_bench(tmp_path), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        if "eight at once" in line:
            break
    children = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130 and "stopped" in errors
    assert len(children) >= 2
    assert psutil.wait_procs(children, timeout=5)[1] == []
