"""Reads HTML as strictly as a test can: every element closed where it was opened, ids once, every reference met."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})
SHAPES = frozenset({"path", "rect"})  # of a drawing, closed in themselves
#: Elements that only a page of ours may hold, in our own templates; none of them ever comes from data.
ALLOWED = VOID | SHAPES | {
    "html", "head", "title", "body", "a", "header", "footer", "main", "nav", "section", "article", "div", "p", "h1",
    "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "dfn", "cite", "strong", "span", "svg", "table", "caption", "thead",
    "tbody", "tr", "th", "td", "details", "summary", "pre", "code", "form", "label", "textarea", "button", "noscript",
    "script",
}


@dataclass
class Page(HTMLParser):
    """What a browser would make of a page. ``faults`` is empty for a sound one."""

    source: str
    faults: list[str] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self.feed(self.source)
        self.close()
        self.faults += [f"<{name}> is never closed" for name in self._open]
        ids = [given["id"] for _, given in self.elements if "id" in given]
        self.faults += [f"id {id} stands twice" for id in {each for each in ids if ids.count(each) > 1}]
        named = [id for _, given in self.elements for name in ("aria-labelledby", "aria-describedby", "for")
                 for id in given.get(name, "").split()]
        self.faults += [f"nothing has the id {id}" for id in
                        {*named, *(link[1:] for link in self.links if link.startswith("#"))} - {*ids}]

    def handle_starttag(self, name: str, found: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in found}
        self.elements.append((name, given))
        if name not in ALLOWED:
            self.faults.append(f"<{name}> is none of our elements")
        self.faults += [f"{key} on <{name}>" for key in given if key == "style" or key.startswith("on")]
        if len(given) != len(found):
            self.faults.append(f"<{name}> has an attribute twice")
        if name not in VOID | SHAPES:
            self._open.append(name)

    def handle_startendtag(self, name: str, found: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(name, found)
        if name not in SHAPES:
            self.faults.append(f"<{name}/> closes itself")

    def handle_endtag(self, name: str) -> None:
        if not self._open or self._open.pop() != name:
            self.faults.append(f"</{name}> closes something else")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """Everything that is read, on one line."""
        return re.sub(r"\s+", " ", " ".join(self.words)).strip()

    @property
    def links(self) -> list[str]:
        """Where its links lead."""
        return [given["href"] for name, given in self.elements if name == "a" and "href" in given]

    @property
    def tags(self) -> list[str]:
        """The elements in order, without what they hold."""
        return [name for name, _ in self.elements]
