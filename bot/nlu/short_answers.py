"""What a message says when it is nothing but an answer to a question of the plan's form: "my jaw", "two years", "10".

Deterministic, and only where every word is accounted for: a message that holds anything else is a question or a remark
of its own, and must not be taken for an answer. Whether a question was asked at all is for the conversation to know.
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from bot.nlu.ruler import entities
from bot.nlu.vocabulary import AREA, CONDITION, IMPLIED_AREAS, SUBJECT

PLACE, SINCE, GOAL, TOLD, MINUTES, SKIP = (
    "plan_place", "plan_since", "plan_goal", "plan_told", "plan_minutes", "plan_skip")
SKIPPED, NOTHING, WHOLE_FACE = "skipped", "none", "whole_face"
#: Subjects that say where or what, as a part of the face does.
SIGNS = frozenset({*IMPLIED_AREAS, "golgo_line", "puffiness", "wrinkles"})
MOST_WORDS, MOST_MINUTES = 16, 1440

#: What a question of the visitor's own begins with.
_ASKS = re.compile(r"(?:is|are|does|do|did|can|could|should|would|will|how|why|which|who|when|any|show|give|what)\b"
                   r"(?! (?:(?:actually |really )?works(?: best)?|matters|is shown best)$)(?!thing)")
#: "ten minutes a day" says nothing of days.
_A_DAY = re.compile(r"\b(?:(?:a|per|each|every|once a) day|daily)\b")
_EVERYWHERE = re.compile(r"\b(?:everywhere|all over|all of it|everything)\b")

_NUMBER = (r"(?:\d+(?:\s*(?:-|–|to|or)\s*\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|"
           r"twenty|thirty|forty|sixty|half an?|quarter of an?|few|couple(?: of)?|several|some|many|last|past|this|"
           r"these)")
_WORDS_FOR = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
              "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
              "sixty": 60, "few": 5, "couple": 2}
_YEARS = (r"(?:in |since )?my (?:early |mid |late )?(?:teens|twenties|thirties|forties|fifties|sixties|seventies)|"
          r"since i (?:was|turned) \d+|since (?:19|20)\d\d|ages|always|for ?ever|a long time|long ago|decades?")
_OF_AN_HOUR = {"half": 30, "quarter": 15}
#: The younger the change, the more it matters, so the first that fits counts.
_TIMES = tuple((value, re.compile(rf"\b(?:{pattern})\b")) for value, pattern in (
    ("days", rf"{_NUMBER} days?|days?|today|yesterday|overnight|this morning|last night|{_NUMBER} hours? ago"),
    ("weeks", rf"{_NUMBER} (?:weeks?|fortnight)|weeks?|fortnight"),
    ("months", rf"{_NUMBER} (?:months?|summer|winter|spring|autumn)|months?"),
    ("years", rf"{_NUMBER} (?:years?|yrs?|decades?)|years?|{_YEARS}"),
))
_MINUTES = re.compile(rf"\b(?P<number>{_NUMBER}) ?(?P<unit>min(?:ute)?s?|hours?|hrs?)\b|\b(?P<bare>\d+)\b|"
                     r"\b(?P<no>no|zero|not? much|little) (?:spare )?time\b|\b(?P<zero>zero)\b")
_GOALS = tuple((value, re.compile(rf"\b(?:{pattern})\b")) for value, pattern in (
    ("home", r"(?:no|without(?: any)?|not) (?:needles?|surgery|injections?|knives|knife|operations?|procedures?)|"
             r"(?:nothing )?(?:at )?home|natural(?:ly)?|non[- ]?(?:surgical|invasive)|needles?|surgery|injections?"),
    ("cost", r"(?:low|little|less)(?: the)? (?:cost|money|price)|cheap(?:ly|est)?|(?:not )?(?:too )?expensive|budget|"
             r"affordable|free|(?:the )?(?:cost|price|money)|spend(?:ing)? little"),
    ("risk", r"(?:low|lowest|little|least|no|less) (?:risks?|side effects?|harm)|safe(?:ty|st)?|gentle|risks?|"
             r"side effects"),
    ("proof", r"(?:best )?(?:evidence|proof|proven|shown)(?: best)?|science|scientific|studies|"
              r"(?:what(?:ever)? )?(?:actually |really )?works(?: best)?|results|effective(?:ness)?"),
))
#: Slot, its value, and the words that give it when there are no others.
_WHOLE = tuple((slot, value, re.compile(pattern)) for slot, value, pattern in (
    (SKIP, SKIPPED, r"skip(?: (?:it|this|that|this one|that one|this question|the question))?|pass|next(?: question)?|"
                    r"(?:i )?(?:don'?t|do not|dont) (?:know|mind|care|want to (?:say|answer|tell)(?: you)?)|"
                    r"no (?:idea|preference)|not sure|unsure|"
                    r"(?:i'?d )?(?:rather|prefer) not(?: to)?(?: (?:say|answer|tell))?(?: you)?|any(?:thing)?|either|"
                    r"(?:it )?does(?:n'?t| not) matter|all of (?:it|them)|whatever|none of your business|"
                    r"can'?t (?:say|remember)"),
    (TOLD, NOTHING, r"no(?:ne|pe|thing)?|nah|neither|none of (?:these|those|them|that)|not that i know(?: of)?|"
                    r"no(?:ne)?,? (?:of these|conditions?|nothing)|nothing(?: like that| at all)?|"
                    r"(?:i'?m )?(?:fit and )?healthy|not (?:me|really|any)"),
    (MINUTES, "0", r"none|zero|nothing|not? (?:any|minutes?)"),
))
#: Words that an answer may have besides.
_FILLERS = """
    a about ago all almost also am and any area areas around as at bit both but by can daily day days drooping droopy
    drops early every face for from getting give got guess had have i i'd i'm i've id im important in is it it's its
    ive just last late least less like line lines long look looking looks loose mainly matter matters max maximum
    maybe me mine minimum more most mostly much my nearly no not nothing now of on only or over part parts past per
    perhaps please possible prefer probably problem problems quite rather really roughly round sagging saggy sags say
    side sides since skin so some spare spend started such take taking than that the then there these they think
    this to too tops trouble under up us want wants was well what will wish with worse worst would your
