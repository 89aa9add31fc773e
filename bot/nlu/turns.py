"""Reads a message as a turn of a conversation: its questions, each understood by itself, with their cues."""
from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from bot.dialogue.resolve import FOLLOW_UP
from bot.dialogue.turn import AGAINST, BARE, OR_METHODS, REFERS, SOURCES, WHY, Part, Turn
from bot.nlu.cues import cues, is_denied, joined_kinds, plain, without
from bot.nlu.intent import ABUSE, FOLLOW_UPS, NOT_SURE, OTHER_LANGUAGE, OUT_OF_SCOPE, QUESTION_PREFIX, Ranked
from bot.nlu.parts import opening, questions, told_before
from bot.nlu.ruler import SPANS_KEY, entities, names_something
from bot.nlu.vocabulary import AREA, CONDITION, IMPLIED_AREAS, SUBJECT, TERM

CHOICES = frozenset({"or", "vs", "versus", "than", "instead"})
JOINERS = frozenset({"and", "&", "n", "nd", "+", ",", "plus", ".", ";"})
LIKELY = 3  # how many kinds travel with a part
EVIDENCE = f"{QUESTION_PREFIX}evidence"
SHORT_MESSAGE = 8  # words
#: What people say before a question, and what it then comes down to: the question.
ASIDES = frozenset({"greet", "thank", "affirm", "deny", "goodbye", OUT_OF_SCOPE, NOT_SURE})
#: What stays what it is beside a question.
NEVER_A_QUESTION = frozenset({"greet", "thank", "affirm", "deny", "goodbye", ABUSE, OTHER_LANGUAGE})
LIKELY_ENOUGH = 0.3  # of a question beside another
LIKELIER_THAN_TALK = 0.1  # of words beside a question that would be small talk alone: "what can i do"
COMPARISON, COMPARED_FROM = f"{QUESTION_PREFIX}comparison", 0.6
SURE = 0.5  # of a question beside an aside


def texts(doc: Doc) -> list[str]:
    """The questions of a message as texts of their own, when it has two or more."""
    return [doc[opening(doc, each.start, each.end):each.end].text for each in questions(doc)]


def _words(doc: Doc) -> list[str]:
    return [str(token._.meant or token.lower_) for token in doc]


def _denied(doc: Doc) -> tuple[str, ...]:
    words = _words(doc)
    found = {span.id_ for span in _named(doc) if is_denied(plain(words[max(0, span.start - 4):span.start]) + " ")}
    return tuple(sorted(found | {IMPLIED_AREAS[slug] for slug in found if slug in IMPLIED_AREAS}))


def part_of(doc: Doc, decided: Ranked, ranking: Sequence[Ranked]) -> Part:
    """One question, or the whole message, as a part."""
    asks = decided.intent.startswith(QUESTION_PREFIX)
    found, denied, words = entities(doc), () if asks else _denied(doc), _words(doc)
    text = plain(words)

    def slugs(label: str) -> tuple[str, ...]:
        return tuple(entity.slug for entity in found if entity.label == label and entity.slug not in denied)

    likely = [each.intent.removeprefix(QUESTION_PREFIX) for each in ranking if each.intent.startswith(QUESTION_PREFIX)]
    return Part(decided.intent, joined_kinds(text), tuple(likely[:LIKELY]), slugs(SUBJECT), slugs(AREA),
                slugs(CONDITION), slugs(TERM), denied, _groups(doc, denied), _cues(doc))


def _only(doc: Doc, decided: Ranked, ranking: Sequence[Ranked]) -> Part:
    """The whole message as a part, with what it only tells of."""
    told = told_before(doc)
    end = told[-1].end if told else 0
    asked = {span.id_ for span in _named(doc) if span.end > end}
    only_told = (span.id_ for span in _named(doc) if span.label_ == SUBJECT and span.id_ not in asked)
    return replace(part_of(doc, decided, ranking), told=tuple(dict.fromkeys(only_told)))


def _cues(doc: Doc) -> frozenset[str]:
    words = _words(doc)
    named = [range(span.start, span.end) for span in _named(doc)]
    return cues(plain(words), without(words, named)) | _joined(doc)


def _joined(doc: Doc) -> frozenset[str]:
    """Whether "or" stands between two subjects."""
    choice = any(one.label_ == other.label_ == SUBJECT and CHOICES & set(_words(doc)[one.end:other.start])
                 for one, other in itertools.pairwise(_named(doc)))
    return frozenset({OR_METHODS}) if choice else frozenset()


def _named(doc: Doc) -> list[Span]:
    """The words of ``doc`` that name a subject or an area, in order."""
    spans = (span for span in doc.spans.get(SPANS_KEY, ()) if span.label_ in (SUBJECT, AREA))
    return sorted(spans, key=lambda span: span.start)


