"""The bounded tracker store against Rasa's own: the same state after every message, at a bounded price."""

from __future__ import annotations

import asyncio
import copy
import dataclasses
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore, TrackerStore, check_if_tracker_store_async
from rasa.shared.core import events as rasa_events
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    AllSlotsReset,
    BotUttered,
    ConversationPaused,
    ConversationResumed,
    Event,
    FollowupAction,
    LoopInterrupted,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.utils.endpoints import EndpointConfig

from bot.serving.database import ConversationStoreError
from bot.serving.tracker_store import SLACK_TURNS, BoundedTrackerStore, _deserialised

TURNS = 4


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest, tmp_path: Path, domain: Domain) -> Iterator[BoundedTrackerStore]:
    url = f"sqlite:///{tmp_path}/c.db" if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    made = BoundedTrackerStore(domain, host=url, turns=TURNS)
    yield made
    made.close()


def _sqlite(folder: Path, domain: Domain, **kwargs: object) -> BoundedTrackerStore:
    return BoundedTrackerStore(domain, host=f"sqlite:///{folder}/c.db", turns=TURNS, **kwargs)


def _said(text: str, intent: str = "ask") -> UserUttered:
    parsed = {"text": text, "intent": {"name": intent, "confidence": 1.0}, "entities": []}
    return UserUttered(text, parsed["intent"], [], parsed, input_channel="rest", message_id=f"m-{text}")


def _turn(text: str, *between: Event) -> list[Event]:
    return [_said(text), ActionExecuted("action_answer"), *between, BotUttered("yes"), ActionExecuted("action_listen")]


def _session() -> list[Event]:
    return [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted(), ActionExecuted(ACTION_LISTEN_NAME)]


def _slots_of(tracker: DialogueStateTracker) -> dict[str, tuple[object, bool]]:
    return {name: (slot.value, slot.has_been_set) for name, slot in tracker.slots.items()}


def _state(tracker: DialogueStateTracker) -> dict[str, object]:
    """What older turns may leave behind, and what Rasa and its policies read."""
    return {
        "slots": _slots_of(tracker),
        "latest_action": tracker.latest_action,
        "loop": dataclasses.asdict(tracker.active_loop) if tracker.active_loop else None,
        "paused": tracker.is_paused(),
        "followup": tracker.followup_action,
        "channel": tracker.get_latest_input_channel(),
    }


async def _say(store: TrackerStore, sender: str, new: list[Event], carry_over: bool = True) -> DialogueStateTracker:
    tracker = await store.get_or_create_tracker(sender, append_action_listen=False)
    if not tracker.applied_events():
        tracker.update_with_events(_session(), store.domain)
    elif new and isinstance(new[0], SessionStarted):
        kept = [SlotSet(k, s.value) for k, s in tracker.slots.items() if s.value is not None] if carry_over else []
        new = [ActionExecuted(ACTION_SESSION_START_NAME), new[0], *kept, *new[1:]]
    tracker.update_with_events(new, store.domain)
    await store.save(tracker)
    return tracker


TEXTS = st.sampled_from(["", "why", "\x00", "it's \U0001f600", "'; DROP TABLE conversation;--", "\ud800", "x" * 300])
SLOTS = st.one_of(
    st.builds(SlotSet, st.just("subject"), st.one_of(st.none(), TEXTS)),
    st.builds(SlotSet, st.just("areas"), st.one_of(st.none(), st.lists(TEXTS, max_size=2))),
    st.builds(SlotSet, st.just("count"), st.sampled_from([None, 0.5, 3.0])),
    st.builds(SlotSet, st.just("anything"), st.sampled_from([None, {"a": [1, {"b": None}]}, False, 0])),
)
BETWEEN = st.one_of(
    SLOTS,
    SLOTS,
    st.builds(ActiveLoop, st.sampled_from(["intake_form", None])),
    st.builds(ActionExecuted, st.sampled_from(["intake_form", "action_other"])),
    st.builds(ActionExecutionRejected, st.just("intake_form")),
    st.builds(LoopInterrupted, st.booleans()),
    st.builds(FollowupAction, st.just("action_other")),
    st.sampled_from([ConversationPaused, ConversationResumed, AllSlotsReset]).map(lambda kind: kind()),
)