"""
FILLERS = frozenset(_FILLERS.split())


@dataclass(frozen=True)
class ShortAnswer:
    """A slot of the form and the value that a message gives it."""

    slot: str
    value: str


def short_answers(doc: Doc) -> tuple[ShortAnswer, ...]:
    """Return what ``doc`` answers, in no question's order; nothing when it says anything else as well.

    A message such as "no" answers several questions; each question takes its own.
    """
    text = " ".join(re.sub(r"[^\w\s'–-]+", " ", _as_meant(doc)).split())
    if not text or "?" in doc.text or len(text.split()) > MOST_WORDS:
        return ()
    found = [ShortAnswer(slot, value) for slot, value, pattern in _WHOLE if pattern.fullmatch(text)]
    return tuple(found) or (() if _ASKS.match(text) else _in_parts(doc))


def _as_meant(doc: Doc, without: tuple[tuple[int, int], ...] = ()) -> str:
    """The words as they were meant, without the places ``without`` (characters)."""
    kept = (token for token in doc if not any(start <= token.idx < end for start, end in without))
    return " ".join(token.norm_ if token._.meant else token.lower_ for token in kept).replace(" n't", "n't").replace(
        " '", "'")


def _in_parts(doc: Doc) -> tuple[ShortAnswer, ...]:
    named = entities(doc)
    if any(each.label == SUBJECT and each.slug not in SIGNS for each in named):
        return ()
    found = [ShortAnswer(PLACE, each.slug) for each in named if each.label in (AREA, SUBJECT)]
    found += [ShortAnswer(TOLD, each.slug) for each in named if each.label == CONDITION]
    rest = _A_DAY.sub(" ", _as_meant(doc, tuple((each.start, each.end) for each in named)))
    if _EVERYWHERE.search(rest):
        found.append(ShortAnswer(PLACE, WHOLE_FACE))
        rest = _EVERYWHERE.sub(" ", rest)
    taken: list[ShortAnswer] = []
    for value, pattern in _TIMES:
        if pattern.search(rest):
            taken = taken or [ShortAnswer(SINCE, value)]
            rest = pattern.sub(" ", rest)
    for value, pattern in _GOALS:
        if pattern.search(rest):
            taken.append(ShortAnswer(GOAL, value))
            rest = pattern.sub(" ", rest)
    minutes = _MINUTES.search(rest)
    if minutes:
        taken.append(ShortAnswer(MINUTES, str(_minutes(minutes))))
        rest = _MINUTES.sub(" ", rest)
    words = re.findall(r"[\w']+", rest)
    return tuple(found + taken) if all(word in FILLERS for word in words) else ()


def _minutes(found: re.Match[str]) -> int:
    """How many minutes; of a range the fewer."""
    if found["no"] or found["zero"]:
        return 0
    if found["bare"]:
        return min(int(found["bare"]), MOST_MINUTES)
    first = re.split(r"\W+", found["number"])[0]
    hours = found["unit"].startswith("h")
    if first in _OF_AN_HOUR:
        return _OF_AN_HOUR[first]
    number = int(first) if first.isdecimal() else _WORDS_FOR.get(first, 1)
    return min(number * (60 if hours else 1), MOST_MINUTES)