def _groups(doc: Doc, denied: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """What is named, cut where "and" or a comma joins it: "botox on my brow | and gua sha on my jaw"."""
    words, groups = _words(doc), list[list[str]]()
    before: Span | None = None
    for span in _named(doc):
        if before is None or (span.start >= before.end and JOINERS & set(words[before.end:span.start])):
            groups.append([])
        brought = IMPLIED_AREAS.get(span.id_) if span.label_ == SUBJECT else None
        groups[-1] += [slug for slug in (span.id_, brought) if slug and slug not in denied]
        before = span
    return tuple(tuple(dict.fromkeys(group)) for group in groups if group)


Understood = tuple[Doc, Ranked, tuple[Ranked, ...]]  # document, intent decided on, all intents


def is_question(intent: str) -> bool:
    """Say whether ``intent`` asks something, with or without a kind of its own."""
    return intent.startswith(QUESTION_PREFIX) or intent in FOLLOW_UPS


def _as_question(piece: Understood) -> Understood:
    """A piece of a question is likely to be one too, however unsure its kind: most of all when it names something."""
    doc, decided, ranking = piece
    if WHY in cues(plain(_words(doc)), ""):
        decided = Ranked(FOLLOW_UP, 1.0)
    elif not is_question(decided.intent) and decided.intent not in NEVER_A_QUESTION:
        best = next(each for each in ranking if each.intent.startswith(QUESTION_PREFIX))
        least = LIKELY_ENOUGH if decided.intent in (OUT_OF_SCOPE, NOT_SURE) else LIKELIER_THAN_TALK
        if names_something(entities(doc)) or REFERS in _cues(doc) or best.confidence >= least:
            decided = best
    return doc, decided, ranking


def _asks_for_sources(doc: Doc, ranking: Sequence[Ranked]) -> bool:
    """Say whether a short message that names nothing wants to know where an answer comes from, or who doubts it."""
    best = next((each.intent for each in ranking if each.intent.startswith(QUESTION_PREFIX)), "")
    text = plain(_words(doc))
    return (best == EVIDENCE and not entities(doc) and len(text.split()) <= SHORT_MESSAGE
            and bool({SOURCES, AGAINST} & cues(text, text)))


def _weighs_what_the_pieces_name(decided: Ranked, pieces: Sequence[Understood]) -> bool:
    """Say whether a message compares what its pieces name one by one: "can I skip surgery and just get threads"."""
    named = [{entity.slug for entity in entities(doc) if entity.label == SUBJECT} for doc, _, _ in pieces]
    return (decided.intent == COMPARISON and decided.confidence >= COMPARED_FROM and len(set().union(*named)) > 1
            and all(len(each) < 2 for each in named))


def read_turn(whole: Understood, pieces: Sequence[Understood]) -> tuple[Ranked, Turn]:
    """The intent to act on, and the turn.

    Args:
        whole: the message as it was understood.
        pieces: its questions (``texts``), each understood by itself.
    """
    doc, decided, _ = whole
    if not pieces and WHY in cues(plain(_words(doc)), ""):
        decided = Ranked(FOLLOW_UP, 1.0)  # "why?" has no meaning of its own
        return decided, Turn((part_of(doc, decided, whole[2]),))
    if not pieces and decided.intent in (OUT_OF_SCOPE, NOT_SURE) and _asks_for_sources(doc, whole[2]):
        decided = Ranked(EVIDENCE, decided.confidence)
        return decided, Turn((part_of(doc, decided, whole[2]),))
    guess = whole[2][0]
    if decided.intent == NOT_SURE and guess.intent == FOLLOW_UP and names_something(entities(doc)) and (
            guess.confidence >= LIKELY_ENOUGH):
        return guess, Turn((part_of(doc, guess, whole[2]),))  # "is it also good for the forehead"
    if decided.intent in (OUT_OF_SCOPE, NOT_SURE) and names_something(entities(doc)) and BARE in _cues(doc):
        return Ranked(FOLLOW_UP, 1.0), Turn((part_of(doc, Ranked(FOLLOW_UP, 1.0), whole[2]),))
    if decided.intent.startswith(QUESTION_PREFIX):
        pieces = [_as_question(piece) for piece in pieces]
    asked = [piece for piece in pieces if is_question(piece[1].intent)]
    if not asked or (decided.intent in ASIDES and asked[0][1].confidence < SURE):
        return decided, Turn((_only(*whole),))
    if _weighs_what_the_pieces_name(decided, asked):
        return decided, Turn((_only(*whole),))
    sure = decided if is_question(decided.intent) or decided.intent not in ASIDES else asked[0][1]
    if len(asked) == 1:
        return sure, Turn((_only(doc, sure, whole[2]),))
    named = {(entity.label, entity.slug) for piece in pieces for entity in entities(piece[0])}
    beside = [entity for entity in entities(doc) if (entity.label, entity.slug) not in named]
    return sure, Turn(tuple(part_of(*piece) for piece in asked),
                      tuple(each.slug for each in beside if each.label == SUBJECT),
                      tuple(each.slug for each in beside if each.label == AREA),
                      tuple(each.slug for each in beside if each.label == CONDITION))
