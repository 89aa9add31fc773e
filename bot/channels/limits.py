"""How often one visitor, and all visitors at one address, may write. Counted in memory, by each worker for itself."""
from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Sequence
from ipaddress import IPv6Address, IPv6Network

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from bot.channels import sentences
from bot.channels.frames import Refused
from bot.settings import ChatSettings

REMEMBERED = 10_000
OWN_DATA_A_MINUTE = 10
"""Downloads and deletions of one visitor: each goes through the whole database."""


class TooManyVisitors(Exception):
    """An address has begun too many sessions; ``retry_after`` is in seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(sentences.TOO_MANY_VISITORS.format(seconds=retry_after))
        self.retry_after = retry_after


class Limits:
    """Counts, and refuses. A message that is sent again, because its receipt was lost, is counted once."""

    def __init__(self, settings: ChatSettings) -> None:
        self._storage = MemoryStorage()  # the strategy holds it by a weak reference only
        self._strategy = FixedWindowRateLimiter(self._storage)
        self._counted: OrderedDict[tuple[str, str], None] = OrderedDict()
        self._by_session = RateLimitItemPerMinute(settings.messages_a_minute, namespace="messages")
        self._by_address = RateLimitItemPerMinute(settings.messages_a_minute_from_address, namespace="messages")
        self._own_data = RateLimitItemPerMinute(OWN_DATA_A_MINUTE, namespace="own data")
        self._sessions = RateLimitItemPerMinute(settings.sessions_a_minute_from_address, namespace="sessions")

    def count_message(self, sender: str, address: str, client_id: str) -> None:
        """One more message. Raises Refused."""
        if (sender, client_id) in self._counted:
            return
        _refuse(self._hit(self._by_session, "session", sender), client_id)
        self.count_from_address(address, client_id)
        self._counted[sender, client_id] = None
        if len(self._counted) > REMEMBERED:
            self._counted.popitem(last=False)

    def count_from_address(self, address: str, client_id: str = "") -> None:
        """One more message of whoever writes from an address. Raises Refused."""
        _refuse(self._hit(self._by_address, "address", address), client_id)

    def count_own_data(self, sender: str) -> None:
        """One more download or deletion. Raises Refused."""
        wait = self._hit(self._own_data, sender)
        if wait:
            raise Refused("too_often", sentences.TOO_OFTEN_ASKED.format(seconds=wait), retry_after=wait)

    def forget(self, sender: str) -> None:
        """A visitor's log, which knew their messages, is gone: the same ones are new, and count."""
        for known in [each for each in self._counted if each[0] == sender]:
            del self._counted[known]

    def count_session(self, address: str) -> None:
        """One more new visitor. Raises TooManyVisitors."""
        wait = self._hit(self._sessions, address)
        if wait:
            raise TooManyVisitors(wait)

    def _hit(self, limit: RateLimitItem, *names: str) -> int:
        """Counts; 0, or the seconds to wait where it was too much."""
        if self._strategy.hit(limit, *names):
            return 0
        reset, _ = self._strategy.get_window_stats(limit, *names)
        return max(1, math.ceil(reset - time.time()))


def _refuse(wait: int, client_id: str) -> None:
    if wait:
        raise Refused("too_often", sentences.TOO_OFTEN.format(seconds=wait), client_id, wait)


def address_of(peer: str, forwarded: Sequence[str], proxies: int) -> str:
    """Where a request comes from, as the outermost of our own proxies saw it: an address, or a network of IPv6.

    Args:
        peer: who opened the connection.
        forwarded: the values of X-Forwarded-For; whatever stands before what our proxies added was sent by anybody.
        proxies: how many proxies of ours there are.
    """
    said = [each.strip() for line in forwarded for each in line.split(",") if each.strip()]
    return _network(said[-proxies] if 0 < proxies <= len(said) else peer)


def _network(address: str) -> str:
    """The address, or that of IPv6 without its second half, which everybody chooses for themselves."""
    try:
        found = IPv6Address(address)
    except ValueError:
        return address
    return str(found.ipv4_mapped or IPv6Network((int(found) >> 64 << 64, 64)))
