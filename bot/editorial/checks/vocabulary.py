"""Slugs stand in the taxonomy, files stand where the taxonomy puts them, and every entry has its file."""
from __future__ import annotations

import datetime
from collections.abc import Iterator

from bot.editorial import models
from bot.editorial.faults import Fault, did_you_mean
from bot.editorial.files import ContentFile
from bot.editorial.library import Library, walk
from bot.editorial.words import Vocabulary

_NAMES = {"question_kinds": "question kind", "face_areas": "face area", "subjects": "subject", "families": "family",
          "stances": "stance", "evidence_levels": "evidence level", "source_kinds": "source kind"}


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    if not library.vocabularies:
        yield from _no_taxonomy(library)
        return
    for file in library.files:
        if file.shape is not None and file.model is not models.Taxonomy:
            yield from _slugs(library, file)
    yield from _places(library)
    yield from _conditions(library)
    yield from _entries(library)


def _no_taxonomy(library: Library) -> Iterator[Fault]:
    if not any(file.parts == ("taxonomy.yml",) for file in library.files):
        where = library.files[0].path if library.files else "taxonomy.yml"
        yield Fault(where, 1, 1, "no-taxonomy", "There is no taxonomy.yml in this content folder.",
                    "Give the folder that holds taxonomy.yml, for example bot/content.")


def _slugs(library: Library, file: ContentFile) -> Iterator[Fault]:
    for loc, word in walk(file.shape):
        if isinstance(word, Vocabulary):
            known = library.vocabularies[word.vocabulary]
            if word not in known:
                name = _NAMES[word.vocabulary]
                yield file.fault(loc, "unknown-slug", f"'{word}' is not a {name} of taxonomy.yml.",
                                 did_you_mean(word, known, f"Use one that stands there, or add the {name}."))


def _places(library: Library) -> Iterator[Fault]:
    for slug, file in library.subjects.items():
        family = library.families.get(slug)
        if family is None:
            yield file.fault((), "file-outside-taxonomy", f"'{slug}' is not a subject of taxonomy.yml.",
                             did_you_mean(slug, library.families, "Add it there, or rename the file."))
        elif family != file.family:
            yield file.fault((), "wrong-family", f"'{slug}' is in the family {family}, not {file.family}.",
                             f"Move the file to subjects/{family}/.")
    areas = library.vocabularies["face_areas"]
    for slug, file in library.areas.items():
        if slug not in areas:
            yield file.fault((), "file-outside-taxonomy", f"'{slug}' is not a face area of taxonomy.yml.",
                             did_you_mean(slug, areas, "Add it there, or rename the file."))


def _conditions(library: Library) -> Iterator[Fault]:
    known = library.vocabularies["conditions"]
    for placed in library.conditions:
        slug = placed.shape.slug
        if slug not in known:
            yield placed.file.fault(placed.loc + ("slug",), "unknown-slug", f"'{slug}' is not a condition of "
                                    "taxonomy.yml.", did_you_mean(slug, known, "Add it there."))
    described = {placed.shape.slug for placed in library.conditions} | library.hidden
    for file in library.of(models.Taxonomy):
        for slug in file.shape.conditions:
            if slug not in described:
                yield file.fault(("conditions", slug), "no-entry", f"The condition '{slug}' is not in conditions.yml.",
                                 "Add its name and the words that people type for it.")


def _entries(library: Library) -> Iterator[Fault]:
    there = {(file.parts[0], file.slug) for file in library.files}
    for file in library.of(models.Taxonomy):
        for family, slugs in file.shape.subjects.items():
            for number, slug in enumerate(slugs):
                if ("subjects", slug) not in there:
                    yield file.fault(("subjects", family, number), "no-file", f"The subject '{slug}' has no file.",
                                     f"Write subjects/{family}/{slug}.yml (`plumb new-subject` starts one).")
        for number, slug in enumerate(file.shape.face_areas):
            if ("areas", slug) not in there:
                yield file.fault(("face_areas", number), "no-file", f"The face area '{slug}' has no file.",
                                 f"Write areas/{slug}.yml.")
        seen: set[str] = set()
        for family, slugs in file.shape.subjects.items():
            for number, slug in enumerate(slugs):
                if slug in seen:
                    yield file.fault(("subjects", family, number), "duplicate-id",
                                     f"The subject '{slug}' stands in taxonomy.yml twice.", "Keep one of them.")
                seen.add(slug)
