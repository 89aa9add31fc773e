"""Where a visitor is in a routine: kept one a visitor, forgotten with everything else."""
from __future__ import annotations

from datetime import datetime, timedelta, timezone

from bot.records.model import Kept, Place
from bot.records.repository import Records

AT = datetime(2026, 11, 21, 19, 0, tzinfo=timezone.utc)
PLACE = Place({"routine": "daily10", "at": 3, "done": [1, 2]}, AT)


def test_the_newest_place_is_kept_for_each_visitor(records: Records) -> None:
    assert records.place("anna") is None
    records.keep_place("anna", PLACE)
    records.keep_place("bea", PLACE)
    later = Place({**PLACE.session, "at": 4}, AT + timedelta(days=1))
    records.keep_place("anna", later)
    assert (records.place("anna"), records.place("bea")) == (later, PLACE)
    assert records.kept("anna") == Kept(place=later)


def test_it_is_forgotten_when_told_so_and_with_everything(records: Records) -> None:
    for sender in ("anna", "bea"):
        records.keep_place(sender, PLACE)
    records.keep_place("anna", None)
    assert records.erase("bea").rows == {"places": 1}
    assert records.place("anna") is None and records.place("bea") is None
