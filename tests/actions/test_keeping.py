"""The actions on what is kept about a visitor, with the records there and with the database failing."""
from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.action_answer_question import ActionAnswerQuestion
from actions.action_decline import ActionDecline
from actions.action_delete_everything import ASKED, ERASED, ActionDeleteEverything
from actions.action_export_my_data import ActionExportMyData
from actions.action_show_my_data import ActionShowMyData
from actions.action_take_feedback import ActionTakeFeedback
from actions.answering import AnsweringAction
from actions.keeping import COMMENT_ON, MOST_SHOWN, SHOWN, RecordsAction, comment_in, shown_after
from bot.answers.feedback import VERDICTS, about
from bot.answers.index import ReleaseIndex
from bot.answers.service import AnswerService
from bot.model import Answer, Question
from bot.nlu.payload import for_rasa
from bot.records.database import RecordsError
from bot.records.model import Kept
from bot.records.repository import Records, open_records
from bot.store.errors import StoreMissing
from tests.actions.test_actions import concrete, slots_set

WORKS = Question("effectiveness", ("facial_exercise",))


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    opened = open_records(f"sqlite:///{tmp_path}/c.db")
    yield opened
    opened.close()


@pytest.fixture
def service(real_index: ReleaseIndex) -> AnswerService:
    return AnswerService(lambda: real_index)


def heard(text: str, intent: str, slots: dict[str, Any] | None = None, **entities: str) -> Tracker:
    found = [{"entity": name, "value": value} for name, value in entities.items()]
    return Tracker("anna", slots or {}, {"intent": {"name": intent}, "entities": found, "text": text}, [], False, None,
                   {}, "action_listen")


def run(action: Any, tracker: Tracker) -> tuple[list[Any], dict[str, Any]]:
    """Names of the responses, or the messages where they are none; and the slots that were set."""
    dispatcher = CollectingDispatcher()
    events = action.run(dispatcher, tracker, {})
    return [each.get("response") or each for each in dispatcher.messages], slots_set(events)


def asked(service: AnswerService, *questions: Question) -> dict[str, Any]:
    """The slots after these questions were answered."""
    shown: list[Any] = []
    for question in questions or (WORKS,):
        shown = shown_after(shown, service.answer(question))
    return {SHOWN: shown}


def failing() -> Records:
    raise RecordsError("Records (c.db): the disk is full. Free some space.")


@pytest.mark.parametrize("action", [each for each in concrete() if issubclass(each, RecordsAction)],
                         ids=lambda each: each.__name__)
def test_with_the_database_failing_it_says_so_and_changes_nothing(action: type[RecordsAction],
                                                                  service: AnswerService) -> None:
    slots = {ASKED: True, **asked(service)}
    said, events = run(action(failing), heard("words", "wrong", slots))
    assert (said, events) == (["utter_records_unavailable"], {})


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_button_under_an_answer_is_kept_with_the_claims_that_it_showed(records: Records, service: AnswerService,
                                                                         verdict: str) -> None:
    first, later = service.answer(WORKS), Question("risk", ("botox",))
    button = next(each for each in first.feedback if each.payload.startswith(f"/{verdict}{{"))
    assert for_rasa(button.payload) == button.payload
    slots = asked(service, WORKS, later)
    run(ActionTakeFeedback(lambda: records), heard(button.payload, verdict, slots,
                                                   **json.loads(button.payload.removeprefix(f"/{verdict}"))))
    [kept] = records.feedback("anna")
    assert (kept.verdict, kept.kind, kept.subjects) == (verdict, "effectiveness", ("facial_exercise",))
    assert kept.claims == tuple(point.id for point in first.points) != ()


def test_words_without_a_button_are_about_the_latest_answer(records: Records, service: AnswerService) -> None:
    said, _ = run(ActionTakeFeedback(lambda: records),
                  heard("that was helpful", "helpful", asked(service, WORKS, Question("risk", ("botox",)))))
    assert said == ["utter_feedback_noted"]
    assert [each.subjects for each in records.feedback("anna")] == [("botox",)]


