"""Who is connected hears that there is something new; what is in no log is told for a minute."""
from __future__ import annotations

import asyncio

import pytest

from bot.channels import hub as hub_module
from bot.channels import loose as loose_module
from bot.channels.hub import Hub
from bot.channels.loose import Loose
from bot.records.database import RecordsError
from bot.records.letters import Mark


def test_only_the_visitors_own_connections_are_woken_each_of_them() -> None:
    hub = Hub()
    with hub.listening("anna") as one, hub.listening("anna") as two, hub.listening("bea") as other:
        hub.wake("anna")
        assert (one.is_set(), two.is_set(), other.is_set()) == (True, True, False)
    hub.wake("anna")
    hub.wake("nobody")
    assert hub._listeners == {}


async def test_what_other_processes_store_wakes_who_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_module, "POLL_SECONDS", 0.01)
    hub, marks, asked, locked = Hub(), {"anna": Mark("e", 1), "bea": Mark("f", 1)}, [], False

    async def read(senders: list[str]) -> dict[str, Mark]:
        asked.append(senders)
        if locked:
            raise RecordsError("locked")
        return {sender: marks[sender] for sender in senders}

    with hub.listening("anna") as anna, hub.listening("bea") as bea:
        hub.watch(read)
        await asyncio.sleep(0.05)
        for changed in (Mark("e", 2), Mark("e", 2, 2), Mark("e", 2, 2, "m"), Mark()):
            anna.clear()
            bea.clear()
            locked = not locked
            marks["anna"] = changed
            await asyncio.sleep(0.03)
            locked = False
            await asyncio.wait_for(anna.wait(), 1)
            assert not bea.is_set()
        await hub.stop()
        assert hub.stopping and bea.is_set()
    count = len(asked)
    await asyncio.sleep(0.05)
    assert len(asked) == count and all(set(each) == {"anna", "bea"} for each in asked)


async def test_what_cannot_be_foreseen_ends_no_looking_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_module, "POLL_SECONDS", 0.01)
    hub, tries = Hub(), iter([RuntimeError("zanzibar")])

    async def read(senders: list[str]) -> dict[str, Mark]:
        for error in tries:
            raise error
        return dict.fromkeys(senders, Mark("e", 1))

    with hub.listening("anna") as anna:
        hub.watch(read)
        await asyncio.wait_for(anna.wait(), 1)
        await hub.stop()


def test_each_reader_goes_on_from_its_own_place() -> None:
    loose = Loose()
    loose.say("anna", "a", [{"text": "one"}, {"text": "two"}])
    first, place = loose.behind("anna", 0)
    loose.settle("anna", "a")
    more, end = loose.behind("anna", place)
    assert [each.data for each in first] == [{"text": "one"}, {"text": "two"}]
    assert [(each.re, each.data) for each in more] == [("a", None)] and loose.behind("anna", end) == ([], end)
    assert len({each.name for each in [*first, *more]}) == 3 and loose.behind("bea", 0) == ([], 0)


def test_nothing_is_kept_for_longer_than_a_minute_or_after_it_was_deleted(monkeypatch: pytest.MonkeyPatch) -> None:
    loose = Loose()
    monkeypatch.setattr(loose_module, "KEPT_SECONDS", -1.0)
    loose.note("anna", "a")
    loose.say("anna", "a", [{"text": "gone"}])
    assert not loose.knows("anna", "a") and loose.behind("anna", 0)[0] == []
    monkeypatch.setattr(loose_module, "KEPT_SECONDS", 60.0)
    loose.note("anna", "b")
    loose.say("anna", "b", [{"text": "here"}])
    assert loose.knows("anna", "b") and not loose.knows("bea", "b") and not loose.knows("anna", "a")
    assert [each.data for each in loose.behind("anna", 0)[0]] == [{"text": "here"}]
    loose.forget("anna")
    assert not loose.knows("anna", "b") and loose.behind("anna", 0)[0] == []


async def test_what_nobody_is_told_any_more_is_dropped_though_nobody_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loose_module, "CLEAR_SECONDS", 0.01)
    loose = Loose()
    loose.say("bea", "b", [{"text": "here"}])
    monkeypatch.setattr(loose_module, "KEPT_SECONDS", 0.05)
    loose.note("anna", "a")
    loose.say("anna", "a", [{"custom": {"type": "export"}}])
    clearing = asyncio.ensure_future(loose.clear_away())
    await asyncio.sleep(0.2)
    clearing.cancel()
    assert list(loose._shelves) == ["bea"] and loose.behind("bea", 0)[0]


def test_so_many_visitors_are_kept_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loose_module, "MOST_VISITORS", 3)
    loose = Loose()
    for name in "abcd":
        loose.note(name, "m")
    assert [loose.knows(name, "m") for name in "abcd"] == [False, True, True, True]
