"""The log of a conversation: numbers without gaps, each message once, and nothing left of who was deleted."""
from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone

import pytest

from bot.records.erasure import erase
from bot.records.letters import Mark, Stored
from bot.records.mailbox import WAITING, Mailbox, _add, _opened
from bot.records.repository import Records
from tests.records.test_erasure import rows_that_name

AT = datetime(2026, 11, 21, 7, 30, tzinfo=timezone.utc)
HELLO = {"text": "hello", "channel": "web"}
HI = {"text": "Hi."}


@pytest.fixture
def mailbox(url: str) -> Iterator[Mailbox]:
    opened = Mailbox(url)
    yield opened
    opened.close()


def turn(mailbox: Mailbox, sender: str = "anna", *said: dict[str, str]) -> bool:
    waiting = mailbox.oldest_waiting(sender)
    assert waiting and mailbox.begin(waiting)
    return mailbox.finish(waiting, said or [HI], AT)


def numbers(mailbox: Mailbox, sender: str = "anna") -> list[int]:
    return [each.seq for each in mailbox.since(sender, "", 0).entries]


def test_a_new_visitor_has_an_empty_log(mailbox: Mailbox) -> None:
    reading = mailbox.since("anna", "", 0)
    assert (reading.mark, reading.entries, reading.first, reading.more) == (Mark(), (), False, False)
    assert mailbox.oldest_waiting("anna") is None and mailbox.waiting_senders() == ()
    assert mailbox.marks(["anna"]) == {"anna": Mark()}


def test_what_was_said_comes_back_in_order_and_as_it_was(mailbox: Mailbox) -> None:
    mailbox.store("anna", "a", {**HELLO, "title": "Say hello"}, AT)
    mailbox.store("anna", "b", HELLO, AT)
    mailbox.store("bea", "a", HELLO, AT)
    assert turn(mailbox, "anna", HI, {"text": "How are you?"}) and turn(mailbox)
    entries = mailbox.since("anna", "", 0).entries
    assert [(each.seq, each.by, each.client_id, each.re) for each in entries] == [
        (1, "visitor", "a", None), (2, "visitor", "b", None), (3, "bot", None, "a"), (4, "bot", None, "a"),
        (5, "bot", None, "b")]
    assert entries[0].data == {**HELLO, "title": "Say hello"} and entries[2].data == HI and entries[0].at == AT
    assert mailbox.since("bea", "", 0).mark.last == 1


def test_the_same_message_again_changes_nothing(mailbox: Mailbox) -> None:
    first = mailbox.store("anna", "a", HELLO, AT)
    turn(mailbox)
    again = mailbox.store("anna", "a", {"text": "other", "channel": "web"}, AT)
    assert (first.seq, first.new, again.seq, again.new) == (1, True, 1, False)
    assert mailbox.oldest_waiting("anna") is None and numbers(mailbox) == [1, 2]
    assert mailbox.since("anna", "", 0).entries[0].data == HELLO


def test_a_turn_goes_from_waiting_to_running_to_done(mailbox: Mailbox) -> None:
    mailbox.store("anna", "a", HELLO, AT)
    waiting = mailbox.oldest_waiting("anna")
    assert waiting and not waiting.begun and mailbox.waiting_senders() == ("anna",)
    assert mailbox.begin(waiting)
    again = mailbox.oldest_waiting("anna")
    assert again and again.begun and mailbox.marks(["anna"])["anna"].running == "a"
    assert mailbox.interject(waiting, {"text": "Wait."}, AT) and mailbox.since("anna", "", 0).unsettled
    assert mailbox.finish(waiting, [HI], AT)
    reading = mailbox.since("anna", "", 0)
    assert (reading.mark.running, reading.unsettled, mailbox.waiting_senders()) == (None, False, ())
    assert [each.data["text"] for each in reading.entries] == ["hello", "Wait.", "Hi."]


def test_reading_goes_on_from_a_number_and_from_the_start_where_the_log_is_another(mailbox: Mailbox) -> None:
    for number in range(5):
        mailbox.store("anna", str(number), HELLO, AT)
    epoch = mailbox.marks(["anna"])["anna"].epoch
    part = mailbox.since("anna", epoch, 1, at_most=2)
    assert ([each.seq for each in part.entries], part.more, part.first) == ([2, 3], True, False)
    assert not mailbox.since("anna", epoch, 3).more and mailbox.since("anna", epoch, 5).entries == ()
    for other, seq in (("0123456789abcdef", 3), (epoch, 6)):
        reading = mailbox.since("anna", other, seq)
        assert reading.first and [each.seq for each in reading.entries] == [1, 2, 3, 4, 5]


