"""What is said about an emergency, an urgent sign, distress, or something that changes a visitor's answers."""
from __future__ import annotations

from typing import Literal

from pydantic import Field, StrictBool

from bot.editorial.models.base import Shape
from bot.editorial.words import AreaSlug, ConditionRef, FamilySlug, Prose, SourceRef, SubjectSlug, Text, Word
from bot.model import Move


class SafetyReview(Shape):
    """Whether a clinician has signed the rule off."""

    status: Literal["awaiting_clinical_sign_off", "clinical"] = Field(
        ..., description="clinical only when a clinician has signed off the message and what fires it.",
        examples=["awaiting_clinical_sign_off"])


class Touches(Shape):
    """Whose answers show a caution first. All left out: every answer about a method."""

    subjects: list[SubjectSlug] = Field([], description="Subjects, each with those that it is the parent of.",
                                        examples=[["retinoids"]])
    families: list[FamilySlug] = Field([], description="Families of subjects.", examples=[["skincare"]])
    areas: list[AreaSlug] = Field([], description="Parts of the face.", examples=[["neck"]])


class Withholds(Shape):
    """What is not offered to a visitor to whom a caution applies."""

    subjects: list[SubjectSlug] = Field([], description="Subjects, each with those that it is the parent of.",
                                        examples=[["retinoids"]])
    moves: list[Move] = Field([], description="Moves of routine steps and of claims.", examples=[["wide_mouth"]])


class SafetyRule(Shape):
    """One thing that a message can tell of, and the fixed answer to it. The keys of CAUTION_KEYS go with cautions."""

    id: Word = Field(..., description="Lower-case id, unique, the same as in bot/nlu/safety.",
                     examples=["em_stroke_fast"])
    level: Literal["emergency", "urgent", "distress", "caution"] = Field(
        ..., description="How much haste it has.", examples=["emergency"])
    name: Text | None = Field(None, description="Caution: the reason in a few words, after 'because of'.",
                              examples=["jaw-joint trouble"])
    message: Prose = Field(..., description="The whole answer; a caution also stands before other answers.")
    conditions: list[ConditionRef] | None = Field(None, description="Caution: conditions that it covers.",
                                                  examples=[["pregnancy"]])
    touches: Touches | None = Field(None, description="Caution: whose answers show it first.",
                                    examples=[{"families": ["skincare"]}])
    withholds: Withholds | None = Field(None, description="Caution: what is not offered.",
                                        examples=[{"subjects": ["retinoids"]}])
    blocks_routines: StrictBool | None = Field(None, description="Caution: true when no routine is given at all.",
                                               examples=[False])
    triggers: list[Text] = Field(..., min_items=1, description="Example messages that must fire the rule.",
                                 examples=[["one side of my face suddenly dropped"]])
    look_alikes: list[Text] = Field(..., min_items=1, description="Messages near it that must fire no rule.",
                                    examples=[["both my cheeks sag"]])
    sources: list[SourceRef] = Field(..., description="Ids of sources.yml; empty only while a source is awaited.",
                                     examples=[["nhs_stroke_fast"]])
    primary_source: Literal["seen", "awaited"] = Field(
        ..., description="awaited: part of it is general knowledge, and a source is still wanted.", examples=["seen"])
    review: SafetyReview = Field(..., description="Whether a clinician has signed it off.")


#: What a caution must have, and no other rule may.
CAUTION_KEYS = ("name", "conditions", "touches", "withholds", "blocks_routines")


class Safety(Shape):
    """safety.yml"""

    rules: list[SafetyRule] = Field(..., description="All rules.")
