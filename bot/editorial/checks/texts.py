"""Texts are short enough for a phone."""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from bot.editorial.faults import Fault
from bot.editorial.files import ContentFile
from bot.editorial.library import Library
from bot.editorial.models import Area, Subject
from bot.editorial.nodes import Loc

HEADLINE_WORDS, CLAIM_WORDS, CLAIM_SENTENCES, ADVICE_WORDS, GLANCE_WORDS = 30, 45, 2, 30, 14

_SENTENCE_END = re.compile(r"[.!?]+[\"')\]]*(?=\s+[A-Z0-9\"'(]|\Z)")


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    for model in (Subject, Area):
        for file in library.of(model):
            for loc, name, text, limit in _limited(file):
                words = len(text.split())
                if words > limit:
                    yield file.fault(loc, "too-long", f"{name} has {words} words; {limit} is the most.", "Shorten it.")
    for claim in library.all_claims:
        sentences = len(_SENTENCE_END.findall(claim.shape.text))
        if sentences > CLAIM_SENTENCES:
            yield claim.file.fault(claim.loc + ("text",), "too-long", f"claim '{claim.shape.id}' has {sentences} "
                                   f"sentences; {CLAIM_SENTENCES} is the most.", "Shorten it or split the claim.")


def _limited(file: ContentFile) -> Iterator[tuple[Loc, str, str, int]]:
    shape = file.shape
    yield ("see_dermatologist", "text"), "see_dermatologist", shape.see_dermatologist.text, ADVICE_WORDS
    for kind, headline in shape.headlines.items():
        yield ("headlines", kind, "text"), f"headline for '{kind}'", headline.text, HEADLINE_WORDS
    if file.model is Subject:
        for row, cell in shape.glance:
            if cell is not None:
                yield ("glance", row, "text"), f"glance cell '{row}'", cell.text, GLANCE_WORDS
        for number, claim in enumerate(shape.claims):
            yield ("claims", number, "text"), f"claim '{claim.id}'", claim.text, CLAIM_WORDS
