"""Which websites may call: those of PLUMBLINE_ORIGINS, and the server's own. Nobody else's script gets in."""
from __future__ import annotations

METHODS = "GET, POST, DELETE"
HEADERS = "Authorization, Content-Type"


def is_own(origin: str, host: str) -> bool:
    """Whether an origin is that of the server, which the header Host names, whatever a proxy in front speaks."""
    return origin.lower().partition("://")[2] == host.lower() != ""


class Origins:
    """The list."""

    def __init__(self, allowed: frozenset[str]) -> None:
        self._allowed = allowed

    def allow(self, origin: str | None, host: str) -> bool:
        """Whether a request may be answered.

        Args:
            origin: the header Origin. Without one it comes from no script of another website: the token guards.
            host: the header Host; see ``is_own``.
        """
        if origin is None:
            return True
        return origin.lower() in self._allowed or is_own(origin, host)

    def headers(self, origin: str | None, host: str) -> dict[str, str]:
        """What lets an allowed website read the reply, and go on after its browser has asked first."""
        if origin is None or not self.allow(origin, host):
            return {"Vary": "Origin"}
        return {"Vary": "Origin", "Access-Control-Allow-Origin": origin, "Access-Control-Allow-Methods": METHODS,
                "Access-Control-Allow-Headers": HEADERS, "Access-Control-Max-Age": "600"}
