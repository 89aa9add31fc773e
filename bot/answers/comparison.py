"""Two to four subjects side by side, the same rows for each."""
from __future__ import annotations

from dataclasses import replace

from bot.answers.cells import main_subjects
from bot.answers.compose import cautions_for, finish
from bot.answers.index import ReleaseIndex
from bot.answers.phrases import fill
from bot.answers.select import as_point, choose, numbered, page_of
from bot.answers.suggestions import to_cell
from bot.model import COMPARISON_ROWS, Answer, Claim, ComparisonRow, Glance, Headline, Question

MOST_SUBJECTS = 4


def _cell(slug: str, row: str, index: ReleaseIndex) -> Glance:
    subject = index.subjects[slug]
    if row == "evidence":
        headline = index.headline(slug, "effectiveness")
        if headline:
            return Glance(headline.evidence, headline.claims)
    return subject.glance.get(row) or Glance(fill(index.phrases, "no_sourced_figure"), ())


def _shared_headline(slugs: list[str], index: ReleaseIndex) -> tuple[str, Headline] | None:
    """The editors' own comparison of exactly these subjects: one whose claims speak of each of them."""
    for slug in slugs:
        headline = index.headline(slug, "comparison")
        if headline and all(set(slugs) <= set(index.claims[claim].subjects) for claim in headline.claims[:1]):
            return slug, headline
    return None


def _claims(slugs: list[str], index: ReleaseIndex) -> list[Claim]:
    """What was compared directly, then what is known about each one's effect."""
    found = {claim.id: claim for slug in slugs for claim in index.about_subject(slug, "comparison")
             if set(slugs) <= set(claim.subjects)}
    for slug in slugs:
        found.update({claim.id: claim for claim in index.about_subject(slug, "effectiveness")})
    return list(found.values())


def compare(question: Question, index: ReleaseIndex) -> Answer | None:
    """The comparison of the question's subjects, or None when fewer than two of them are known."""
    slugs = [slug for slug in dict.fromkeys(question.subjects) if slug in index.subjects][:MOST_SUBJECTS]
    if len(slugs) < 2:
        return None
    shared = _shared_headline(slugs, index)
    names = [index.subjects[slug].name for slug in slugs]
    main = index.subjects[main_subjects(tuple(slugs), "comparison", index)[0]]
    rows = tuple(
        ComparisonRow(row, tuple(_cell(slug, row, index) for slug in slugs)) for row in COMPARISON_ROWS
    )
    carrying = shared[1].claims if shared else ()
    cautions = cautions_for(question, slugs, index)
    shown, left = page_of(choose(_claims(slugs, index), question, carrying, index), question.page, index)
    answer = finish(Answer(
        type="comparison",
        release=index.number,
        reviewed_on=main.review.on,
        review_status=main.review.status,
        question=question,
        headline=shared[1].text if shared else fill(index.phrases, "side_by_side", names=" / ".join(names)),
        evidence=shared[1].evidence if shared else None,
        points=tuple(as_point(claim) for claim in shown),
        more_points=left,
        debate=next((index.debate("comparison", slug, question.areas) for slug in slugs), None),
        columns=tuple(names),
        rows=rows,
        cautions=cautions,
        see_dermatologist=main.see_dermatologist,
        suggestions=tuple(to_cell(index, "effectiveness", slug) for slug in slugs
                          if "effectiveness" in index.kinds_of(slug))[:3],
    ), index)
    in_rows = [source for row in rows for cell in row.cells for claim in cell.claims
               for source in index.claims[claim].sources[:1]]
    known = [numbered_source.source.id for numbered_source in answer.sources]
    return replace(answer, sources=numbered(known + in_rows, index))
