"""What the serving tests share."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain

DOMAIN = """
version: "3.1"
intents: [ask, back, inform]
slots:
  subject: {type: text, influence_conversation: true, mappings: [{type: custom}]}
  areas: {type: list, influence_conversation: false, mappings: [{type: custom}]}
  count: {type: float, initial_value: 0.5, min_value: 0, max_value: 100, mappings: [{type: custom}]}
  anything: {type: any, mappings: [{type: custom}]}
forms: {intake_form: {required_slots: [subject]}}
actions: [action_answer, action_other]
responses: {utter_hello: [{text: Hello.}]}
session_config: {session_expiration_time: 60, carry_over_slots_to_new_session: true}
"""


@pytest.fixture(scope="session")
def domain() -> Domain:
    return Domain.from_yaml(DOMAIN)


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server of its own, on a socket in a temporary folder; skipped where PostgreSQL is not installed."""
    programs = [*Path("/usr/lib/postgresql").glob("*/bin"), Path("/usr/local/bin"), Path("/usr/bin")]
    found = next((p for p in programs if (p / "initdb").exists() and (p / "postgres").exists()), None)
    if found is None:
        pytest.skip("PostgreSQL is not installed")
    folder = tmp_path_factory.mktemp("postgres", numbered=True)
    user = {"user": "postgres"} if os.geteuid() == 0 else {}
    if user:
        for place in (folder, *folder.parents):
            if place == Path("/tmp"):
                break
            place.chmod(0o755)
        shutil.chown(folder, "postgres")
    data = folder / "data"
    run = {"check": True, "capture_output": True, "timeout": 60, **user}
    subprocess.run([found / "initdb", "-D", data, "-U", "plumbline", "-A", "trust"], **run)
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    subprocess.run([found / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"], **run)
    try:
        yield f"postgresql://plumbline@/postgres?host={folder}"
    finally:
        subprocess.run([found / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **run)
