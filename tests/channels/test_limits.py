"""Who may call, and how often."""
from __future__ import annotations

import pytest

from bot.channels.frames import Refused
from bot.channels.limits import Limits, TooManyVisitors, address_of
from bot.channels.origins import Origins
from bot.settings import read_chat


def limits(session: int = 3, address: int = 5, sessions: int = 2) -> Limits:
    return Limits(read_chat({"PLUMBLINE_MESSAGES_A_MINUTE": str(session),
                             "PLUMBLINE_ADDRESS_MESSAGES_A_MINUTE": str(address),
                             "PLUMBLINE_ADDRESS_SESSIONS_A_MINUTE": str(sessions)}))


def test_a_visitor_is_told_when_to_go_on() -> None:
    counting = limits()
    for number in range(3):
        counting.count_message("anna", "1.1.1.1", str(number))
    with pytest.raises(Refused) as refused:
        counting.count_message("anna", "2.2.2.2", "3")
    frame = refused.value.frame
    assert (frame["code"], frame["id"]) == ("too_often", "3") and 1 <= frame["retry_after"] <= 61
    assert str(frame["retry_after"]) in frame["message"]
    counting.count_message("bea", "1.1.1.1", "0")


def test_a_message_that_is_sent_again_is_counted_once() -> None:
    counting = limits()
    for _ in range(20):
        counting.count_message("anna", "1.1.1.1", "the same")


def test_after_everything_was_deleted_the_same_message_is_another() -> None:
    counting = limits()
    counting.count_message("bea", "1.1.1.1", "the same")
    for _ in range(3):
        counting.count_message("anna", "1.1.1.1", "the same")
        counting.forget("anna")
    with pytest.raises(Refused):
        counting.count_message("anna", "1.1.1.1", "the same")
    counting.count_message("bea", "1.1.1.1", "the same")


def test_many_visitors_of_one_address_share_a_limit() -> None:
    counting = limits()
    for number in range(5):
        counting.count_message(f"visitor {number}", "1.1.1.1", "a")
    with pytest.raises(Refused):
        counting.count_message("another", "1.1.1.1", "a")
    counting.count_message("another", "2.2.2.2", "a")


def test_new_visitors_of_one_address_are_limited() -> None:
    counting = limits()
    for _ in range(2):
        counting.count_session("1.1.1.1")
    with pytest.raises(TooManyVisitors) as refused:
        counting.count_session("1.1.1.1")
    assert 1 <= refused.value.retry_after <= 61
    counting.count_session("2.2.2.2")


@pytest.mark.parametrize(("forwarded", "proxies", "address"), [
    ([], 0, "peer"), ([], 1, "peer"), (["6.6.6.6"], 0, "peer"), (["1.1.1.1"], 1, "1.1.1.1"),
    (["6.6.6.6, 1.1.1.1"], 1, "1.1.1.1"), (["6.6.6.6, 1.1.1.1, 9.9.9.9"], 2, "1.1.1.1"),
    (["6.6.6.6", "1.1.1.1, 9.9.9.9"], 2, "1.1.1.1"), (["1.1.1.1"], 2, "peer"), ([" , "], 1, "peer"),
    (["2001:db8:1:2:3:4:5:6"], 1, "2001:db8:1:2::/64"), (["2001:db8:1:2::"], 1, "2001:db8:1:2::/64"),
    (["::ffff:1.1.1.1"], 1, "1.1.1.1"),
])
def test_an_address_cannot_be_made_up(forwarded: list[str], proxies: int, address: str) -> None:
    assert address_of("peer", forwarded, proxies) == address


@pytest.mark.parametrize(("origin", "host", "allowed"), [
    (None, "bot.example", True),
    ("https://bot.example", "bot.example", True), ("http://bot.example", "bot.example", True),
    ("https://shop.example", "bot.example", True), ("HTTPS://SHOP.example", "bot.example", True),
    ("https://shop.example:8443", "bot.example", False), ("http://shop.example", "bot.example", False),
    ("https://shop.example.evil", "bot.example", False), ("https://evil.example", "bot.example", False),
    ("null", "bot.example", False), ("", "", False), ("", "bot.example", False), ("bot.example", "bot.example", False),
    ("https://bot.example:81", "bot.example:82", False), ("http://127.0.0.1:5005", "127.0.0.1:5005", True),
    ("http://[", "bot.example", False), ("http://[::1]:5005", "[::1]:5005", True), ("://", "", False),
])
def test_only_websites_on_the_list_and_the_own_one_may_call(origin: str | None, host: str, allowed: bool) -> None:
    origins = Origins(read_chat({"PLUMBLINE_ORIGINS": "https://shop.example, https://other.example/"}).origins)
    assert origins.allow(origin, host) is allowed
    headers = origins.headers(origin, host)
    assert headers.get("Access-Control-Allow-Origin") == (origin if allowed else None)
    assert headers["Vary"] == "Origin" and "*" not in str(headers)


@pytest.mark.parametrize("environment", [
    {"PLUMBLINE_ORIGINS": "*"}, {"PLUMBLINE_ORIGINS": "shop.example"}, {"PLUMBLINE_ORIGINS": "https://*.example"},
    {"PLUMBLINE_ORIGINS": "https://shop.example/path"}, {"PLUMBLINE_SECRET": "swordfish"}, {"PLUMBLINE_PROXIES": "-1"},
    {"PLUMBLINE_PROXIES": "one"}, {"PLUMBLINE_MESSAGES_A_MINUTE": "0"}, {"PLUMBLINE_MESSAGES_A_MINUTE": "many"},
])
def test_a_setting_that_cannot_be_used_is_named_and_never_the_secret(environment: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=next(iter(environment))) as error:
        read_chat(environment)
    assert "swordfish" not in str(error.value)


def test_other_processes_are_looked_for_where_there_may_be_some() -> None:
    assert not read_chat({}).several_processes and not read_chat({"SANIC_WORKERS": "1"}).several_processes
    assert read_chat({"SANIC_WORKERS": "2"}).several_processes
    assert read_chat({"PLUMBLINE_CONVERSATIONS_URL": "postgresql://x@y/z"}).several_processes
