"""A token lets its visitor in, for a time, and nobody else."""
from __future__ import annotations

import stat
import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path

import jwt
import pytest

from bot.channels.tokens import ALGORITHM, AUDIENCE, BadToken, Tokens, secret_in

NOW = datetime.now(timezone.utc)
SECRET, OTHER = b"s" * 32, b"o" * 32


def test_a_token_names_its_visitor_and_no_two_are_the_same() -> None:
    tokens = Tokens(SECRET)
    made = [tokens.new() for _ in range(100)]
    assert [tokens.read(token) for token, _ in made] == [session for _, session in made]
    assert len({session.sender for _, session in made}) == 100


def test_the_conversations_id_does_not_lead_back_to_the_token() -> None:
    token, session = Tokens(SECRET).new()
    assert session.id not in session.sender and session.sender not in token
    assert session.sender == Tokens(OTHER).read(Tokens(OTHER)._signed(session.id, NOW)[0]).sender


def forged(secret: bytes = SECRET, algorithm: str = ALGORITHM, **changes: object) -> str:
    claims = {"sid": "a" * 32, "aud": AUDIENCE, "iat": NOW, "exp": NOW + timedelta(days=1), **changes}
    key = secret if algorithm != "none" else None
    return jwt.encode({name: value for name, value in claims.items() if value is not None}, key, algorithm)


WRONG = {
    "none": "", "no token at all": "let me in", "too long": "a" * 5000, "dots": "..", "unicode": "ключ.ключ.ключ",
    "of another secret": forged(OTHER), "unsigned": forged(algorithm="none"), "another algorithm": forged(
        b"s" * 64, "HS512"), "of another program": forged(aud="somebody-else"), "for nobody": forged(aud=None),
    "expired": forged(iat=NOW - timedelta(days=2), exp=NOW - timedelta(days=1)), "endless": forged(exp=None),
    "from the future": forged(iat=NOW + timedelta(days=1), exp=NOW + timedelta(days=2)), "without id": forged(sid=None),
    "short id": forged(sid="a"), "odd id": forged(sid=7),
}


@pytest.mark.parametrize("token", WRONG.values(), ids=WRONG)
def test_what_is_no_good_token_is_refused(token: str) -> None:
    with pytest.raises(BadToken):
        Tokens(SECRET).read(token)


def test_each_change_of_a_character_is_noticed() -> None:
    tokens = Tokens(SECRET)
    token, _ = tokens.new()
    for place in range(0, len(token) - 1, 7):  # of the last character, base64 leaves bits unused
        changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1:]
        with pytest.raises(BadToken):
            tokens.read(changed)


def test_a_token_is_renewed_in_the_second_half_of_its_life_and_stays_the_visitors() -> None:
    tokens = Tokens(SECRET, timedelta(days=10))
    young, old = (tokens.new(NOW - timedelta(days=days))[1] for days in (4, 6))
    assert tokens.renewed(young) is None
    again = tokens.renewed(old)
    assert again and tokens.read(again).sender == old.sender
    assert tokens.read(again).expires > NOW + timedelta(days=9)


def test_the_secret_is_made_once_by_all_who_ask_at_once_and_is_for_this_user_only(tmp_path: Path) -> None:
    path, found, start = tmp_path / "var" / "secret", [], threading.Barrier(8)

    def ask() -> None:
        start.wait()
        found.append(secret_in(path))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(set(found)) == 1 and len(found) == 8 and len(found[0]) >= 32
    assert secret_in(path) == found[0] and [each.name for each in path.parent.iterdir()] == ["secret"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_secret_that_cannot_be_read_is_said_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "secret", tmp_path / "file" / "secret"):
        with pytest.raises(ValueError, match="PLUMBLINE_SECRET"):
            secret_in(path)


def test_an_empty_file_is_no_secret(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("")
    with pytest.raises(ValueError, match="Remove the file"):
        secret_in(tmp_path / "secret")
