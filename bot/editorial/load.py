"""A content folder as ``bot.model.Content``."""
from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from bot import model
from bot.editorial import models
from bot.editorial.check import check_library
from bot.editorial.faults import ERROR, Fault
from bot.editorial.files import ContentFile
from bot.editorial.library import Library, Placed, PlacedClaim
from bot.editorial.words import Text


def load_content(folder: Path, today: datetime.date | None = None) -> tuple[model.Content | None, list[Fault]]:
    """The content of a folder and all its faults, sorted; the content is None when there is an error among them.

    ``today`` decides which reviews are overdue; the day of the call when None.
    """
    library, faults = check_library(folder, today)
    if any(fault.severity == ERROR for fault in faults):
        return None, faults
    return content_of(library), faults


def content_of(library: Library) -> model.Content:
    """The content of files without errors, in the taxonomy's order, so that the same files give the same content."""
    subjects, areas = library.vocabularies["subjects"], library.vocabularies["face_areas"]
    return model.Content(
        subjects=tuple(_subject(library.subjects[slug]) for slug in subjects),
        areas=tuple(_area(library.areas[slug]) for slug in areas),
        claims=tuple(_claim(claim) for slug in subjects for claim in library.all_claims if claim.file.slug == slug),
        sources=tuple(_source(placed.shape) for placed in library.all_sources),
        conditions=tuple(_record(model.Condition, placed) for placed in library.conditions),
        referrals=tuple(_record(model.Referral, placed) for placed in library.referrals),
        glossary=tuple(_record(model.GlossaryTerm, placed) for placed in library.terms),
        routines=tuple(_routine(file) for file in library.routines.values()),
        debates=tuple(_record(model.Debate, placed) for placed in library.debates),
        phrases=tuple(model.Phrase(str(name), str(text)) for file in library.of(models.Phrases)
                      for name, text in file.shape.phrases.items()),
        cautions=tuple(_caution(placed.shape) for placed in library.safety_rules if placed.shape.level == "caution"),
        safety_levels=tuple(model.SafetyLevel(str(placed.shape.id), placed.shape.level)
                            for placed in library.safety_rules if placed.shape.level != "caution"),
    )


def _plain(value: Any) -> Any:
    """Lists as tuples and texts as plain strings: the words' types are for the checks only."""
    if isinstance(value, Text):
        return str(value)
    if isinstance(value, list):
        return tuple(_plain(item) for item in value)
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value


def _values(shape: models.Shape, *without: str) -> dict[str, Any]:
    return {name: _plain(value) for name, value in shape if name not in without}


def _record(kind: type, placed: Placed) -> Any:
    return kind(**_values(placed.shape))


def _entry(shape: models.Entry) -> dict[str, Any]:
    return {
        "name": str(shape.name),
        "also_called": _plain(shape.also_called),
        "see_dermatologist": model.SeeDermatologist(**_values(shape.see_dermatologist)),
        "review": model.Review(**_values(shape.review)),
        "headlines": tuple(model.Headline(kind=str(kind), **_values(headline))
                           for kind, headline in shape.headlines.items()),
        "none_found": tuple(model.NoneFound(**_values(none)) for none in shape.none_found),
    }


def _subject(file: ContentFile) -> model.Subject:
    shape: models.Subject = file.shape
    return model.Subject(
        slug=file.slug, family=file.family, parent=_plain(shape.parent), routines=_plain(shape.routines),
        glance={row: model.Glance(**_values(cell)) for row, cell in shape.glance if cell is not None},
        **_entry(shape),
    )


def _area(file: ContentFile) -> model.Area:
    return model.Area(slug=file.slug, **_entry(file.shape))


def _figures(value: Any) -> Any:
    """Figures are JSON values, as the store keeps them: their lists stay lists."""
    if isinstance(value, list):
        return [_figures(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _figures(item) for key, item in value.items()}
    return _plain(value)


def _claim(claim: PlacedClaim) -> model.Claim:
    shape: models.Claim = claim.shape
    return model.Claim(
        subjects=claim.subjects,
        study=model.Study(**_values(shape.study)) if shape.study else None,
        article=model.ArticleCheck(**_values(shape.article)) if shape.article else None,
        figures=_figures(shape.figures),
        **_values(shape, "also_about", "study", "article", "figures"),
    )


def _source(shape: models.Source) -> model.Source:
    """A visitor's link: the address, or the DOI as a doi.org link where the record has no address."""
    values = _values(shape, "doi", "seen_at", "link_note")
    if values["url"] is None and shape.doi:
        values["url"] = f"https://doi.org/{shape.doi}"
    return model.Source(**values)


def _caution(shape: models.SafetyRule) -> model.CautionRule:
    assert shape.touches is not None and shape.withholds is not None  # checked: a caution has both
    return model.CautionRule(
        touches=model.Touches(**_values(shape.touches)), withholds=model.Withheld(**_values(shape.withholds)),
        review_status=shape.review.status,
        **_values(shape, "level", "touches", "withholds", "triggers", "look_alikes", "primary_source", "review"),
    )


def _routine(file: ContentFile) -> model.Routine:
    shape: models.Routine = file.shape
    return model.Routine(
        slug=file.slug,
        steps=tuple(model.RoutineStep(**_values(step)) for step in shape.steps),
        review=model.Review(**_values(shape.review)),
        **_values(shape, "slug", "steps", "review"),
    )
