"""What is remembered of a visitor: the same whichever way a conversation is read again."""
from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    AllSlotsReset,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
    deserialise_events,
)
from rasa.shared.core.slots import InvalidSlotConfigError
from rasa.shared.core.trackers import DialogueStateTracker

from bot.serving.slots import RememberedCautions
from bot.serving.window import compact

NAME = "cautions"
RULES = st.sampled_from(["ca_pregnancy", "ca_tmd", "ca_pain_stop", "ca_recent_injectables"])
CONDITIONS = st.lists(st.sampled_from(["pregnancy", "tmj", "recent_botox"]), max_size=2)
CAUTIONS = st.dictionaries(RULES, CONDITIONS, max_size=3)
FORGOTTEN = st.lists(RULES, max_size=2)
CHANGES = st.one_of(
    st.fixed_dictionaries({"add": CAUTIONS, "forget": FORGOTTEN}), st.fixed_dictionaries({"add": CAUTIONS}),
    st.fixed_dictionaries({"forget": FORGOTTEN}))
EVENTS = st.one_of(
    *[st.builds(SlotSet, st.just(NAME), CHANGES)] * 6,
    st.builds(SlotSet, st.just(NAME), st.one_of(st.none(), CAUTIONS)),
    st.just(Restarted()), st.just(SessionStarted()), st.just(AllSlotsReset()))


def slot() -> RememberedCautions:
    return RememberedCautions(NAME, [{"type": "from_entity", "entity": "caution"}])


def holding(*values: Any) -> dict[str, list[str]] | None:
    made = slot()
    for value in values:
        made.value = value
    return made.value


def add(**cautions: list[str]) -> dict[str, Any]:
    return {"add": cautions}


def forget(*rules: str) -> dict[str, Any]:
    return {"forget": list(rules)}


def test_what_is_told_is_added_in_order() -> None:
    found = holding(add(ca_tmd=["tmj"]), add(ca_pregnancy=["pregnancy"]), add(ca_tmd=["tmj", "jaw_locked"]))
    assert found == {"ca_tmd": ["tmj", "jaw_locked"], "ca_pregnancy": ["pregnancy"]}
    assert found is not None and list(found) == ["ca_tmd", "ca_pregnancy"]


def test_what_is_taken_back_is_forgotten_and_the_rest_stays() -> None:
    told = add(ca_tmd=["tmj"], ca_pregnancy=["pregnancy"])
    assert holding(told, forget("ca_pregnancy", "ca_unknown")) == {"ca_tmd": ["tmj"]}
    assert holding(told, forget("ca_pregnancy", "ca_tmd")) is None


def test_taken_back_and_told_anew_in_one_message_counts_as_told() -> None:
    found = holding(add(ca_tmd=["tmj"]), {"add": {"ca_tmd": ["jaw_locked"]}, "forget": ["ca_tmd"]})
    assert found == {"ca_tmd": ["jaw_locked"]}


def test_a_plain_mapping_replaces_and_none_clears() -> None:
    assert holding(add(ca_tmd=["tmj"]), {"ca_pregnancy": ["pregnancy"]}) == {"ca_pregnancy": ["pregnancy"]}
    assert holding(add(ca_tmd=["tmj"]), None) is None
    assert holding(add(ca_tmd=["tmj"]), {}) is None


@pytest.mark.parametrize("odd", ["pregnancy", 7, ["ca_tmd"], {"add": ["ca_tmd"]}, {"add": {}, "forget": "ca_tmd"},
                                 {"add": {"ca_x": "tmj"}}, {"add": {"ca_x": [1]}}, {"ca_x": None}, {1: []},
                                 {"add": {}, "ca_x": []}])
def test_what_holds_no_cautions_changes_nothing(odd: Any, caplog: pytest.LogCaptureFixture) -> None:
    assert holding(add(ca_tmd=["tmj"]), odd) == {"ca_tmd": ["tmj"]}
    assert "stays as it was" in caplog.text
    assert "pregnancy" not in caplog.text


def test_a_value_once_read_is_not_changed_behind_the_readers_back() -> None:
    made, told = slot(), add(ca_tmd=["tmj"])
    made.value = told
    before = made.value
    made.value = add(ca_tmd=["jaw_locked"], ca_pregnancy=[])
    assert before == {"ca_tmd": ["tmj"]}
    assert told == {"add": {"ca_tmd": ["tmj"]}}


def test_it_cannot_decide_what_happens_next() -> None:
    with pytest.raises(InvalidSlotConfigError, match="influence_conversation: false"):
        RememberedCautions(NAME, [], influence_conversation=True)


def test_a_domain_may_be_written_and_read_again() -> None:
    text = ("version: '3.1'\nentities: [caution]\nslots:\n  cautions:\n    type: bot.serving.slots.RememberedCautions\n"
            "    influence_conversation: false\n    mappings: [{type: from_entity, entity: caution}]\n")
    once = Domain.from_yaml(text)
    again = Domain.from_yaml(once.as_yaml())
    assert [type(each) for each in again.slots if each.name == NAME] == [RememberedCautions]


def conversation(events: list[Event]) -> list[Event]:
    """The events, each after a message of the visitor."""
    return [one for each in events for one in (ActionExecuted("action_listen"), UserUttered("hello"), each)]


def remembered(events: list[Event]) -> Any:
    return DialogueStateTracker.from_events("visitor", events, [slot()]).get_slot(NAME)


def restored(events: list[Event]) -> list[Event]:
    """The events as a database hands them back after a restart."""
    return deserialise_events(json.loads(json.dumps([event.as_dict() for event in events])))


@given(events=st.lists(EVENTS, max_size=12), turns=st.integers(1, 5))
def test_a_bounded_window_and_a_restart_remember_the_same(events: list[Event], turns: int) -> None:
    told = conversation(events)
    everything = remembered(told)
    assert remembered(restored(told)) == everything
    window = compact("visitor", told, [slot()], turns)
    assert remembered(window) == everything
    assert remembered(restored(compact("visitor", restored(window), [slot()], 1))) == everything


@given(events=st.lists(EVENTS, max_size=12), later=st.lists(EVENTS, min_size=1, max_size=6), turns=st.integers(1, 3))
def test_what_is_told_later_means_the_same_on_a_window(events: list[Event], later: list[Event], turns: int) -> None:
    window = compact("visitor", conversation(events), [slot()], turns)
    assert remembered([*window, *conversation(later)]) == remembered(conversation([*events, *later]))


@given(events=st.lists(EVENTS, max_size=8), end=st.sampled_from([Restarted, SessionStarted, AllSlotsReset]))
def test_a_new_session_and_a_new_start_remember_nothing(events: list[Event], end: type[Event]) -> None:
    assert remembered(conversation([*events, end()])) is None


@given(events=st.lists(st.builds(SlotSet, st.just(NAME), CHANGES), max_size=8))
def test_only_what_was_told_last_of_a_rule_counts(events: list[SlotSet]) -> None:
    expected: dict[str, set[str]] = {}
    for event in events:
        for rule in event.value.get("forget", ()):
            expected.pop(rule, None)
        for rule, conditions in event.value.get("add", {}).items():
            expected[rule] = expected.get(rule, set()) | set(conditions)
    found = remembered(conversation(list(events))) or {}
    assert {rule: set(conditions) for rule, conditions in found.items()} == expected
