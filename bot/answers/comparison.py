"""Two to four subjects side by side, the same rows for each."""
from __future__ import annotations

from dataclasses import replace

from bot.answers.cautions import cautions_for
from bot.answers.cells import METHODS, main_subjects
from bot.answers.citing import finish
from bot.answers.compose import debate_among
from bot.answers.index import ReleaseIndex
from bot.answers.phrases import fill
from bot.answers.select import as_point, choose, numbered, page_of
from bot.answers.suggestions import to_cell
from bot.answers.visitor import Visitor
from bot.model import COMPARISON_ROWS, Answer, Claim, ComparisonRow, Glance, Headline, Question, Suggestion

MOST_SUBJECTS = 4
MOST_SUGGESTIONS = 3
#: Rows for what is no method and so neither works nor costs anything, by the headline that fills them.
SIGN_ROWS = ("definition", "cause")


def _cell(slug: str, row: str, index: ReleaseIndex) -> Glance:
    subject = index.subjects[slug]
    if row == "evidence":
        headline = index.headline(slug, "effectiveness")
        if headline:
            return Glance(headline.evidence, headline.claims)
    if row in SIGN_ROWS:
        headline = index.headline(slug, row)
        if headline:
            return Glance(headline.text, headline.claims)
        term = index.glossary.get(slug) if row == "definition" else None
        return Glance(term.text if term else fill(index.phrases, "no_sourced_answer"), ())
    return subject.glance.get(row) or Glance(fill(index.phrases, "no_sourced_figure"), ())


def _shared_headline(slugs: list[str], index: ReleaseIndex) -> tuple[str, Headline] | None:
    """The editors' own comparison of these subjects: its first claim compares them directly."""
    for slug in slugs:
        headline = index.headline(slug, "comparison")
        if headline and _compares(index.claims[headline.claims[0]], slugs):
            return slug, headline
    return None


def _compares(claim: Claim, slugs: list[str]) -> bool:
    """Whether a claim is about one of the subjects and speaks of each.

    "Surgery lifts more than devices" speaks of two devices and does not say which of them is better.
    """
    return claim.subjects[0] in slugs and set(slugs) <= set(claim.subjects)


def _claims(slugs: list[str], index: ReleaseIndex) -> list[Claim]:
    """What was compared directly, then what is known about each one's effect."""
    found = {claim.id: claim for slug in slugs for claim in index.about_subject(slug, "comparison")
             if set(slugs) <= set(claim.subjects)}
    for slug in slugs:
        found.update({claim.id: claim for claim in index.about_subject(slug, "effectiveness")})
    return list(found.values())


def _compared(question: Question, index: ReleaseIndex) -> tuple[list[str], tuple[str, ...]]:
    """The subjects to set side by side, and the rows: methods with methods, signs and causes among themselves.

    "Filler or threads for jowls" compares two methods; jowls only say what for.
    """
    known = [slug for slug in dict.fromkeys(question.subjects) if slug in index.subjects]
    methods = [slug for slug in known if index.subjects[slug].family in METHODS]
    slugs = methods or known
    return slugs[:MOST_SUBJECTS], COMPARISON_ROWS if methods else SIGN_ROWS


def _headline(slugs: list[str], rows: tuple[str, ...], shown: list[Claim], index: ReleaseIndex) -> str:
    names = " / ".join(index.subjects[slug].name for slug in slugs)
    if rows == SIGN_ROWS:
        return fill(index.phrases, "side_by_side_signs", names=names)
    direct = any(_compares(claim, slugs) for claim in shown)
    return fill(index.phrases, "side_by_side_compared" if direct else "side_by_side", names=names)


def compare(question: Question, index: ReleaseIndex, visitor: Visitor) -> Answer | None:
    """The comparison of the question's subjects, or None when fewer than two of them can be compared."""
    slugs, row_names = _compared(question, index)
    if len(slugs) < 2:
        return None
    shared = _shared_headline(slugs, index)
    main = index.subjects[main_subjects(tuple(slugs), "comparison", index)[0]]
    rows = tuple(ComparisonRow(row, tuple(_cell(slug, row, index) for slug in slugs)) for row in row_names)
    carrying = shared[1].claims if shared else ()
    claims = _claims(slugs, index) if row_names == COMPARISON_ROWS else []
    shown, left = page_of(choose(claims, question, carrying, index), question.page, index)
    answer = finish(Answer(
        type="comparison",
        release=index.number,
        reviewed_on=main.review.on,
        review_status=main.review.status,
        question=question,
        headline=shared[1].text if shared else _headline(slugs, row_names, shown, index),
        evidence=shared[1].evidence if shared else None,
        points=tuple(as_point(claim) for claim in shown),
        more_points=left,
        debate=next(filter(None, (debate_among(shown, "comparison", slug, question, index) for slug in slugs)), None),
        columns=tuple(index.subjects[slug].name for slug in slugs),
        rows=rows,
        cautions=cautions_for(question, slugs, index, visitor),
        see_dermatologist=main.see_dermatologist,
        suggestions=_suggestions(slugs, visitor, index),
    ), index)
    in_rows = [source for row in rows for cell in row.cells for claim in cell.claims
               for source in index.claims[claim].sources[:1]]
    if row_names == SIGN_ROWS:
        in_rows += [source for slug in slugs if not index.headline(slug, "definition") and slug in index.glossary
                    for source in index.glossary[slug].sources]
    known = [numbered_source.source.id for numbered_source in answer.sources]
    return replace(answer, sources=numbered(known + in_rows, index))


def _suggestions(slugs: list[str], visitor: Visitor, index: ReleaseIndex) -> tuple[Suggestion, ...]:
    """One question about each of the subjects: its effect, or whatever is known first."""
    cells = [(slug, kinds) for slug in slugs if (kinds := visitor.kinds_of(slug))]
    return tuple(to_cell(index, "effectiveness" if "effectiveness" in kinds else kinds[0], slug)
                 for slug, kinds in cells)[:MOST_SUGGESTIONS]
