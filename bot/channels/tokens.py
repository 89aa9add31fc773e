"""Who is calling: a signed token that holds a random session id, and nothing else says who a visitor is.

The id of their conversation is derived from the session id and does not lead back to it: whoever reads a log or an
export cannot make a token from what stands there.
"""
from __future__ import annotations

import hashlib
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import jwt

LIFETIME = timedelta(days=90)
ALGORITHM, AUDIENCE = "HS256", "plumbline-chat"
SESSION_BYTES, SECRET_BYTES = 16, 32
#: How the id of every conversation begins that a token opens.
SENDER_PREFIX = "web-"
#: Longer texts are no tokens of ours, and are not looked at.
MOST_CHARACTERS = 1000


class BadToken(Exception):
    """No token, a wrong one, or one that has expired."""


@dataclass(frozen=True)
class Session:
    """A visitor, as their token says."""

    id: str
    issued: datetime
    expires: datetime

    @property
    def sender(self) -> str:
        """The id of their conversation."""
        return f"{SENDER_PREFIX}{hashlib.sha256(self.id.encode()).hexdigest()[:32]}"

    def is_past_half(self, now: datetime) -> bool:
        """Whether it is time for a new token."""
        return now - self.issued > (self.expires - self.issued) / 2


class Tokens:
    """Makes and reads tokens with one secret.

    Args:
        secret: at least ``SECRET_BYTES`` bytes; whoever has it can read every conversation.
        lifetime: how long a token is good for.
    """

    def __init__(self, secret: bytes, lifetime: timedelta = LIFETIME) -> None:
        self._secret, self._lifetime = secret, lifetime

    def new(self, now: datetime | None = None) -> tuple[str, Session]:
        """A token for a visitor who has none."""
        return self._signed(secrets.token_hex(SESSION_BYTES), now or datetime.now(timezone.utc))

    def read(self, token: str) -> Session:
        """Whose token it is. Raises BadToken."""
        if not token or len(token) > MOST_CHARACTERS:
            raise BadToken
        try:
            found = jwt.decode(token, self._secret, algorithms=[ALGORITHM], audience=AUDIENCE,
                               options={"require": ["sid", "iat", "exp", "aud"]})
        except (jwt.InvalidTokenError, ValueError) as error:
            raise BadToken from error
        if not isinstance(found["sid"], str) or len(found["sid"]) != 2 * SESSION_BYTES:
            raise BadToken
        return Session(found["sid"], _moment(found["iat"]), _moment(found["exp"]))

    def renewed(self, session: Session, now: datetime | None = None) -> str | None:
        """A new token for the same visitor where the old one is past half its life, else None."""
        moment = now or datetime.now(timezone.utc)
        return self._signed(session.id, moment)[0] if session.is_past_half(moment) else None

    def _signed(self, session_id: str, now: datetime) -> tuple[str, Session]:
        issued = now.replace(microsecond=0)
        session = Session(session_id, issued, issued + self._lifetime)
        claims = {"sid": session_id, "aud": AUDIENCE, "iat": session.issued, "exp": session.expires}
        return jwt.encode(claims, self._secret, ALGORITHM), session


def secret_in(path: Path) -> bytes:
    """The secret in a file that only this user may read; made there the first time, by one of all who ask at once.

    Raises ValueError when the file cannot be read or made, or holds no secret.
    """
    try:
        secret = _made(path)
    except OSError as error:
        remedy = "Let this user read and write it, or set PLUMBLINE_SECRET."
        raise ValueError(f"{path}: {error.strerror}. {remedy}") from error
    if len(secret) < SECRET_BYTES:
        raise ValueError(f"{path}: holds no secret. Remove the file; a new one is made, and visitors begin anew.")
    return secret


def _made(path: Path) -> bytes:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        try:
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(secrets.token_hex(SECRET_BYTES))
            with suppress(FileExistsError):  # another process was faster; nobody ever reads half a secret
                os.link(draft, path)
        finally:
            draft.unlink(missing_ok=True)
    return path.read_bytes().strip()


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, timezone.utc)
