"""The verb is as strong as the evidence, and no stronger."""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from bot.editorial import models
from bot.editorial.faults import Fault
from bot.editorial.files import ContentFile
from bot.editorial.library import Library
from bot.editorial.lists import any_word, load

_UNKNOWN = "strong"  # needs no hedge


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    for model in (models.Subject, models.Area):
        for file in library.of(model):
            for kind, headline in file.shape.headlines.items():
                yield from _headline(file, kind, headline)
            for number, none in enumerate(file.shape.none_found):
                yield from _refused(file, ("none_found", number, "text"), "none_found", none.text, None)
    for file in library.subjects.values():
        for row, cell in file.shape.glance:
            levels = {library.claims[claim].shape.evidence for claim in cell.claims if claim in library.claims} \
                if cell is not None else {_UNKNOWN}
            if _UNKNOWN not in levels:
                yield from _refused(file, ("glance", row, "text"), f"glance cell '{row}'", cell.text, None)
    for debate in library.debates:
        yield from _refused(debate.file, debate.loc + ("summary",), "the summary", debate.shape.summary, None)


def _headline(file: ContentFile, kind: str, headline: models.Headline) -> Iterator[Fault]:
    words = load("wording")
    level, loc, name = headline.evidence, ("headlines", kind, "text"), f"headline for '{kind}'"
    if level == _UNKNOWN:
        return
    yield from _refused(file, loc, name, headline.text, level)
    needed = words["headline"].get(level)
    if needed is None or kind in words["exempt_kinds"] or any_word(needed).search(headline.text):
        return
    strong = any_word(words["too_strong"]).search(headline.text)
    says = f"says '{strong.group(0)}'" if strong else "is worded as a fact"
    choices = ", ".join(f"'{word}'" for word in needed[:-1][:5]) + f" or '{needed[-1]}'"
    yield file.fault(loc, "wording", f"{name} {says} but its evidence is only '{level}'.", f"Say {choices}.")


def _refused(file: ContentFile, loc: tuple, name: str, text: str, level: str | None) -> Iterator[Fault]:
    for match in any_word(load("wording")["refused"]).finditer(text):
        before = text[:match.start()].rstrip().lower()
        if any(re.search(rf"(?<!\w){re.escape(word)}\Z", before) for word in load("wording")["allowed_after"]):
            continue
        but = f" but its evidence is only '{level}'" if level else " and no strong evidence carries it"
        yield file.fault(loc, "overclaim", f"{name} says '{match.group(0)}'{but}.", "Say what was found instead.")
        return
