"""The store's small parts, and what it must not import."""
from __future__ import annotations

import subprocess
import sys
from array import array
from dataclasses import fields, replace

import numpy as np
import pytest

from bot.model import Content, Withheld
from bot.store import migrate, vectors
from bot.store.bundle import prepare
from bot.store.words import MAX_WORD_LENGTH, normalise, query_words
from tests import postgres
from tests.fixtures_content import small_content


def test_words_are_plain_and_lower_case() -> None:
    assert normalise("Do Gua-Sha\tstrokes, really_HELP? (50%)") == "do gua sha strokes really help 50"
    assert normalise("Crème brûlée ﬁrm Straße") == "creme brulee firm strasse"
    assert normalise("\0\n …!") == ""
    assert normalise("x" * 500) == "x" * MAX_WORD_LENGTH


def test_a_querys_words_are_few_and_say_something() -> None:
    assert query_words("What is the jaw, and why does my JAW sag?", 32) == ("jaw", "sag")
    assert query_words("one two three", 2) == ("one", "two")


def test_vectors_are_float32_bytes_of_any_sequence() -> None:
    blob = b"\x00\x00\x80\x3f\x00\x00\x00\xbf"  # 1.0 and -0.5, little-endian
    wide = np.array([1.0, -0.5])
    for vector in ((1.0, -0.5), array("f", [1.0, -0.5]), wide, wide.astype(np.float32)):
        assert vectors.to_bytes(vector) == blob
    assert vectors.from_bytes(blob) == array("f", [1.0, -0.5])
    assert np.asarray(vectors.from_bytes(blob)).dtype == np.float32
    assert vectors.to_bytes(None) is vectors.from_bytes(None) is None


def test_the_store_starts_without_what_it_does_not_need() -> None:
    code = ("import sys, bot.store.cache, bot.store.repository\n"
            "heavy = {'rasa', 'tensorflow', 'spacy', 'numpy', 'alembic', 'onnxruntime'} & set(sys.modules)\n"
            "sys.exit(str(heavy) if heavy else 0)")
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_digest_changes_with_a_caution_and_with_a_rules_level() -> None:
    content = small_content()
    caution, level = content.cautions[0], content.safety_levels[0]
    changed = [replace(content, cautions=(replace(caution, **change), *content.cautions[1:])) for change in (
        {"message": "Rest."}, {"withholds": Withheld(("face_yoga",))}, {"blocks_routines": False}, {"conditions": ()})]
    changed.append(replace(content, safety_levels=(replace(level, level="urgent"),)))
    digests = {prepare(each, (), (), "").digest for each in [content, *changed]}
    assert len(digests) == 1 + len(changed)


@pytest.mark.postgres
def test_the_migration_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
                               postgres_server: postgres.PostgresServer) -> None:
    monkeypatch.setenv(migrate.URL_VARIABLE, postgres_server.new_database())
    monkeypatch.setattr(sys, "argv", ["migrate"])
    assert migrate.main() == 0
    assert "has this program's schema" in capsys.readouterr().out
    monkeypatch.setattr(sys, "argv", ["migrate", postgres_server.url("missing", password="s3cret")])
    assert migrate.main() == 1
    assert "s3cret" not in capsys.readouterr().err


def test_a_missing_postgresql_fails_where_it_is_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(postgres.REQUIRE_VARIABLE, raising=False)
    assert not postgres.is_required()
    monkeypatch.setenv(postgres.REQUIRE_VARIABLE, "1")
    assert postgres.is_required()


def test_the_fixtures_have_every_field_of_the_content() -> None:
    """A field that is new in the model must be in the store's tests, and so in the store."""
    content = small_content()
    assert [field.name for field in fields(Content) if not getattr(content, field.name)] == []
