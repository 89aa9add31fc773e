"""Reads a content folder: which file has which shape, its values, and where each value stands."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.editorial import models, nodes
from bot.editorial.faults import ERROR, Fault
from bot.editorial.nodes import Loc, Place
from bot.editorial.shape import explain, prunable
from bot.editorial.syntax import explain_yaml

#: Files at the top of the content folder, by name.
TOP: dict[str, type[models.Shape]] = {
    "taxonomy.yml": models.Taxonomy,
    "sources.yml": models.Sources,
    "conditions.yml": models.Conditions,
    "referrals.yml": models.Referrals,
    "glossary.yml": models.Glossary,
    "debates.yml": models.Debates,
    "phrases.yml": models.Phrases,
    "safety.yml": models.Safety,
}

_WORD = re.compile(r"[A-Za-z0-9_]+")


@dataclass
class ContentFile:
    """One file. ``shape`` is the validated part; ``faulty`` when some of the file could not be read."""

    path: str
    parts: tuple[str, ...]  # path below the content folder
    text: str = ""
    model: type[models.Shape] | None = None
    data: Any = None
    shape: Any = None
    places: dict[Loc, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    faulty: bool = False

    @property
    def slug(self) -> str:
        return self.parts[-1].rsplit(".", 1)[0]

    @property
    def family(self) -> str:
        return self.parts[-2] if len(self.parts) > 2 else ""

    def place(self, loc: Loc) -> Place:
        """Line and column of a path, or of the nearest part of it that the file has."""
        for end in range(len(loc), -1, -1):
            if loc[:end] in self.places:
                return self.places[loc[:end]]
        return 1, 1

    def fault(self, loc: Loc, code: str, cause: str, remedy: str, severity: str = ERROR) -> Fault:
        """A fault at a path of this file."""
        line, column = self.place(loc)
        return Fault(self.path, line, column, code, cause, remedy, severity)

    def words(self) -> frozenset[str]:
        """Every word of the file's text: what a faulty file may have defined or cited."""
        return frozenset(_WORD.findall(self.text))


def model_of(parts: tuple[str, ...]) -> tuple[bool, type[models.Shape] | None]:
    """Whether a path below the content folder is known, and the model of its shape."""
    if len(parts) == 1:
        return parts[0] in TOP, TOP.get(parts[0])
    if parts[0] == "subjects" and len(parts) == 3:
        return True, models.Subject
    if parts[0] == "areas" and len(parts) == 2:
        return True, models.Area
    if parts[0] == "routines" and len(parts) == 2:
        return True, models.Routine
    return False, None


def read_folder(folder: Path) -> list[ContentFile]:
    """Every YAML file below ``folder`` in a fixed order, except those whose name starts with ``_``."""
    paths = sorted(p for p in folder.rglob("*") if p.suffix in (".yml", ".yaml") and not p.name.startswith("_"))
    return [read_file(path, path.relative_to(folder).parts) for path in paths if path.is_file()]


def read_file(path: Path, parts: tuple[str, ...]) -> ContentFile:
    """One file, with the faults of its syntax and shape."""
    file = ContentFile(path.as_posix(), parts)
    known, file.model = model_of(parts)
    if not known:
        file.faults.append(file.fault((), "unknown-file", f"{'/'.join(parts)} is not a file that content has.",
                                      "Subjects go in subjects/<family>/<slug>.yml; see bot/content/README.md."))
        return file
    return _read(file, path)


def read_as(path: Path, model: type[models.Shape]) -> ContentFile:
    """A file from elsewhere that has the shape of ``model``, with the faults of its syntax and shape."""
    return _read(ContentFile(path.as_posix(), path.parts, model=model), path)


def _read(file: ContentFile, path: Path) -> ContentFile:
    try:
        file.text = path.read_bytes().decode("utf-8-sig")
        root = nodes.compose(file.text)
        document = nodes.build(root)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        file.text = error.object.decode("utf-8", "replace")
        return _unreadable(file, (line, 1), "not-utf8", "The file is not UTF-8 text.",
                           "Save it with the encoding UTF-8.")
    except nodes.YamlProblem as problem:
        cause, remedy = explain_yaml(problem.problem)
        return _unreadable(file, problem.place, "yaml-syntax", cause, remedy)
    file.data, file.places = document.data, document.places
    for loc, (line, column) in document.duplicates:
        first = document.places[loc][0]
        file.faults.append(Fault(file.path, line, column, "duplicate-key",
                                 f"'{loc[-1]}' stands here a second time (first on line {first}).",
                                 "Keep one of them."))
    file.faulty = bool(document.duplicates)
    if file.model is not None:
        _validate(file, root)
    return file


def _unreadable(file: ContentFile, place: Place, code: str, cause: str, remedy: str) -> ContentFile:
    file.faults.append(Fault(file.path, *place, code, cause, remedy))
    file.faulty = True
    return file


def _validate(file: ContentFile, root: Any) -> None:
    """Sets ``shape``; what does not fit is reported and left out, so that the rest is checked all the same."""
    assert file.model is not None
    if not isinstance(file.data, dict):
        file.faulty = True
        cause = "The file is empty." if file.data is None else "The file does not start with `key: value` lines."
        file.faults.append(file.fault((), "empty-file", cause, "Start from _template.yml."))
        return
    try:
        file.shape = file.model.parse_obj(file.data)
        return
    except ValidationError as error:
        problems: list[Any] = error.errors()
    file.faulty = True
    file.faults.extend(explain(file, problem) for problem in problems)
    document = nodes.build(root, frozenset(prunable(problem) for problem in problems))
    try:
        file.shape = file.model.parse_obj(document.data)
        file.data, file.places = document.data, document.places
    except ValidationError:
        file.shape = None
