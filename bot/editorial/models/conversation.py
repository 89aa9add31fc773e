"""The shape of a conversation test: tests/conversations/<situation>/*.yml."""
from __future__ import annotations

from typing import Literal

from pydantic import Field, StrictBool, StrictInt, root_validator

from bot.editorial.models.base import Shape
from bot.editorial.models.routine import Move
from bot.editorial.words import AreaSlug, ClaimRef, ConditionRef, Kind, SourceRef, SubjectSlug, Text, Word

ANSWERS = ("answer", "comparison", "routine", "tracking", "safety", "clarify", "out_of_scope")


Row = Literal["works", "evidence", "time_to_results", "lasts", "risks", "cost", "effort"]
#: Keys that one type of answer has, beside those of all.
ONLY_WITH = {"empty_rows": "comparison", "state": "routine", "step": "routine", "days": "tracking",
             "streak": "tracking", "reminders": "tracking", "calendar": "tracking"}


class Further(Shape):
    """One more answer to the same message. What is left out may be anything."""

    gets: Literal["answer", "comparison", "routine", "tracking", "safety", "clarify", "out_of_scope"] = Field(
        ..., description="The type of the answer.", examples=["answer"])
    kind: Kind | None = Field(None, description="The kind of question that was understood.", examples=["risk"])
    subjects: list[SubjectSlug] | None = Field(None, description="All subjects of the question, in any order.",
                                               examples=[["gua_sha"]])
    areas: list[AreaSlug] | None = Field(None, description="All areas of the question, in any order.",
                                         examples=[["neck"]])


class Turn(Shape):
    """One message of the visitor and what has to come back. What is left out may be anything."""

    says: Text = Field(..., description="The visitor's words, or what a button sends.",
                       examples=["does gua sha work", "/ask_risk{\"subject\": \"gua_sha\"}"])
    days_later: StrictInt | None = Field(None, description="How many days pass before this is said.",
                                         examples=[1])
    gets: Literal["answer", "comparison", "routine", "tracking", "safety", "clarify", "out_of_scope", "export",
                  "words"] = Field(
        ..., description="The type of the answer; 'words' when the reply is a sentence and no answer.",
        examples=["answer"])
    intent: Word | None = Field(None, description="Only with 'words': what the message was understood as.",
                                examples=["thank"])
    kind: Kind | None = Field(None, description="The kind of question that was understood.", examples=["effectiveness"])
    subjects: list[SubjectSlug] | None = Field(None, description="All subjects of the question, in any order.",
                                               examples=[["gua_sha"]])
    areas: list[AreaSlug] | None = Field(None, description="All areas of the question, in any order.",
                                         examples=[["neck"]])
    conditions: list[ConditionRef] | None = Field(None, description="All conditions that the message names.",
                                                  examples=[["pregnancy"]])
    claims: list[ClaimRef] | None = Field(None, description="Claims that must be among the answer's points.",
                                          examples=[["facial_exercise_effectiveness_1"]])
    sources: list[SourceRef] | None = Field(None, description="Sources that must be among the answer's.",
                                            examples=[["alam_2018"]])
    level: Literal["emergency", "urgent", "distress", "caution"] | None = Field(
        None, description="Only with 'safety': how much haste it has.", examples=["emergency"])
    rule: Word | None = Field(None, description="Only with 'safety': the rule of bot/content/safety.yml.",
                              examples=["em_stroke_fast"])
    cautions: list[Word] | None = Field(
        None, description="All caution rules of bot/content/safety.yml that the answer shows first; [] for none.",
        examples=[["ca_tmd"]])
    leaves_out: list[Word] | None = Field(
        None, description="All caution rules because of which something is left out; [] for none.",
        examples=[["ca_tmd"]])
    without_moves: list[Move] | None = Field(None, description="Moves that no step may have.",
                                             examples=[["jaw_resistance"]])
    focus: Literal["simple", "sources", "against"] | None = Field(
        None, description="What of the answer the visitor wanted most.", examples=["sources"])
    page: StrictInt | None = Field(None, description="Which page of the answer came; 0 is the first.", examples=[1])
    empty_rows: list[Row] | None = Field(
        None, description="Only with 'comparison': rows that say of at least one subject that there is no data.",
        examples=[["cost"]])
    state: Literal["begun", "running", "paused", "finished", "stopped"] | None = Field(
        None, description="Only with 'routine': how far the visitor was led.", examples=["running"])
    step: StrictInt | None = Field(None, description="Only with 'routine': the number of the step.", examples=[3])
    days: StrictInt | None = Field(None, description="Only with 'tracking': on how many days something was logged.",
                                   examples=[2])
    streak: StrictInt | None = Field(None, description="Only with 'tracking': days in a row.", examples=[2])
    reminders: StrictInt | None = Field(None, description="Only with 'tracking': how many reminders are named.",
                                        examples=[1])
    calendar: StrictBool | None = Field(None, description="Only with 'tracking': whether there is a calendar file.",
                                        examples=[True])
    also: list[Further] | None = Field(
        None, description="The further answers to the same message, in their order; [] for none.",
        examples=[[{"gets": "answer", "kind": "risk"}]])
    buttons: StrictBool | None = Field(None, description="Whether anything is offered to press.", examples=[False])

    @root_validator(skip_on_failure=True)
    def _fits_together(cls, values: dict[str, object]) -> dict[str, object]:
        gets = values["gets"]
        if (gets == "safety") != bool(values["level"]):
            raise ValueError("'level' goes with 'gets: safety', and 'gets: safety' needs a 'level'")
        if values["rule"] and gets != "safety":
            raise ValueError("'rule' goes with 'gets: safety'")
        if values["intent"] and gets != "words":
            raise ValueError("'intent' goes with 'gets: words'")
        for name, type_ in ONLY_WITH.items():
            if values[name] is not None and gets != type_:
                raise ValueError(f"'{name}' goes with 'gets: {type_}'")
        asked = [name for name in ("kind", "subjects", "areas", "conditions", "claims", "sources", "cautions",
                                   "leaves_out", "without_moves", "focus", "page", "also") if values[name] is not None]
        if gets == "words" and asked:
            raise ValueError(f"with 'gets: words' there is no answer that could have '{asked[0]}'")
        return values


class Conversation(Shape):
    """One conversation, which starts with a new visitor."""

    conversation: Text = Field(..., description="What happens, as a plain sentence that no other file has.",
                               examples=["Someone asks about gua sha and then tells of a stroke"])
    can_be_written_to: StrictBool = Field(
        False, description="Whether the visitor uses a channel on which they can be written to first.", examples=[True])
    turns: list[Turn] = Field(..., min_items=1, description="What the visitor says, in order, and what comes back.")
