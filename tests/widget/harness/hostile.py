"""Publishes the editors' content with hostile texts in it, past the checks that refuse them: for the browser tests.

Reads the texts as a JSON array from standard input. Everything that is said about gua sha then holds all of them:
claims, caveats, headlines, signs to see a doctor about, and the sources' titles, publishers, funding and addresses.
"""
from __future__ import annotations

import datetime
import json
import sys
from dataclasses import replace

from bot.bootstrap import publish
from bot.editorial.load import load_content
from bot.model import Claim, Content, Source, Subject
from bot.settings import ROOT

SUBJECT = "gua_sha"
BETWEEN = " ¦ "


def _claim(claim: Claim, hostile: str) -> Claim:
    return replace(claim, text=f"{claim.text}{BETWEEN}{hostile}", caveat=f"{claim.caveat}{BETWEEN}{hostile}")


def _source(source: Source, hostile: str, address: str) -> Source:
    return replace(source, title=f"{source.title}{BETWEEN}{hostile}", publisher=f"{source.publisher}{BETWEEN}{hostile}",
                   funding=f"{source.funding}{BETWEEN}{hostile}", url=address)


def _subject(subject: Subject, hostile: str) -> Subject:
    doctor = subject.see_dermatologist
    return replace(
        subject, see_dermatologist=replace(doctor, when=(*doctor.when, hostile)),
        headlines=tuple(replace(each, text=f"{each.text}{BETWEEN}{hostile}") for each in subject.headlines),
    )


def with_hostile_texts(content: Content, texts: list[str]) -> Content:
    """The content with all of ``texts`` in what is said about the subject, and one as the address of each source."""
    hostile = BETWEEN.join(texts)
    spoiled = {source for claim in content.claims if SUBJECT in claim.subjects for source in claim.sources}
    addresses = {source: texts[number % len(texts)] for number, source in enumerate(sorted(spoiled))}
    return replace(
        content,
        claims=tuple(_claim(each, hostile) if SUBJECT in each.subjects else each for each in content.claims),
        sources=tuple(_source(each, hostile, addresses[each.id]) if each.id in spoiled else each
                      for each in content.sources),
        subjects=tuple(_subject(each, hostile) if each.slug == SUBJECT else each for each in content.subjects),
    )


def main() -> int:
    """Publishes, and returns the exit code."""
    content, faults = load_content(ROOT / "bot" / "content", datetime.date.today())
    if content is None:
        print(*faults, sep="\n", file=sys.stderr)
        return 1
    publish(with_hostile_texts(content, json.load(sys.stdin)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
