"""Every action, with the content there and with the store failing."""
from __future__ import annotations

import importlib
import inspect
import pkgutil
from typing import Any

import pytest
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

import actions
from actions.action_answer_question import ActionAnswerQuestion
from actions.answering import AnsweringAction
from actions.tracker import LAST_QUESTION, MISSES, question_from, retrieved_from, situation_from
from bot.answers.index import ReleaseIndex
from bot.answers.service import NOTHING_KNOWN, AnswerService
from bot.dialogue.turn import TURN, Part, Turn, as_record
from bot.model import Answer, Content, Question, Situation
from bot.settings import ROOT
from bot.store.errors import StoreError, StoreMissing
from tests.yaml_files import load


def concrete() -> list[type[Action]]:
    """Every action that the action server would find under actions/."""
    found = []
    for module in pkgutil.iter_modules(actions.__path__):
        loaded = importlib.import_module(f"actions.{module.name}")
        found += [each for _, each in inspect.getmembers(loaded, inspect.isclass)
                  if issubclass(each, Action) and not inspect.isabstract(each) and each.__module__ == loaded.__name__]
    return found


def that_answer() -> list[type[AnsweringAction]]:
    return [each for each in concrete() if issubclass(each, AnsweringAction)]


def slots_set(events: list[Any]) -> dict[str, Any]:
    return {event["name"]: event["value"] for event in events}


def tracker(intent: str, slots: dict[str, Any] | None = None, **entities: list[str]) -> Tracker:
    found = [{"entity": name, "value": value} for name, values in entities.items() for value in values]
    message = {"intent": {"name": intent}, "entities": found, "text": "as typed"}
    return Tracker("visitor", slots or {}, message, [], False, None, {}, "action_listen")


def said(action: Action, heard: Tracker) -> tuple[list[dict[str, Any]], list[Any]]:
    dispatcher = CollectingDispatcher()
    events = action.run(dispatcher, heard, {})
    return dispatcher.messages, events


@pytest.fixture
def answering(real_index: ReleaseIndex) -> Any:
    return lambda: AnswerService(lambda: real_index)


def failing_service() -> AnswerService:
    def read() -> ReleaseIndex:
        raise StoreMissing("content.db", "there is no store here", "Run `plumb publish`.")

    return AnswerService(read)


def test_each_action_stands_in_the_file_of_its_name() -> None:
    classes = concrete()
    assert classes
    for each in classes:
        name = each().name()
        assert each.__module__ == f"actions.{name}"
        assert each.__name__ == "".join(part.title() for part in name.split("_"))


def test_the_domain_lists_exactly_these_actions() -> None:
    assert set(load(ROOT / "domain.yml")["actions"]) == {each().name() for each in concrete()}


@pytest.mark.parametrize("action", that_answer(), ids=lambda each: each.__name__)
def test_with_the_store_failing_it_says_so_and_changes_nothing(action: type[AnsweringAction]) -> None:
    messages, events = said(action(failing_service), tracker("ask_cause", area=["jaw"]))
    assert [message["response"] for message in messages] == ["utter_store_unavailable"]
    assert events == []


@pytest.mark.parametrize("action", that_answer(), ids=lambda each: each.__name__)
def test_when_the_service_cannot_be_made_it_says_so(action: type[AnsweringAction]) -> None:
    def broken() -> AnswerService:
        raise StoreError("content.db", "it is damaged", "Publish again.")

    messages, _ = said(action(broken), tracker("ask_cause", area=["jaw"]))
    assert [message["response"] for message in messages] == ["utter_store_unavailable"]


def test_a_question_is_answered_as_text_and_as_json(answering: Any) -> None:
    from actions.action_answer_question import ActionAnswerQuestion

    [message], events = said(ActionAnswerQuestion(answering), tracker("ask_effectiveness", subject=["facial_exercise"]))
    assert message["custom"]["type"] == "answer"
    assert message["custom"]["question"]["subjects"] == ["facial_exercise"]
    assert message["custom"]["headline"] in message["text"]
    assert slots_set(events)[LAST_QUESTION]["kind"] == "effectiveness"