@st.composite
def a_turn(draw: st.DrawFn) -> list[Event]:
    kind = draw(st.sampled_from(["turn"] * 8 + ["session", "restart"]))
    said = _turn(draw(TEXTS), *draw(st.lists(BETWEEN, max_size=4)))
    if kind == "session":
        return [SessionStarted(), ActionExecuted(ACTION_LISTEN_NAME), *said]
    if kind == "restart":
        return [_said("/restart"), ActionExecuted("action_restart"), Restarted(), *_session()]
    return said


@given(turns=st.lists(a_turn(), min_size=8, max_size=40))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_state_after_every_message_is_that_of_a_full_replay(
    turns: list[list[Event]], domain: Domain, tmp_path_factory: pytest.TempPathFactory
) -> None:
    async def play() -> None:
        ours, theirs = _sqlite(tmp_path_factory.mktemp("store"), domain), InMemoryTrackerStore(domain)
        for turn in turns:
            await _say(ours, "s", copy.deepcopy(turn))
            await _say(theirs, "s", copy.deepcopy(turn))
            mine, reference = await ours.retrieve("s"), await theirs.retrieve("s")
            assert mine is not None and reference is not None
            assert _state(mine) == _state(reference)
            # Rasa copies the tracker before every action: the copy has to carry the same state.
            assert _state(mine.copy()) == _state(reference.copy())
            states = mine.past_states(domain), reference.past_states(domain)
            assert states[0][-TURNS:] == states[1][-TURNS:]
            assert len(mine.events) <= 16 * (TURNS + SLACK_TURNS + 1)
        everything = await ours.retrieve_full_tracker("s")
        assert everything is not None
        given = [event.text for turn in turns for event in turn if isinstance(event, UserUttered)]
        assert [event.text for event in everything.events if isinstance(event, UserUttered)] == given
        ours.close()

    asyncio.run(play())


@given(steps=st.lists(st.sampled_from(["ask", "ask", "back", "slot"]), min_size=8, max_size=80))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_going_back_reaches_behind_the_window(
    steps: list[str], domain: Domain, tmp_path_factory: pytest.TempPathFactory
) -> None:
    back = [_said("/back", "back"), ActionExecuted("action_back"), UserUtteranceReverted(), UserUtteranceReverted()]

    async def play() -> None:
        ours, theirs = _sqlite(tmp_path_factory.mktemp("store"), domain), InMemoryTrackerStore(domain)
        for number, step in enumerate(steps):
            turn = {"ask": _turn(str(number)), "slot": _turn("s", SlotSet("subject", str(number))), "back": back}[step]
            for store in (ours, theirs):
                await _say(store, "s", copy.deepcopy(turn))
            mine, reference = await ours.retrieve("s"), await theirs.retrieve("s")
            assert mine is not None and reference is not None
            assert _slots_of(mine) == _slots_of(reference)
            assert mine.latest_action == reference.latest_action
        ours.close()

    asyncio.run(play())


async def test_a_long_conversation_is_bounded_and_nothing_is_lost(store: BoundedTrackerStore) -> None:
    await _say(store, "long", _turn("first", SlotSet("subject", "botox"), ConversationPaused()))
    sizes = []
    for number in range(300):
        await _say(store, "long", _turn(str(number)))
        tracker = await store.retrieve("long")
        assert tracker is not None
        sizes.append(len(tracker.events))
    assert max(sizes) == max(sizes[:20]) and max(sizes) < 40
    assert tracker.get_slot("subject") == "botox" and tracker.is_paused()
    everything = await store.retrieve_full_tracker("long")
    assert everything is not None
    said = [e.text for e in everything.events if isinstance(e, UserUttered)]
    assert said == ["first", *map(str, range(300))]


async def test_what_is_posted_to_the_action_server_is_bounded(store: BoundedTrackerStore) -> None:
    for number in range(50):
        await _say(store, "posted", _turn(str(number), SlotSet("subject", "botox" if number == 0 else "retinol")))
    tracker = await store.retrieve("posted")
    assert tracker is not None
    posted = tracker.current_state(EventVerbosity.ALL)
    assert len(posted["events"]) < 60 and posted["slots"]["subject"] == "retinol"


