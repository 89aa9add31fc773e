"""What all content files share."""
from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Extra, Field, root_validator

from bot.editorial.words import Day, Prose, SourceRef, Text


class Shape(BaseModel):
    """Unknown keys are faults; an optional key left empty counts as left out."""

    class Config:
        extra = Extra.forbid

    @root_validator(pre=True)
    def _drop_empty(cls, values: dict[str, Any]) -> dict[str, Any]:
        fields = cls.__fields__
        return {k: v for k, v in values.items() if v is not None or (k in fields and fields[k].required)}


class Review(Shape):
    """Who has looked at the words, and until when that holds."""

    status: Literal["editorial", "clinical"] = Field(
        ..., description="editorial: an editor has read it. clinical: a clinician has.", examples=["editorial"])
    on: Day = Field(..., description="The day of the review.", examples=["2026-11-21"])
    due: Day = Field(..., description="The day of the next review, at most 18 months later.", examples=["2027-11-21"])


class SeeDermatologist(Shape):
    """When to be seen, in one line, and the signs that should bring a visitor in."""

    text: Prose = Field(..., description="One line that fits this subject, at most 30 words.",
                        examples=["See a dermatologist if the skin hurts, swells or changes colour."])
    when: list[Text] = Field(..., min_items=2, max_items=4, description="2 to 4 short signs.",
                             examples=[["one side drops", "pain or swelling that stays"]])
    sources: list[SourceRef] = Field([], description="Ids of sources.yml that support the line.",
                                     examples=[["aad_premature_2021"]])
