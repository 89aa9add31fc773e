"""Rasa slots of the assistant's own; domain.yml names them by their path."""
from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import Any

from rasa.shared.core.slots import InvalidSlotConfigError, Slot

logger = logging.getLogger(__name__)

ADD, FORGET = "add", "forget"


class RememberedCautions(Slot):
    """What a visitor has told of themselves: ids of caution rules, each with the conditions behind it, as first told.

    Set to a change, ``{"add": {"ca_pregnancy": ["pregnancy"]}, "forget": ["ca_tmd"]}``, it takes the change into what
    it holds, what is forgotten first. Set to any other mapping it holds that: so a replay from a summary of older turns
    (see ``window``) gives what a replay of all of them gives. Set to None it holds nothing. Anything else is logged and
    changes nothing, so that no event can keep a conversation from being read.
    """

    type_name = "bot.serving.slots.RememberedCautions"

    def __init__(self, name: str, mappings: list[dict[str, Any]], initial_value: Any = None,
                 value_reset_delay: int | None = None, influence_conversation: bool = False) -> None:
        """Raises InvalidSlotConfigError when it is to influence the conversation: it has no features."""
        if influence_conversation:
            raise InvalidSlotConfigError(
                f"The slot '{name}' in domain.yml has no features. Set influence_conversation: false there.")
        super().__init__(name, mappings, initial_value, value_reset_delay, influence_conversation)

    @property
    def value(self) -> dict[str, list[str]] | None:
        """Rule id -> conditions, in the order told; None when nothing is remembered."""
        return self._value

    @value.setter
    def value(self, value: Any) -> None:
        self._has_been_set = True
        if value is None:
            self._value = None
        elif _is_change(value):
            self._value = _changed(self._value or {}, value.get(ADD, {}), value.get(FORGET, ())) or None
        elif _are_cautions(value):
            self._value = {rule: list(conditions) for rule, conditions in value.items()} or None
        else:  # no words of it: they may be the visitor's
            logger.error("The slot '%s' was set to a %s that holds no cautions; it stays as it was.", self.name,
                         type(value).__name__)

    def _as_feature(self) -> list[float]:
        raise NotImplementedError(f"The slot '{self.name}' has no features.")


def _are_texts(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and all(isinstance(each, str) for each in value)


def _are_cautions(value: Any) -> bool:
    return isinstance(value, Mapping) and not {ADD, FORGET} & set(value) and all(
        isinstance(rule, str) and _are_texts(conditions) for rule, conditions in value.items())


def _is_change(value: Any) -> bool:
    return (isinstance(value, Mapping) and bool(value) and set(value) <= {ADD, FORGET}
            and _are_cautions(value.get(ADD, {})) and _are_texts(value.get(FORGET, ())))


def _changed(held: Mapping[str, Iterable[str]], add: Mapping[str, Iterable[str]],
             forget: Iterable[str]) -> dict[str, list[str]]:
    gone = frozenset(forget)
    kept = {rule: list(conditions) for rule, conditions in held.items() if rule not in gone}
    for rule, conditions in add.items():
        kept[rule] = list(dict.fromkeys([*kept.get(rule, ()), *conditions]))
    return kept
