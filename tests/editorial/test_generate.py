"""The generated files are what the models say, and describe the real files."""
from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from bot.editorial import generate, nodes
from bot.editorial.schemas import SCHEMAS

ROOT = generate.ROOT


def schema(name: str) -> dict[str, object]:
    loaded: dict[str, object] = json.loads(generate.generated()[f"{generate.SCHEMA_FOLDER}/{name}.json"])
    return loaded


def files() -> list[tuple[str, Path]]:
    valid = Path(__file__).parent / "valid"
    return [(name, path) for root in (ROOT, valid) for name, (_, patterns) in SCHEMAS.items() for pattern in patterns
            for path in sorted(root.glob(pattern))]


def test_no_generated_file_is_stale() -> None:
    assert generate.stale() == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_draft_7_and_explains_its_keys(name: str) -> None:
    found = schema(name)
    jsonschema.Draft7Validator.check_schema(found)
    assert found["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert all("description" in key for key in found["properties"].values())  # type: ignore[attr-defined]


def test_every_file_of_the_project_fits_its_schema() -> None:
    validators = {name: jsonschema.Draft7Validator(schema(name)) for name in SCHEMAS}
    wrong = [(path.relative_to(ROOT).as_posix(), list(error.path), error.message) for name, path in files()
             for error in validators[name].iter_errors(nodes.build(nodes.compose(path.read_text("utf-8"))).data)]
    assert wrong == []
    assert len(files()) > 50


def test_a_schema_refuses_what_the_check_refuses() -> None:
    path = Path(__file__).parent / "valid" / "bot" / "content" / "subjects" / "exercise" / "facial_exercise.yml"
    validator = jsonschema.Draft7Validator(schema("subject"))
    for old, new in (("stance: opposes", "stence: opposes"), ("stance: opposes", "stance: against"),
                     ("  effectiveness:", "  efectiveness:"), ("text: \"Facial", "text: \"\" # \"Facial")):
        text = path.read_text("utf-8").replace(old, new, 1)
        assert list(validator.iter_errors(nodes.build(nodes.compose(text)).data)), new


def test_a_stale_missing_or_left_over_file_is_found_and_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                              capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(Path(__file__).parent / "valid" / "bot", tmp_path / "bot")
    generate.write(tmp_path)
    assert generate.stale(tmp_path) == []
    folder = tmp_path / generate.SCHEMA_FOLDER
    (folder / "subject.json").write_text("{}", encoding="utf-8")
    (folder / "old.json").write_text("{}", encoding="utf-8")
    (tmp_path / ".vscode" / "settings.json").unlink()
    assert generate.stale(tmp_path) == [f"{generate.SCHEMA_FOLDER}/subject.json", ".vscode/settings.json",
                                        f"{generate.SCHEMA_FOLDER}/old.json"]
    monkeypatch.setattr(generate, "stale", lambda: ["bot/content/_template.yml"])
    assert generate.main(["--check"]) == 1
    assert "bot/content/_template.yml is stale. Run `make generate`" in capsys.readouterr().err
    generate.write(tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{name}.json" for name in SCHEMAS)


def test_every_schema_line_in_a_content_file_points_to_a_schema() -> None:
    for path in (ROOT / "bot" / "content").rglob("*.yml"):
        first = path.read_text("utf-8").splitlines()[0]
        if "$schema=" in first:
            target = (path.parent / first.partition("$schema=")[2].strip()).resolve()
            assert target.is_file(), f"{path}: {first}"
