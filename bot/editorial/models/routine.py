"""Routines: steps in order."""
from __future__ import annotations

from pydantic import Field, StrictFloat, StrictInt

from bot.editorial.models.base import Review, Shape
from bot.editorial.words import (
    AreaSlug,
    Count,
    Level,
    MaybeProse,
    MaybeText,
    Phrase,
    Prose,
    SourceRef,
    SubjectSlug,
    Text,
    Word,
)
from bot.model import Motion, Move


class RoutineStep(Shape):
    """One step of a routine."""

    name: Text = Field(..., description="Name of the step.", examples=["Cheek lift"])
    instruction: Prose = Field(..., description="What to do.")
    area: AreaSlug = Field(..., description="Part of the face.", examples=["cheek"])
    muscle: MaybeText = Field("", description="The muscle, where the source names one.")
    sets: Count | None = Field(None, description="Sets.")
    reps: Count | None = Field(None, description="Repetitions a set.")
    hold_seconds: Count | None = Field(None, description="Seconds to hold.")
    duration_seconds: Count | None = Field(None, description="Seconds in all.")
    moves: list[Move] = Field([], description="What it asks of the body that a caution may withhold; bot/model.py "
                              "says what each word means.", examples=[["head_tilt_back"]])
    motion: Motion | None = Field(None, description="How its drawing moves; bot/model.py says what each word means.",
                                  examples=["stroke_up"])


class Routine(Shape):
    """Steps in order, as the sources describe them. The file name is its slug."""

    slug: Word | None = Field(None, description="The file name without .yml, when given.", examples=["daily10"])
    title: Text = Field(..., description="Title.", examples=["Ten-minute daily face routine"])
    also_called: list[Phrase] = Field([], description="Words people type for it.")
    subjects: list[SubjectSlug] = Field(..., min_items=1, description="Subjects that it belongs to.",
                                        examples=[["facial_exercise"]])
    areas: list[AreaSlug] = Field([], description="Parts of the face.")
    minutes: StrictInt | StrictFloat | None = Field(None, description="Minutes in all.", examples=[10])
    frequency: MaybeText = Field("", description="How often.", examples=["daily"])
    min_weeks: Count | None = Field(None, description="Weeks before a result is expected.")
    steps: list[RoutineStep] = Field(..., min_items=1, description="The steps in order.")
    warnings: list[Prose] = Field([], description="What to know before starting.")
    note: MaybeProse = Field("", description="What is and is not shown about it.")
    evidence: Level = Field(..., description="How strong the evidence is.", examples=["expert_opinion"])
    sources: list[SourceRef] = Field(..., min_items=1, description="Ids of sources.yml.")
    review: Review = Field(..., description="Who has looked at the words, and until when that holds.")
