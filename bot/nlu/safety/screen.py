"""The screen itself: one message in; what it tells of, which cautions it carries and which it takes back, out.

The rules come first. A combination of signs that fired on no calm message of the examples is certain: it decides, and
nothing lowers what it decided. Every other combination is possible: it speaks for its rule in the classifier, beside
the message's words and meaning. The classifier may also raise a level by itself.
"""
from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from bot.nlu.encoder import SentenceEncoder
from bot.nlu.ruler import SPANS_KEY
from bot.nlu.safety.classifier import SafetyModel, parts, sentences
from bot.nlu.safety.examples import CALM
from bot.nlu.safety.families import RULES
from bot.nlu.safety.families.cautions import RULES as CAUTIONS
from bot.nlu.safety.prefilter import Prefilter
from bot.nlu.safety.reading import Reading
from bot.nlu.safety.rules import CAUTION, DISTRESS, EMERGENCY, URGENT, Combination, Rule
from bot.nlu.safety.taken_back import taken_back
from bot.nlu.vocabulary import AREA, CONDITION, SUBJECT

BY_RULES, BY_CLASSIFIER = "rules", "classifier"
FORGOTTEN = "safety_forgotten"
#: Shares from which the classifier raises a level: read whole, and by one sentence among others. Chosen on the
#: development sets, bot/nlu/README.md has the figures.
ALARM_FROM, SENTENCE_ALARM_FROM = 0.4, 0.9
#: Shares from which it remembers a caution: where the rules find none, and beside theirs or as the whole answer.
CAUTION_FROM, ANOTHER_CAUTION_FROM = 0.1, 0.3
#: Of a message that it raises, so much decides for an emergency: in doubt the higher level.
EMERGENCY_FROM = 0.4
Shares = dict[str, float]
_BY_ID = {rule.id: rule for rule in (*RULES, *CAUTIONS)}
_SIGNS = tuple({id(sign): sign for rule in RULES for signs in rule.any_of for sign in signs.happening}.values())
_PREFILTER = Prefilter(pattern for rule in _BY_ID.values() for pattern in rule.patterns())
_DENIED_IN_A_ROW = re.compile(r"(?:(?<=[,.;]) |^)(?:and |or )?no (?!idea|clue|reason|warning|longer)[\w' ]{3,40}[,.;]")
_ASKS = re.compile(
    r"\b(?:what|which|how|why|when|where|who|can|could|should|do|does|did|is|are|will|would|may|best|recommend\w*|"
    r"tell|show|give|suggest\w*|explain|help|need|want|looking for|tips?|advice)\b")
#: "And while breastfeeding" asks the question before once more; "after my facelift I feel well" tells.
_LEANS_ON_A_QUESTION = re.compile(
    r"\s*(?:(?:and|also|even|ok|or|but) )*(?:with|while|during|after)"
    r"(?: (?!i\b|am\b|have\b|had\b|was\b)[\w']+){1,4}\W*")


@dataclass(frozen=True)
class SafetyFinding:
    """Why a message gets a safety answer. ``words`` are the visitor's own, those that fired or told most."""

    level: str  # emergency, urgent, distress or caution
    rule: str  # id in bot/content/safety.yml
    words: tuple[str, ...]
    found_by: str = BY_RULES

    @property
    def intent(self) -> str:
        """The intent that a message with this finding has."""
        return f"safety_{self.level}"


@dataclass(frozen=True)
class Screening:
    """All that the screen has to say of one message."""

    finding: SafetyFinding | None = None  # what the message is answered with, before anything else
    cautions: tuple[SafetyFinding, ...] = ()  # what is remembered of the visitor
    taken_back: tuple[str, ...] = ()  # rules that are forgotten
    conditions: tuple[str, ...] = ()  # slugs of taxonomy.yml that the message names
    asks: bool = True  # whether it reads like a question

    @property
    def intent(self) -> str | None:
        """The intent that the message has because of this, or None where it keeps its own."""
        return self.finding.intent if self.finding else FORGOTTEN if self._only_takes_back else None

    def without_cautions(self) -> Screening:
        """Return the same as if it told of no caution."""
        cautious = self.finding is not None and self.finding.level == CAUTION
        return replace(self, finding=None if cautious else self.finding, cautions=())

    @property
    def _only_takes_back(self) -> bool:
        return bool(self.taken_back) and not self.cautions and not self.asks


def weight(finding: SafetyFinding) -> int:
    """Return the rank of a finding, weightiest first: emergency, intent of self-harm, urgent, distress, caution."""
    if _BY_ID[finding.rule].self_harm:
        return 1
    return {EMERGENCY: 0, URGENT: 2, DISTRESS: 3, CAUTION: 4}[finding.level]


def weightiest(findings: Iterable[SafetyFinding | None]) -> SafetyFinding | None:
    """Return the weightiest finding, the first of equals, or None where there is none."""
    return min((each for each in findings if each is not None), key=weight, default=None)


def together(one: Screening, other: Screening) -> Screening:
    """Return what two readings of a message have to say, the weightier finding first."""
    cautions = {each.rule: each for each in (*other.cautions, *one.cautions)}
    return Screening(weightiest((one.finding, other.finding)), tuple(cautions.values()),
                     tuple(dict.fromkeys((*one.taken_back, *other.taken_back))),
                     tuple(dict.fromkeys((*one.conditions, *other.conditions))), one.asks or other.asks)


