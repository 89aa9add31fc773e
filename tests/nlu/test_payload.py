"""Payloads: their words are laid open for the safety screen, and Rasa gets nothing but the payload."""
from __future__ import annotations

import itertools
import json

import pytest
import yaml
from spacy.language import Language

from bot import settings
from bot.nlu import payload
from bot.nlu.language import read_text
from bot.nlu.safety.screen import by_rules, read

STROKE = "one side of my face suddenly dropped and my speech is slurred"
HIDDEN = {
    "in a value": f'/ask_routine{{"subject": "{STROKE}"}}',
    "in a key": f'/ask_routine{{"{STROKE}": "face_yoga"}}',
    "in a list": f'/ask_routine{{"subject": ["face_yoga", "{STROKE}"]}}',
    "in an object in an object": f'/ask_routine{{"subject": {{"area": "{STROKE}"}}}}',
    "behind": f'/ask_routine{{"subject": "face_yoga"}} {STROKE}',
    "behind, without a space": f'/ask_routine{{"subject": "face_yoga"}}{STROKE}',
    "in front": f'{STROKE} /ask_routine{{"subject": "face_yoga"}}',
    "in front, without a space": f'{STROKE}/ask_routine{{"subject": "face_yoga"}}',
    "in the intent's place": f"/{STROKE}",
    "behind the intent": f"/ask_routine {STROKE}",
    "on the next line": f"/ask_routine\n{STROKE}",
    "between two payloads": f'/ask_routine{{"subject": "jowls"}} {STROKE} {{"area": "jaw"}}',
    "in the second of two objects": f'/ask_routine{{"subject": "jowls"}}{{"area": "{STROKE}"}}',
    "in JSON that does not end": f'/ask_routine{{"subject": "{STROKE}',
    "in JSON without quotes": f"/ask_routine{{subject: {STROKE}}}",
    "in JSON with single quotes": f"/ask_routine{{'subject': '{STROKE}'}}",
    "in capitals": f'/ASK_ROUTINE{{"SUBJECT": "{STROKE.upper()}"}}',
    "after spaces": f' \t\n /ask_routine{{"subject": "{STROKE}"}}',
    "after slashes": f'// /ask_routine{{"subject": "{STROKE}"}}',
    "written as a slug": f'/ask_routine{{"subject": "{STROKE.replace(" ", "_")}"}}',
    "with a confidence": f'/ask_routine@0.4{{"subject": "{STROKE}"}}',
    "in escapes": '/ask_routine{"subject": "' + "".join(f"\\u{ord(letter):04x}" for letter in STROKE) + '"}',
    "with escaped quotes": '/ask_routine{"subject": "one side of my \\"face\\" suddenly dropped"}',
    "after 4,000 characters": '/ask_routine{"subject": "' + "i like my skin as it is. " * 170 + STROKE + '"}',
    "deep in brackets": "/ask_routine" + '{"a":' * 3000 + f'"{STROKE}"',
    "in a title": json.dumps({"title": STROKE, "payload": "/ask_routine"}),
}


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
def test_nothing_hides_in_a_payload(nlp: Language, text: str) -> None:
    inside = payload.words(text)
    assert inside is not None
    findings = (by_rules(read(read_text(nlp, each))) for each in (text, inside))
    found = [finding for finding in findings if finding]
    assert any(finding.level == "emergency" for finding in found)


def test_plain_words_are_read_once() -> None:
    assert payload.words("does gua sha work or/and is it safe?") is None


@pytest.mark.parametrize(("text", "around"), [
    (f'{STROKE}. /ask_risk{{"subject": "gua_sha"}}', STROKE),
    (f'/ask_risk{{"subject": "gua_sha"}} {STROKE}', STROKE),
    (f"/ask_risk. {STROKE}", STROKE),
    ('/ask_risk{"subject": "gua_sha"}', ""),
    ('/ask_risk{"caution": {"add": {"ca_pregnancy": ["pregnancy"]}}} and my neck', "and my neck"),
    ('one /ask_risk two /ask_cost{"subject": "gua_sha"}three', "one  . two  . three"),
    ('/ask_risk{"subject": ', '{"subject":'),
    ("does gua sha work or/and is it safe?", ""),
])
def test_what_stands_around_a_payload_is_read_by_itself(text: str, around: str) -> None:
    assert payload.around(text) == around


def test_a_name_tells_of_nothing_and_a_quoted_word_stays() -> None:
    inside = payload.words('/ask_risk{"subject": "gua_sha", "caution": {"add": {"ca_pregnancy": ["pregnancy"]}}}')
    assert inside is not None and "pregnan" not in inside and "gua" not in inside
    assert "pregnant" in (payload.words('i am "pregnant" and my jaw sags') or "")


def test_no_slug_of_the_taxonomy_is_a_finding(nlp: Language) -> None:
    taxonomy = yaml.safe_load((settings.ROOT / "bot" / "content" / "taxonomy.yml").read_text("utf-8"))
    slugs = [*taxonomy["face_areas"], *taxonomy["conditions"], *itertools.chain(*taxonomy["subjects"].values())]
    assert len(slugs) > 80
    for slug in slugs:
        inside = payload.words(f'/ask_risk{{"subject": "{slug}"}}')
        assert inside is not None
        assert by_rules(read(read_text(nlp, inside))) is None, slug


@pytest.mark.parametrize(("text", "left"), [
    ("/ask_cause", "/ask_cause"),
    ('/ask_cause{"subject": "jowls"}', '/ask_cause{"subject": "jowls"}'),
    (' /ask_cause {"subject": ["jowls", "neck_lines"]} ', '/ask_cause{"subject": ["jowls", "neck_lines"]}'),
    ('/ask_cause@0.3{"subject": "jowls"}', '/ask_cause{"subject": "jowls"}'),
    ('/ask_cause{"subject": "jowls"} and my neck', '/ask_cause{"subject": "jowls"}'),
    ('/ask_cause{"subject": "jowls"}{"area": "jaw"}', '/ask_cause{"subject": "jowls"}'),
    ('/ask_cause{"subject": ', "/ask_cause"),
    ('/ask_cause{"subject": "jowls", "open_safety": "", "caution": {"forget": ["ca_pregnancy"]}}',
     '/ask_cause{"subject": "jowls"}'),
    ('/greet{"safety_rule": "em_stroke_fast"}', "/greet"),
])
def test_rasa_gets_the_intent_and_what_buttons_send(text: str, left: str) -> None:
    assert payload.for_rasa(text) == left


@pytest.mark.parametrize("text", [
    "/", " / ", "/why is my jaw sagging", "/ask_cause my jaw", "//ask_cause", "/ASK_CAUSE", '/{"a": 1}',
    "/safety_emergency", "/safety_caution", "/restart", "/back", "/session_start"])
def test_what_is_no_buttons_payload_is_read_as_words(text: str) -> None:
    assert not payload.is_payload(payload.for_rasa(text))
