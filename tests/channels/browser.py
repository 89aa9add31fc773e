"""What a browser without scripts does: asks for pages, keeps cookies, follows redirects, sends forms. Nothing more."""
from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage
from urllib.parse import urlencode

from tests.render.html_reader import Page


@dataclass
class Reply:
    """What came back."""

    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        packed = self.headers.get("Content-Encoding") == "gzip"
        return (gzip.decompress(self.body) if packed else self.body).decode()

    @property
    def page(self) -> Page:
        """The page, which is sound."""
        assert self.headers["Content-Type"] == "text/html; charset=utf-8"
        page = Page(self.text)
        assert page.faults == []
        return page


@dataclass
class Browser:
    """One visitor at one server."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def send(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Reply:
        """One request; ``headers`` with ``_`` for ``-``."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies and path.startswith("/chat"):
            named["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = HTTPConnection("127.0.0.1", self.port, timeout=40)
        try:
            connection.request(method, path, body, named)
            response = connection.getresponse()
            reply = Reply(response.status, response.headers, response.read())
        finally:
            connection.close()
        for given in reply.headers.get_all("Set-Cookie") or []:
            name, _, value = given.split(";")[0].partition("=")
            self.cookies[name] = value
            if "Max-Age=0" in given:
                del self.cookies[name]
        return reply

    def get(self, path: str, **headers: str) -> Reply:
        """A page."""
        return self.send("GET", path, **headers)

    def post(self, path: str, **values: str) -> Reply:
        """A form of our own page, sent as browsers send it."""
        return self.send("POST", path, urlencode(values).encode(), Sec_Fetch_Site="same-origin",
                         Content_Type="application/x-www-form-urlencoded")

    def say(self, text: str, **values: str) -> Page:
        """Sends the form of the chat and follows to the page that shows the answer."""
        reply = self.post("/chat", text=text, **values)
        assert (reply.status, reply.headers["Location"]) == (303, "/chat#latest"), reply.text
        return self.get("/chat").page
