"""Write down how the conversation tests go, as stories.

`python -m bot.bench.recorded MODEL CONVERSATIONS ACTION_PORT OUT OUT` writes every other conversation to each file.
What happens is what the assistant does with its rules, and the conversation tests say that it is right. The action
server has to be up.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from bot.serving.without_tensorflow import leave_tensorflow_out

leave_tensorflow_out()

from rasa.core.agent import Agent  # noqa: E402
from rasa.core.tracker_store import InMemoryTrackerStore  # noqa: E402
from rasa.shared.core.events import ActionExecuted, Event, Restarted, SessionStarted  # noqa: E402
from rasa.shared.core.training_data.story_writer.yaml_story_writer import YAMLStoryWriter  # noqa: E402
from rasa.shared.core.training_data.structures import Story  # noqa: E402
from rasa.utils.log_utils import configure_structlog  # noqa: E402

from bot.editorial.files import read_as  # noqa: E402
from bot.editorial.models import Conversation  # noqa: E402
from bot.serving.action_endpoint import ActionEndpoint  # noqa: E402

#: Begins every conversation, and no story.
OPENING = ("action_session_start", "action_listen")


async def events_of(agent: Agent, store: Any, name: str, messages: Sequence[str]) -> list[Event]:
    """Everything that happens in a conversation."""
    for words in messages:
        await agent.handle_text(words, sender_id=name)
    tracker = await store.retrieve_full_tracker(name)
    return list(tracker.events) if tracker else []


def stories(name: str, events: Sequence[Event]) -> list[Story]:
    """A conversation as stories; after "start again" another one begins."""
    parts = [list(group) for again, group in groupby(events, lambda event: isinstance(event, Restarted)) if not again]
    found = []
    for number, part in enumerate(parts, start=1):
        while part and (isinstance(part[0], SessionStarted) or _opens(part[0])):
            part.pop(0)
        if any(event.type_name == "user" for event in part):
            found.append(Story.from_events(part, f"{name}, part {number}"))
    return found


def _opens(event: Event) -> bool:
    return isinstance(event, ActionExecuted) and event.action_name in OPENING


async def record(model: Path, conversations: Path, action_port: int, out: Sequence[Path]) -> None:
    """Plays every conversation and writes the stories."""
    endpoint = ActionEndpoint(f"http://127.0.0.1:{action_port}/webhook")
    agent = Agent.load(str(model), action_endpoint=endpoint)
    store = InMemoryTrackerStore(agent.domain)
    agent.tracker_store = agent.processor.tracker_store = store
    written: list[list[Any]] = [[] for _ in out]
    for number, path in enumerate(sorted(conversations.glob("*/*.yml"))):
        shape = read_as(path, Conversation).shape
        name = f"{path.parent.name} {path.stem}"
        events = await events_of(agent, store, name, [str(turn.says) for turn in shape.turns])
        written[number % len(out)] += [step for story in stories(name, events) for step in story.story_steps]
    await endpoint.close()
    for path, steps in zip(out, written, strict=True):
        path.write_text(YAMLStoryWriter().dumps(steps), encoding="utf-8")


def main() -> int:
    """Plays and writes."""
    model, conversations, port, *out = sys.argv[1:]
    configure_structlog(40)
    asyncio.run(record(Path(model), Path(conversations), int(port), list(map(Path, out))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
