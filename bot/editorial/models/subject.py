"""Subjects, areas, and the claims and headlines in them."""
from __future__ import annotations

from typing import Literal

from pydantic import Field, StrictBool, StrictFloat, StrictInt, StrictStr

from bot.editorial.models.base import Review, SeeDermatologist, Shape
from bot.editorial.words import (
    AreaSlug,
    ClaimRef,
    ConditionRef,
    Count,
    Day,
    Kind,
    Level,
    MaybeProse,
    MaybeText,
    Phrase,
    Prose,
    RoutineRef,
    SourceRef,
    Stance,
    SubjectSlug,
    Text,
    Word,
)
from bot.model import Move


class Headline(Shape):
    """The bottom line of one question kind."""

    text: Prose = Field(..., description="At most 30 words; the verb fits the evidence level (strong: plain verb; "
                        "moderate: probably; limited: may; very_limited: we do not know).",
                        examples=["Facial exercises may fill out the cheeks a little."])
    evidence: Level = Field(..., description="At most as strong as the strongest claim that carries it.",
                            examples=["limited"])
    claims: list[ClaimRef] = Field(..., min_items=1, description="Ids of the claims that carry it: "
                                   "of this kind, about this subject or area.", examples=[["ex_devos"]])
    asked_as: list[Text] = Field([], description="1 to 3 questions it answers, as a visitor would ask.",
                                 max_items=3, examples=[["Do facial exercises work?"]])


class NoneFound(Shape):
    """A side that was looked for and not found, in writing."""

    kind: Kind = Field(..., description="The question kind.", examples=["risk"])
    side: Literal["supports", "opposes"] = Field(..., description="The side that was not found.",
                                            examples=["opposes"])
    text: Prose = Field(..., description="What was not found.",
                        examples=["We found no study that shows these exercises are free of harm."])
    as_of: Day = Field(..., description="The day of the search.", examples=["2026-11-21"])


class GlanceCell(Shape):
    """One cell of a comparison table."""

    text: Text = Field(..., description="At most 14 words.", examples=["Small changes in cheek fullness"])
    claims: list[ClaimRef] = Field(..., min_items=1, description="Ids of the claims that carry it.",
                                   examples=[["ex_devos"]])


class Glance(Shape):
    """What is known in a few words, row by row. Leave a row out when no claim carries it."""

    works: GlanceCell | None = Field(None, description="Does it work?", examples=[
        {"text": "Small changes in cheek fullness", "claims": ["ex_devos"]}])
    time_to_results: GlanceCell | None = Field(None, description="How long until a result.", examples=[
        {"text": "8 weeks in one small study", "claims": ["ex_devos"]}])
    lasts: GlanceCell | None = Field(None, description="How long it lasts.", examples=[
        {"text": "Not known", "claims": ["ex_devos"]}])
    risks: GlanceCell | None = Field(None, description="What can go wrong.", examples=[
        {"text": "Sore jaw; few studies looked", "claims": ["ex_devos"]}])
    cost: GlanceCell | None = Field(None, description="What it costs, with year and country.", examples=[
        {"text": "Free", "claims": ["ex_devos"]}])


class Study(Shape):
    """The study behind a claim."""

    design: Text = Field(..., description="Kind of study.", examples=["controlled trial"])
    participants: Count | None = Field(None, description="How many people.", examples=[18])
    duration: MaybeText = Field("", description="How long it ran.", examples=["7 weeks"])
    funded_by: MaybeText = Field("", description="Who paid, where the source says so.")


class Article(Shape):
    """How a popular article's statement stands against better sources."""

    source: SourceRef = Field(..., description="Id of the article in sources.yml.",
                              examples=["seed_exercise_evidence"])
    says: Prose = Field(..., description="What the article says, short, in our words.",
                        examples=["Daily exercise lifts the face."])
    verdict: Literal["agrees", "agrees_in_part", "tempers", "contradicts", "unsupported", "uncontested",
                     "unverified"] = Field(..., description="How better sources relate to it.", examples=["tempers"])


Figure = StrictInt | StrictFloat | StrictBool | StrictStr


class Claim(Shape):
    """One or two plain sentences with their evidence."""

    id: Word = Field(..., description="Lower-case id, unique in all files; never changed.", examples=["ex_devos"])
    kind: Kind = Field(..., description="The question kind that it answers.", examples=["effectiveness"])
    also_about: list[SubjectSlug] = Field([], description="Other subjects that it is about.", examples=[["face_yoga"]])
    areas: list[AreaSlug] = Field([], description="Parts of the face that it is about.", examples=[["mouth"]])
    conditions: list[ConditionRef] = Field(
        [], description="Only where it is about visitors with that condition (conditions.yml).", examples=[["tmj"]])
    stance: Stance = Field(..., description="Towards \"it works\" or \"it is true\"; for risk: \"the risk is real\".",
                           examples=["opposes"])
    evidence: Level = Field(..., description="How strong the evidence is.", examples=["limited"])
    text: Prose = Field(..., description="1 or 2 sentences, at most 45 words, in our own words.",
                        examples=["Women who exercised around the mouth looked about the same as before."])
    caveat: MaybeProse = Field("", description="What limits it.", examples=["Only 18 women, and only the mouth."])
    figures: dict[str, Figure] = Field({}, description="The numbers kept, label: value.", examples=[{"women": 18}])
    study: Study | None = Field(None, description="The study that it rests on.")
    article: Article | None = Field(None, description="The popular article that it checks.")
    sources: list[SourceRef] = Field(..., description="Ids of sources.yml, the best first.", examples=[["devos2013"]])
    checked: Day = Field(..., description="The day the sources were last read.", examples=["2026-11-21"])
    asked_as: list[Text] = Field([], description="0 to 2 questions it answers, as a visitor would ask.", max_items=2,
                                 examples=[["Has anyone tested mouth exercises?"]])
    moves: list[Move] = Field([], description="Moves that its words tell a visitor to make and that a caution may "
                              "withhold.", examples=[["rubbing"]])


class Entry(Shape):
    """What subjects and areas have in common."""

    name: Text = Field(..., description="The name that a visitor sees.", examples=["Facial exercises"])
    also_called: list[Phrase] = Field(..., min_items=1, description="Words people type for it, "
                                      "singular and plural; they feed the recogniser.",
        examples=[["face exercises", "facial gym"]])
    review: Review = Field(..., description="Who has looked at the words, and until when that holds.")
    see_dermatologist: SeeDermatologist = Field(..., description="When a visitor should be seen.")
    headlines: dict[Kind, Headline] = Field({}, description="One bottom line per question kind that has claims.")
    none_found: list[NoneFound] = Field([], description="Sides that were looked for and not found.")


class Subject(Entry):
    """A cause, method, product group, sign or kind of person that visitors ask about."""

    parent: SubjectSlug | None = Field(
        None, description="A broader subject that answers where this one has nothing.", examples=["facial_exercise"])
    routines: list[RoutineRef] = Field([], description="Routines that fit.", examples=[["daily10"]])
    glance: Glance = Field(default_factory=lambda: Glance.parse_obj({}), description="Cells of the comparison table.")
    claims: list[Claim] = Field([], description="The claims whose home is this subject.")


class Area(Entry):
    """A part of the face."""
