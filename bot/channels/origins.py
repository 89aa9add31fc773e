"""Which websites may call: those of PLUMBLINE_ORIGINS, and the server's own. Nobody else's script gets in."""
from __future__ import annotations

from urllib.parse import urlsplit

METHODS = "GET, POST, DELETE"
HEADERS = "Authorization, Content-Type"


class Origins:
    """The list."""

    def __init__(self, allowed: frozenset[str]) -> None:
        self._allowed = allowed

    def allow(self, origin: str | None, host: str) -> bool:
        """Whether a request may be answered.

        Args:
            origin: the header Origin. Without one it comes from no script of another website: the token guards.
            host: the header Host, for which "own" is meant, whatever a proxy in front speaks.
        """
        if origin is None:
            return True
        return origin.lower() in self._allowed or urlsplit(origin).netloc.lower() == host.lower() != ""

    def headers(self, origin: str | None, host: str) -> dict[str, str]:
        """What lets an allowed website read the reply, and go on after its browser has asked first."""
        if origin is None or not self.allow(origin, host):
            return {"Vary": "Origin"}
        return {"Vary": "Origin", "Access-Control-Allow-Origin": origin, "Access-Control-Allow-Methods": METHODS,
                "Access-Control-Allow-Headers": HEADERS, "Access-Control-Max-Age": "600"}
