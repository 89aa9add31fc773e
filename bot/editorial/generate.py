"""``python -m bot.editorial.generate [--check]``: writes what follows from the models, safety.yml and the labels.

Schemas, the template and the editor's settings come from the models; domain.yml's safety answers from safety.yml; the
group "labels" of the widget's words from ``bot/render/labels.py``.

With ``--check`` nothing is written, and the exit code is 1 when a file is not what would be written.
"""
from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from bot.editorial.library import Library
from bot.editorial.safety_responses import domain_with
from bot.editorial.schemas import SCHEMAS, schema_of
from bot.editorial.template import example_values, subject_file
from bot.editorial.widget_words import with_labels

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = "domain.yml"
WIDGET_WORDS = "bot/widget/locales/en.json"
SCHEMA_FOLDER = "bot/editorial/schema"


def generated(root: Path = ROOT) -> dict[str, str]:
    """Path below ``root`` -> text, of every generated file."""
    library = Library.read(root / "bot" / "content")
    vocabularies = library.vocabularies
    if not vocabularies:
        raise ValueError("bot/content/taxonomy.yml cannot be read; run `plumb check` and mend it first.")
    files = {f"{SCHEMA_FOLDER}/{name}.json": _json(schema_of(name, vocabularies)) for name in SCHEMAS}
    files["bot/content/_template.yml"] = subject_file("../editorial/schema/subject.json", example_values())
    files[".vscode/settings.json"] = _json({
        "yaml.schemas": {f"./{SCHEMA_FOLDER}/{name}.json": list(paths) for name, (_, paths) in SCHEMAS.items()},
        "files.encoding": "utf8",
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True},
    })
    files[".vscode/extensions.json"] = _json({"recommendations": ["redhat.vscode-yaml"]})
    domain = _text(root / DOMAIN)
    if domain is not None:
        files[DOMAIN] = domain_with(domain, [placed.shape for placed in library.safety_rules])
    words = _text(root / WIDGET_WORDS)
    if words is not None:
        files[WIDGET_WORDS] = _json(with_labels(json.loads(words)))
    return files


def stale(root: Path = ROOT) -> list[str]:
    """The generated files that are missing or not what would be written, and schemas that nothing makes."""
    files = generated(root)
    old = [path for path, text in files.items() if _text(root / path) != text]
    extra = [path.relative_to(root).as_posix() for path in sorted((root / SCHEMA_FOLDER).glob("*.json"))]
    return old + [path for path in extra if path not in files]


def write(root: Path = ROOT) -> None:
    """Writes every generated file and removes schemas that nothing makes."""
    files = generated(root)
    for path in (root / SCHEMA_FOLDER).glob("*.json"):
        if path.relative_to(root).as_posix() not in files:
            path.unlink()
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, or 1 when ``--check`` finds a stale file."""
    parser = argparse.ArgumentParser(prog="python -m bot.editorial.generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say which files are stale")
    if not parser.parse_args(arguments).check:
        write()
        return 0
    found = stale()
    for path in found:
        print(f"{path} is stale. Run `make generate` and commit it.", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
