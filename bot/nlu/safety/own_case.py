"""Whose case a message tells: the visitor's own, that of somebody they ask for, or nobody's here.

A caution follows a visitor through the conversation. It is told of themselves or of somebody they ask for ("mum takes
warfarin and wants to try gua sha"), not of somebody who is only spoken of ("my sister had Bell's palsy").
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from re import Pattern

from bot.nlu.safety.reading import Hit, Reading
from bot.nlu.safety.rules import CAUTION, Rule, Signs

_KIN = (
    r"(?:sisters?|brothers?|nan|nana|gran\w*|mothers?|mum|mummy|mom|dad|father|friends?|bff|cousins?|aunt\w*|uncle|"
    "wife|"
    "husband|hubby|partner|boyfriend|girlfriend|son|daughter|nephew|niece|colleague|neighbou?rs?|boss|relatives?|"
    "mates?|"
    "flatmate|teacher|clients?|in law|fil|mil|ex|lady|woman|man|guy|bloke)(?: of mine)?")
_OTHER = re.compile(rf"\b(?:{_KIN}|someone|somebody|actress|actor|celebrity|influencer|character|every ?one|nobody|"
                    f"people|"
                    r"patients|dog|cat|film|song|series|he|she|they|women|others)\b")
_ME = re.compile(r"\b(?:i|my|me|we|our|mine|myself)\b(?! (?:\w+ )?(?:" + _KIN + r"|dog|cat)\b)")
_WISH = (r"(?:want\w*|wish\w*|ask\w*|would|'d|likes?|loves?|keen|fanc\w+|got|bought|booked|saw|found|uses?|using|does|"
         r"did|doing|tries|tried|start\w*|need\w*|joins?|put|skipped|stopped|can|may|should|refuses?|keeps?)")
#: Somebody for whom something is asked or who has it in mind.
_ASKED_FOR = re.compile(
    r"\b(?:wants|wanting|would (?:like|love)|'d (?:like|love)|is keen|keen on|asks|asked|fancies)\b|"
    rf"\b(?:he|she|they)(?: 's| is| has|s)? (?:\w+ )?{_WISH}\b|"
    rf"\b(?:he|she|they|{_KIN}|and|but)(?: 's)? {_WISH}\b|"
    r"\bi (?:\w+ ){1,3}(?:her|him|them)\b|"
    r"\b(?:may|can|could|should|must|shall|is|for|on|with|to|tell|give|giving|let|help\w*|do|does) (?:\w+ )?(?:he|"
    "she|they|"
    rf"her|him|them|my {_KIN})\b")
#: "Not me", "I'm well", "only nosy": said anywhere, what stands beside it is not told of the visitor.
_NOT_MINE = re.compile(
    r"\b(?:not me|not mine|not i|i (?:have )?never (?:did|had)|i never|i do not(?: have (?:it|that|any|one))?(?= "
    "[.;])|"
    r"i do not (?:have (?:it|that|any)|own)|i take none|none taken|i am (?:\d+ and )?(?:fine|well|fit|healthy|free)|"
    "healthy (?:person|people|woman|man|bloke|as)|(?:just|only|merely) (?:nosy|curious|asking|interested|reading|"
    "wondering)|out of (?:curiosity|interest)|(?:general|only|pure) (?:interest|q|question)|school (?:project|debate)|"
    r"essay|homework|crossword|revising|writing an? \w+|learning anatomy|anatomy (?:class|exam)|in theory|i teach|"
    "student not|neither of us|grew out of|my skin 's (?:as )?(?:calm|fine)|no medical history|not having any|in "
    r"books)\b")
#: A question about the world; about one's own case it asks what one may do.
_GENERAL = re.compile(
    r"\s*(?:(?:so|and|but|ok|hi|also|or|well|quick question|just) )*(?:what|what 's|whats|does|do(?! (?:i|we)\b)|did|"
    "why|how|"
    r"is|are|can (?!(?:i|we|you|u|she|he|my)\b)|could|may|might|should|which|where|when|who|explain|define|tell me|"
    "difference|"
    r"worried about|afraid of|scared of)\b")
#: A heading, not a telling: "facelift nerve damage", "infections after threads", "lymphoma symptoms".
_TOPIC = re.compile(r"\b(?:risks?|dangers?|rates?|figures|studies|cost|price|infections?|symptoms?|treatments?|"
                    "signs?|history of|"
                    r"stand for|cure|remedy|novel|episode|quiz|first aid|book)\b")
_ALLOWED = re.compile(
    r"\b(?:ok|okay|safe\w*|allowed|alright|all right|fine|permitted|off limits|suitable|appropriate|unsafe|i|my|me|"
    "we|our|"
    r"should|while|when|during|with|mum|mom|here)\b")


@dataclass(frozen=True)
class OwnCase(Signs):
    """Signs of a caution, in a question too, told of the visitor or of somebody for whom they ask."""

    slow: bool = True
    asked: bool = True
    anyone: bool = False  # whoever it is told of

    def _told(self, reading: Reading, pattern: Pattern[str]) -> Iterator[Hit]:
        for hit in super()._told(reading, pattern):
            if self.anyone or not (_general(reading, hit) or _somebody_elses(reading, hit)):
                yield hit


def _general(reading: Reading, hit: Hit) -> bool:
    sentence = reading.sentence(hit)
    return bool(_GENERAL.match(sentence) or _TOPIC.search(sentence)) and not _ALLOWED.search(sentence)


def _somebody_elses(reading: Reading, hit: Hit) -> bool:
    before = reading.text[:hit.start].rpartition(" . ")[2]  # of the same sentence
    if _ME.search(before[_last(_OTHER, before):]):
        return False
    if _NOT_MINE.search(reading.text):
        return True
    return bool(_OTHER.search(before)) and not _ASKED_FOR.search(reading.text)


def _last(pattern: Pattern[str], text: str) -> int:
    """Where the last match ends, or 0."""
    return max((match.end() for match in pattern.finditer(text)), default=0)


def caution(rule: str, *signs: Pattern[str] | Signs, long_ago: bool = False, answers: bool = False,
            unless: tuple[Pattern[str], ...] = ()) -> Rule:
    """A caution rule; a pattern by itself is the only sign of its combination."""
    told = tuple(each if isinstance(each, Signs) else OwnCase((each,), unless=unless, long_ago=long_ago)
                 for each in signs)
    return Rule(rule, CAUTION, told, answers=answers)


def both(one: Pattern[str], other: Pattern[str], reach: int, unless: tuple[Pattern[str], ...] = (),
         long_ago: bool = False) -> Signs:
    """``one`` told of, with ``other`` said at most ``reach`` words away."""
    return OwnCase((one,), (other,), unless, long_ago=long_ago, reach=reach)
