"""All answers about one subject or area, and who cites which source, straight from the files."""
from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.answers.index import ReleaseIndex
from bot.answers.service import AnswerService
from bot.editorial.checks.references import references
from bot.editorial.faults import ERROR, did_you_mean
from bot.editorial.library import Library
from bot.editorial.load import load_content
from bot.model import Answer, Content, Question, Release, ReleaseInfo


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
    """How often each source is mentioned, by id, the least cited first.

    Raises ContentBroken when a file cannot be read whole; other faults, such as a source that nobody cites, are none
    here.
    """
    library = Library.read(folder)
    unread = [f"  {fault}" for file in library.files if file.faulty for fault in file.faults]
    if unread:
        raise ContentBroken("\n".join(["not every file can be read:", *unread]))
    counts = {str(placed.shape.id): 0 for placed in library.all_sources}
    for file in library.files:
        for _, word in references(file):
            if word.of == "source" and word in counts:
                counts[word] += 1
    return dict(sorted(counts.items(), key=lambda item: (item[1], item[0])))
