"""An answer as plain text, whole: nothing that the answer carries is left out."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.model import (
    AWAITING,
    SUPPORTS,
    Answer,
    CalendarFile,
    LeftOut,
    NumberedSource,
    Point,
    Progress,
    Referral,
    RoutineStep,
)
from bot.render import labels


def _numbers(ids: Sequence[str], sources: Mapping[str, int]) -> str:
    numbers = [str(sources[id]) for id in ids if id in sources]
    return f" [{', '.join(numbers)}]" if numbers else ""


def _point(point: Point, sources: Mapping[str, int], titles: Mapping[str, str]) -> Iterator[str]:
    yield f"- {point.text} ({labels.EVIDENCE[point.evidence]}){_numbers(point.sources, sources)}"
    if point.study:
        facts = [point.study.design]
        if point.study.participants is not None:
            facts.append(f"{point.study.participants} people")
        facts += [point.study.duration] if point.study.duration else []
        facts += [f"paid for by {point.study.funded_by}"] if point.study.funded_by else []
        yield f"  Study: {', '.join(facts)}."
    if point.caveat:
        yield f"  But: {point.caveat}"
    if point.article:
        verdict = labels.VERDICTS[point.article.verdict]
        title = titles.get(point.article.source, "An article")
        yield f"  “{title}” says: {point.article.says} ({verdict})"


def _sides(answer: Answer, sources: Mapping[str, int], titles: Mapping[str, str]) -> Iterator[str]:
    headings = labels.sides_for(answer.kind_answered or answer.question.kind)
    doubts_first = answer.question.focus == "against"
    for stance, heading in sorted(headings.items(), key=lambda side: doubts_first and side[0] == SUPPORTS):
        points = [point for point in answer.points if point.stance == stance]
        none = [side for side in answer.none_found if side.side == stance]
        if points or none:
            yield f"{heading}:"
        for point in points:
            yield from _point(point, sources, titles)
        for side in none:
            yield f"- {side.text} (none found as of {side.as_of})"


def _steps(steps: Sequence[RoutineStep], first: int) -> Iterator[str]:
    for n, step in enumerate(steps, start=first):
        counts = [
            f"{step.sets} sets" if step.sets else "", f"{step.reps} times" if step.reps else "",
            f"hold {step.hold_seconds} s" if step.hold_seconds else "",
            f"{step.duration_seconds} s" if step.duration_seconds else "",
        ]
        extra = ", ".join(count for count in counts if count)
        yield f"{n}. {step.name}: {step.instruction}" + (f" ({extra})" if extra else "")


def _progress(progress: Progress) -> Iterator[str]:
    for week in progress.weeks:
        minutes = f", {week.minutes} minutes" if week.minutes else ""
        yield f"Week of {week.start}: {'#' * week.days or '-'} {week.days} days{minutes}"


def _calendar(calendar: CalendarFile) -> Iterator[str]:
    yield f"Calendar file, to be saved as {calendar.name}:"
    yield from calendar.text.splitlines()


def _left_out(left_out: Sequence[LeftOut]) -> Iterator[str]:
    for because in dict.fromkeys(each.because for each in left_out):
        names = ", ".join(dict.fromkeys(each.name for each in left_out if each.because == because))
        yield f"Left out for you, because of {because}: {names}."


def _rows(answer: Answer) -> Iterator[str]:
    for row in answer.rows:
        yield labels.ROWS[row.row]
        for name, cell in zip(answer.columns, row.cells, strict=True):
            text = labels.EVIDENCE.get(cell.text, cell.text) if row.row == "evidence" else cell.text
            yield f"- {name}: {text}"


def _plan(answer: Answer, sources: Mapping[str, int], titles: Mapping[str, str]) -> Iterator[str]:
    """Each thing of a plan with both its sides, instead of rows and sides that mix them."""
    points = {point.id: point for point in answer.points}
    for n, item in enumerate(answer.plan, start=1):
        yield f"{n}. {item.name} ({labels.EVIDENCE[item.evidence]}): {item.headline}"
        both = [id for id in item.supports if id in item.opposes]
        for heading, ids in (("For and against", both), ("For", item.supports), ("Against", item.opposes)):
            shown = [points[id] for id in ids if (id in both) == (ids is both)]
            if shown:
                yield f"{heading}:"
            for point in shown:
                yield from _point(point, sources, titles)
        yield from (f"{'For' if side.side == SUPPORTS else 'Against'}: {side.text} (none found as of {side.as_of})"
                    for side in item.none_found)
        for row, cell in (("time_to_results", item.time_to_results), ("risks", item.risks), ("cost", item.cost)):
            yield f"{labels.ROWS[row]}: {cell.text}"
        yield f"{labels.ROWS['effort']}: {item.effort}"


def _referral(referral: Referral, sources: Mapping[str, int]) -> Iterator[str]:
    heading = "How to check credentials" if referral.checks_credentials else "Whom to see"
    yield f"{heading}: {referral.who_to_see}{_numbers(referral.sources, sources)}"
    yield f"  When: {referral.situation}"
    yield f"  How soon: {referral.how_soon}"
    yield f"  Why: {referral.why}"
    yield "  Questions to ask:"
    yield from (f"  - {question}" for question in referral.questions_to_ask)


def _source(numbered: NumberedSource) -> str:
    source = numbered.source
    facts = [source.publisher, str(source.year) if source.year else "no date", labels.SOURCE_KINDS[source.kind]]
    if source.commercial_interest:
        facts.append("has something to sell")
    line = f"[{numbered.n}] {labels.ended(source.title)} {', '.join(fact for fact in facts if fact)}."
    return f"{line} {source.url}" if source.url else line


def _headline(answer: Answer, sources: Mapping[str, int]) -> str:
    if answer.definition:
        return f"{answer.definition.term}: {answer.headline}{_numbers(answer.definition.sources, sources)}"
    return answer.headline


def as_lines(answer: Answer) -> Iterator[str]:
    """The answer line by line: cautions, note, bottom line, both sides, whom to see, sources, status, what next."""
    numbers = {numbered.source.id: numbered.n for numbered in answer.sources}
    titles = {numbered.source.id: numbered.source.title for numbered in answer.sources}
    for caution in answer.cautions:
        status = f" ({labels.REVIEW[AWAITING]})" if caution.review_status == AWAITING else ""
        yield f"Please read first: {caution.text}{status}{_numbers(caution.sources, numbers)}"
    if answer.note and answer.type != "routine":
        yield answer.note  # first, for it says how far the bottom line answers the question
    yield _headline(answer, numbers)
    if answer.evidence:
        yield f"How strong is the evidence: {labels.EVIDENCE[answer.evidence]}."
    if answer.note and answer.type == "routine":
        yield answer.note
    if answer.routine:
        yield from (f"Warning: {warning}" for warning in answer.routine.warnings)
    if answer.type != "safety":  # there the headline says it
        yield from _left_out(answer.left_out)
    yield from _steps(answer.steps, answer.coached.step if answer.coached and answer.coached.step else 1)
    if answer.progress:
        yield from _progress(answer.progress)
    if answer.routine:
        yield f"How often: {answer.routine.frequency}" + _numbers(answer.routine.sources, numbers)
    if answer.plan:
        yield from _plan(answer, numbers, titles)
    else:
        yield from _rows(answer)
        yield from _sides(answer, numbers, titles)
    for entry in answer.explained:
        yield f"{entry.term}: {entry.text}{_numbers(entry.sources, numbers)}"
    if answer.debate:
        yield f"Where sources disagree: {answer.debate.summary}"
    if answer.more_points:
        yield f"({answer.more_points} more points: ask for “more evidence”.)"
    for referral in answer.referrals:
        yield from _referral(referral, numbers)
    if answer.see_dermatologist:
        advice = answer.see_dermatologist
        yield f"When to see a dermatologist: {advice.text}{_numbers(advice.sources, numbers)}"
        yield from (f"- {sign}" for sign in advice.when)
    if answer.sources:
        yield "Sources:"
        yield from (_source(numbered) for numbered in answer.sources)
    if answer.calendar:
        yield from _calendar(answer.calendar)
    if answer.type not in ("clarify", "out_of_scope"):
        yield (f"Last checked {answer.reviewed_on}, {labels.REVIEW[answer.review_status]}. "
               "This is information, not medical advice.")
    if answer.feedback:
        yield "Was this helpful? You could say: " + " | ".join(button.title for button in answer.feedback)
    if answer.suggestions:
        yield "You could ask: " + " | ".join(suggestion.title for suggestion in answer.suggestions)


def as_text(answer: Answer) -> str:
    """The whole answer as one message.

    Lines are joined by single line breaks: Rasa's text channels cut a message into several at a blank line.
    """
    return "\n".join(as_lines(answer))
