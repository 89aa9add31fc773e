"""Leaves the address ``/`` to the site.

Rasa's server says "Hello from Rasa" there, registered before any channel. A second route at the same address is an
error.
"""
from __future__ import annotations

from collections.abc import Collection

#: The name in credentials.yml of the channel that serves pages.
SITE = "bot.channels.site.Site"


def leave_root_to_site(channels: Collection[str]) -> None:
    """Takes Rasa's greeting out when the site is among the channels. Call it after Rasa is imported."""
    import rasa.server

    if SITE in channels:
        rasa.server.add_root_route = lambda app: None
