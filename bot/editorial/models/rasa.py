"""The shape of Rasa's own files, for completion in an editor; Rasa itself checks them when it trains.

Written for this project after https://legacy-docs-oss.rasa.com/docs/rasa/training-data-format; keys that the
project does not use are allowed and not described.
"""
from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Extra, Field


class Open(BaseModel):
    """Unknown keys are allowed."""

    class Config:
        extra = Extra.allow


class Button(Open):
    """A button under a response."""

    title: str = Field(..., description="The words on the button.", examples=["Show more evidence"])
    payload: str = Field(..., description="What it sends: /intent or /intent{\"entity\": \"value\"}.",
                         examples=["/more_evidence", "/ask_risk{\"subject\": \"gua_sha\"}"])


class Response(Open):
    """One variant of a response."""

    text: str | None = Field(None, description="What the assistant says. No sentence about health stands here.")
    buttons: list[Button] | None = Field(None, description="Buttons under the text.")
    custom: Any = Field(None, description="A payload for the channel, as data.")
    channel: str | None = Field(None, description="Only on this channel.", examples=["telegram"])


class SlotMapping(Open):
    """Where a slot's value comes from."""

    type: Literal["from_entity", "from_text", "from_intent", "from_trigger_intent", "custom"] = Field(
        ..., description="Where the value comes from.")
    entity: str | None = Field(None, description="For from_entity: the entity.", examples=["subject"])


class Slot(Open):
    """Something the assistant remembers in a conversation."""

    type: Literal["text", "bool", "categorical", "float", "list", "any",
                  "bot.serving.slots.RememberedCautions"] = Field(..., description="Kind of value.")
    influence_conversation: bool = Field(True, description="Whether it can decide what happens next.")
    mappings: list[SlotMapping] = Field(..., description="Where the value comes from.")


class SessionConfig(Open):
    """When a conversation starts anew."""

    session_expiration_time: float = Field(60, description="Minutes without a message.")
    carry_over_slots_to_new_session: bool = Field(True, description="Whether slots are kept.")


class RasaDomain(Open):
    """domain.yml: what the assistant can hear, remember, do and say."""

    version: str = Field("3.1", description="Rasa's format version.", examples=["3.1"])
    intents: list[str | dict[str, Any]] = Field([], description="What visitors can mean; ask_<kind> for questions.")
    entities: list[str | dict[str, Any]] = Field([], description="What a message can name.")
    slots: dict[str, Slot] = Field({}, description="What is remembered.")
    responses: dict[str, list[Response]] = Field({}, description="Fixed sentences, named utter_….")
    actions: list[str | dict[str, Any]] = Field([], description="Actions of the action server, named action_….")
    forms: dict[str, Any] = Field({}, description="Forms.")
    session_config: SessionConfig | None = Field(None, description="When a conversation starts anew.")


class Step(Open):
    """One step: what the visitor means, or what the assistant does."""

    intent: str | None = Field(None, description="What the visitor means.", examples=["ask_effectiveness"])
    entities: list[dict[str, Any] | str] | None = Field(None, description="What the message names.",
                                                        examples=[[{"subject": "gua_sha"}]])
    user: str | None = Field(None, description="The visitor's words (in test stories).")
    action: str | None = Field(None, description="What the assistant does: action_… or utter_….",
                               examples=["action_answer_question"])
    slot_was_set: list[dict[str, Any] | str] | None = Field(None, description="What is known at this point.")
    active_loop: str | None = Field(None, description="The form that is active; null ends it.")
    checkpoint: str | None = Field(None, description="A point where stories join.")
    or_: list[dict[str, Any]] | None = Field(None, alias="or", description="Any of these intents.")


class Story(Open):
    """A conversation as an example."""

    story: str = Field(..., description="A plain, unique sentence.", examples=["A visitor asks for more evidence"])
    steps: list[Step] = Field(..., description="The steps in order.")


class Rule(Open):
    """A conversation that always goes the same way."""

    rule: str = Field(..., description="A plain, unique sentence.", examples=["A visitor says hello"])
    steps: list[Step] = Field(..., description="The steps in order.")
    conversation_start: bool | None = Field(None, description="Only at the start of a conversation.")
    condition: list[dict[str, Any]] | None = Field(None, description="What must hold.")
    wait_for_user_input: bool | None = Field(None, description="false: the assistant goes on by itself.")


class RasaStories(Open):
    """data/stories/*.yml: stories and rules."""

    version: str = Field("3.1", description="Rasa's format version.", examples=["3.1"])
    stories: list[Story] = Field([], description="Conversations as examples.")
    rules: list[Rule] = Field([], description="Conversations that always go the same way.")


class NluItem(Open):
    """Examples of one intent, or words of one synonym, lookup or pattern. Exactly one of the names is given."""

    intent: str | None = Field(None, description="The intent, as in domain.yml.", examples=["ask_effectiveness"])
    synonym: str | None = Field(None, description="The value that the examples stand for.")
    lookup: str | None = Field(None, description="The entity that the words belong to.")
    regex: str | None = Field(None, description="The name of the pattern.")
    examples: str = Field(..., description="One a line, each starting with '- ', after '|'.",
                          examples=["- do facial exercises work\n- is gua sha any good\n"])


class RasaNlu(Open):
    """data/nlu/*.yml: what people say."""

    version: str = Field("3.1", description="Rasa's format version.", examples=["3.1"])
    nlu: list[NluItem] = Field(..., description="Examples by intent.")
