"""What clients send is read or refused; what the log holds becomes frames."""
from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any

import pytest

from bot.channels import frames, sentences
from bot.channels.frames import Hello, Ping, Refused, Say, Seen
from bot.records.letters import Entry

AT = datetime(2026, 11, 21, 7, 30, tzinfo=timezone.utc)
EPOCH = "0123456789abcdef"


@pytest.mark.parametrize(("value", "frame"), [
    ({"t": "say", "id": "a-1", "text": "hello"}, Say("a-1", "hello")),
    ({"t": "say", "id": "a-1", "text": "/x", "title": "Press"}, Say("a-1", "/x", "Press")),
    ({"t": "say", "id": "a-1", "text": "a" * 4000, "title": None}, Say("a-1", "a" * 4000)),
    ({"t": "say", "id": "a-1", "text": "/x", "title": "a" * 400}, Say("a-1", "/x", "a" * 300)),
    ({"t": "seen", "upto": 14}, Seen(14)),
    ({"t": "ping", "more": 1}, Ping()),
    ({"t": "hello", "v": 1, "token": "t", "epoch": EPOCH, "since": 3}, Hello(1, "t", EPOCH, 3)),
    ({"t": "hello", "v": 9, "token": "t"}, Hello(9, "t", "", 0)),
])
def test_frames_are_read(value: dict[str, Any], frame: frames.ClientFrame) -> None:
    assert frames.read(json.dumps(value)) == frame


@pytest.mark.parametrize("text", [
    "", "null", "[]", "7", '"say"', "{", '{"t":"say"', "[" * 100_000, '{"t":"stored","id":"a","seq":1}', '{"t":7}',
    '{"t":"say","text":"x"}', '{"t":"say","id":7,"text":"x"}', '{"t":"say","id":"a","text":7}',
    '{"t":"say","id":"","text":"x"}', '{"t":"say","id":"a b","text":"x"}',
    '{"t":"say","id":"%s","text":"x"}' % ("a" * 65),
    '{"t":"say","id":"a","text":"x","title":7}', '{"t":"seen"}', '{"t":"seen","upto":-1}', '{"t":"seen","upto":true}',
    '{"t":"seen","upto":1e3}', '{"t":"seen","upto":99999999999}', '{"t":"hello","v":1}', '{"t":"hello"}',
    '{"t":"hello","v":1,"token":7}', "\ud800",
])
def test_what_is_no_frame_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        frames.read(text)
    assert refused.value.frame["code"] == "malformed"
    assert refused.value.frame["message"] == sentences.MALFORMED


@pytest.mark.parametrize(("text", "code"), [("a" * 4001, "too_long"), ("", "empty"), (" \n\t", "empty")])
def test_a_message_that_is_too_long_or_empty_is_refused_by_its_id(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        frames.read(json.dumps({"t": "say", "id": "a", "text": text}))
    assert (refused.value.frame["id"], refused.value.frame["code"]) == ("a", code)


@pytest.mark.parametrize(("epoch", "since", "position"), [
    ("", 0, ("", 0)), (EPOCH, "12", (EPOCH, 12)), (EPOCH, 12, (EPOCH, 12)), (EPOCH.upper(), 1, ("", 0)),
    ("'; --", 1, ("", 0)), ("", -1, ("", 0)), ("", "x", ("", 0)), (None, 0, ("", 0)),
    ("", "9" * 30, ("", 0)), ("", True, ("", 0)),
])
def test_a_position_that_cannot_be_is_the_beginning(epoch: Any, since: Any, position: tuple[str, int]) -> None:
    assert frames.position(epoch, since) == position


def test_entries_as_frames() -> None:
    asked = Entry(1, "visitor", AT, {"text": "/x", "title": "Press", "channel": "web"}, "a")
    assert frames.entry(asked) == {"t": "entry", "seq": 1, "by": "visitor", "id": "a", "text": "/x", "title": "Press",
                                   "at": "2026-11-21T07:30:00+00:00"}
    said = Entry(2, "bot", AT, {"text": "Once more", "custom": {"type": "answer"}, "buttons": []}, re="a")
    assert frames.entry(said) == {"t": "entry", "seq": 2, "by": "bot", "re": "a", "at": "2026-11-21T07:30:00+00:00",
                                  "message": {"custom": {"type": "answer"}, "buttons": []}}


def test_every_frame_can_be_sent_whatever_was_typed() -> None:
    sent = frames.as_json(frames.entry(Entry(1, "visitor", AT, {"text": "\ud800 \x00 \n\n data: x"}, "a")))
    assert sent.isascii() and "\n" not in sent and json.loads(sent)["text"] == "\ud800 \x00 \n\n data: x"
