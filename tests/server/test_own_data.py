"""Everything that is kept about a visitor is theirs to have and to remove, on the real servers."""
from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.assistant import Assistant, serving

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant of which every file is looked into."""
    with serving(Assistant(tmp_path_factory.mktemp("own_data"))) as running:
        yield running


def rows_with(folder: Path, *words: str) -> list[tuple[str, str, str]]:
    """File, table and row of whatever any database of the assistant holds that has one of the words in it."""
    found = []
    for path in folder.glob("*.db"):
        connection = sqlite3.connect(path)
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            rows = map(str, connection.execute(f'SELECT * FROM "{table}"'))
            found += [(path.name, table, row[:200]) for row in rows if any(word in row for word in words)]
        connection.close()
    return found


def talk(assistant: Assistant, sender: str) -> None:
    """A visitor who leaves something in every table that a conversation can fill."""
    answer = assistant.answer("do facial exercises work", sender)
    assistant.say(answer["feedback"][2]["payload"], sender)
    assistant.say("the zorbling study was older", sender)
    assistant.say("who won the zorbling cup last year", sender)


def test_an_export_has_all_of_it_and_of_nobody_else(own: Assistant) -> None:
    anna, bea = uuid.uuid4().hex, uuid.uuid4().hex
    talk(own, anna)
    own.say("my quibbling jaw sags", bea)
    exported = own.answer("export my data", anna)
    assert exported["type"] == "export"
    said = [turn["visitor"] for turn in exported["conversation"] if "visitor" in turn]
    assert said[0] == "do facial exercises work" and len(said) == 4
    assert "last_question" in [turn.get("remembered") for turn in exported["conversation"]]
    assert [each["comment"] for each in exported["feedback"]] == ["the zorbling study was older"]
    assert [each["text"] for each in exported["unanswered"]] == ["who won the zorbling cup last year"]
    assert bea not in str(exported) and "quibbling" not in str(exported)


def test_when_everything_was_deleted_no_table_of_any_database_and_no_log_knows_the_visitor(own: Assistant) -> None:
    sender, other = uuid.uuid4().hex, uuid.uuid4().hex
    for each in (sender, other):
        talk(own, each)
    assert {table for _, table, _ in rows_with(own.folder, sender)} >= {
        "conversation", "conversation_event", "feedback", "unanswered"}
    before = len(rows_with(own.folder, other))
    own.say("delete everything", sender)
    assert rows_with(own.folder, sender)
    [reply] = own.say("yes", sender)
    assert "removed everything" in reply["text"]
    assert rows_with(own.folder, sender) == []
    assert len(rows_with(own.folder, other)) == before > 0
    own.say("delete everything", other)
    own.say("yes", other)
    assert rows_with(own.folder, other) == []
    assert "zorbling" not in own.log()


def test_who_was_deleted_is_a_new_visitor(own: Assistant) -> None:
    sender = uuid.uuid4().hex
    talk(own, sender)
    own.say("delete everything", sender)
    own.say("yes", sender)
    shown = " ".join(reply.get("text", "") for reply in own.say("what do you know about me", sender))
    assert "Messages of yours: 1." in shown and "rated: 0." in shown


def test_while_the_action_server_is_down_nothing_is_said_to_be_removed(own: Assistant) -> None:
    sender = uuid.uuid4().hex
    talk(own, sender)
    own.say("delete everything", sender)
    own.actions.stop()
    [reply] = own.say("yes", sender)
    assert "not working just now" in reply["text"] and rows_with(own.folder, sender)
    own.start_actions()
    own.say("delete everything", sender)
    assert rows_with(own.folder, sender) == []