async def test_only_the_newest_message_keeps_its_whole_reading_and_nothing_is_lost(store: BoundedTrackerStore) -> None:
    ranking = [{"name": "ask", "confidence": 0.9}, {"name": "back", "confidence": 0.1}]
    for number in range(4):
        turn = _turn(str(number))
        turn[0].parse_data |= {"intent_ranking": ranking, "retrieval": [{"ref": "x"}]}  # type: ignore[attr-defined]
        await _say(store, "light", turn)
    window, everything = await store.retrieve("light"), await store.retrieve_full_tracker("light")
    assert window is not None and everything is not None
    said = [event for event in window.events if isinstance(event, UserUttered)]
    assert [{"intent_ranking", "retrieval"} & set(event.parse_data) for event in said[:-1]] == [set()] * 3
    assert [event.intent["name"] for event in said] == ["ask"] * 4
    assert said[-1].parse_data["intent_ranking"] == ranking and "retrieval" in said[-1].parse_data
    assert [e.parse_data["intent_ranking"] for e in everything.events if isinstance(e, UserUttered)] == [ranking] * 4
    await _say(store, "light", _turn("next"))
    everything = await store.retrieve_full_tracker("light")
    assert everything is not None
    assert sum("intent_ranking" in e.parse_data for e in everything.events if isinstance(e, UserUttered)) == 4


async def test_a_new_visitor_and_the_list_of_conversations(store: BoundedTrackerStore) -> None:
    assert await store.retrieve("nobody") is None
    assert await store.retrieve_full_tracker("nobody") is None
    assert not await store.exists("nobody")
    await _say(store, "somebody", _turn("hi"))
    assert await store.exists("somebody")
    assert "somebody" in set(await store.keys())


async def test_an_empty_tracker_leaves_nothing_behind(store: BoundedTrackerStore) -> None:
    await store.get_or_create_tracker("empty", append_action_listen=False)
    assert await store.retrieve("empty") is None


async def test_a_tracker_may_be_saved_again_and_again(store: BoundedTrackerStore) -> None:
    tracker = await store.create_tracker("again")
    for number in range(20):
        tracker.update_with_events(_turn(str(number)), store.domain)
        await store.save(tracker)
        await store.save(tracker)
    everything = await store.retrieve_full_tracker("again")
    assert everything is not None and everything.events == tracker.events


@pytest.mark.parametrize("full", [False, True])
async def test_a_copy_or_a_full_tracker_adds_only_what_is_new(store: BoundedTrackerStore, full: bool) -> None:
    sender = f"copied-{full}"
    for number in range(12):
        await _say(store, sender, _turn(str(number), SlotSet("count", float(number))))
    tracker = await (store.retrieve_full_tracker(sender) if full else store.retrieve(sender))
    assert tracker is not None
    tracker = tracker if full else tracker.copy()
    tracker.update_with_events(_turn("new"), store.domain)
    await store.save(tracker)
    everything, window = await store.retrieve_full_tracker(sender), await store.retrieve(sender)
    assert everything is not None and window is not None
    assert [e.text for e in everything.events if isinstance(e, UserUttered)] == [*map(str, range(12)), "new"]
    assert window.get_slot("count") == 11.0 and len(window.events) < 60


async def test_two_messages_at_once_keep_both_whole(store: BoundedTrackerStore) -> None:
    for number in range(9):
        await _say(store, "twice", _turn(str(number)))
    one, two = await store.retrieve("twice"), await store.retrieve("twice")
    assert one is not None and two is not None
    one.update_with_events(_turn("one", SlotSet("subject", "botox")), store.domain)
    two.update_with_events(_turn("two", SlotSet("count", 7.0)), store.domain)
    await store.save(one)
    await store.save(two)
    everything, window = await store.retrieve_full_tracker("twice"), await store.retrieve("twice")
    assert everything is not None and window is not None
    assert [e.text for e in everything.events if isinstance(e, UserUttered)][-2:] == ["one", "two"]
    assert window.get_slot("subject") == "botox" and window.get_slot("count") == 7.0


async def test_two_first_messages_at_once_keep_both(store: BoundedTrackerStore) -> None:
    one, two = store.init_tracker("born-twice"), store.init_tracker("born-twice")
    for tracker, text in ((one, "one"), (two, "two")):
        tracker.update_with_events([*_session(), *_turn(text)], store.domain)
    await store.save(one)
    await store.save(two)
    everything = await store.retrieve_full_tracker("born-twice")
    assert everything is not None
    assert next(e.text for e in everything.events if isinstance(e, UserUttered)) == "one"


