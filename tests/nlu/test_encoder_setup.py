import json
import shutil
from pathlib import Path

import pytest

from bot import settings
from bot.nlu import encoder_setup
from bot.nlu.encoder import MODEL_FILE, RECORD_FILE


def test_the_installed_weights_are_the_published_ones() -> None:
    encoder_setup.check_sources(encoder_setup.source_directory())


def test_changed_weights_are_refused(tmp_path: Path) -> None:
    for name in encoder_setup.SOURCE_DIGESTS:
        (tmp_path / name).write_bytes(b"something else")
    with pytest.raises(encoder_setup.EncoderSourceError, match="sha256"):
        encoder_setup.check_sources(tmp_path)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(encoder_setup.EncoderSourceError, match=r"model\.safetensors is missing"):
        encoder_setup.check_sources(tmp_path)


def test_an_encoder_that_is_there_is_left_alone() -> None:
    assert encoder_setup.set_up(settings.read().encoder_dir) is False


@pytest.mark.parametrize("damage", ["other format", "short model", "no record"])
def test_a_damaged_encoder_is_not_current(tmp_path: Path, damage: str) -> None:
    copy = tmp_path / "encoder"
    shutil.copytree(settings.read().encoder_dir, copy)
    assert encoder_setup.is_current(copy)
    if damage == "other format":
        record = json.loads((copy / RECORD_FILE).read_text())
        (copy / RECORD_FILE).write_text(json.dumps({**record, "format": 0}))
    elif damage == "short model":
        (copy / MODEL_FILE).write_bytes(b"cut")
    else:
        (copy / RECORD_FILE).unlink()
    assert not encoder_setup.is_current(copy)


def test_a_failed_conversion_leaves_the_old_encoder_and_no_rubbish(tmp_path: Path, monkeypatch) -> None:
    target = tmp_path / "encoder"
    target.mkdir()
    (target / "old").write_text("old")

    def fail(source: Path, working: Path) -> None:
        (working / "half").write_text("half")
        raise OSError("disk full")

    monkeypatch.setattr(encoder_setup, "convert", fail)
    with pytest.raises(OSError, match="disk full"):
        encoder_setup.set_up(target)
    assert [path.name for path in tmp_path.iterdir()] == ["encoder"]
    assert (target / "old").read_text() == "old"


def test_a_new_encoder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    old, new = tmp_path / "encoder", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
        (folder / folder.name).write_text("")
    encoder_setup.replace_directory(new, old)
    assert [path.name for path in tmp_path.rglob("*")] == ["encoder", "new"]
