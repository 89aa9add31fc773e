"""The span ruler that finds subjects, areas, conditions and glossary terms in a message."""
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.language import Language
from spacy.pipeline import SpanRuler
from spacy.tokens import Doc, Span

from bot.model import VocabularyEntry
from bot.nlu import spelling
from bot.nlu.vocabulary import AREA, IMPLIED_AREAS, LABELS, SUBJECT, TERM, compounds, names, patterns, words

NAME = "vocabulary"
SPANS_KEY = "vocabulary"
SPELLED, MEANT = 1.0, 0.8  # confidence of an entity written out, and of one read out of a typo


@dataclass(frozen=True)
class Entity:
    """A subject, area, condition or term that the words name. ``start`` and ``end`` count characters."""

    label: str
    slug: str
    start: int
    end: int
    confidence: float


def longest_spans(spans: Iterable[Span], matches: Iterable[Span]) -> list[Span]:
    """Keep the longest of overlapping matches; glossary terms compete only among themselves.

    Matches of the same words under several slugs are all kept: the words name each of them. So is an area inside a
    subject's longer name: "jaw exerciser" names a device and the jaw; but not inside the name of a sign that brings an
    area along itself: "bags on my lower lid".
    """
    kept: list[Span] = []
    for span in sorted(matches, key=lambda span: (span.start - span.end, span.start, span.label_, span.id_)):
        rivals = (other for other in kept if _compete(span, other))
        if all(other.end <= span.start or span.end <= other.start
               or (other.start, other.end) == (span.start, span.end) for other in rivals):
            kept.append(span)
    return [*spans, *sorted(kept)]


def _compete(span: Span, other: Span) -> bool:
    """Say whether ``span`` gives way to the longer ``other`` where they overlap."""
    if TERM in (span.label_, other.label_):
        return span.label_ == other.label_
    return (span.label_, other.label_) != (AREA, SUBJECT) or other.id_ in IMPLIED_AREAS


class VocabularyRuler(SpanRuler):
    """spaCy's span ruler on the words as they were meant, the longest match first."""

    def __init__(self, nlp: Language, name: str) -> None:
        super().__init__(nlp, name, spans_key=SPANS_KEY, spans_filter=longest_spans, phrase_matcher_attr="NORM",
                         overwrite=True)

    def __call__(self, doc: Doc) -> Doc:
        # Before the first release is read there is nothing to find, and nothing that spaCy should warn of.
        return super().__call__(doc) if len(self) else doc


@Language.factory(NAME)
def make_ruler(nlp: Language, name: str) -> VocabularyRuler:
    return VocabularyRuler(nlp, name)


def set_vocabulary(nlp: Language, vocabulary: Iterable[VocabularyEntry]) -> None:
    """Make ``nlp`` recognise ``vocabulary`` and nothing else."""
    vocabulary = tuple(vocabulary)
    ruler, speller = nlp.get_pipe(NAME), nlp.get_pipe(spelling.NAME)
    assert isinstance(ruler, VocabularyRuler) and isinstance(speller, spelling.Spelling)
    found = patterns(vocabulary)
    speller.set_vocabulary(words(vocabulary), names(found))
    taken = {each["pattern"] for each in found}
    found += [each for each in compounds(vocabulary, speller.is_frequent) if each["pattern"] not in taken]
    with nlp.select_pipes(enable=[]):  # patterns are cut into tokens only; their spelling is what editors wrote
        ruler.clear()
        ruler.add_patterns(found)  # type: ignore[arg-type]


def names_something(found: Iterable[Entity]) -> bool:
    """Say whether a subject or an area is among the entities ``found``."""
    return any(entity.label in (SUBJECT, AREA) for entity in found)


def entities(doc: Doc) -> tuple[Entity, ...]:
    """Return what ``doc`` names, in the order of the text: each label and slug once, then the areas implied."""
    found: dict[tuple[str, str], Entity] = {}
    for span in doc.spans.get(SPANS_KEY, ()):
        confidence = MEANT if any(token._.meant for token in span) else SPELLED
        found.setdefault((span.label_, span.id_),
                         Entity(span.label_, span.id_, span.start_char, span.end_char, confidence))
    for entity in tuple(found.values()):
        area = IMPLIED_AREAS.get(entity.slug) if entity.label == SUBJECT else None
        if area:
            implied = Entity(AREA, area, entity.start, entity.end, entity.confidence)
            found.setdefault((AREA, area), implied)
    return tuple(sorted(found.values(), key=lambda entity: (entity.start, LABELS.index(entity.label), entity.slug)))
