"""What a message means after what was said before, from its parts alone."""
from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import turn as cue
from bot.dialogue.context import Context, as_slot, from_slot
from bot.dialogue.resolve import one_by_one, resolve
from bot.dialogue.turn import Part, Turn, as_record, from_record
from bot.model import Question

FAMILIES = {"gua_sha": "massage", "botox": "procedures", "fillers": "procedures", "retinoids": "skincare",
            "jowls": "signs", "eye_bags": "signs", "smoking": "causes", "stress": "causes", "dermatologist":
            "people_and_proof"}
JAW = Context(Question("effectiveness", ("gua_sha",), ("jaw",)))
JOWLS = Context(Question("effectiveness", ("gua_sha", "jowls"), ("jaw",)))


def asked(context: Context, *parts: Part, subjects: tuple[str, ...] = (), areas: tuple[str, ...] = (),
          conditions: tuple[str, ...] = ()) -> list[Question]:
    return resolve(Turn(parts, subjects, areas, conditions), context, FAMILIES.get)


def one(context: Context, intent: str, *cues: str, **names: tuple[str, ...]) -> Question:
    [question] = asked(context, Part(intent, cues=frozenset(cues), **names))  # type: ignore[arg-type]
    return question


def test_a_question_that_names_nothing_is_about_what_was_spoken_of() -> None:
    assert one(JAW, "ask_risk", cue.ASKS, cue.REFERS) == Question("risk", ("gua_sha",), ("jaw",))


def test_without_a_conversation_it_stays_as_it_is() -> None:
    assert one(Context(), "ask_risk", cue.ASKS, cue.REFERS) == Question("risk")


def test_a_whole_question_takes_nothing_over() -> None:
    assert one(JAW, "ask_cause", cue.ASKS, areas=("neck",)) == Question("cause", (), ("neck",))
    assert one(JAW, "ask_cost", cue.ASKS, subjects=("botox",)) == Question("cost", ("botox",))
    assert one(JAW, "ask_cause", cue.ASKS, cue.FACE) == Question("cause")


def test_what_helps_is_about_the_place_that_the_message_tells_of() -> None:
    helps = Part("ask_how_to", cues=frozenset({cue.ASKS, cue.ANYTHING}))
    costs = Part("ask_cost", cues=frozenset({cue.ASKS}))
    assert asked(Context(), helps, costs, areas=("neck",)) == [
        Question("how_to", (), ("neck",)), Question("cost", (), ("neck",))]
    assert asked(JAW, helps) == [Question("how_to", (), ("jaw",))]


def test_another_area() -> None:
    assert one(JAW, "follow_up", cue.SHORT, areas=("neck",)) == Question("effectiveness", ("gua_sha",), ("neck",))


def test_another_method_keeps_area_and_sign() -> None:
    assert one(JOWLS, "follow_up", cue.SHORT, subjects=("botox",)) == Question(
        "effectiveness", ("botox", "jowls"), ("jaw",))


def test_another_sign_takes_the_place_of_the_sign_and_its_area() -> None:
    assert one(JOWLS, "follow_up", cue.SHORT, subjects=("eye_bags",), areas=("under_eye",)) == Question(
        "effectiveness", ("eye_bags", "gua_sha"), ("under_eye",))


def test_a_method_after_what_helps_is_asked_for_its_effect() -> None:
    helps = Context(Question("how_to", (), ("neck",)))
    assert one(helps, "follow_up", cue.SHORT, subjects=("gua_sha",)) == Question(
        "effectiveness", ("gua_sha",), ("neck",))


def test_a_correction_of_the_area_drops_a_sign_that_is_elsewhere() -> None:
    assert one(JOWLS, "correct", areas=("neck",), denied=("jaw", "jowls")) == Question(
        "effectiveness", ("gua_sha",), ("neck",))


def test_a_correction_of_the_kind() -> None:
    [question] = asked(JAW, Part("correct", likely=("cost", "risk"), cues=frozenset({cue.ASKS})))
    assert question == Question("cost", ("gua_sha",), ("jaw",))


