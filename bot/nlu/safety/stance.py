"""What a message says of a sign that it names: that it happens, that it does not, that it might, or that it once did.

When a case is open the sign counts as happening: a needless safety answer costs less than a missing one.
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from bot.nlu.safety.words import AT_ONCE, PERSONAL, RIGHT_NOW, SINCE


@dataclass(frozen=True)
class Said:
    """A sign in its place: the sentence and the clause around it, and the clause before and after it."""

    sentence: str
    clause: str
    before: str
    after: str


#: "I do not know why my face dropped" denies nothing.
_NO_DENIAL = re.compile(
    r"\b(?:(?:no|not|without|never) (?:\w+ )?(?:diet\w*|gym|trying|appetite)|not (?:\w+ )?(?:sure|know|knowing|"
    "only|just|understand|sleep|stop|certain|think straight|normal|funny|well)|not feel(?:ing)? (?:well|good|"
    "right|great|ok)|no (?:idea|clue|joke|reason|warning|longer|matter|sleep)|(?:can|could) not (?:explain|"
    r"believe|tell|stop|say|work out|figure out)|why (?:\w+ )?not|(?:can|could|will|would) not (?:[\w']+ "
    r"){1,3}and|does not (?:close|open|move|work) and|not (?:my )?usual\w*)\b")
_DENIES = re.compile(
    r"\b(?:no|not|never|without|nor|neither|none|nothing|zero|ruled out|rule out|free of|instead of|rather than)"
    r" (?:(?!why|what|how|because|since|when|where|until|just|only|after|but|although|so|i|she|he|my)[\w']+ ){0,4}$")
_IF = re.compile(r"\b(?:if|in case|what if|suppose|supposing|imagine|unless|whenever|should i ever)\b")
_NO_IF = re.compile(
    r"\b(?:(?:not )?(?:sure|know|wonder\w*|ask\w*|see|tell|unsure|check\w*|matter|as|like|even|said) if|if you "
    r"can|if possible|if anything|if this is)\b")
#: "Can filler make you go blind", "could a thread lift cause numbness".
_MAY_CAUSE = re.compile(
    r"\b(?:can|could|may|might|does|do|did|will|would|is) (?!(?:not|i|you|u|we|anyone|someone|"
    r"somebody)\b)(?:[\w']+ ){1,6}(?:cause|causing|make|give|lead|trigger|result|block|affect|damage|mean|hurt|"
    r"harm|happen|get|tear|become|ruin)\b (?:[\w']+ ){0,6}$")
_MIGHT = re.compile(r"\b(?:will|would|might|could|may|going to|can) (?!(?:not|like|love|you|u|i|please|be|anyone|"
                    r"someone|any)\b)(?:[\w']+ ){0,3}$")
#: "Do fillers ruin my face", where the sign is the question's verb.
_WHETHER = re.compile(r"\b(?:do|does|did) (?!(?:not|i|you|u|we)\b)(?:(?!(?:my|his|her|one|the)\b)[\w']+ ){1,4}$")
_MEANT_TO_PREVENT = re.compile(r"\b(?:risks?|chances?|likelihood|odds|danger|prevent\w*|avoid\w*|fear of|rate) "
                               r"(?:[\w']+ ){0,7}$")
_AS_A_TOPIC = re.compile(
    r"\b(?:signs?|symptoms?|side effects?|complications?|causes?|treatments?|treat|difference|meaning|definition|"
    r"warning|cases?|reports?|studies|study|article|explain|describe|define|called|about) (?:[\w']+ ){0,7}$")
_HEARSAY = re.compile(
    r"\b(?:read|heard|saw|seen|stories|story|video|news|article) (?:that|about|of|a|an|the|where|on|how|people|"
    r"someone)\b")
_TOPIC_AFTER = re.compile(
    r"\s*(?:risks?|rates?|chances?|symptoms?|signs?|side effects?|complications?|statistics|prevention)\b")
_AFRAID = re.compile(r"\b(?:worried|afraid|scared|fear\w*|nervous|anxious|concerned) (?:[\w']+ ){0,6}"
                     r"(?:might|could|will|would|may|going)\b")
#: "I am scared of pus", but not "of this pus".
_AFRAID_OF = re.compile(
    r"\b(?:scared|afraid|frightened|terrified) (?:of|about) (?:(?!(?:my|this|the|these|his|her)\b)[\w']+ ){0,4}$")
#: What is seen on a screen or a stage, and what an animal has.
_ELSEWHERE = re.compile(
    r"\b(?:in (?:the|that|a|an|this) (?:\w+ ){0,2}(?:film|movie|series|spoof|drama|soap|novel|anime|documentary|"
    "cartoon)|documentary|(?:horror|spy) film|fever dream|drama school|on a hospital series|for my thesis|i play "
    "the|puppets|we watched|i moderate|vets?(?: knows?)?|vet 's|bulldog|(?:cat|dog|puppy|kitten|fish|horse|"
    r"hamster|parrot)s? (?:'s|has|had|is)(?! (?:bite|scratch|claws?|nails?)))\b")
_QUESTION = re.compile(
    r"\s*(?:(?:so|and|hi|hello|hey|ok|okay|well|please|but|also|or|just|curious|question) )*(?:(?:can|could|do|does|"
    "did|will|would|might|may|should|is|are|was|were)(?! not)|what|which|how|why (?:do|does|would|can|might)|when|who|"
    r"where|explain|describe|define|tell me)\b")
_WHAT_IF = re.compile(r"\s*(?:(?:so|and|but|also|or) )*(?:will|would|might|may) (?:my|his|her|the|it)\b")
_PERSONAL_QUESTION = re.compile(r"\b(?:should|do|can|could|would|will|may|did) i\b")
_MY = re.compile(r"\b(?:my|our)\b")
_I_SAY_SO = re.compile(
    r"\b(?:i|he|she|they)(?: am| is| have| has| just| now| also| really| still| suddenly| already)* $")
#: "A serum for a cheek that collapsed" tells of it, though it asks for a serum.
_THAT_DID = re.compile(r"\b(?:that|which) (?:has |have |just |suddenly )*$")
_LONG_AGO = re.compile(
    r"\b(?:(?:years?|yrs?|months|decades?) (?:ago|back|earlier)|last (?:year|summer|winter|spring|autumn)|in "
    r"(?:the )?(?:19|20)\d\d|in (?:my|the|his|her) (?:teens|twenties|thirties|youth|childhood|\w+ties|\d0 ?s)|as "
    r"a (?:child|kid|teen\w*|baby|student|toddler)|when i was (?:a|an|young|little|in|at|\d+|born)|once had|used "
    "to|back then|long (?:time )?ago|(?:from|since|at) birth|born with|in the past(?! (?:few|couple|two|three|"
    r"day|week|month|hour|\d))|fully recovered|recovered fully|healed (?:fully|well|completely)|history of|in "
    r"childhood|(?<!at )once(?! again| i\b| my\b| the\b| it\b| a\b))\b")
_AGAIN = re.compile(r"\b(?:again|now|currently|came back|is back|still|returned|this time|today)\b")


def denied(said: Said) -> bool:
    """Say whether the words before the sign deny it."""
    return bool(_DENIES.search(_NO_DENIAL.sub("", said.before)))


def only_asked(said: Said) -> bool:
    """Say whether the sign is asked about in general, feared or imagined, and not told of."""
    return _is_asked(said) and not SINCE.search(said.clause)


def _is_asked(said: Said) -> bool:
    before = said.before
    if _IF.search(_NO_IF.sub("", before)) or _AFRAID.search(before) or _AFRAID_OF.search(before):
        return True
    if _I_SAY_SO.search(before):
        return False
    if _TOPIC_AFTER.match(said.after) or (_HEARSAY.search(before) and not _MY.search(before)):
        return True
    if any(pattern.search(before) for pattern in (_MAY_CAUSE, _MIGHT, _WHETHER, _MEANT_TO_PREVENT)):
        return True
    if _WHAT_IF.match(said.clause) and not AT_ONCE.search(said.clause):
        return True
    if _THAT_DID.search(before):
        return False
    own = PERSONAL.search(_PERSONAL_QUESTION.sub("", said.sentence))
    return not own and bool(_QUESTION.match(said.clause) or _AS_A_TOPIC.search(before))


def elsewhere(said: Said) -> bool:
    """Say whether the sign is a film's, a story's or an animal's."""
    return bool(_ELSEWHERE.search(said.sentence))


def long_ago(said: Said) -> bool:
    """Say whether the sign is dated so far back that it is history, and is not said to be there again."""
    told = said.sentence[:said.sentence.find(said.clause)] + said.clause
    return bool(_LONG_AGO.search(told)) and not _AGAIN.search(said.clause) and not RIGHT_NOW.search(said.clause)
