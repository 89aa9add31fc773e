"""What follows from the content: the words that the recogniser knows, and the texts that can be searched."""
from __future__ import annotations

from collections.abc import Iterator

from bot.model import Area, Content, Passage, Subject, VocabularyEntry


def vocabulary(content: Content) -> tuple[VocabularyEntry, ...]:
    """Every name and synonym that editors wrote, with the slug it stands for."""
    return tuple(
        [VocabularyEntry("subject", each.slug, (each.name, *each.also_called)) for each in content.subjects]
        + [VocabularyEntry("area", each.slug, (each.name, *each.also_called)) for each in content.areas]
        + [VocabularyEntry("condition", each.slug, (each.name, *each.also_called)) for each in content.conditions]
        + [VocabularyEntry("term", each.slug, (each.term, *each.also_called)) for each in content.glossary]
    )


def _headlines(place: Subject | Area) -> Iterator[Passage]:
    subjects = (place.slug,) if isinstance(place, Subject) else ()
    areas = () if isinstance(place, Subject) else (place.slug,)
    for headline in place.headlines:
        ref = f"headline:{place.slug}/{headline.kind}"
        for text in (headline.text, *headline.asked_as):
            yield Passage(ref, text, headline.kind, subjects, areas)


def passages(content: Content) -> tuple[Passage, ...]:
    """The searchable texts: headlines, claims, the questions they answer, and the glossary."""
    places: list[Subject | Area] = [*content.subjects, *content.areas]
    found = [passage for place in places for passage in _headlines(place)]
    for claim in content.claims:
        for text in (claim.text, *claim.asked_as):
            found.append(Passage(f"claim:{claim.id}", text, claim.kind, claim.subjects, claim.areas))
    for term in content.glossary:
        found.append(Passage(f"term:{term.slug}", f"{term.term}: {term.text}", "definition", (), ()))
    return tuple(found)
