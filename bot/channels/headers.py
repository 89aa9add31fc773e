"""The headers of everything that the site serves: what a browser may do with it, and what it may tell others."""
from __future__ import annotations

from collections.abc import Mapping

HTML = "text/html; charset=utf-8"

_CLOSED = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
#: A page that works by itself, without any script.
PLAIN_POLICY = f"{_CLOSED}; img-src 'self'"
#: A page that carries the widget: its script, its connection to this server, its drawings.
WIDGET_POLICY = f"{_CLOSED}; img-src 'self' data:; script-src 'self'; connect-src 'self'"

_ALWAYS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",  # but see plain.py
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # The timer of a routine keeps the screen on; nothing else is ever asked for.
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=(), "
                          "screen-wake-lock=(self)",
}


def page_headers(policy: str = PLAIN_POLICY, **more: str) -> dict[str, str]:
    """The headers of a page. ``more`` are further ones, or others for the same names, with ``_`` for ``-``."""
    named = {name.replace("_", "-"): value for name, value in more.items()}
    return {**_ALWAYS, "Content-Security-Policy": policy, **named}


def shared_headers() -> dict[str, str]:
    """The headers of the widget's files, which pages of other sites load: they hold nothing of any visitor."""
    return page_headers(Cross_Origin_Resource_Policy="cross-origin", Access_Control_Allow_Origin="*")
