"""Files that list many entries of one sort."""
from __future__ import annotations

from pydantic import Field, StrictBool

from bot.editorial.models.base import Shape
from bot.editorial.words import (
    AreaSlug,
    ClaimRef,
    ConditionRef,
    Kind,
    MaybeText,
    Note,
    Phrase,
    Prose,
    SourceKind,
    SourceRef,
    SubjectSlug,
    Text,
    Word,
    Year,
)


class Condition(Shape):
    """Something about the visitor that changes an answer."""

    slug: Word = Field(..., description="Lower-case slug.", examples=["pregnancy"])
    name: Text = Field(..., description="The name that a visitor sees.", examples=["Pregnancy"])
    also_called: list[Phrase] = Field(..., min_items=1, description="Words people type for it.",
                                      examples=[["pregnant", "expecting"]])


class Conditions(Shape):
    """conditions.yml"""

    conditions: list[Condition] = Field(..., description="All conditions.")


class Source(Shape):
    """A page, paper or person that claims rest on, recorded once."""

    id: Word = Field(..., description="Lower-case id, unique; never changed.", examples=["devos2013"])
    title: Text = Field(..., description="Title of the page or paper.")
    authors: MaybeText = Field("", description="Authors, where they are named.")
    publisher: Text = Field(..., description="Journal, publisher or site.")
    year: Year | None = Field(None, description="Year, or null.", examples=[2013])
    url: Text | None = Field(None, description="The address a visitor may open; null where it may not be linked.")
    doi: MaybeText = Field("", description="Bare DOI, without https://doi.org/.", examples=["10.1159/000354083"])
    seen_at: Note = Field("", description="Where the editor read it; never shown.")
    kind: SourceKind = Field(..., description="Kind of source.", examples=["controlled_trial"])
    commercial_interest: StrictBool = Field(..., description="true when whoever wrote or paid sells something.")
    funding: MaybeText = Field("", description="Who pays or sells, in one short sentence.")
    link_note: Note = Field("", description="Why there is no link, or which address is shown instead.")


class Sources(Shape):
    """sources.yml"""

    sources: list[Source] = Field(..., description="All sources.")


class Referral(Shape):
    """Whom to see in a situation, why, and what to ask."""

    id: Word = Field(..., description="Lower-case id, unique.", examples=["rf_gradual_sagging"])
    situation: Prose = Field(..., description="The visitor's situation.")
    who_to_see: Text = Field(..., description="Whom to see.", examples=["Dermatologist, or your family doctor first"])
    why: Prose = Field(..., description="Why.")
    how_soon: Text = Field(..., description="How soon.", examples=["Within days"])
    questions_to_ask: list[Prose] = Field(..., min_items=1, description="What to ask there.")
    subjects: list[SubjectSlug] = Field([], description="Subjects that it goes with.")
    areas: list[AreaSlug] = Field([], description="Parts of the face that it goes with.")
    conditions: list[ConditionRef] = Field([], description="Conditions that it goes with.")
    checks_credentials: StrictBool = Field(False, description="true for how to check who treats you: it goes with "
                                           "every answer on whom to see.")
    sources: list[SourceRef] = Field(..., min_items=1, description="Ids of sources.yml.")


class Referrals(Shape):
    """referrals.yml"""

    referrals: list[Referral] = Field(..., description="All referrals.")


class Term(Shape):
    """A word that visitors meet, in plain language."""

    slug: Word = Field(..., description="Lower-case slug.", examples=["ptosis"])
    term: Text = Field(..., description="The word.", examples=["Ptosis"])
    also_called: list[Phrase] = Field([], description="Other words for it.", examples=[["droopy lid"]])
    text: Prose = Field(..., description="What it means, in one or two plain sentences.")
    sources: list[SourceRef] = Field(..., min_items=1, description="Ids of sources.yml.")


class Glossary(Shape):
    """glossary.yml"""

    terms: list[Term] = Field(..., description="All terms.")


class Debate(Shape):
    """A point on which sources disagree."""

    id: Word = Field(..., description="Lower-case id, unique.", examples=["exercise_helps"])
    topic: Text = Field(..., description="The question in dispute.", examples=["Do facial exercises help sagging?"])
    kind: Kind = Field(..., description="The question kind.", examples=["effectiveness"])
    subjects: list[SubjectSlug] = Field([], description="Subjects in dispute.")
    areas: list[AreaSlug] = Field([], description="Parts of the face.")
    supports: list[ClaimRef] = Field(..., min_items=1, description="Claims on one side.")
    opposes: list[ClaimRef] = Field(..., min_items=1, description="Claims on the other side.")
    summary: Prose = Field(..., description="A balanced summary.")


class Debates(Shape):
    """debates.yml"""

    debates: list[Debate] = Field(..., description="All debates.")


class Phrases(Shape):
    """phrases.yml"""

    phrases: dict[Word, Text] = Field(..., description="Fixed sentences around an answer, by name; keep what stands "
                                      "in {braces}.", examples=[{"more_evidence": "Show more evidence"}])


class Taxonomy(Shape):
    """taxonomy.yml: the controlled vocabulary. Add to it freely; never rename a slug."""

    question_kinds: dict[Word, Note] = Field(..., description="Question kind: what it asks.")
    face_areas: list[Word] = Field(..., description="Parts of the face.")
    subjects: dict[Word, list[Word]] = Field(..., description="Family: its subjects.")
    stances: list[Word] = Field(..., description="Stances of a claim.")
    evidence_levels: list[Word] = Field(..., description="Evidence levels, strongest first.")
    source_kinds: list[Word] = Field(..., description="Kinds of source.")
    conditions: dict[Word, Note] = Field({}, description="Condition: what it means. Its words are in conditions.yml.")
    safety_flags: dict[Word, Note] = Field({}, description="Safety level: what it asks of the visitor.")
