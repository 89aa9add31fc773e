import shutil
from pathlib import Path

from bot import settings
from bot.nlu import language_setup
from bot.nlu.language import load_language, read_text


def test_a_pipeline_that_is_there_is_left_alone() -> None:
    assert language_setup.set_up(settings.read().language_dir) is False


def test_other_code_writes_it_anew(tmp_path: Path) -> None:
    copy = tmp_path / "language"
    shutil.copytree(settings.read().language_dir, copy)
    assert language_setup.is_current(copy)
    (copy / language_setup.RECORD_FILE).write_text('{"version": "older"}')
    assert not language_setup.is_current(copy)
    assert language_setup.set_up(copy) is True
    assert language_setup.is_current(copy) and [path.name for path in tmp_path.iterdir()] == ["language"]
    assert [token.lemma_ for token in read_text(load_language(copy), "jowls")] == ["jowl"]


def test_word_pieces_are_whole_words(tmp_path: Path) -> None:
    (tmp_path / "vocab.txt").write_text("[CLS]\n##ing\nthe\na\ncafé\n12\nface\n")
    assert language_setup.whole_word_pieces(tmp_path / "vocab.txt") == ["the", "face"]
