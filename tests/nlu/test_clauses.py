import itertools

import pytest
from spacy.language import Language

from bot.nlu.clauses import SPANS_KEY
from bot.nlu.language import read_text


@pytest.mark.parametrize(("text", "clauses"), [
    ("does gua sha work and is it safe?", ["does gua sha work", "and is it safe?"]),
    ("my jaw sags and my lids droop, what helps?", ["my jaw sags", "and my lids droop,", "what helps?"]),
    ("botox or face yoga for forehead lines", ["botox or face yoga for forehead lines"]),
    ("my jaw and my neck", ["my jaw and my neck"]),
    ("I tried it. It hurt! Why?", ["i tried it.", "it hurt! why?"]),
    ("can exercises replace fillers, and how long would it take", ["can exercises replace fillers, ",
                                                                    "and how long would it take"]),
    ("is it safe because i have tmj", ["is it safe", "because i have tmj"]),
    ("serum, cream and oil", ["serum, cream and oil"]),
])
def test_clauses(nlp: Language, text: str, clauses: list[str]) -> None:
    doc = read_text(nlp, text)
    assert [span.text.strip() for span in doc.spans[SPANS_KEY]] == [clause.strip() for clause in clauses]


def test_clauses_cover_the_message(nlp: Language) -> None:
    doc = read_text(nlp, "so i had filler last year; then my cheeks drooped, what can i do and who should i see")
    spans = list(doc.spans[SPANS_KEY])
    assert spans[0].start == 0 and spans[-1].end == len(doc)
    assert all(one.end == other.start for one, other in itertools.pairwise(spans))


def test_an_empty_message_has_none(nlp: Language) -> None:
    assert list(read_text(nlp, "").spans[SPANS_KEY]) == []