def test_only_a_condition_asks_whether_it_suits() -> None:
    assert one(JAW, "follow_up", conditions=("pregnancy",)) == Question(
        "suitability", ("gua_sha",), ("jaw",), ("pregnancy",))


def test_sources_are_those_of_the_answer_before() -> None:
    first = one(JAW, "ask_evidence", cue.SOURCES)
    assert first == Question("evidence", ("gua_sha",), ("jaw",), focus="sources", of="effectiveness")
    assert one(JAW.after(first), "ask_evidence", cue.SOURCES).page == 1


def test_why_asks_for_the_evidence_and_after_a_cause_for_more_of_it() -> None:
    assert one(JAW, "follow_up", cue.WHY) == Question("evidence", ("gua_sha",), ("jaw",))
    cause = Context(Question("cause", (), ("jaw",)))
    assert one(cause, "follow_up", cue.WHY) == Question("cause", (), ("jaw",), page=1)


def test_more_and_simpler_stay_with_the_question() -> None:
    assert one(JAW, "more_evidence") == Question("effectiveness", ("gua_sha",), ("jaw",), page=1)
    assert one(JAW, "simpler") == Question("effectiveness", ("gua_sha",), ("jaw",), focus="simple")


def test_the_same_question_again_is_the_next_page() -> None:
    again = Part("ask_effectiveness", subjects=("gua_sha",), areas=("jaw",), cues=frozenset({cue.ASKS}))
    assert asked(JAW, again)[0].page == 1
    assert asked(JAW.as_told(1), again)[0].page == 0, "who told of something meanwhile gets an answer anew"


def test_a_comparison_takes_what_it_lacks_from_the_conversation() -> None:
    assert one(JAW, "ask_comparison", cue.REFERS, subjects=("botox",)).subjects == ("gua_sha", "botox")
    both = JAW.after(Question("effectiveness", ("botox",)))
    assert one(both, "ask_comparison", cue.ASKS).subjects == ("gua_sha", "botox")
    assert one(JAW, "ask_cost", cue.THAN, cue.REFERS, subjects=("botox",)).kind == "comparison"
    assert one(Context(), "ask_product", cue.OR_METHODS, subjects=("gua_sha", "botox")).kind == "comparison"


def test_two_questions_share_what_the_first_names() -> None:
    first = Part("ask_effectiveness", subjects=("gua_sha",), areas=("jaw",), cues=frozenset({cue.ASKS}))
    second = Part("ask_risk", cues=frozenset({cue.ASKS, cue.REFERS}))
    assert asked(Context(), first, second) == [
        Question("effectiveness", ("gua_sha",), ("jaw",)), Question("risk", ("gua_sha",), ("jaw",))]
    assert [each.subjects for each in asked(Context(), second, first)] == [("gua_sha",), ("gua_sha",)]


def test_joined_kinds_are_two_questions_and_what_was_told_goes_with_both() -> None:
    part = Part("ask_risk", kinds=("risk", "effectiveness"), subjects=("botox",))
    assert asked(Context(), part, conditions=("pregnancy",)) == [
        Question("risk", ("botox",), (), ("pregnancy",)), Question("effectiveness", ("botox",), (), ("pregnancy",))]


@pytest.mark.parametrize(("groups", "kind", "found"), [
    ((("botox",), ("fillers",)), "risk", [("botox",), ("fillers",)]),
    ((("botox",), ("fillers",)), "comparison", [("botox", "fillers")]),
    ((("gua_sha", "jaw"), ("neck",)), "risk", [("gua_sha",)]),
])
def test_joined_names_are_asked_about_one_by_one(
    groups: tuple[tuple[str, ...], ...], kind: str, found: list[tuple[str, ...]],
) -> None:
    names = [slug for group in groups for slug in group]
    subjects = tuple(slug for slug in names if slug in FAMILIES)
    areas = tuple(slug for slug in names if slug not in FAMILIES)
    questions = asked(Context(), Part(f"ask_{kind}", subjects=subjects, areas=areas, groups=groups))
    assert [each.subjects for each in questions] == found


