"""``plumb unanswered`` and ``plumb feedback``: what editors read, without who said it."""
from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest

from bot import bootstrap
from bot.records.model import Feedback, Unanswered
from bot.records.repository import Records
from tests.cli.conftest import Plumb

AT = datetime(2026, 11, 21, 7, 30, tzinfo=timezone.utc)


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: Path) -> Iterator[Records]:
    monkeypatch.setenv("PLUMBLINE_CONVERSATIONS_URL", f"sqlite:///{tmp_path / 'conversations.db'}")
    bootstrap.records.cache_clear()
    yield bootstrap.records()
    bootstrap.records().close()
    bootstrap.records.cache_clear()


def test_with_nothing_kept_they_say_so(plumb: Plumb, records: Records) -> None:
    for command in ("unanswered", "feedback"):
        done = plumb(command)
        assert done.exit_code == 0 and len(done.stdout.splitlines()) == 1
        assert json.loads(plumb(command, "--json").stdout) == []


def test_unanswered_questions_are_listed_the_most_asked_first(plumb: Plumb, records: Records) -> None:
    for sender, text in (("anna-1", "is it done by laser"), ("anna-1", "what is zorb"), ("bea-2", "What is zorb?")):
        records.add_unanswered(sender, Unanswered(text, AT))
    first, second = plumb("unanswered").stdout.splitlines()
    assert "2 × by   2" in first and "zorb" in first and "2026-11-21" in first and "laser" in second
    listed = json.loads(plumb("unanswered", "--json").stdout)
    assert [(each["text"], each["times"], each["visitors"]) for each in listed] == [
        ("What is zorb?", 2, 2), ("is it done by laser", 1, 1)]
    assert "anna" not in plumb("unanswered", "--json").stdout


def test_a_question_that_is_done_goes_by_its_words(plumb: Plumb, records: Records) -> None:
    for text in ("What is zorb?", "is it done by laser"):
        records.add_unanswered("anna", Unanswered(text, AT))
    assert plumb("unanswered", "--done", "what is Zorb").stdout.splitlines() == plumb("unanswered").stdout.splitlines()
    assert [each.text for each in records.unanswered()] == ["is it done by laser"]
    done = plumb("unanswered", "--done", "nothing like it")
    assert done.exit_code == 1 and "there is no such question" in done.stderr
    assert len(records.unanswered()) == 1


def test_feedback_is_shown_by_claim_what_is_called_wrong_first(plumb: Plumb, records: Records) -> None:
    for number, (verdict, claims, comment) in enumerate((
        ("helpful", ("a", "b"), ""), ("wrong", ("b",), "it is older"), ("not_helpful", ("c",), ""),
    )):
        records.add_feedback("anna-1", Feedback(str(number), verdict, AT, claims, 3, "risk", ("botox",), (), comment))
    head, *claims, comment = plumb("feedback").stdout.splitlines()
    assert head.split()[0] == "wrong"
    assert [line.split() for line in claims] == [["1", "0", "1", "b"], ["0", "1", "0", "c"], ["0", "0", "1", "a"]]
    assert "risk botox, release 3: “it is older”" in comment
    listed = plumb("feedback", "--json").stdout
    assert len(json.loads(listed)) == 3 and "anna" not in listed


def test_a_database_that_cannot_be_used_is_said_in_one_line(plumb: Plumb, monkeypatch: pytest.MonkeyPatch,
                                                            tmp_path: Path) -> None:
    (tmp_path / "c.db").write_text("no database at all, but long enough to be one " * 20)
    monkeypatch.setenv("PLUMBLINE_CONVERSATIONS_URL", f"sqlite:///{tmp_path / 'c.db'}")
    bootstrap.records.cache_clear()
    for command in ("unanswered", "feedback"):
        done = plumb(command)
        assert (done.exit_code, done.stdout) == (3, "")
        assert "damaged" in done.stderr and len(done.stderr.splitlines()) == 1
    bootstrap.records.cache_clear()