def test_more_evidence_goes_on_from_the_last_question(answering: Any) -> None:
    from actions.action_answer_question import ActionAnswerQuestion
    from actions.action_show_more_evidence import ActionShowMoreEvidence

    [first], events = said(ActionAnswerQuestion(answering), tracker("ask_effectiveness", subject=["facial_exercise"]))
    [more], _ = said(ActionShowMoreEvidence(answering), tracker("more_evidence", slots_set(events)))
    shown = {point["id"] for point in first["custom"]["points"]}
    assert more["custom"]["points"]
    assert shown.isdisjoint(point["id"] for point in more["custom"]["points"])


def test_a_question_back_about_something_is_what_the_next_question_is_about(answering: Any) -> None:
    from actions.action_answer_question import ActionAnswerQuestion

    _, events = said(ActionAnswerQuestion(answering), tracker("follow_up", subject=["gua_sha"]))
    assert slots_set(events)[LAST_QUESTION]["subjects"] == ["gua_sha"]
    slots = {LAST_QUESTION: slots_set(events)[LAST_QUESTION] | {"kind": "risk"}}
    _, events = said(ActionAnswerQuestion(answering), tracker("nlu_fallback", slots))
    assert LAST_QUESTION not in slots_set(events), "who is not understood goes on where they were"


def test_the_button_for_more_evidence_names_its_page(answering: Any) -> None:
    from actions.action_show_more_evidence import ActionShowMoreEvidence

    heard = tracker("more_evidence", kind=["effectiveness"], subject=["facial_exercise"], page=["1"])
    [message], _ = said(ActionShowMoreEvidence(answering), heard)
    assert message["custom"]["question"]["page"] == 1
    assert message["custom"]["points"]


def test_more_evidence_about_nothing_asks_back(answering: Any) -> None:
    from actions.action_show_more_evidence import ActionShowMoreEvidence

    [message], events = said(ActionShowMoreEvidence(answering), tracker("more_evidence"))
    assert message["custom"]["type"] == "out_of_scope"
    assert [(event["name"], event["value"]) for event in events] == [(MISSES, 1)]


def test_what_would_stand_in_for_an_answer_that_is_given_anyway_is_left_out(answering: Any) -> None:
    heard = tracker("ask_effectiveness")
    parts = (Part("ask_definition", subjects=("peptides",)), Part("ask_effectiveness", subjects=("peptides",)))
    heard.latest_message[TURN] = as_record(Turn(parts))
    messages, _ = said(ActionAnswerQuestion(answering), heard)
    assert [message["custom"]["question"]["kind"] for message in messages] == ["effectiveness"]
    heard.latest_message[TURN] = as_record(Turn(parts[:1]))
    assert said(ActionAnswerQuestion(answering), heard)[0][0]["custom"]["kind_answered"] == "effectiveness"


def test_out_of_scope_is_declined_even_when_a_subject_was_named(answering: Any) -> None:
    from actions.action_decline import ActionDecline

    [message], _ = said(ActionDecline(answering), tracker("out_of_scope", subject=["botox"]))
    assert message["custom"]["type"] == "out_of_scope"
    assert message["custom"]["points"] == []


def test_the_message_becomes_a_question() -> None:
    heard = tracker("ask_risk", subject=["gua_sha", "gua_sha", "roller"], area=["neck"], condition=["pregnancy"])
    assert question_from(heard.latest_message) == Question("risk", ("gua_sha", "roller"), ("neck",), ("pregnancy",))


@pytest.mark.parametrize("message", [{}, {"intent": None, "entities": None}, {"intent": {"name": None}},
                                     {"entities": [{"entity": "page", "value": "-1"}]}])
def test_a_message_without_understanding_is_a_question_without_a_kind(message: dict[str, Any]) -> None:
    assert question_from(message) == Question(None)
    assert retrieved_from(message) == ()


def test_conditions_never_reach_the_slot(answering: Any, real_content: Content) -> None:
    from actions.action_answer_question import ActionAnswerQuestion

    heard = tracker("ask_suitability", subject=["retinoids"], condition=["pregnancy"])
    _, events = said(ActionAnswerQuestion(answering), heard)
    assert "pregnancy" not in repr(slots_set(events))
    assert "as typed" not in repr(slots_set(events))


