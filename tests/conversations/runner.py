"""Plays the conversations of this folder and says what came otherwise. README.md is for those who write them."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.editorial.faults import did_you_mean
from bot.editorial.files import ContentFile, read_as
from bot.editorial.library import Library
from bot.editorial.models import Conversation, Further, Turn
from bot.settings import ROOT

FOLDER = Path(__file__).parent
WORDS, SAFETY = "words", "safety"
#: Replies that are a rule's fixed text and nothing else.
ALONE = ("emergency", "urgent", "distress")
Reply = list[dict[str, Any]]


def files(folder: Path = FOLDER) -> list[Path]:
    """Every conversation, in a fixed order."""
    return sorted(folder.glob("*/*.yml"))


def read(path: Path, known: Known) -> ContentFile:
    """One conversation's file; ``faults`` says what is wrong with it, ids that nothing has included."""
    file = read_as(path, Conversation)
    if file.shape is not None:
        for number, turn in enumerate(file.shape.turns):
            file.faults += [file.fault(("turns", number, key), "unknown-id", f"{key}: there is no '{value}'.",
                                       did_you_mean(value, ids, "Look it up in bot/content or domain.yml."))
                            for key, value, ids in known.unknown(turn)]
    return file


@dataclass(frozen=True)
class Known:
    """The ids that conversations may name: key of a turn -> ids."""

    ids: dict[str, frozenset[str]]

    @classmethod
    def of_project(cls, claims: frozenset[str], sources: frozenset[str], intents: frozenset[str]) -> Known:
        """The project's ids: those of the taxonomy and of safety.yml, and those handed over."""
        library = Library.read(ROOT / "bot" / "content")
        slugs = {key: frozenset(values) for key, values in library.vocabularies.items()}
        rules = frozenset(str(placed.shape.id) for placed in library.safety_rules)
        return cls({"kind": slugs["question_kinds"], "subjects": slugs["subjects"], "areas": slugs["face_areas"],
                    "conditions": slugs["conditions"], "claims": claims, "sources": sources, "rule": rules,
                    "cautions": rules, "leaves_out": rules, "intent": intents})

    def unknown(self, turn: Turn) -> Iterator[tuple[str, str, frozenset[str]]]:
        """Key, value and known ids of everything that the turn names and nothing has."""
        for key, ids in self.ids.items():
            value = getattr(turn, key)
            for further in turn.also or ():
                value = [*_listed(value), *_listed(getattr(further, key, None))]
            for each in _listed(value):
                if each not in ids:
                    yield key, each, ids


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


@dataclass(frozen=True)
class Came:
    """What a reply was, in the words of a turn."""

    gets: str
    card: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    messages: int = 0
    buttons: bool = False
    also: tuple[Came, ...] = ()  # the answers after the first

    @classmethod
    def of(cls, reply: Reply) -> Came:
        """Reads the messages of the REST channel."""
        cards = [each["custom"] for each in reply if "custom" in each]
        card = cards[0] if cards else {}
        buttons = any(each.get("buttons") for each in reply) or bool(card.get("suggestions"))
        text = " ".join(each["text"] for each in reply if each.get("text"))
        also = tuple(cls(each["type"], each) for each in cards[1:])
        return cls(card.get("type", WORDS), card, text, len(reply), buttons, also)

    def value(self, key: str) -> Any:
        """What the reply has under a key of a turn."""
        if key in ("kind", "subjects", "areas", "conditions", "focus", "page"):
            return self.card.get("question", {}).get(key)
        if key == "claims":
            cells = [cell for row in self.card.get("rows", ()) for cell in row["cells"]]
            shown = [point["id"] for point in self.card.get("points", ())]
            return shown + [claim for cell in cells for claim in cell["claims"]]
        if key == "sources":
            return [source["id"] for source in self.card.get("sources", ())]
        if key == "cautions":
            return [each["id"] for each in self.card.get("cautions", ()) if each["id"].startswith("ca_")]
        if key == "leaves_out":
            return sorted({each["rule"] for each in self.card.get("left_out", ())})
        if key == "empty_rows":
            return [row["row"] for row in self.card.get("rows", ()) if not all(each["claims"] for each in row["cells"])]
        if key in ("days", "streak"):
            return self.card.get("progress", {}).get(key)
        if key == "reminders":
            return len(self.card.get("reminders", ()))
        if key == "calendar":
            return "calendar" in self.card
        if key == "without_moves":
            return sorted({move for step in self.card.get("steps", ()) for move in step["moves"]})
        return self.buttons if key == "buttons" else self.card.get(key)

    def summary(self) -> str:
        """The reply in one line, without its wording."""
        keys = ("kind", "subjects", "areas", "level", "rule", "cautions")
        found = {key: self.value(key) for key in keys}
        return ", ".join([f"gets: {self.gets}", *(f"{key}: {value}" for key, value in found.items() if value)])


