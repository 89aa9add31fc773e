"""What can be set from outside, read from the environment when asked for, never at import."""
from __future__ import annotations

import os
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
