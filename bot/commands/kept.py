"""What visitors asked in vain, and what they said of answers, for editors. Neither says who they are."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from bot.records.model import Feedback, UnansweredCount

VERDICTS = ("wrong", "not_helpful", "helpful")


def unanswered_lines(questions: Iterable[UnansweredCount]) -> Iterator[str]:
    """One line a question: how often, by how many visitors, when last (UTC), and its words."""
    for each in questions:
        yield f"{each.times:4} × by {each.visitors:3}, last {each.last_at.date()}  {each.text}"


def feedback_lines(feedback: Iterable[Feedback]) -> Iterator[str]:
    """What was said of each claim, those most often called wrong first; then every comment with its answer."""
    given = tuple(feedback)
    counts: dict[str, Counter[str]] = {}
    for each in given:
        for claim in each.claims:
            counts.setdefault(claim, Counter())[each.verdict] += 1
    yield "wrong  not helpful  helpful  claim"
    for claim, said in sorted(counts.items(), key=lambda item: (*(-item[1][verdict] for verdict in VERDICTS), item[0])):
        yield f"{said['wrong']:5}  {said['not_helpful']:11}  {said['helpful']:7}  {claim}"
    for each in given:
        if each.comment:
            about = " ".join(filter(None, (each.kind, *each.subjects, *each.areas)))
            yield f"{each.at.date()}  {about or 'no kind'}, release {each.release}: “{each.comment}”"
