"""The fixed sentences: all there, with just the placeholders that the service fills."""
from __future__ import annotations

from string import Formatter

from bot.answers.phrases import REQUIRED
from bot.model import Content


def test_the_content_has_every_phrase_and_no_other(real_content: Content) -> None:
    assert {phrase.name for phrase in real_content.phrases} == set(REQUIRED)


def test_each_phrase_has_its_placeholders(real_content: Content) -> None:
    written = {phrase.name: {field for _, field, _, _ in Formatter().parse(phrase.text) if field}
               for phrase in real_content.phrases}
    assert written == {name: set(values) for name, values in REQUIRED.items()}