async def test_new_events_are_published_once_and_in_order(tmp_path: Path, domain: Domain) -> None:
    class Broker(EventBroker):
        def __init__(self) -> None:
            self.bodies: list[dict] = []

        def publish(self, event: dict) -> None:
            self.bodies.append(event)

    broker = Broker()
    store = _sqlite(tmp_path, domain, event_broker=broker)
    for number in range(15):
        await _say(store, "s", _turn(str(number)))
    everything = await store.retrieve_full_tracker("s")
    assert everything is not None
    assert [b["event"] for b in broker.bodies] == [e.type_name for e in everything.events]
    assert {b["sender_id"] for b in broker.bodies} == {"s"}


def test_rasa_finds_it_by_its_path_in_endpoints_yml(tmp_path: Path, domain: Domain) -> None:
    endpoint = EndpointConfig(
        type="bot.serving.tracker_store.BoundedTrackerStore", url=f"sqlite:///{tmp_path}/c.db", turns=5
    )
    made = TrackerStore.create(endpoint, domain)
    assert isinstance(made, BoundedTrackerStore) and check_if_tracker_store_async(made)
    made.close()


async def test_the_folder_is_made(tmp_path: Path, domain: Domain) -> None:
    store = BoundedTrackerStore(domain, host=f"sqlite:///{tmp_path}/not/there/yet/c.db")
    await _say(store, "s", _turn("hi"))
    assert (tmp_path / "not/there/yet/c.db").exists()


def test_a_window_that_could_be_wrong_is_refused(tmp_path: Path, domain: Domain) -> None:
    with pytest.raises(ValueError, match=r"turns is 2, it has to be above 3"):
        BoundedTrackerStore(domain, host=f"sqlite:///{tmp_path}/c.db", turns=2)


def test_a_damaged_file_is_named_and_left_alone(tmp_path: Path, domain: Domain) -> None:
    file = tmp_path / "c.db"
    file.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    before = file.read_bytes()
    with pytest.raises(ConversationStoreError, match=r"c\.db.*damaged.*restore it from a backup"):
        _sqlite(tmp_path, domain)
    assert file.read_bytes() == before


async def test_damage_while_running_is_explained(tmp_path: Path, domain: Domain) -> None:
    store = _sqlite(tmp_path, domain)
    await _say(store, "s", _turn("hi"))
    store.close()
    for extra in ("-wal", "-shm"):
        (tmp_path / f"c.db{extra}").unlink(missing_ok=True)
    content = (tmp_path / "c.db").read_bytes()
    (tmp_path / "c.db").write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(ConversationStoreError, match="damaged"):
        await _sqlite(tmp_path, domain).retrieve("s")


