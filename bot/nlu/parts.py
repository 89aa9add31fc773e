"""Cuts a message into the questions in it.

Builds on the clauses (``clauses.py``): a clause that asks is a question of its own, with what hangs on it ("because I
have rosacea"); clauses that tell something stand behind the questions.
"""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from bot.nlu.clauses import ASKING, AUXILIARIES, JOINING, SPANS_KEY
from bot.nlu.cues import names_kind, plain
from bot.nlu.ruler import SPANS_KEY as NAMES_KEY

REQUESTS = frozenset({
    "tell", "give", "show", "explain", "list", "recommend", "compare", "describe", "suggest", "whether", "any",
    "remind", "log", "help", "say"})
#: Nouns that "who" tells more about: "people who don't believe it".
PEOPLE = frozenset({"people", "ppl", "person", "those", "anyone", "anybody", "someone", "somebody", "everyone",
                    "doctor", "doctors", "dermatologists", "women", "men", "woman", "man", "friends",
                    "patients", "others"})
#: Words that may stand before a question.
LEADING = frozenset({
    "if", "so", "yes", "not", "please", "ok", "okay", "hi", "hello", "hey", "thanks", "well", "um", "actually", "just",
    "maybe", "honestly", "really", "basically", "anyway", "btw", "seriously", "lol", "secondly",
    "firstly", "second", "first", "third", "lastly", "finally"})
WISHES = ("wonder", "curious", "want to know", "need to know", "like to know", "love to know", "like to hear",
          "interested", "know if", "know whether", "not sure if", "not sure whether", "question is", "asking",
          "i want a", "i need a", "i would like a", "i'd like a")
#: What can follow the verb that opens a question: "is it", "does the", "have you".
AFTER_VERB = frozenset({
    "i", "you", "he", "she", "it", "we", "they", "there", "this", "that", "these", "those", "my", "your", "his", "her",
    "their", "our", "the", "a", "an", "any", "anyone", "anybody", "either", "people", "most", "all", "both", "doctors",
    "dermatologists", "results", "studies"})
#: Words after "and" that ask on their own: "does it work and for how long", "and any risks", "and tell me".
OPENING_PAIRS = frozenset({
    ("for", "how"), ("at", "what"), ("in", "what"), ("with", "what"), ("any", "risks"), ("any", "side"),
    ("any", "studies"), ("any", "evidence"), ("any", "downsides"), ("any", "dangers"), ("any", "proof"),
    ("any", "research"), ("any", "tips"), ("what", "about"), ("how", "about"), ("tell", "me"), ("give", "me"),
    ("show", "me"), ("say", "if"), ("say", "whether")})
#: Verbs that after "and" open a question whatever follows: "and does quitting help".
ONLY_ASK = frozenset({"does", "did", "will", "would", "should"})
#: Words after "and can" that go on telling: "and can make it worse".
NO_QUESTION_AFTER_CAN = frozenset({
    "be", "do", "see", "use", "get", "have", "make", "cause", "help", "even", "also", "not", "only", "still", "lift",
    "last", "take", "give", "go", "feel", "hurt", "damage", "reduce", "improve", "barely", "hardly", "never"})
MEASURES = frozenset({"long", "much", "often", "soon", "many"})
#: Words before a question that is part of another one: "do you know how long …".
BEFORE_EMBEDDED = frozenset({
    "know", "tell", "me", "wonder", "ask", "explain", "understand", "about", "on", "of", "sure", "see", "matter", "and",
    "say", "show", "for", "at", "in", "with", "to", "by"})
PERSONS = frozenset({"i", "you", "he", "she", "it", "we", "they", "to", "not"})  # "can i do it" is one question
OPENING_WORDS = frozenset({"whether"})
#: What may end a heading of a few words: "peptides: what are they".
HEADING_ENDS, LONGEST_HEADING = frozenset({":", "-", "–", "—", "..."}), 6


@dataclass(frozen=True)
class Stretch:
    """Tokens ``start`` to ``end`` of a message, and whether they ask something."""

    start: int
    end: int
    asks: bool


def _word(token: Token) -> str:
    return str(token._.meant or token.lower_).replace("’", "'")


def opening(doc: Doc, start: int, end: int) -> int:
    """Where the words of a clause begin, past joining words and other little ones."""
    while start < end and (doc[start].is_punct or doc[start].is_space or _word(doc[start]) in JOINING
                           or _word(doc[start]) in LEADING):
        start += 1
    return start


def asks(doc: Doc, start: int, end: int, after_question: bool) -> bool:
    """Say whether the clause from ``start`` to ``end`` asks for something; ``after_question``: the one before does."""
    joined = start > 0 and not doc[start].is_sent_start
    first = opening(doc, start, end)
    if first >= end:
        return False
    word = _word(doc[first])
    following = _word(doc[first + 1]) if first + 1 < end else ""
    text = " ".join(_word(token) for token in doc[start:end])
    if any(wish in text for wish in WISHES):
        return True
    if word in REQUESTS and doc[end - 1].lower_ == ":":
        return False  # "tell me something else: what is a jowl"
    if (word, following) in OPENING_PAIRS or word in OPENING_WORDS:
        return True
    if word in ASKING:
        return following not in ("i", "you", "we") or word in ("why", "which") or after_question or "?" in text
    if word in ("have", "had") and following not in PERSONS:
        return False  # "had a stroke in spring"
    if word in AUXILIARIES and _word(doc[first - 1]) == "just" and joined:
        return False  # "and just do hifu" tells
    if word in AUXILIARIES:
        asks_on = after_question and word in ("can", "could") and following not in NO_QUESTION_AFTER_CAN
        return not joined or word in ONLY_ASK or asks_on or following in AFTER_VERB or _named_at(doc, first + 1)
    return word in REQUESTS or ("?" in text and end - first <= 8)


