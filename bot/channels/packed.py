"""Bytes that are sent again and again: with a tag, so that a browser that has them is told so, and compressed once."""
from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from sanic.request import Request
from sanic.response import HTTPResponse

#: Below this a compressed body is hardly smaller.
WORTH_PACKING = 600
_TEXT = ("text/", "application/javascript", "application/json", "image/svg+xml")


@dataclass(frozen=True)
class Packed:
    """A body, its type, and what follows from both."""

    body: bytes
    content_type: str
    tag: str
    small: bytes | None  # gzip, where that is worth it

    @classmethod
    def of(cls, body: bytes, content_type: str) -> Packed:
        """Packs a body."""
        worth = len(body) > WORTH_PACKING and content_type.startswith(_TEXT)
        small = gzip.compress(body, 9, mtime=0) if worth else None
        return cls(body, content_type, f'"{hashlib.sha256(body).hexdigest()[:24]}"', small)

    def reply(self, request: Request, headers: Mapping[str, str], status: int = 200) -> HTTPResponse:
        """What the browser gets: 304 when it has these bytes, else the bytes as it can read them."""
        always = {**headers, "ETag": self.tag, "Vary": "Accept-Encoding"}
        if status == 200 and self.tag in _listed(request.headers.get("if-none-match", "")):
            return HTTPResponse(status=304, headers=always)
        if self.small is not None and "gzip" in _listed(request.headers.get("accept-encoding", "")):
            return HTTPResponse(self.small, status, {**always, "Content-Encoding": "gzip"}, self.content_type)
        return HTTPResponse(self.body, status, always, self.content_type)


def _listed(header: str) -> set[str]:
    """The values of a list in a header, without their weights: ``gzip;q=1.0`` and ``W/"…"`` are what they name."""
    values = (each.split(";q=0", 1) for each in header.replace(" ", "").split(","))
    return {value[0].split(";")[0].removeprefix("W/") for value in values
            if len(value) == 1 or value[1].strip(".0")}  # q=0 refuses