def test_joined_places_are_asked_about_one_by_one_in_their_order() -> None:
    groups = (("jaw",), ("eye_bags", "under_eye"))
    part = Part("ask_how_to", subjects=("eye_bags",), areas=("jaw", "under_eye"), groups=groups)
    assert asked(Context(), part) == [
        Question("how_to", (), ("jaw",)), Question("how_to", ("eye_bags",), ("under_eye",))]


def test_there_are_at_most_three_answers() -> None:
    part = Part("ask_risk", kinds=("risk", "effectiveness", "cost", "timeline"), subjects=("botox",))
    assert len(asked(Context(), part)) == 3


def test_a_turn_survives_its_record() -> None:
    turn = Turn((Part("ask_risk", ("risk", "cost"), ("risk",), ("botox",), ("jaw",), ("tmj",), ("smas",), ("neck",),
                      (("botox",), ("jaw",)), frozenset({cue.ASKS}), ("fillers",)),),
                ("jowls",), ("jaw",), ("pregnancy",))
    assert from_record(as_record(turn)) == turn


def test_a_context_survives_its_slot_and_keeps_no_conditions() -> None:
    context = JAW.after(Question("risk", ("botox",), ("brow",), ("pregnancy",), page=1), told=2)
    assert from_slot(as_slot(context)) == context
    assert "pregnancy" not in repr(as_slot(context))
    assert from_slot(None) == from_slot({}) == Context()


def test_a_method_that_is_asked_to_mend_it_is_about_the_sign_spoken_of() -> None:
    jowls = Context(Question("cause", ("jowls",), ("jaw",)))
    fixes = one(jowls, "ask_effectiveness", cue.ASKS, cue.REFERS, cue.TREATS, subjects=("botox",))
    assert fixes == Question("effectiveness", ("botox", "jowls"), ("jaw",))
    assert one(JAW, "ask_effectiveness", cue.ASKS, cue.REFERS, cue.AGENT, subjects=("botox",)).areas == ()


def test_a_cause_that_is_asked_about_is_one_of_the_sign_spoken_of() -> None:
    neck = Context(Question("cause", (), ("neck",)))
    stress = one(neck, "ask_cause", cue.ASKS, cue.REFERS, cue.AGENT, subjects=("stress",))
    assert stress == Question("cause", ("stress",), ("neck",))


def test_what_does_something_for_a_sign_is_the_method_spoken_of() -> None:
    found = one(JAW, "ask_effectiveness", cue.ASKS, cue.REFERS, cue.AGENT, cue.ANYTHING, subjects=("eye_bags",))
    assert found.subjects == ("gua_sha", "eye_bags")


def test_what_helps_is_asked_of_the_place_spoken_of_and_of_no_method() -> None:
    assert one(JOWLS, "ask_how_to", cue.ASKS, cue.ANYTHING) == Question("how_to", ("jowls",), ("jaw",))
    assert one(JOWLS, "ask_how_to", cue.ASKS, cue.ANYTHING, cue.FACE) == Question("how_to")


def test_an_exercise_for_one_place_gives_way_to_exercises_at_another() -> None:
    neck = Context(Question("how_to", ("neck_tightener",), ("neck",)))
    assert one(neck, "follow_up", cue.SHORT, areas=("cheek",)) == Question("how_to", ("facial_exercise",), ("cheek",))
    assert one(neck, "follow_up", cue.SHORT, areas=("chin",)).subjects == ("neck_tightener",)


def test_a_method_that_is_only_told_of_is_not_asked_about() -> None:
    tried = Part("ask_effectiveness", subjects=("retinoids", "botox"), told=("retinoids",),
                 groups=(("retinoids",), ("botox",)), cues=frozenset({cue.ASKS}))
    assert asked(Context(), tried) == [Question("effectiveness", ("botox",))]
    assert asked(Context(), Part("ask_cost", subjects=("botox",), told=("botox",))) == [Question("cost", ("botox",))]
    weighed = Part("ask_effectiveness", subjects=("retinoids", "botox"), told=("retinoids",),
                   cues=frozenset({cue.THAN}))
    assert asked(Context(), weighed) == [Question("comparison", ("retinoids", "botox"))]