def _named_at(doc: Doc, position: int) -> bool:
    return any(span.start <= position < span.end for span in doc.spans.get(NAMES_KEY, ()))


def _is_heading(doc: Doc, end: int) -> bool:
    """Say whether a message begins with what is asked for and no sentence: "benefits of peptides and how …"."""
    words = [_word(token) for token in doc[:end]]
    return names_kind(plain(words)) and not (PERSONS | AUXILIARIES | {"my", "me"}) & set(words)


def _is_how(doc: Doc, position: int) -> bool:
    """Say whether "how dangerous is" or the like begins there."""
    return _word(doc[position]) == "how" and position + 2 < len(doc) and _word(doc[position + 2]) in AUXILIARIES


def stretches(doc: Doc) -> list[Stretch]:
    """The clauses of ``doc`` with whether each asks; one that an "or" joins belongs to the one before."""
    found: list[Stretch] = []
    for start, end in _cut(doc):
        opens = _word(doc[start])
        before = _word(doc[start - 1]) if start else ""
        if found and "or" in (opens, before) and found[-1].asks:
            found[-1] = Stretch(found[-1].start, end, True)
        else:
            asking = asks(doc, start, end, bool(found) and found[-1].asks) or (start == 0 and _is_heading(doc, end))
            found.append(Stretch(start, end, asking))
    return found


def _cut(doc: Doc) -> list[tuple[int, int]]:
    clauses: list[Span] = list(doc.spans.get(SPANS_KEY, ()))
    starts = {clause.start for clause in clauses} | {
        token.i for token in doc if token.i >= 2 and token.i + 1 < len(doc)
        and (_word(token.nbor(-1)) in JOINING or token.nbor(-1).is_punct)
        and ((_word(token), _word(token.nbor(1))) in OPENING_PAIRS or _word(token) in OPENING_WORDS)}
    starts |= {start for token in doc if _word(token) == "why" and _stands_alone(token)
               for start in (token.i, token.i + 1)}
    starts |= {token.i for token in doc[1:-1] if token.nbor(-1).lower_ == "," and _word(token) in LEADING
               and (_word(token.nbor(1)) in ASKING or _word(token.nbor(1)) in AUXILIARIES)}
    starts |= {token.i for token in doc[1:] if _word(token.nbor(-1)) in HEADING_ENDS and token.i < LONGEST_HEADING
               and (_word(token) in ASKING or _word(token) in AUXILIARIES)}
    starts.add(0)
    starts |= set(_run_on(doc, starts))
    ordered = sorted(starts)
    return list(zip(ordered, [*ordered[1:], len(doc)], strict=True)) if len(doc) else []


def _stands_alone(token: Token) -> bool:
    """Say whether signs, or words that join, stand on both sides of ``token``: "eye bags - why, and what helps?"."""
    before, after = token.doc[max(0, token.i - 1):token.i], token.doc[token.i + 1:token.i + 2]
    return all(each.is_punct or _word(each) in JOINING for each in (*before, *after)) and bool(after)


def _run_on(doc: Doc, starts: set[int]) -> Iterator[int]:
    """Where a question follows another without a comma or "and": "does gua sha work is it safe"."""
    opened = False  # the question so far has its verb
    for token in doc[:-1]:
        if token.i in starts:
            opened = False
        word, following = _word(token), _word(token.nbor(1))
        if not opened:
            opened = word in AUXILIARIES
        elif (word in AUXILIARIES - {"have", "had"}
              and (following in ("it", "they", "there") or _named_at(doc, token.i + 1))
              and _word(token.nbor(-1)) not in PERSONS and (word, following) != ("do", "it")):
            yield token.i
        elif (word in ASKING and (following in AUXILIARIES or following in MEASURES or _is_how(doc, token.i))
              and _word(token.nbor(-1)) not in (BEFORE_EMBEDDED | PEOPLE if word == "who" else BEFORE_EMBEDDED)):
            yield token.i
            opened = False


def told_before(doc: Doc) -> list[Stretch]:
    """What ``doc`` tells before it asks; empty where nothing or several things are asked."""
    found = stretches(doc)
    asking = [number for number, each in enumerate(found) if each.asks]
    return found[:asking[0]] if len(asking) == 1 else []


def questions(doc: Doc) -> list[Stretch]:
    """The stretches of ``doc`` that are questions, when there are two or more; else none.

    What tells something after a question stays with it.
    """
    asking: list[Stretch] = []
    for each in stretches(doc):
        if each.asks:
            asking.append(each)
        elif asking and asking[-1].end == each.start:
            asking[-1] = Stretch(asking[-1].start, each.end, True)
    return asking if len(asking) > 1 else []
