"""What is said about an emergency, an urgent sign or distress."""
from __future__ import annotations

from typing import Literal

from pydantic import Field

from bot.editorial.models.base import Shape
from bot.editorial.words import Prose, SourceRef, Text, Word


class SafetyReview(Shape):
    """Whether a clinician has signed the rule off."""

    status: Literal["awaiting_clinical_sign_off", "clinical"] = Field(
        ..., description="clinical only when a clinician has signed off the message and what fires it.",
        examples=["awaiting_clinical_sign_off"])


class SafetyRule(Shape):
    """One thing that a message can tell of, and the fixed answer to it."""

    id: Word = Field(..., description="Lower-case id, unique, the same as in bot/nlu/safety.",
                     examples=["em_stroke_fast"])
    level: Literal["emergency", "urgent", "distress"] = Field(
        ..., description="How much haste it has.", examples=["emergency"])
    message: Prose = Field(..., description="The whole answer. Nothing else is said with it.")
    triggers: list[Text] = Field(..., min_items=1, description="Example messages that must fire the rule.",
                                 examples=[["one side of my face suddenly dropped"]])
    look_alikes: list[Text] = Field(..., min_items=1, description="Messages near it that must fire no rule.",
                                    examples=[["both my cheeks sag"]])
    sources: list[SourceRef] = Field(..., description="Ids of sources.yml; empty only while a source is awaited.",
                                     examples=[["nhs_stroke_fast"]])
    primary_source: Literal["seen", "awaited"] = Field(
        ..., description="awaited: part of it is general knowledge, and a source is still wanted.", examples=["seen"])
    review: SafetyReview = Field(..., description="Whether a clinician has signed it off.")


class Safety(Shape):
    """safety.yml"""

    rules: list[SafetyRule] = Field(..., description="All rules.")
