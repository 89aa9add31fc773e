import numpy as np
import pytest

from bot.model import Passage
from bot.nlu.retrieval import MOST_HITS, THRESHOLD, PassageIndex


def passage(ref: str, kind: str, subject: str, direction: int, text: str = "") -> Passage:
    return Passage(ref, text or ref, kind, (subject,), (), np.eye(8, dtype=np.float32)[direction])


def towards(direction: int, share: float = 1.0) -> np.ndarray:
    vector = np.full(8, np.sqrt((1 - share**2) / 7), dtype=np.float32)
    vector[direction] = share
    return vector


def no_words(text: str, limit: int) -> list[tuple[Passage, float]]:
    return []


COST, RISK, OTHER = (passage("claim:a", "cost", "botox", 0), passage("claim:b", "risk", "botox", 0),
                     passage("claim:c", "cost", "laser", 1))


def test_the_nearest_passage_of_the_kind_is_the_hit() -> None:
    (hit,) = PassageIndex([COST, RISK, OTHER]).nearest("x", towards(0), ["cost"], no_words)
    assert (hit.ref, hit.kind, hit.subjects) == ("claim:a", "cost", ("botox",))
    assert hit.score == pytest.approx(1)


def test_what_is_below_the_threshold_is_no_hit() -> None:
    index = PassageIndex([COST])
    assert index.nearest("x", towards(0, THRESHOLD + 0.02), ["cost"], no_words)
    assert index.nearest("x", towards(0, THRESHOLD - 0.02), ["cost"], no_words) == ()


def test_shared_words_raise_the_score() -> None:
    index = PassageIndex([COST])
    hits = index.nearest("x", towards(0, THRESHOLD - 0.1), ["cost"], lambda text, limit: [(COST, 1.0), (RISK, 1.0)])
    assert [hit.ref for hit in hits] == ["claim:a"]


def test_a_cell_comes_once_with_its_best_passage() -> None:
    same = [passage(f"claim:{n}", "cost", "botox", 0) for n in range(3)]
    assert len(PassageIndex(same).nearest("x", towards(0), ["cost"], no_words)) == 1


def test_there_are_at_most_five_hits() -> None:
    many = [passage(f"claim:{n}", "cost", f"subject{n}", 0) for n in range(9)]
    assert len(PassageIndex(many).nearest("x", towards(0), ["cost"], no_words)) == MOST_HITS


def test_passages_without_a_vector_and_an_empty_index_give_none() -> None:
    bare = Passage("claim:z", "words", "cost", ("botox",), ())
    for index in (PassageIndex([]), PassageIndex([bare])):
        assert index.nearest("x", towards(0), ["cost"], no_words) == ()
        assert not index.has_cell("cost", ["botox"])


def test_cells_are_known_by_subject_or_area() -> None:
    index = PassageIndex([COST, Passage("headline:jaw/cause", "t", "cause", (), ("jaw",), towards(3))])
    assert index.has_cell("cost", ["neck", "botox"]) and index.has_cell("cause", ["jaw"])
    assert not index.has_cell("cause", ["botox"])
