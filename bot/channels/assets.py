"""The files that pages load: the widget's, from ``bot/widget/built``, and the site's own style and sign.

Each is read when it is first asked for, and again when it has changed on disk.
"""
from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from sanic.exceptions import NotFound
from sanic.request import Request
from sanic.response import HTTPResponse, text

from bot.channels.headers import page_headers, shared_headers
from bot.channels.packed import Packed
from bot.render.html import STATIC
from bot.settings import ROOT

BUILT = ROOT / "bot" / "widget" / "built"
#: A new release of the widget is everywhere after so long; until then the same file is not asked for again.
KEPT = "public, max-age=300, stale-while-revalidate=86400"
TYPES = {".js": "text/javascript; charset=utf-8", ".json": "application/json", ".css": "text/css; charset=utf-8",
         ".svg": "image/svg+xml"}
NOT_BUILT = "The widget is not built: bot/widget/built/{name} is missing. Run `make widget` on the server.\n"


def packed_file(path: Path) -> Packed | None:
    """The file as it is now; None when there is none."""
    try:
        found = path.stat()
        return _packed(path, found.st_mtime_ns, found.st_size)
    except OSError:
        return None


@lru_cache(maxsize=32)
def _packed(path: Path, _changed: int, _size: int) -> Packed:
    return Packed.of(path.read_bytes(), TYPES[path.suffix])


async def widget_file(request: Request, name: str) -> HTTPResponse:
    """A file of the widget, for any site. ``name`` is a plain file name: the route lets nothing else through."""
    found = packed_file(BUILT / name)
    if found is None and name == "plumbline.js":
        return text(NOT_BUILT.format(name=name), 503, shared_headers())
    if found is None:
        raise NotFound()
    return found.reply(request, {**shared_headers(), "Cache-Control": KEPT})


async def own_file(request: Request, name: str) -> HTTPResponse:
    """A file of the site's own pages."""
    found = packed_file(STATIC / name)
    if found is None:
        raise NotFound()
    return found.reply(request, {**page_headers(), "Cache-Control": KEPT})
