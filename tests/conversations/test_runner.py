"""The runner itself: what it lets through, and what it says to those who write conversations."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conversations import runner
from tests.conversations.runner import Known

KNOWN = Known({"kind": frozenset({"risk", "effectiveness"}), "subjects": frozenset({"gua_sha", "roller"}),
               "claims": frozenset({"gua_sha_risk_1"}), "cautions": frozenset({"ca_tmd"}),
               "intent": frozenset({"thank"})})
CARD = {
    "type": "answer", "question": {"kind": "risk", "subjects": ["gua_sha"], "areas": ["neck"], "conditions": []},
    "points": [{"id": "gua_sha_risk_1"}, {"id": "gua_sha_risk_2"}], "sources": [{"id": "nhs"}],
    "cautions": [{"id": "ca_tmd"}, {"id": "gua_sha_risk_2"}], "left_out": [{"rule": "ca_tmd"}],
    "steps": [{"moves": ["rubbing"]}, {"moves": []}], "suggestions": [{"title": "More", "payload": "/more_evidence"}],
}
EMERGENCY = {"type": "safety", "level": "emergency", "rule": "em_stroke_fast", "headline": "Call now."}


def written(folder: Path, turns: str, name: str = "Someone asks something") -> Any:
    path = folder / "asking.yml"
    path.write_text(f"conversation: {name}\nturns:\n{turns}", encoding="utf-8")
    return runner.read(path, KNOWN)


def played(folder: Path, turn: str, reply: list[dict[str, Any]], intent: str = "thank") -> list[str]:
    file = written(folder, f"  - says: is gua sha safe\n{turn}")
    assert file.faults == []
    return runner.play(file, lambda _: reply, lambda: intent)


@pytest.mark.parametrize("turn", [
    "gets: answer", "kind: risk", "subjects: [gua_sha]", "claims: [gua_sha_risk_1]", "cautions: [ca_tmd]",
    "buttons: true", "areas: [neck]", "sources: [nhs]", "conditions: []", "leaves_out: [ca_tmd]",
    "without_moves: [chewing]",
])
def test_what_came_as_written_is_let_through(tmp_path: Path, turn: str) -> None:
    lines = "    gets: answer\n" + ("" if turn.startswith("gets") else f"    {turn}\n")
    assert played(tmp_path, lines, [{"text": "…"}, {"custom": CARD}]) == []


@pytest.mark.parametrize(("turn", "said"), [
    ("kind: effectiveness", "kind: expected 'effectiveness', and 'risk' came."),
    ("subjects: [roller]", "subjects: expected [roller], and [gua_sha] came."),
    ("subjects: []", "subjects: expected [], and [gua_sha] came."),
    ("areas: []", "areas: expected [], and [neck] came."),
    ("conditions: [pregnancy]", "conditions: expected [pregnancy], and [] came."),
    ("sources: [aad]", "sources: expected at least [aad], and [nhs] came."),
    ("cautions: []", "cautions: expected [], and [ca_tmd] came."),
    ("leaves_out: []", "leaves_out: expected [], and [ca_tmd] came."),
    ("without_moves: [rubbing]", "without_moves: expected none of [rubbing], and [rubbing] came."),
    ("buttons: false", "buttons: expected false, and true came."),
])
def test_what_came_otherwise_is_said_with_its_place(tmp_path: Path, turn: str, said: str) -> None:
    [wrong] = played(tmp_path, f"    gets: answer\n    {turn}\n", [{"text": "…"}, {"custom": CARD}])
    first, found, whole = wrong.splitlines()
    assert first == f"{tmp_path}/asking.yml:3: turn 1, “is gua sha safe”"
    assert found == f"  {said}"
    assert whole == ("  The whole reply: gets: answer, kind: risk, subjects: ['gua_sha'], areas: ['neck'], "
                     "cautions: ['ca_tmd']")


ROWS = [{"row": "works", "cells": [{"text": "Yes", "claims": ["a"]}, {"text": "No", "claims": ["b"]}]},
        {"row": "cost", "cells": [{"text": "Free", "claims": ["a"]}, {"text": "No figure", "claims": []}]}]
COMPARISON = {"type": "comparison", "question": {"kind": "comparison"}, "columns": ["Gua sha", "Roller"], "rows": ROWS}


def test_rows_without_data_can_be_named(tmp_path: Path) -> None:
    turn, reply = "    gets: comparison\n    empty_rows: [{row}]\n", [{"custom": COMPARISON}]
    assert played(tmp_path, turn.format(row="cost"), reply) == []
    [wrong] = played(tmp_path, turn.format(row="works"), reply)
    assert "empty_rows: expected at least [works], and [cost] came." in wrong


@pytest.mark.parametrize("cells", [[{"text": "Free", "claims": []}], [{"text": "Free", "claims": []}, {"text": ""}]])
def test_a_comparison_with_a_gap_is_noticed(tmp_path: Path, cells: list[dict[str, Any]]) -> None:
    reply = [{"custom": COMPARISON | {"rows": [{"row": "cost", "cells": cells}]}}]
    [wrong] = played(tmp_path, "    gets: comparison\n", reply)
    assert "expected a row to say something of each subject, and one has a gap." in wrong


@pytest.mark.parametrize(("turn", "card", "said"), [
    ("routine\n    step: 2", {"step": 3}, "step: expected '2', and '3' came."),
    ("routine\n    state: paused", {"state": "running"}, "state: expected 'paused', and 'running' came."),
    ("tracking\n    streak: 1", {"progress": {"streak": 0}}, "streak: expected '1', and '0' came."),
    ("tracking\n    days: 1", {}, "days: expected '1', and nothing came."),
    ("tracking\n    reminders: 1", {"reminders": []}, "reminders: expected '1', and '0' came."),
    ("tracking\n    calendar: false", {"calendar": {"name": "a.ics"}}, "calendar: expected false, and true came."),
])
def test_what_a_routine_and_the_log_are_asked_for(tmp_path: Path, turn: str, card: dict[str, Any], said: str) -> None:
    [wrong] = played(tmp_path, f"    gets: {turn}\n", [{"custom": {"type": turn.split()[0], **card}}])
    assert f"  {said}" in wrong.splitlines()


@pytest.mark.parametrize("turn", ["gets: answer\n    step: 1", "gets: routine\n    calendar: true",
                                  "gets: tracking\n    empty_rows: [cost]"])
def test_a_key_of_another_type_of_answer_is_a_fault(tmp_path: Path, turn: str) -> None:
    [fault] = written(tmp_path, f"  - says: is gua sha safe\n    {turn}\n").faults
    assert "goes with 'gets:" in str(fault)


def test_days_pass_before_the_turn_that_says_so(tmp_path: Path) -> None:
    file = written(tmp_path, "  - {says: hi, gets: words}\n  - {says: hi again, days_later: 2, gets: words}\n")
    happened: list[Any] = []

    def say(words: str) -> list[dict[str, Any]]:
        happened.append(words)
        return [{"text": "Hello."}]

    assert runner.play(file, say, lambda: "greet", happened.append) == []
    assert happened == ["hi", 2, "hi again"]


def test_another_type_of_answer_is_all_that_is_said(tmp_path: Path) -> None:
    [wrong] = played(tmp_path, "    gets: words\n", [{"text": "…"}, {"custom": CARD}])
    assert "gets: expected 'words', and 'answer' came." in wrong
    [wrong] = played(tmp_path, "    gets: answer\n    kind: risk\n", [{"text": "Hello."}])
    assert "gets: expected 'answer', and 'words' came." in wrong
    assert "kind: expected" not in wrong


def test_words_may_name_their_intent(tmp_path: Path) -> None:
    turn = "    gets: words\n    intent: thank\n"
    assert played(tmp_path, turn, [{"text": "You are welcome."}]) == []
    [wrong] = played(tmp_path, turn, [{"text": "Hello."}], intent="greet")
    assert "intent: expected 'thank', and 'greet' came." in wrong


@pytest.mark.parametrize("beside", [
    [{"text": "And here is a routine."}], [{"text": "Call now.", "buttons": [{"title": "Routine"}]}],
    [{"custom": {"type": "answer"}}],
])
def test_an_emergency_is_answered_alone(tmp_path: Path, beside: list[dict[str, Any]]) -> None:
    turn, reply = "    gets: safety\n    level: emergency\n", [{"text": "Call now."}, {"custom": EMERGENCY}]
    assert played(tmp_path, turn, reply) == []
    [wrong] = played(tmp_path, turn, [*reply, *beside])
    assert "something came beside it" in wrong
    [wrong] = played(tmp_path, turn, [{"text": "Call now, or do a routine."}, reply[1]])
    assert "something came beside it" in wrong


@pytest.mark.parametrize(("turns", "line", "said"), [
    ("  - says: hello\n    get: words\n", 4, "did you mean gets?"),
    ("  - says: hello\n", 3, "'gets' is missing"),
    ("  - says: hello\n    gets: word\n", 4, "Did you mean 'words'?"),
    ("  - says: hello\n    gets: words\n    intent: thanks\n", 5, "there is no 'thanks'. Did you mean 'thank'?"),
    ("  - says: hello\n    gets: answer\n    subjects: [guasha]\n", 5, "Did you mean 'gua_sha'?"),
    ("  - says: hello\n    gets: answer\n    claims: [gua_sha_risk_9]\n", 5, "Did you mean 'gua_sha_risk_1'?"),
    ("  - says: hello\n    gets: answer\n    intent: thank\n", 3, "'intent' goes with 'gets: words'"),
    ("  - says: hello\n    gets: safety\n", 3, "needs a 'level'"),
    ("  - says: hello\n    gets: answer\n    level: urgent\n", 3, "'level' goes with 'gets: safety'"),
    ("  - says: hello\n    gets: answer\n    rule: ur_lump\n", 3, "'rule' goes with 'gets: safety'"),
    ("  - says: hello\n    gets: words\n    kind: risk\n", 3, "no answer that could have 'kind'"),
    ("  - says: hello\n    gets: words\n    buttons: maybe\n", 5, "must be true or false"),
    ("  - says: /ask_risk{\"subject\": 1}\n    gets: answer\n", 3, "quotes"),
    ("  - says: hello\n  gets: words\n", 4, "Line it up"),
    ("  []\n", 2, "needs at least 1 item"),
])
def test_a_mistake_in_a_file_is_named_before_anything_is_played(
    tmp_path: Path, turns: str, line: int, said: str,
) -> None:
    faults = [str(fault) for fault in written(tmp_path, turns).faults]
    assert [fault for fault in faults if f"asking.yml:{line}: " in fault and said in fault], faults
