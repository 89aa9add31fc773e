"""Answers and pages as HTML, through the templates beside this file. Everything is escaped; nothing needs a script."""
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bot.render import addresses, labels, view

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).resolve().parent
TEMPLATES, STATIC = FOLDER / "templates", FOLDER / "static"


def page(name: str, **values: Any) -> str:
    """The page of the template ``name`` (without its ending), whole."""
    return _environment().get_template(f"{name}.html").render(**values)


def answer(payload: Mapping[str, Any], key: str = "answer") -> str:
    """An answer's JSON as one ``<article>`` whose suggestions are links. ``key``: see ``view.view``."""
    return page("answer_alone", answer=view.view(payload, key))


def web_address(address: str | None) -> str:
    """The address when a browser may go there from a link: http or https. Anything else gives an empty text."""
    try:
        return address if address and urlsplit(address).scheme in ("http", "https") else ""
    except ValueError:  # no address at all
        return ""


def _worded(slug: str, words: Mapping[str, str]) -> str:
    return words.get(slug, slug)


@cache
def _environment() -> Environment:
    """The templates of this process. Jinja2 is imported with the first page, not with the server."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
                              trim_blocks=True, lstrip_blocks=True)
    environment.globals.update(labels=labels, address_of=addresses.address_of,
                               address_of_button=addresses.address_of_button, view=view.view)
    environment.tests["leads"] = lambda payload: addresses.address_of_button(payload) is not None
    environment.filters.update(
        worded=_worded, ended=labels.ended, web_address=web_address, study_facts=view.study_facts,
        step_facts=view.step_facts, source_facts=view.source_facts,
    )
    return environment