def screen(doc: Doc, model: SafetyModel, encoder: SentenceEncoder) -> Screening:
    """Screen ``doc``, read by the language pipeline with the current vocabulary."""
    reading = read(doc)
    fired = tuple(_fired((*RULES, *CAUTIONS), reading))
    # What is denied ("no numbness, no weak arm") alarms a classifier that reads words and not their stance.
    told = _DENIED_IN_A_ROW.sub("", reading.without_denials(_SIGNS))
    shares, alarming = _shares(told, [combination for combination, _ in fired], model, encoder)
    certain = next((found for combination, found in fired if combination in model.certain), None)
    possible = next((found for _, found in fired if found.level != CAUTION), None)
    known = _known(reading, model)
    finding = weightiest((certain, *(found for found in known.values() if found.level != CAUTION)))
    if model.by_editors.get(" ".join(reading.sentences())) != CALM:
        finding = weightiest((finding, _decided_together(possible, told, alarming, model)))
    back = taken_back(reading)
    by_rules_ = {found.rule: found for found in (*(found for _, found in fired), *known.values())
                 if found.level == CAUTION}
    likely = _likely_caution(told, {rule: share for rule, share in shares.items() if rule not in back}, model,
                             ANOTHER_CAUTION_FROM if by_rules_ else CAUTION_FROM)
    cautions = tuple((likely | by_rules_).values())
    asks = "?" in doc.text or bool(_ASKS.search(reading.text) or _LEANS_ON_A_QUESTION.fullmatch(reading.text))
    if finding is None:
        finding = next((each for each in cautions if _BY_ID[each.rule].answers), None)
    if finding is None and cautions and not asks and not _names(doc, SUBJECT, AREA):
        finding = cautions[0]
    present = {each.rule for each in cautions}
    return Screening(finding, cautions, tuple(rule for rule in back if rule not in present),
                     tuple(_names(doc, CONDITION)), asks)


def read(doc: Doc) -> Reading:
    """Return ``doc`` as the rules read it."""
    return Reading(doc, _PREFILTER)


def by_rules(reading: Reading) -> SafetyFinding | None:
    """Return what the rules find, the weightiest first, or None."""
    return next((found for _, found in _fired(RULES, reading)), None)


def combinations(reading: Reading) -> Iterator[Combination]:
    """Yield every combination of signs that fires, those of cautions too."""
    for rule in (*RULES, *CAUTIONS):
        yield from ((rule.id, number) for number, _ in rule.firing(reading))


def _fired(rules: Iterable[Rule], reading: Reading) -> Iterator[tuple[Combination, SafetyFinding]]:
    """Every combination that fires, with what it finds."""
    for rule in rules:
        for number, hits in rule.firing(reading):
            words = tuple(dict.fromkeys(reading.words(hit) for hit in hits))
            yield (rule.id, number), SafetyFinding(rule.level, rule.id, words)


def _known(reading: Reading, model: SafetyModel) -> dict[str, SafetyFinding]:
    """By rule, what a sentence tells of that stands among the editors' examples, word for word."""
    rules = {sentence: model.by_editors.get(sentence, CALM) for sentence in reading.sentences()}
    return {rule: SafetyFinding(_BY_ID[rule].level, rule, (sentence,)) for sentence, rule in rules.items()
            if rule != CALM}


def _shares(text: str, fired: Collection[Combination], model: SafetyModel, encoder: SentenceEncoder,
            ) -> tuple[Shares, Shares]:
    """The share of each rule in the message, and in what alarms most: the message, or a sentence that stands out."""
    def most_alarming(texts: Iterable[str]) -> Shares:
        read_ = (dict(zip(model.classes, map(float, model.shares(each, fired, encoder)), strict=True))
                 for each in texts if each.strip())
        return max(read_, key=_alarm, default={})

    whole = most_alarming(parts(text))
    if _alarm(whole) >= ALARM_FROM:
        return whole, whole
    sentence = most_alarming(sentences(text))
    return whole, sentence if _alarm(sentence) >= SENTENCE_ALARM_FROM else whole


def _alarm(shares: Shares) -> float:
    return sum(_alarms(shares).values())


def _alarms(shares: Shares) -> Shares:
    return {rule: share for rule, share in shares.items() if rule in _BY_ID and _BY_ID[rule].level != CAUTION}


def _decided_together(possible: SafetyFinding | None, told: str, shares: Shares, model: SafetyModel,
                      ) -> SafetyFinding | None:
    """What the classifier raises; signs that the rules hear explain it better. Of two levels the higher is taken."""
    alarms = _alarms(shares)
    alarm = _alarm(shares)
    if alarm < ALARM_FROM:
        return None
    emergency = sum(share for rule, share in alarms.items() if _BY_ID[rule].level == EMERGENCY)
    if emergency >= EMERGENCY_FROM * alarm:
        alarms = {rule: share for rule, share in alarms.items() if _BY_ID[rule].level == EMERGENCY}
    raised = _by_classifier(max(alarms, key=lambda rule: alarms[rule]), told, model)
    return weightiest((possible, raised))


def _by_classifier(rule: str, told: str, model: SafetyModel) -> SafetyFinding:
    return SafetyFinding(_BY_ID[rule].level, rule, model.telling(told, rule), BY_CLASSIFIER)


def _likely_caution(told: str, shares: Shares, model: SafetyModel, least: float) -> dict[str, SafetyFinding]:
    """The one caution that the classifier thinks of first, by its rule, where that is likely enough."""
    likely = max(CAUTIONS, key=lambda rule: shares.get(rule.id, 0.0)).id
    if _BY_ID[likely].answers:  # in the place of what was asked
        least = ANOTHER_CAUTION_FROM
    return {likely: _by_classifier(likely, told, model)} if shares.get(likely, 0.0) >= least else {}


def _names(doc: Doc, *labels: str) -> list[str]:
    """The slugs that ``doc`` names under ``labels``, each once."""
    spans = doc.spans.get(SPANS_KEY, ())
    return list(dict.fromkeys(span.id_ for span in spans if span.label_ in labels))