@pytest.mark.parametrize(("intent", "entities", "reply"), [
    ("helpful", {}, "utter_thank"), ("wrong", {}, "utter_feedback_on_nothing"),
    ("helpful", {"answer": "404"}, "utter_feedback_on_nothing"),
])
def test_about_no_answer_nothing_is_kept(records: Records, intent: str, entities: dict[str, str], reply: str) -> None:
    said, events = run(ActionTakeFeedback(lambda: records), heard("words", intent, {}, **entities))
    assert (said, events, records.feedback()) == ([reply], {}, ())


def test_what_is_wrong_is_asked_for_and_the_next_sentence_is_kept_not_answered(records: Records,
                                                                               service: AnswerService) -> None:
    slots = asked(service)
    said, events = run(ActionTakeFeedback(lambda: records), heard("/wrong", "wrong", slots))
    assert said == ["utter_ask_comment"] and events[COMMENT_ON] == slots[SHOWN][0]["id"]
    said, after = run(ActionAnswerQuestion(lambda: service, lambda: records),
                      heard("the study on exercise had 27 people", "ask_evidence", {**slots, **events}))
    assert said == ["utter_comment_noted"] and after == {COMMENT_ON: ""}
    [kept] = records.feedback("anna")
    assert (kept.verdict, kept.comment) == ("wrong", "the study on exercise had [number] people")


@pytest.mark.parametrize("text", ["does botox work?", "does botox work", "and for the neck", "show me the sources",
                                  "/ask_risk{\"subject\": \"botox\"}"])
def test_a_question_or_a_button_is_answered_and_nothing_is_waited_for_any_more(
    records: Records, service: AnswerService, text: str,
) -> None:
    slots = {**asked(service), COMMENT_ON: about(service.answer(WORKS))["id"]}
    said, events = run(ActionAnswerQuestion(lambda: service, lambda: records), heard(text, "ask_risk", slots,
                                                                                    subject="botox"))
    assert said[0]["custom"]["type"] == "answer" and events[COMMENT_ON] == ""
    assert records.feedback() == ()


def test_a_comment_that_cannot_be_kept_is_said_not_to_be(service: AnswerService) -> None:
    slots = {**asked(service), COMMENT_ON: about(service.answer(WORKS))["id"]}
    said, _ = run(ActionAnswerQuestion(lambda: service, failing), heard("it is too long", "nlu_fallback", slots))
    assert said == ["utter_records_unavailable"]


@pytest.mark.parametrize(("text", "comment"), [
    ("wrong: the study is older", "the study is older"), ("This is wrong, the study is older", "the study is older"),
    ("that's not correct - it lasts longer", "it lasts longer"), ("unclear: what is limited", "what is limited"),
    ("this is wrong", ""), ("something is wrong or unclear", ""), ("wrong:", ""), ("wrong: no", ""),
])
def test_a_sentence_behind_the_verdict_is_its_comment(text: str, comment: str) -> None:
    assert comment_in(text) == comment


def test_of_the_answers_shown_the_latest_are_remembered_each_once(service: AnswerService) -> None:
    kinds = ("effectiveness", "risk", "evidence", "timeline", "cost", "how_to", "effectiveness", "risk")
    shown = asked(service, *(Question(kind, ("facial_exercise",)) for kind in kinds))[SHOWN]
    assert len(shown) == MOST_SHOWN and len({each["id"] for each in shown}) == MOST_SHOWN
    assert [each["kind"] for each in shown[-2:]] == ["effectiveness", "risk"]


@pytest.mark.parametrize(("action", "reply"), [
    (ActionAnswerQuestion, "out_of_scope"), (ActionDecline, "utter_off_topic")])