def test_what_nobody_asked_for_is_in_the_log_too(mailbox: Mailbox) -> None:
    assert mailbox.append("anna", [HI, HI], AT) == 2
    assert [each.re for each in mailbox.since("anna", "", 0).entries] == [None, None]


def test_seen_only_grows_and_never_past_the_end(mailbox: Mailbox) -> None:
    mailbox.append("anna", [HI, HI, HI], AT)
    for told, seen in ((2, 2), (1, 2), (9, 2), (3, 3)):
        mailbox.see("anna", told)
        assert mailbox.marks(["anna"])["anna"].seen == seen
    mailbox.see("bea", 1)
    assert mailbox.marks(["anna", "bea"])["bea"] == Mark()


def test_many_who_write_at_once_get_numbers_without_gaps(url: str) -> None:
    many, start, failed = [Mailbox(url) for _ in range(4)], threading.Barrier(4), []

    def write(number: int) -> None:
        start.wait()
        try:
            for each in range(5):
                many[number].store("anna", f"{each}", HELLO, AT)
                many[number].append("anna", [HI], AT)
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert failed == []
    entries = many[0].since("anna", "", 0).entries
    assert [each.seq for each in entries] == list(range(1, 26))
    assert sorted(each.client_id for each in entries if each.client_id) == ["0", "1", "2", "3", "4"]
    for opened in many:
        opened.close()


def test_after_erasing_the_next_log_is_another_and_a_turn_of_the_old_one_leaves_nothing(
    url: str, mailbox: Mailbox, records: Records,
) -> None:
    mailbox.store("anna", "a", HELLO, AT)
    mailbox.store("bea", "b", HELLO, AT)
    old = mailbox.oldest_waiting("anna")
    assert old and mailbox.begin(old)
    assert records.erase("anna").rows == {"mailboxes": 1, "mailbox_entries": 1}
    assert not mailbox.interject(old, HI, AT) and not mailbox.finish(old, [HI], AT) and not mailbox.begin(old)
    assert rows_that_name(url, "anna") == [] and len(rows_that_name(url, "bea")) == 2
    mailbox.store("anna", "a", HELLO, AT)
    assert mailbox.marks(["anna"])["anna"].epoch != old.epoch
    assert not mailbox.finish(old, [HI], AT) and numbers(mailbox) == [1]


def test_the_export_has_the_log_without_what_sources_say(records: Records, mailbox: Mailbox) -> None:
    mailbox.store("anna", "a", {**HELLO, "title": "Say hello"}, AT)
    turn(mailbox, "anna", {"text": "Long text.", "custom": {"type": "answer", "headline": "It may.", "points": [1]}})
    mailbox.append("bea", [HI], AT)
    at = "2026-11-21T07:30:00+00:00"
    assert records.export("anna", AT)["shown_in_chat"] == [
        {"at": at, "by": "visitor", "text": "hello", "title": "Say hello"}, {"at": at, "by": "bot", "text": "It may."}]


@pytest.mark.parametrize("known", [True, False])
def test_what_is_stored_while_everything_is_deleted_goes_with_it(
    mailbox: Mailbox, records: Records, url: str, known: bool,
) -> None:
    if known:
        mailbox.store("anna", "a", HELLO, AT)
    with ThreadPoolExecutor(1) as beside:
        with mailbox.transaction() as connection:
            last = _opened(connection, "anna").last
            erasing = beside.submit(records.erase, "anna")
            time.sleep(0.2)
            row = {"by": "visitor", "client_id": "b", "data": "{}", "state": WAITING}
            _add(connection, "anna", last, [row], AT)
        assert erasing.result(10).rows == {"mailboxes": 1, "mailbox_entries": 1 + known}
    assert [row for _, row in rows_that_name(url, "anna")] == []
    assert mailbox.store("anna", "c", HELLO, AT).seq == 1


@pytest.mark.parametrize("known", [True, False])
def test_what_comes_while_everything_is_deleted_begins_another_log(
    mailbox: Mailbox, records: Records, known: bool,
) -> None:
    if known:
        mailbox.store("anna", "a", HELLO, AT)
    with ThreadPoolExecutor(1) as beside:
        with records.transaction() as connection:
            erase(connection, "anna")
            storing = beside.submit(mailbox.store, "anna", "b", HELLO, AT)
            time.sleep(0.2)
        assert storing.result(10) == Stored(1, new=True)
    assert mailbox.store("anna", "c", HELLO, AT).seq == 2
    assert numbers(mailbox) == [1, 2]
