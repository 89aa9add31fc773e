"""Clauses: the stretches of a message that can be a statement or a question of their own.

Works on words alone, without a parser. A clause begins at a sentence start and wherever, after a comma, semicolon or
joining word, words follow that open a clause: "does gua sha work | and is it safe". "botox or face yoga" stays whole.
"""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

NAME = "clauses"
SPANS_KEY = "clauses"

BREAKS = frozenset({";", ":", "—", "–", "-", "\n", "…", "..."})
JOINING = frozenset({"and", "but", "or", "so", "then", "also", "plus", "because", "cos", "cause", "though", "although",
                     "while", "whereas", "&", "+", "n", "nd"})
ASKING = frozenset({"what", "whats", "wat", "wats", "why", "how", "hows", "when", "where", "who", "whom", "which",
                    "whose"})
AUXILIARIES = frozenset({
    "dose",  # mistyped, and a word of its own
    "is", "are", "was", "were", "am", "do", "does", "did", "can", "could", "will", "would", "should", "shall", "may",
    "might", "must", "has", "have", "had", "isn't", "aren't", "don't", "doesn't", "can't", "won't", "shouldn't"})
SUBJECTS = frozenset({"i", "you", "he", "she", "it", "we", "they", "there", "this", "that", "my", "your", "his", "her",
                      "their", "our", "if"})
SHORTEST = 2  # words


def opens_clause(token: Token) -> bool:
    """Say whether the words from ``token`` on, after a comma or joining word, read as a clause of their own."""
    word = token.lower_
    if word in ASKING or word in AUXILIARIES or word == "if":
        return True
    if word not in SUBJECTS:
        return False
    # A subject needs its verb: "my jaw and my neck" are two things, "my jaw sags and my lids droop" two clauses.
    rest = [following for following in token.doc[token.i + 1:token.i + 5] if not following.is_punct]
    if word in {"my", "your", "his", "her", "their", "our"}:
        return len(rest) >= 2 and rest[1].lower_ not in JOINING and not rest[1].is_punct
    return bool(rest)


def _boundary(token: Token) -> bool:
    """Say whether a clause begins at ``token``."""
    if token.i == 0:
        return False
    if token.is_sent_start:
        return True
    before = token.nbor(-1)
    if before.lower_ in BREAKS:
        return True
    if token.lower_ in JOINING:
        following = token.doc[token.i + 1:token.i + 2]
        return bool(following) and opens_clause(following[0])
    return before.lower_ == "," and opens_clause(token)


def split_clauses(doc: Doc) -> list[Span]:
    """Return the clauses of ``doc`` in order; together they cover it. A blank document has none."""
    starts = [0]
    for token in doc:
        if _boundary(token) and _words(doc[starts[-1]:token.i]) >= SHORTEST and _words(doc[token.i:]) >= SHORTEST:
            starts.append(token.i)
    if not len(doc):
        return []
    return [doc[start:end] for start, end in zip(starts, [*starts[1:], len(doc)], strict=True)]


def _words(span: Span) -> int:
    return sum(not (token.is_punct or token.is_space) for token in span)


@Language.component(NAME)
def clauses(doc: Doc) -> Doc:
    """Write the clauses into ``doc.spans["clauses"]``."""
    doc.spans[SPANS_KEY] = split_clauses(doc)
    return doc