def test_a_miss_is_kept_redacted_and_a_button_is_none(records: Records, service: AnswerService,
                                                      action: type[AnsweringAction], reply: str) -> None:
    made = action(lambda: service, lambda: records)
    for text in ("what about my 2 dogs Rex and Anna", "/ask_effectiveness", ""):
        [said], _ = run(made, heard(text, "nlu_fallback"))
        assert (said if isinstance(said, str) else said["custom"]["type"]) == reply
    [kept] = records.kept("anna").unanswered
    assert kept.text == "what about my [number] dogs [name] and [name]"


def test_what_was_answered_is_no_miss(records: Records, service: AnswerService) -> None:
    run(ActionAnswerQuestion(lambda: service, lambda: records),
        heard("do exercises work", "ask_effectiveness", subject="facial_exercise"))
    assert records.kept("anna") == Kept()


def test_a_miss_that_cannot_be_kept_is_answered_all_the_same(service: AnswerService) -> None:
    said, _ = run(ActionDecline(lambda: service, failing), heard("who won the cup", "out_of_scope"))
    assert said == ["utter_off_topic"]


def test_only_answers_that_say_something_are_to_be_rated(service: AnswerService) -> None:
    assert len(service.answer(WORKS).feedback) == len(VERDICTS)
    unsure: list[Answer] = [service.out_of_scope(Question(None)), service.answer(Question(None, ("botox",)))]
    assert [each.feedback for each in unsure] == [(), ()]
    assert shown_after([], unsure[0]) == []


def unreadable() -> AnswerService:
    raise StoreMissing("content.db", "there is no store here", "Run `plumb publish`.")


@pytest.mark.parametrize("readable", [True, False])
def test_what_is_kept_is_counted_and_what_was_told_is_named(records: Records, service: AnswerService, readable: bool,
                                                            real_index: ReleaseIndex) -> None:
    run(ActionTakeFeedback(lambda: records), heard("helpful", "helpful", asked(service)))
    dispatcher = CollectingDispatcher()
    action = ActionShowMyData(lambda: records, (lambda: service) if readable else unreadable)
    action.run(dispatcher, heard("what do you know", "privacy", {"cautions": {"ca_tmd": ["tmj"]}}), {})
    [said] = dispatcher.messages
    counts = {name: said[name] for name in ("messages", "practice", "reminders", "feedback", "unanswered")}
    assert counts == {"messages": 1, "practice": 0, "reminders": 0, "feedback": 1, "unanswered": 0}
    [rule] = [each for each in real_index.cautions if each.id == "ca_tmd"]
    assert said["told"] == (rule.name if readable else "1")


def test_an_export_is_json_in_words_and_as_data(records: Records, service: AnswerService) -> None:
    run(ActionTakeFeedback(lambda: records), heard("helpful", "helpful", asked(service)))
    [intro, message], _ = run(ActionExportMyData(lambda: records), heard("export my data", "export_my_data"))
    assert intro == "utter_my_data_export"
    assert json.loads(message["text"]) == json.loads(json.dumps(message["custom"]))
    assert message["custom"]["feedback"][0]["subjects"] == ["facial_exercise"]


def test_everything_is_removed_when_it_was_confirmed_and_not_before(records: Records, service: AnswerService) -> None:
    run(ActionTakeFeedback(lambda: records), heard("helpful", "helpful", asked(service)))
    delete = ActionDeleteEverything(lambda: records)
    said, events = run(delete, heard("delete everything", "delete_my_data"))
    assert (said, events) == (["utter_ask_delete"], {ASKED: True}) and records.kept("anna") != Kept()
    said, events = run(delete, heard("yes", "affirm", events))
    assert (said, events) == (["utter_deleted"], {ERASED: True}) and records.kept("anna") == Kept()


def test_an_open_emergency_is_said_again_before_it_is_forgotten(records: Records) -> None:
    slots = {ASKED: True, "open_safety": "em_stroke_fast"}
    said, _ = run(ActionDeleteEverything(lambda: records), heard("yes", "affirm", slots))
    assert said == ["utter_deleted", "utter_go_on"]