def test_why_behind_a_sign_asks_for_its_cause() -> None:
    why, helps = Part("follow_up", cues=frozenset({cue.WHY})), Part("ask_how_to", cues=frozenset({cue.ASKS}))
    assert [(each.kind, each.subjects) for each in asked(Context(), why, helps, subjects=("jowls",))] == [
        ("cause", ("jowls",)), ("how_to", ("jowls",))]


def test_the_cause_is_that_of_the_sign_and_not_of_the_method() -> None:
    assert one(JOWLS, "ask_cause", cue.ASKS, cue.REFERS) == Question("cause", ("jowls",), ("jaw",))
    plain = Context(Question("effectiveness", ("gua_sha",)))
    assert one(plain, "ask_cause", cue.ASKS, cue.REFERS).subjects == ("gua_sha",)


def test_a_place_told_in_passing_is_asked_about() -> None:
    assert one(JAW, "nlu_fallback", areas=("chin",)) == Question("effectiveness", ("gua_sha",), ("chin",))
    assert one(JAW, "nlu_fallback", cue.ASKS, areas=("chin",)).kind is None


def test_why_after_evidence_asks_nothing_more() -> None:
    doubts = Part("ask_evidence", cues=frozenset({cue.ASKS, cue.REFERS, cue.AGAINST}))
    assert len(asked(JAW, doubts, Part("follow_up", cues=frozenset({cue.WHY})))) == 1


def test_two_methods_together_are_not_weighed() -> None:
    both = Part("ask_comparison", likely=("comparison", "risk"), subjects=("botox", "fillers"),
                groups=(("botox",), ("fillers",)), cues=frozenset({cue.TOGETHER}))
    assert asked(Context(), both) == [Question("risk", ("botox", "fillers"))]


def test_a_method_that_may_be_better_is_weighed_against_the_one_spoken_of() -> None:
    better = one(JAW, "ask_effectiveness", cue.ASKS, cue.REFERS, cue.AGENT, cue.WEIGHS, subjects=("botox",))
    assert (better.kind, better.subjects) == ("comparison", ("gua_sha", "botox"))
    instead = one(JAW, "follow_up", cue.SHORT, cue.TOO, cue.WEIGHS, subjects=("botox",))
    assert (instead.kind, instead.subjects) == ("effectiveness", ("botox",))


def test_any_good_for_a_sign_is_asked_of_the_method_spoken_of() -> None:
    assert one(JAW, "ask_effectiveness", cue.SHORT, subjects=("eye_bags",), areas=("under_eye",)) == Question(
        "effectiveness", ("gua_sha", "eye_bags"), ("under_eye",))


def test_what_is_asked_after_a_comparison_is_asked_of_each_that_was_compared() -> None:
    compared = Context(Question("comparison", ("botox", "fillers", "jowls"), ("jaw",)))
    risks = [one(compared, "ask_risk", cue.SHORT)]
    assert one_by_one(risks, compared, FAMILIES.get) == [
        Question("risk", ("botox", "jowls"), ("jaw",)), Question("risk", ("fillers", "jowls"), ("jaw",))]
    assert one_by_one(risks, JAW, FAMILIES.get) == risks
    again = [one(compared, "more_evidence")]
    assert one_by_one(again, compared, FAMILIES.get) == again


def test_joined_causes_are_asked_about_one_by_one_and_the_sign_goes_with_each() -> None:
    part = Part("ask_cause", subjects=("smoking", "stress", "jowls"), areas=("jaw",),
                groups=(("smoking",), ("stress",), ("jowls", "jaw")))
    assert [each.subjects for each in asked(Context(), part)] == [("smoking", "jowls"), ("stress", "jowls")]
    weighed = replace(part, cues=frozenset({cue.OR_METHODS, cue.WEIGHS}))
    assert [each.kind for each in asked(Context(), weighed)] == ["comparison"]
