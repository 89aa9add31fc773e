"""What the serving tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rasa.shared.core.domain import Domain

from tests import postgres

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
def postgres_url() -> Iterator[str]:
    """An empty database on a PostgreSQL server of its own; skipped where PostgreSQL is not installed."""
    with postgres.running() as server:
        yield server.new_database()
