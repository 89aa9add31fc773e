from collections import Counter
from dataclasses import dataclass, field

import pytest

from bot.model import RetrievalHit
from bot.nlu import evaluate
from bot.nlu.evaluate import NOISY, OUT_OF_SCOPE, QUESTIONS, Report, count_one, misses, table
from bot.nlu.ruler import Entity

HIT = RetrievalHit("claim:a", "cost", ("botox",), (), 0.9)


@dataclass
class Understood:
    """What an understander would hand back."""

    intent: str
    entities: tuple[Entity, ...] = ()
    retrieval: tuple[RetrievalHit, ...] = ()


def subject(slug: str, label: str = "subject") -> Entity:
    return Entity(label, slug, 0, 1, 1.0)


@dataclass
class Fixed:
    """Understands every message the same way."""

    understood: Understood
    asked: list[str] = field(default_factory=list)

    def understand(self, text: str) -> Understood:
        self.asked.append(text)
        return self.understood


@pytest.mark.parametrize(("understood", "kind"), [
    (Understood("ask_cost"), "cost"), (Understood("greet"), evaluate.TALK),
    (Understood("out_of_scope", (subject("botox"),)), evaluate.DECLINED),
    (Understood("nlu_fallback"), evaluate.DECLINED),
    (Understood("nlu_fallback", (subject("botox"),)), evaluate.UNSURE),
    (Understood("nlu_fallback", retrieval=(HIT,)), evaluate.UNSURE),
])
def test_what_counts_as_declined(understood: Understood, kind: str) -> None:
    assert evaluate.understood_kind(understood) == kind


def test_a_question_counts_for_kind_subject_area_and_declined() -> None:
    report = Report("set")
    record = {"kind": "cost", "subjects": ["jowls"], "areas": []}
    count_one(report, record, Understood("ask_cost", (subject("jowls"), subject("jaw", "area"))))
    count_one(report, record, Understood("ask_cost", (subject("jowls"),)))
    count_one(report, record, Understood("ask_risk", (subject("jowls"), subject("jaw", "area"))))
    count_one(report, record, Understood("out_of_scope"))
    percents = {what: tally.percent for what, tally in report.tallies.items()}
    assert percents == {"kind": 50, "subject": 75, "subject and kind": 50, "area": 50, "questions declined": 25}
    assert report.confusion == {("cost", "cost"): 2, ("cost", "risk"): 1, ("cost", evaluate.DECLINED): 1}


def test_other_sets_count_declined_messages_and_small_talk() -> None:
    report = Report("set")
    count_one(report, {"text": "x", "group": "general"}, Understood("out_of_scope"))
    count_one(report, {"text": "hi", "intent": "greet"}, Understood("goodbye"))
    assert report.percent("out of scope declined") == 100 and report.percent("intent") == 0


def figures(kind: int, noisy: int, declined: int = 95, lost: int = 2) -> list[Report]:
    def report(name: str, **percents: int) -> Report:
        made = Report(name)
        for what, percent in percents.items():
            for n in range(100):
                made.count(what.replace("_", " "), n < percent)
        return made

    return [report(QUESTIONS, kind=kind, subject_and_kind=kind, area=97, questions_declined=lost),
            report(NOISY, kind=noisy, subject_and_kind=noisy, area=95),
            report(OUT_OF_SCOPE, out_of_scope_declined=declined)]


def test_targets_that_are_met_are_not_missed() -> None:
    assert misses(figures(92, 87)) == []


@pytest.mark.parametrize(("reports", "missed"), [
    (figures(91, 91), ["kind: 91.0 %"]), (figures(93, 87), ["kind, noisy: 87.0 %", "subject and kind, noisy"]),
    (figures(92, 92, declined=91), ["out of scope declined: 91.0 %"]),
    (figures(92, 92, lost=5), ["questions declined"]),
])
def test_every_missed_target_is_named(reports: list[Report], missed: list[str]) -> None:
    found = misses(reports)
    assert len(found) == len(missed)
    assert all(line.startswith(start) for line, start in zip(found, missed, strict=True))


def test_the_confusion_table_has_a_row_for_what_was_wanted() -> None:
    lines = table(Counter({("cost", "cost"): 3, ("cost", "(declined)"): 1, ("risk", "cost"): 2})).split("\n")
    assert lines[0].split() == ["cost", "declin"]
    assert [line.split() for line in lines[1:]] == [["cost", "3", "1"], ["risk", "2", "."]]


def test_a_set_is_read_and_every_message_asked(tmp_path) -> None:
    (tmp_path / "some.yml").write_text("- {text: a, kind: cost, subjects: [], areas: []}\n- {text: b, intent: greet}\n")
    fixed = Fixed(Understood("ask_cost"))
    report = evaluate.evaluate(fixed, "some", tmp_path)
    assert fixed.asked == ["a", "b"] and len(report.milliseconds) == 2
    assert "kind                   100.0 %  (1 of 1)" in evaluate.describe(report)


def test_an_unknown_group_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate.main(["everything"]) == 2
    assert "development, held_out" in capsys.readouterr().err
