"""All answers about one subject or area, straight from the files."""
from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.answers.index import ReleaseIndex
from bot.answers.service import AnswerService
from bot.editorial.faults import ERROR, did_you_mean
from bot.editorial.load import load_content
from bot.model import Answer, Area, Content, Question, Release, ReleaseInfo, Subject


class UnknownSubject(LookupError):
    """There is no subject or area of that name; the message names the nearest one."""


class ContentBroken(ValueError):
    """The files cannot be read as content; the message lists the faults."""


def content_of(folder: Path) -> Content:
    """The content of a folder. Raises ContentBroken."""
    content, faults = load_content(folder, date.today())
    if content is None:
        errors = [f"  {fault}" for fault in faults if fault.severity == ERROR]
        raise ContentBroken("\n".join(["the content has errors:", *errors]))
    return content


def preview(folder: Path, slug: str) -> list[Answer]:
    """The answer of every cell of a subject or area, in the order of its headlines.

    Raises:
        UnknownSubject: no subject or area has that slug.
        ContentBroken: the files have faults.
    """
    content = content_of(folder)
    release = Release(ReleaseInfo(0, "", "", len(content.claims), current=False), content)
    index = ReleaseIndex(release)
    if not index.place(slug):
        known = [*index.subjects, *index.areas]
        raise UnknownSubject(f"there is no subject or area '{slug}'. "
                             + did_you_mean(slug, known, "The taxonomy lists them: bot/content/taxonomy.yml."))
    service = AnswerService(lambda: index)
    if slug in index.subjects:
        return [service.answer(Question(kind, subjects=(slug,))) for kind in index.kinds_of(slug)]
    return [service.answer(Question(kind, areas=(slug,))) for kind in index.kinds_of(slug)]


def citations(folder: Path) -> dict[str, int]:
    """How often each source is cited, by id, the least cited first. Raises ContentBroken."""
    content = content_of(folder)
    cited = [source for claim in content.claims for source in claim.sources]
    cited += [claim.article.source for claim in content.claims if claim.article]
    cited += [source for group in (content.referrals, content.glossary, content.routines)
              for record in group for source in record.sources]
    places: list[Subject | Area] = [*content.subjects, *content.areas]
    cited += [source for place in places for source in place.see_dermatologist.sources]
    counts = {source.id: cited.count(source.id) for source in content.sources}
    return dict(sorted(counts.items(), key=lambda item: (item[1], item[0])))
