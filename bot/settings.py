"""What can be set from outside, read from the environment when asked for, never at import."""
from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """Where things are. Paths are absolute, or relative to the project's folder."""

    content_url: str  # the content store: sqlite:///… or postgresql://…
    conversations_url: str  # the conversations and the records beside them: the same
    content_dir: Path  # the editors' files
    models_dir: Path  # trained models
    language_dir: Path  # the spaCy pipeline written at set-up
    encoder_dir: Path  # the sentence encoder written at set-up
    host: str  # what the servers listen on
    port: int  # Rasa
    action_port: int  # the action server

    @property
    def var_dir(self) -> Path:
        """Where what a running bot writes is kept: the store, the conversations, the logs."""
        return ROOT / "var"


@dataclass(frozen=True)
class ChatSettings:
    """Who may write to the assistant from a browser, and how often. Counts are for each worker process."""

    secret: str  # signs the visitors' tokens; empty: one that is made and kept in var/secret
    origins: frozenset[str]  # websites that may call, beside the server's own: "https://example.org"
    proxies: int  # how many proxies in front add the address they were called from to X-Forwarded-For
    messages_a_minute: int  # of one visitor
    messages_a_minute_from_address: int  # of all visitors at one address
    sessions_a_minute_from_address: int  # new visitors
    several_processes: bool  # whether other processes may write to a conversation


#: Shorter ones could be guessed.
SHORTEST_SECRET = 32


def _port(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, str(default))
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise ValueError(f"{name}={text} is no port number. Set it to a number from 1 to 65535, or unset it.")
    return int(text)


def read(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process. An empty variable is one that is not set.

    Raises:
        ValueError: a variable that cannot be used, with its name, its value and the remedy.
    """
    given = os.environ if environment is None else environment
    env = {name: value for name, value in given.items() if value}
    port, action_port = _port(env, "PLUMBLINE_PORT", 5005), _port(env, "PLUMBLINE_ACTION_PORT", 5055)
    if port == action_port:
        raise ValueError(f"PLUMBLINE_PORT and PLUMBLINE_ACTION_PORT are both {port}. Give one of them another number.")
    return Settings(
        content_url=env.get("PLUMBLINE_CONTENT_URL", f"sqlite:///{ROOT / 'var' / 'content.db'}"),
        conversations_url=env.get("PLUMBLINE_CONVERSATIONS_URL", f"sqlite:///{ROOT / 'var' / 'conversations.db'}"),
        content_dir=Path(env.get("PLUMBLINE_CONTENT_DIR", ROOT / "bot" / "content")),
        models_dir=Path(env.get("PLUMBLINE_MODELS_DIR", ROOT / "models")),
        language_dir=Path(env.get("PLUMBLINE_LANGUAGE_DIR", ROOT / ".cache" / "language")),
        encoder_dir=Path(env.get("PLUMBLINE_ENCODER_DIR", ROOT / ".cache" / "encoder")),
        host=env.get("PLUMBLINE_HOST", "127.0.0.1"),
        port=port,
        action_port=action_port,
    )


def _count(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, str(default))
    if not text.isdecimal() or (default > 0 and not int(text)):
        raise ValueError(f"{name}={text} is no such number. Set it to a whole number, or unset it.")
    return int(text)


def _origins(text: str) -> frozenset[str]:
    found = {each.strip().rstrip("/").lower() for each in text.split(",") if each.strip()}
    for each in sorted(found):
        if not re.fullmatch(r"https?://[^/*?#@\s]+", each):
            raise ValueError(f"PLUMBLINE_ORIGINS names {each}, which is no website's origin. "
                             "Write it like https://example.org, several with commas between them.")
    return frozenset(found)


def read_chat(environment: Mapping[str, str] | None = None) -> ChatSettings:
    """The settings of the channels for browsers. An empty variable is one that is not set.

    Raises:
        ValueError: a variable that cannot be used, with its name and the remedy; never the secret.
    """
    given = os.environ if environment is None else environment
    env = {name: value for name, value in given.items() if value}
    secret = env.get("PLUMBLINE_SECRET", "")
    if secret and len(secret.encode()) < SHORTEST_SECRET:
        raise ValueError(f"PLUMBLINE_SECRET is too short. Give it at least {SHORTEST_SECRET} random characters.")
    on_server = read(env).conversations_url.startswith("postgresql")
    return ChatSettings(
        secret=secret,
        origins=_origins(env.get("PLUMBLINE_ORIGINS", "")),
        proxies=_count(env, "PLUMBLINE_PROXIES", 0),
        messages_a_minute=_count(env, "PLUMBLINE_MESSAGES_A_MINUTE", 30),
        messages_a_minute_from_address=_count(env, "PLUMBLINE_ADDRESS_MESSAGES_A_MINUTE", 120),
        sessions_a_minute_from_address=_count(env, "PLUMBLINE_ADDRESS_SESSIONS_A_MINUTE", 20),
        several_processes=on_server or _count(env, "SANIC_WORKERS", 1) > 1,
    )