def differences(turn: Turn, came: Came, intent: Callable[[], str]) -> list[str]:
    """What of the turn did not come, one sentence each; empty when all did."""
    if turn.gets != came.gets:
        return [_sentence("gets", turn.gets, came.gets)]
    expected = turn.dict(exclude={"says", "days_later", "gets", "intent", "also"})
    found = [_sentence(key, wanted, came.value(key)) for key, wanted in expected.items()
             if wanted is not None and not _holds(key, wanted, came.value(key))]
    if turn.also is not None:
        found += _further(turn.also, came.also)
    if turn.intent and intent() != turn.intent:
        found.append(_sentence("intent", turn.intent, intent()))
    if turn.level in ALONE and (came.messages != 2 or came.text != came.card["headline"] or came.buttons):
        found.append("expected the safety answer alone, and something came beside it.")
    if any(not _is_whole(row, came.card["columns"]) for row in came.card.get("rows", ())):
        found.append("expected a row to say something of each subject, and one has a gap.")
    return found


def _is_whole(row: dict[str, Any], columns: list[str]) -> bool:
    """Whether a row of a comparison says something of every subject, be it that there is nothing."""
    return len(row["cells"]) == len(columns) and all(cell["text"] for cell in row["cells"])


def _further(wanted: list[Further], came: tuple[Came, ...]) -> Iterator[str]:
    """What of the further answers did not come."""
    if len(wanted) != len(came):
        yield f"also: expected {len(wanted)} further answers, and {len(came)} came."
        return
    for number, (each, answer) in enumerate(zip(wanted, came, strict=True), start=2):
        for key, value in each.dict().items():
            got = answer.gets if key == "gets" else answer.value(key)
            if value is not None and not _holds(key, value, got):
                yield f"answer {number}: {_sentence(key, value, got)}"


def _holds(key: str, wanted: Any, came: Any) -> bool:
    if key in ("claims", "sources", "empty_rows"):
        return set(wanted) <= set(came)
    if key == "without_moves":
        return not set(wanted) & set(came)
    return set(wanted) == set(came or ()) if isinstance(wanted, list) else bool(wanted == came)


def _sentence(key: str, wanted: Any, came: Any) -> str:
    verb = {"claims": "at least ", "sources": "at least ", "empty_rows": "at least ",
            "without_moves": "none of "}.get(key, "")
    return f"{key}: expected {verb}{_plain(wanted)}, and {_plain(came)} came."


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(str, value))}]"
    return "nothing" if value is None else str(value).lower() if isinstance(value, bool) else f"'{value}'"


def play(file: ContentFile, say: Callable[[str], Reply], intent: Callable[[], str],
         wait: Callable[[int], None] = lambda days: None) -> list[str]:
    """Says each turn and returns what came otherwise: file, line, turn, words, what was expected and what came.

    Args:
        file: a conversation without faults.
        say: sends a visitor's words and hands back the messages of the reply.
        intent: what the last words were understood as.
        wait: lets days pass.
    """
    wrong = []
    for number, turn in enumerate(file.shape.turns):
        if turn.days_later:
            wait(turn.days_later)
        wrong.append(otherwise(file, number, say(turn.says), intent))
    return [each for each in wrong if each]


def otherwise(file: ContentFile, number: int, reply: Reply, intent: Callable[[], str]) -> str:
    """What came otherwise than the turn ``number`` of a conversation says, as ``play`` puts it; empty when nothing."""
    turn, came = file.shape.turns[number], Came.of(reply)
    found = differences(turn, came, intent)
    place = f"{file.path}:{file.place(('turns', number))[0]}: turn {number + 1}, “{turn.says[:80]}”"
    return "\n  ".join([place, *found, f"The whole reply: {came.summary()}"]) if found else ""