async def test_a_locked_file_is_explained_after_a_short_wait(
    tmp_path: Path, domain: Domain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.serving.database.LOCK_WAIT_SECONDS", 0.05)
    store = _sqlite(tmp_path, domain)
    await _say(store, "s", _turn("hi"))
    other = sqlite3.connect(tmp_path / "c.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ConversationStoreError, match=r"c\.db.*holds it locked.*End that process"):
        await _say(store, "s", _turn("again"))
    assert await store.retrieve("s") is not None, "readers do not wait"
    other.execute("ROLLBACK")
    await _say(store, "s", _turn("again"))


async def test_what_cannot_be_saved_is_gone_on_from_and_saved_later(
    tmp_path: Path, domain: Domain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.serving.database.LOCK_WAIT_SECONDS", 0.05)
    store = _sqlite(tmp_path, domain)
    await _say(store, "s", _turn("hi"))
    other = sqlite3.connect(tmp_path / "c.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for text, slot in (("locked", SlotSet("subject", "botox")), ("still locked", SlotSet("count", 7.0))):
        with pytest.raises(ConversationStoreError):
            await _say(store, "s", _turn(text, slot))
    other.execute("ROLLBACK")
    await _say(store, "s", _turn("again"))
    fresh = await _sqlite(tmp_path, domain).retrieve("s")
    assert fresh is not None
    assert (fresh.get_slot("subject"), fresh.get_slot("count")) == ("botox", 7.0)
    said = [event.text for event in fresh.events if isinstance(event, UserUttered)]
    assert said == ["hi", "locked", "still locked", "again"]


async def test_only_so_many_conversations_wait_in_memory(
    tmp_path: Path, domain: Domain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.serving.database.LOCK_WAIT_SECONDS", 0.01)
    monkeypatch.setattr("bot.serving.tracker_store.MOST_UNSAVED", 3)
    store = _sqlite(tmp_path, domain)
    other = sqlite3.connect(tmp_path / "c.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for number in range(5):
        with pytest.raises(ConversationStoreError):
            await _say(store, str(number), _turn("hi"))
    other.execute("ROLLBACK")
    found = [await store.retrieve(str(number)) for number in range(5)]
    assert [tracker is not None for tracker in found] == [False, False, True, True, True]
    assert list(await store.keys()) == ["2", "3", "4"]


async def test_a_read_only_database_is_explained(tmp_path: Path, domain: Domain) -> None:
    await _say(_sqlite(tmp_path, domain), "s", _turn("hi"))
    with pytest.raises(ConversationStoreError, match=r"read-only.*Make the file and its folder writable"):
        store = BoundedTrackerStore(domain, host=f"sqlite:///file:{tmp_path}/c.db?mode=ro&uri=true")
        await _say(store, "s", _turn("again"))


@pytest.mark.postgres
def test_an_unreachable_server_is_explained_without_its_password(domain: Domain) -> None:
    with pytest.raises(ConversationStoreError, match=r"cannot be reached.*Start the database server") as raised:
        BoundedTrackerStore(domain, host="postgresql://someone:secret@127.0.0.1:1/none")
    assert "secret" not in str(raised.value)


def test_killed_while_writing_keeps_whole_messages_only(tmp_path: Path, domain: Domain) -> None:
    script = textwrap.dedent(
        """
        import asyncio, sys
        from tests.serving.test_tracker_store import _say, _sqlite, _turn
        from tests.serving.conftest import DOMAIN
        from rasa.shared.core.domain import Domain
        from pathlib import Path
        store = _sqlite(Path(sys.argv[1]), Domain.from_yaml(DOMAIN))
        async def play():
            for number in range(100000):
                await _say(store, "s", _turn(str(number)))
                print(number, flush=True)
        asyncio.run(play())
        """
    )
    command = [sys.executable, "-W", "ignore", "-c", "from bot.serving.without_tensorflow import *\n"
               "leave_tensorflow_out()\n" + script, str(tmp_path)]  # fmt: skip
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    assert process.stdout is not None
    confirmed = 0
    for line in process.stdout:
        confirmed = int(line)
        if confirmed >= 60:
            break
    process.send_signal(signal.SIGKILL)
    process.stdout.close()
    process.wait()
    everything = asyncio.run(_sqlite(tmp_path, domain).retrieve_full_tracker("s"))
    assert everything is not None
    said = [e.text for e in everything.events if isinstance(e, UserUttered)]
    assert len(said) > confirmed and said == [str(i) for i in range(len(said))]
    assert everything.latest_action_name == ACTION_LISTEN_NAME, "no half of a message"


def test_events_are_read_as_rasa_reads_them() -> None:
    kinds = [SlotSet("subject", None), ActiveLoop("intake_form"), ActiveLoop(None), LoopInterrupted(True)]
    kinds += [ActionExecutionRejected("intake_form"), FollowupAction("action_other"), ConversationPaused()]
    kinds += [ConversationResumed(), AllSlotsReset(), Restarted(), UserUtteranceReverted()]
    written = [event.as_dict() for event in [*_session(), *_turn("hi"), *kinds]]
    read = _deserialised(written)
    assert [type(e) for e in read] == [type(e) for e in [*_session(), *_turn("hi"), *kinds]]
    assert read == rasa_events.deserialise_events(written)
    assert [e.as_dict() for e in read] == written


async def test_it_is_much_faster_than_rasas_own_sql_store(tmp_path: Path, domain: Domain) -> None:
    import time

    async def seconds(store: TrackerStore) -> float:
        for number in range(5):
            await _say(store, "s", _turn(str(number)))
        started = time.perf_counter()
        for number in range(30):
            await _say(store, "s", _turn(str(number)))
        return (time.perf_counter() - started) / 30

    ours = await seconds(_sqlite(tmp_path, domain))
    theirs = await seconds(SQLTrackerStore(domain, dialect="sqlite", db=str(tmp_path / "rasa.db")))
    assert ours < theirs / 2
