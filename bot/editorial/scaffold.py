"""Starts a subject: its slug in the taxonomy and a file that passes the check and says nothing yet."""
from __future__ import annotations

import datetime
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from bot.editorial import nodes
from bot.editorial.faults import did_you_mean
from bot.editorial.library import Library, plain
from bot.editorial.lists import load
from bot.editorial.template import subject_file

SCHEMA = "../../../editorial/schema/subject.json"
_SLUG = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\Z")
_WIDTH = 110
_SOURCES = 2  # how many sources of its neighbours' advice a new subject starts with


class ScaffoldError(ValueError):
    """A subject cannot be started; the message says why and what to do."""


def new_subject(folder: Path, slug: str, name: str, family: str, today: datetime.date | None = None) -> Path:
    """Adds ``slug`` to the taxonomy of the content ``folder`` and writes its file; returns the file's path.

    The file has the name, one phrase, a review and its family's see-a-dermatologist line, and the other keys as
    commented examples: it passes the check, and answers come from broader subjects until claims are written.

    Raises:
        ScaffoldError: the slug, name or family cannot be used, or the subject is there already.
    """
    library = Library.read(folder)
    _refuse(library, folder, slug, name, family)
    path = folder / "subjects" / family / f"{slug}.yml"
    text = subject_file(SCHEMA, _values(library, name.strip(), family, today or datetime.date.today()))
    taxonomy = folder / "taxonomy.yml"
    extended = _with_slug(taxonomy.read_text(encoding="utf-8"), family, slug)
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, text)
    try:
        _write(taxonomy, extended)
    except OSError as error:
        path.unlink()
        raise ScaffoldError(f"{taxonomy} cannot be written: {error.strerror}. Nothing was changed.") from error
    return path


def _refuse(library: Library, folder: Path, slug: str, name: str, family: str) -> None:
    if not library.vocabularies:
        raise ScaffoldError(f"{folder}/taxonomy.yml cannot be read. Run `plumb check` and mend it first.")
    if not _SLUG.match(slug):
        raise ScaffoldError(f"'{slug}' is not a slug: use lower-case letters and digits, with _ between words, "
                            "starting with a letter, for example gua_sha.")
    families = list(dict.fromkeys(_families(library)))
    if family not in families:
        raise ScaffoldError(f"There is no family '{family}'. "
                            + did_you_mean(family, families, f"Families: {', '.join(families)}."))
    if slug in library.families:
        raise ScaffoldError(f"The subject '{slug}' is there already, in the family {library.families[slug]}.")
    if slug in library.vocabularies["face_areas"]:
        raise ScaffoldError(f"'{slug}' is a face area already. Use a longer slug, for example {slug}_care.")
    if any(file.parts[0] == "subjects" and file.slug == slug for file in library.files):
        raise ScaffoldError(f"There is a file for '{slug}' already, and taxonomy.yml does not list it. Add it there.")
    if not name.strip():
        raise ScaffoldError("The name is empty. Give the name that visitors read, for example \"Gua sha\".")
    owner = _owner(library, name)
    if owner:
        raise ScaffoldError(f"'{name}' already names '{owner}'. Take another name, or the phrase out of that entry.")


def _families(library: Library) -> list[str]:
    return [family for file in library.files if file.parts == ("taxonomy.yml",)
            for family in file.shape.subjects]


def _owner(library: Library, name: str) -> str | None:
    """The subject, area or condition that ``name`` names already."""
    entries = [(slug, file.shape.name, file.shape.also_called)
               for slug, file in (*library.subjects.items(), *library.areas.items())]
    entries += [(each.shape.slug, each.shape.name, each.shape.also_called) for each in library.conditions]
    return next((slug for slug, called, also in entries if plain(name) in {plain(word) for word in (called, *also)}),
                None)


def _values(library: Library, name: str, family: str, today: datetime.date) -> dict[str, Any]:
    advice = load("family_advice").get(family) or load("family_advice")["general"]
    due = today.replace(year=today.year + 1, day=min(today.day, 28))
    return {
        "name": name,
        "also_called": [name.lower()],
        "review": {"status": "editorial", "on": today.isoformat(), "due": due.isoformat()},
        "see_dermatologist": {**advice, "sources": _neighbours_sources(library, family)},
    }


def _neighbours_sources(library: Library, family: str) -> list[str]:
    """The sources that the family's own see-a-dermatologist lines cite most, or those of all subjects."""
    for files in ([file for file in library.subjects.values() if file.family == family], library.subjects.values()):
        cited = Counter(str(source) for file in files for source in file.shape.see_dermatologist.sources)
        if cited:
            return [source for source, _ in sorted(cited.items(), key=lambda item: (-item[1], item[0]))[:_SOURCES]]
    return []


def _with_slug(text: str, family: str, slug: str) -> str:
    """The taxonomy's text with ``slug`` at the end of its family; every other character stays as it is."""
    last, in_flow = _last_slug(text, family)
    lines = text.splitlines(keepends=True)
    line, column = last.end_mark.line, last.end_mark.column
    if in_flow:
        joined = f"{lines[line][:column]}, {slug}{lines[line][column:]}"
        if len(joined.rstrip()) > _WIDTH:
            joined = f"{lines[line][:column]},\n    {slug}{lines[line][column:]}"
        lines[line] = joined
    else:
        indent = " " * (last.start_mark.column - 2)
        lines.insert(line + 1, f"{indent}- {slug}\n")
        if not lines[line].endswith("\n"):
            lines[line] += "\n"
    return "".join(lines)


def _last_slug(text: str, family: str) -> tuple[yaml.Node, bool]:
    """The node of the family's last slug, and whether the list is written in brackets."""
    root = nodes.compose(text)
    for key in ("subjects", family):
        root = next(child for name, child in root.value if name.value == key)  # type: ignore[union-attr]
    assert isinstance(root, yaml.SequenceNode)
    if not root.value:
        raise ScaffoldError(f"The family '{family}' is empty in taxonomy.yml. Write the slug there by hand: [slug].")
    return root.value[-1], bool(root.flow_style)


def _write(path: Path, text: str) -> None:
    """Writes a whole file or nothing."""
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, path)
