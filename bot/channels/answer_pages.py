"""A page for each answer, under the address of ``bot.render.addresses``, and one that lists them all.

A page speaks to nobody in particular: it knows nothing of whoever reads it.
"""
from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from functools import lru_cache
from itertools import groupby

from sanic.request import Request
from sanic.response import HTTPResponse

from bot.answers.index import Place, ReleaseIndex
from bot.answers.suggestions import NEXT_KINDS, to_cell
from bot.bootstrap import answer_service
from bot.channels.headers import HTML, page_headers
from bot.channels.log import in_thread
from bot.channels.packed import Packed
from bot.channels.problems import problem_page
from bot.model import Question
from bot.render import html
from bot.render.addresses import answer_address
from bot.render.payload import as_payload
from bot.store.errors import StoreError

KINDS = frozenset(NEXT_KINDS)
#: More than these nobody asks about at once; the assistant compares four subjects at most.
MOST_SLUGS, MOST_PAGES = 6, 20
KEPT = {"Cache-Control": "public, max-age=60"}
#: Types that answer nothing: there is no such page.
_NO_ANSWER = frozenset({"clarify", "out_of_scope", "safety"})

NOT_READABLE = ("The answers cannot be read just now",
                "The server cannot reach the place where its sources are kept, so it will not guess. Please try again "
                "in a minute.")


async def answer_page(request: Request, path: str) -> HTTPResponse:
    """The answer to the question that the address names; a page that offers topics when it names none."""
    kind, *slugs = path.strip("/").split("/")
    page = request.args.get("page", "0")
    return await _from_store(request, lambda: _answered(kind, tuple(slugs), page))


async def topics_page(request: Request) -> HTTPResponse:
    """Every question that has a page."""
    return await _from_store(request, lambda: _topics(answer_service().release().number))


async def _from_store(request: Request, make: Callable[[], Packed | str]) -> HTTPResponse:
    """The page that ``make`` gives, made beside the event loop, on which conversations wait. A text is a 404."""
    try:
        made = await in_thread(make)
    except StoreError:
        return problem_page(503, *NOT_READABLE)
    if isinstance(made, str):
        return HTTPResponse(made, 404, page_headers(), HTML)
    return made.reply(request, {**page_headers(), **KEPT})


def _answered(kind: str, slugs: tuple[str, ...], page: str) -> Packed | str:
    index = answer_service().release()
    question = question_at(kind, slugs, page, index)
    return (question and _page_of(question, index.number)) or _no_page(slugs, index)


def question_at(kind: str, slugs: tuple[str, ...], page: str, index: ReleaseIndex) -> Question | None:
    """The question that an address asks; None when it holds a word that the release does not know."""
    known = all(slug in index.subjects or slug in index.areas or slug in index.glossary for slug in slugs)
    counted = page.isascii() and page.isdecimal() and len(page) <= 2 and int(page) <= MOST_PAGES
    if kind not in KINDS or not known or not counted or len(slugs) > MOST_SLUGS:
        return None
    unique = tuple(dict.fromkeys(slugs))
    return Question(
        kind,
        subjects=tuple(slug for slug in unique if slug in index.subjects),
        areas=tuple(slug for slug in unique if slug in index.areas),
        terms=tuple(slug for slug in unique if not index.place(slug)),
        page=int(page),
    )


def title_of(question: Question, index: ReleaseIndex) -> str:
    """The question in words, as the buttons ask it."""
    kind = question.kind or ""
    names = [index.subjects[slug].name for slug in question.subjects]
    if kind == "comparison" and len(names) > 1:
        return f"{', '.join(names[:-1])} and {names[-1]}, side by side"
    if question.terms and not names and not question.areas:
        return f"{index.glossary[question.terms[0]].term}: what does this mean?"
    asked = to_cell(index, kind, (question.subjects + question.areas + ("whole_face",))[0]).title
    also = [index.areas[slug].name for slug in question.areas] if names else []
    return f"{asked} ({', '.join([*names[1:], *also])})" if names[1:] or also else asked


@lru_cache(maxsize=256)
def _page_of(question: Question, _release: int) -> Packed | None:
    """The page of a question in a release; None where there is no answer, or no further page of it."""
    service = answer_service()
    answer = as_payload(service.answer(question))
    if answer["type"] in _NO_ANSWER or (question.page and not answer["points"]):
        return None
    named = question.subjects + question.areas + question.terms
    text = html.page("answer_page", title=title_of(question, service.release()), answer=answer,
                     address=answer_address(question.kind or "", named, question.page))
    return Packed.of(text.encode(), HTML)


@lru_cache(maxsize=1)
def _topics(_release: int) -> Packed:
    index = answer_service().release()
    families = groupby(sorted(index.subjects.values(), key=lambda each: each.family), key=lambda each: each.family)
    groups: list[tuple[str, list[Place]]] = [("Parts of the face", list(index.areas.values()))]
    groups += [(family.replace("_", " ").capitalize(), list(found)) for family, found in families]
    listed = [(heading, [(place.slug, place.name, _questions(place.slug, index)) for place in places])
              for heading, places in groups]
    words = [(answer_address("definition", (term.slug,)), term.term) for term in index.glossary.values()]
    return Packed.of(html.page("topics", groups=listed, words=words).encode(), HTML)


def _questions(slug: str, index: ReleaseIndex) -> list[tuple[str, str]]:
    return [(answer_address(kind, (slug,)), to_cell(index, kind, slug).title) for kind in index.kinds_of(slug)]


def _no_page(slugs: tuple[str, ...], index: ReleaseIndex) -> str:
    places = {slug: place.name for group in (index.subjects, index.areas) for slug, place in group.items()}
    near = [found for slug in slugs[:MOST_SLUGS] for found in get_close_matches(slug[:60], places, 3)]
    return html.page("no_answer", near=[(f"/answers#{slug}", places[slug]) for slug in dict.fromkeys(near)])