def test_the_situation_is_what_the_slots_remember() -> None:
    slots = {"cautions": {"ca_tmd": ["tmj"], "ca_pain_stop": [], "ca_pregnancy": ["pregnancy", "tmj"]},
             "open_safety": "ur_lump"}
    assert situation_from(tracker("ask_routine", slots)) == Situation(
        ("ca_tmd", "ca_pain_stop", "ca_pregnancy"), ("tmj", "pregnancy"), "ur_lump")


@pytest.mark.parametrize("slots", [{}, {"cautions": None, "open_safety": None}, {"cautions": {}, "open_safety": ""}])
def test_nothing_remembered_is_an_empty_situation(slots: dict[str, Any]) -> None:
    assert situation_from(tracker("ask_routine", slots)) == Situation()


@pytest.mark.parametrize("intent", ["ask_how_to", "nlu_fallback", "more_evidence"])
def test_every_answer_is_asked_for_in_the_visitors_situation(intent: str) -> None:
    from actions.action_answer_question import ActionAnswerQuestion
    from actions.action_show_more_evidence import ActionShowMoreEvidence

    asked: list[Situation] = []

    class Listening(AnswerService):
        def answer(self, question: Question, nearest: Any = (), situation: Situation = NOTHING_KNOWN) -> Answer:
            asked.append(situation)
            raise StoreMissing("content.db", "there is no store here", "Run `plumb publish`.")

    action = ActionShowMoreEvidence if intent == "more_evidence" else ActionAnswerQuestion
    said(action(lambda: Listening(failing_service)), tracker(intent, {"cautions": {"ca_tmd": ["tmj"]}}))  # type: ignore[arg-type, return-value]
    assert asked == [Situation(("ca_tmd",), ("tmj",))]


FORM = {"plan_place": ["jaw"], "plan_since": "years", "plan_goal": ["home"], "plan_told": ["tmj"], "plan_minutes": "10"}


def test_the_plan_empties_the_form_and_remembers_what_was_told(answering: Any) -> None:
    from actions.action_show_plan import ActionShowPlan
    from actions.planning import FORM_SLOTS, PLAN

    [message], events = said(ActionShowPlan(answering), tracker("plan_answer", FORM))
    slots = {event["name"]: event["value"] for event in events}
    assert message["custom"]["plan"] and message["custom"]["question"]["areas"] == ["jaw"]
    assert {slots[slot] for slot in FORM_SLOTS} == {None}
    assert slots["cautions"] == {"add": {"ca_tmd": ["tmj"]}}
    assert slots[PLAN] == {"places": ["jaw"], "since": "years", "goals": ["home"], "conditions": ["tmj"], "minutes": 10}


def test_the_plan_as_text_is_the_same_plan_without_a_card(answering: Any) -> None:
    from actions.action_show_plan import ActionShowPlan
    from actions.action_show_plan_as_text import ActionShowPlanAsText
    from actions.planning import PLAN

    [plan], events = said(ActionShowPlan(answering), tracker("plan_answer", FORM))
    kept = next(event["value"] for event in events if event["name"] == PLAN)
    [text], _ = said(ActionShowPlanAsText(answering), tracker("plan_as_text", {PLAN: kept}))
    assert text["text"] == plan["text"]
    assert not text.get("custom")


def test_skipped_questions_and_odd_values_are_no_answers() -> None:
    from actions.planning import answers_from
    from bot.model import PlanRequest

    skipped = {"plan_place": ["skipped"], "plan_since": "skipped", "plan_goal": ["skipped"], "plan_told": ["none"],
               "plan_minutes": "9" * 5000}
    assert answers_from(tracker("plan_answer", skipped)) == answers_from(tracker("plan_answer")) == PlanRequest()


def test_conditions_told_in_the_form_count_at_once() -> None:
    heard = tracker("ask_risk", {"plan_told": ["pregnancy", "none"]})
    assert situation_from(heard) == Situation((), ("pregnancy",))


def test_what_is_off_topic_gets_a_sentence_and_no_card(answering: Any) -> None:
    from actions.action_decline import ActionDecline

    [message], events = said(ActionDecline(answering), tracker("out_of_scope"))
    assert (message["response"], message.get("custom")) == ("utter_off_topic", {})
    assert slots_set(events) == {MISSES: 1}
