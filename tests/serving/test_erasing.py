"""What a visitor had removed is not stored again by the turn in which it was removed, nor by anything that waits."""
from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered

from bot.records.repository import open_records
from bot.serving.database import ConversationStoreError
from bot.serving.tracker_store import BoundedTrackerStore

DOMAIN = Domain.from_yaml("""
version: "3.1"
intents: [ask]
slots: {erased: {type: bool, influence_conversation: false, mappings: [{type: custom}]}}
responses: {utter_hello: [{text: Hello.}]}
""")


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/c.db"


@pytest.fixture
def store(address: str) -> BoundedTrackerStore:
    return BoundedTrackerStore(DOMAIN, host=address)


async def say(store: BoundedTrackerStore, text: str, *events: object) -> None:
    tracker = await store.get_or_create_tracker("anna")
    tracker.update_with_events([UserUttered(text), *events, ActionExecuted("action_listen")], DOMAIN)
    await store.save(tracker)


async def test_nothing_of_the_conversation_is_stored_after_it_was_erased(store: BoundedTrackerStore,
                                                                         address: str) -> None:
    await say(store, "my jaw sags")
    await say(store, "delete everything")
    records = open_records(address)
    tracker = await store.get_or_create_tracker("anna")
    tracker.update_with_events([UserUttered("yes")], DOMAIN)
    assert records.erase("anna").rows["conversation"] == 1  # as the action does, before the turn is stored
    tracker.update_with_events([SlotSet("erased", True), BotUttered("Done."), ActionExecuted("action_listen")], DOMAIN)
    await store.save(tracker)
    assert await store.retrieve("anna") is None and list(await store.keys()) == []
    assert records.erase("anna").rows == {}
    records.close()


async def test_who_writes_again_is_new(store: BoundedTrackerStore) -> None:
    await say(store, "my jaw sags", SlotSet("erased", True))
    await say(store, "hello")
    tracker = await store.retrieve("anna")
    assert tracker is not None and [e.text for e in tracker.events if isinstance(e, UserUttered)] == ["hello"]
    assert not tracker.get_slot("erased")


async def test_a_turn_that_was_under_way_elsewhere_does_not_bring_it_back(address: str) -> None:
    first, second = (BoundedTrackerStore(DOMAIN, host=address) for _ in range(2))
    await say(first, "my jaw sags")
    late = await second.retrieve("anna")
    assert late is not None
    await say(first, "yes", SlotSet("erased", True))
    late.update_with_events([UserUttered("too late")], DOMAIN)
    await second.save(late)
    assert list(await first.keys()) == [] and await first.retrieve("anna") is None


async def test_what_waited_to_be_stored_is_forgotten_too(store: BoundedTrackerStore, tmp_path: Path) -> None:
    await say(store, "my jaw sags")
    other = sqlite3.connect(tmp_path / "c.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ConversationStoreError, match="locked"):
        await say(store, "kept in memory")
    tracker = store._unsaved["anna"]
    tracker.update_with_events([SlotSet("erased", True)], DOMAIN)
    await store.save(tracker)  # the database is still locked
    other.execute("ROLLBACK")
    assert "anna" not in store._unsaved
    events = sqlite3.connect(tmp_path / "c.db").execute("SELECT data FROM conversation_event").fetchall()
    assert not any("kept in memory" in data for (data,) in events)


async def test_an_export_is_not_stored_with_what_it_exports(store: BoundedTrackerStore, tmp_path: Path) -> None:
    found = {"type": "export", "v": 1, "conversation": ["my jaw sags"] * 100}
    for number in range(12):  # far enough for the window to be compacted
        await say(store, f"export {number}", BotUttered(json.dumps(found), {"custom": found}))
    connection = sqlite3.connect(tmp_path / "c.db")
    for column, table in (("data", "conversation_event"), ("window_head", "conversation")):
        rows = connection.execute(f"SELECT {column} FROM {table}").fetchall()
        assert rows and not any("my jaw sags" in row for (row,) in rows)
    connection.close()
