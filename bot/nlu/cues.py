"""Words that say how a message hangs together with what was said before, and question kinds that it joins.

Works on the words as they were meant. Nothing here decides what is answered; ``bot/dialogue`` does.
"""
from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from bot.dialogue import turn

#: Verbs; a message without one is short.
_VERBS = re.compile(
    r"\b(?:is|are|was|were|am|be|do|does|did|can|could|will|would|should|shall|may|might|must|has|have|had|works?|"
    r"helps?|costs?|takes?|lasts?|hurts?|causes?|means?|says?|get|use|try|need|want|give|show|tell|makes?|go|stop|prevent|fix|"
    r"lift|tighten|sags?|sagging|droops?|i'm|it's|what's|isn't|aren't|don't|doesn't|can't)\b")
#: "It" and "that" that point to nothing: "is it safe to …", "so that", "that my".
_EXPLETIVE = re.compile(
    r"\b(?:is|was|isn't) it (?:true|normal|possible|okay|ok|safe|bad|good|better|too late|worth|dangerous|harmful|"
    r"risky|expensive) (?:to|that|for me to|for my \w+ to|if i|\w+ing)\b|\bit(?:'s| is) (?:true|said)(?: that)?\b|"
    r"\bso that\b|"
    r"\bthat (?:i|you|he|she|my|your|the|a|all|people|it)\b|\b(?:this|that) (?:face|year|week|morning|age)\b|"
    r"\bwhat is it that\b|\b(?:any|some|no)thing that\b|\bis it just\b|\bthe one\b|\bno one\b|"
    r"\bone (?:side|of|by|day|year|more|month|week)\b|\bonce\b")
_PATTERNS = {cue: re.compile(pattern) for cue, pattern in {
    turn.REFERS:
        r"\b(?:it|its|it's|that|that's|this|they|them|these|those|one|ones|either|both|the two|"
        r"the (?:procedure|treatment|method|technique))\b",
    turn.AGENT:
        r"\b(?:is|are|does|dose|do|did|can|could|will|would|may|might|if|whether) (?:it|that|this|they|these|those|"
        r"the (?:procedure|treatment|method|technique))\b",
    turn.TREATS:
        r"\b(?:fix|cure|treat|improve|reduce|remove|tighten|lift|smooth|erase|shrink|correct|help|helps|hide|firm|"
        r"get rid of|go away|do (?:anything|something|much) (?:for|about|against|with)|against|"
        r"(?:help|work|good|effective|useful) (?:for|on|with|against)) (?:it|that|them|this|these|those)\b|"
        r"\bmake (?:it|that|them|this) (?:go away|disappear|better|vanish|smaller|less)\b"
        r"|\bget (?:it|that|them|this) (?:away|off|up)\b",
    turn.THERE:
        r"\b(?:there|that (?:area|part|place|spot)|same (?:area|part|place|spot)|for (?:that|this|it)|"
        r"with (?:that|this)|on (?:that|those|them))\b",
    turn.TOO:
        r"\b(?:too|also|as well|either|instead|rather|same)\b|^(?:and|or|ok and|okay and|what about|how about)\b",
    turn.ASKS:
        r"\b(?:what|whats|wat|wats|why|how|hows|when|where|who|which|whether|is|are|do|does|dose|did|can|could|"
        r"will|would|should|"
        r"price|cost|"
        r"risks?|side effects)\b",
    turn.ANYTHING:
        r"\b(?:anything\b|something\b|nothing\b|stuff\b|what (?:can|could|should|do|would) (?:i|you|we|one)\b|"
        r"what (?:helps?|works?|is best|tightens|lifts|gets)\b|ways?\b|best\b|how (?:do|can|could|should) i "
        r"(?:get|stop|fix|lift|tighten|firm|prevent|avoid|treat|reduce|lose|improve)\b"
        r"(?!$| it\b| that\b| this\b| them\b))",
    turn.FACE:
        r"\b(?:face|faces|facial|skin|sag|sags|sagging|saggy|droop\w*|lift|ageing|aging|looser?)\b",
    turn.TOGETHER:
        r"\b(?:together|combin\w+|mix\w*|at once|same (?:time|day|session)|on top of|layer\w*)\b",
    turn.SOURCES:
        r"\b(?:sources?|references?|links?|cit(?:e|ed|ation|ations)|says who|who says|prove it|"
        r"back (?:that|this|it) up|which (?:study|studies|papers?)|where (?:does|did|is|do) .*(?:from)|"
        r"based on|according to)\b",
    turn.AGAINST:
        r"\b(?:s[ck]eptics?|s[ck]eptical|critics?|criticism|doubt\w*|"
        r"(?:speaks?|said|case|arguments?|evidence|anything|anyone|who(?:'s| is)|reasons?) against|"
        r"disagrees?|other side|non-?believers?|"
        r"(?:not|don't|doesn't|dont|doesnt|never) (?:really )?(?:believe|buy|trust)|"
        r"naysayers?|opponents?|counter ?arguments?)\b",
    turn.WHY:
        r"^(?:but |and |ok |okay |so |hm+ |really |oh )*"
        r"(?:why|why's|how come|how so|what makes you (?:say|think)|what(?:'s| is) the reason)"
        r"(?: (?:not|tho|though|is|it|this|that|then|so|the case|for|do you (?:say|think)|would|be|exactly))*$",
    turn.SAME:
        r"\b(?:same|appl(?:y|ies)|goe?s? for|the case|true (?:of|for)|differen\w+|what about|how about|what of|"
        r"what if)\b|^and (?:if|for|with|on|at)\b",
    turn.THAN:
        r"\b(?:\w+er|(?:more|less) \w+|better|worse) than\b|\b(?:compared? (?:to|with)|versus|vs)\b|"
        r"\bdo the same\b|\bas \w+ as\b",
    turn.WEIGHS:
        r"\b(?:replac\w+|substitut\w+|alternatives?|instead|rather|prefer|beats?|match|compete|same (?:\w+ )?as|"
        r"similar|differences?|better|outperforms?|outdo(?:es)?|"
        r"(?:measure|stack)s? up|wins? over|over (?:it|that)|any match|come close|"
        r"save (?:me|you) from|spares? (?:me|you)|"
        r"overkill|stand-?in|spots off|any point|choose|pick|decide|"
        r"either|as opposed to)\b|\b(?:more|most|worse|worst)$",
}.items()}

#: Words that name a question kind. "To work" belongs to "how long does it take to work".
_KINDS = {
    "risk": r"safe|safer|unsafe|safety|risks?|risky|dangers?|dangerous|side effects?|downsides?|drawbacks?|harmful|"
            r"harm|damage|(?:make|made) (?:it|them|things|that) worse|bad for (?:me|you)|hurts?|painful|pain|sting|"
            r"bruis(?:e|es|ing)",
    "cost": r"costs?|prices?|pric(?:ey|ing)|expensive|"
            r"how much(?! (?:pressure|force|time|water|of|should|better|more)\b)|cheap|fees?",
    "effectiveness": r"(?<!to )works?|effective|effectiveness|worth it|worthwhile|benefits?|any good|any use|"
                     r"useful|useless|(?<!to )helps?",
    "timeline": r"how long|how often|how many (?:sessions|times|minutes|months)|how soon|how quickly|how many weeks|"
                r"lasts?|downtime|recovery(?: time)?|permanent",
    "evidence": r"evidence|studies|research|proof|proven",
    "cause": r"causes|caused by",
    "prevention": r"prevent(?:ion|ed)?",
    "how_to": r"how (?:do|can|should) (?:i|you) (?:do|use) (?:it|them|this|that)",
}
_KIND = re.compile("|".join(f"(?P<{kind}>\\b(?:{words})\\b)" for kind, words in _KINDS.items()))
_JOIN = re.compile(r"(?:^|\W)(?:and|&|,|plus|as well as|or)\W+(?:\w+\W+){0,3}$")
_MOST_BETWEEN = 8  # words between two joined kinds
_CUT_OFF = re.compile(r" (?='(?:s|re|m|ve|ll|d)\b|n't\b)")  # spaCy cuts "it's" in two
_DENIED = re.compile(r"\b(?:not|isn't|never)\s+(?:for\s+|on\s+|about\s+)?(?:the\s+|my\s+|your\s+)?$")
#: Words that ask nothing by themselves.
_BARE = frozenset({
    "a", "about", "actually", "again", "against", "also", "an", "and", "area", "areas", "around", "as", "at", "bit",
    "but", "by", "doing", "dont", "er", "erm", "for", "from", "have", "hm", "hmm", "i'd", "in", "instead", "just",
    "like", "maybe", "me", "mean", "meant", "my", "near", "now", "of", "ok", "okay", "on", "one", "or", "over", "part",
    "please", "question", "rather", "right", "same", "say", "skin", "so", "some", "sorry", "talk", "that", "the",
    "them", "then", "there", "this", "though", "to", "too", "try", "um", "under", "upper", "using", "we", "well",
    "what", "what's", "whats", "with", "your"})


#: "Which for the cheeks" leaves out what; "which exercises for the cheeks" says it.
_WHICH = re.compile(r"^(?:and |or )?which(?: ones?)?(?= (?:for|against|on|with|around|under)\b)")


def plain(words: Iterable[str]) -> str:
    """Words in lower case with single spaces, without punctuation at the ends."""
    text = re.sub(r"\s+", " ", " ".join(words).lower().replace("’", "'"))
    return _CUT_OFF.sub("", text).strip(" .?!,;:-…")


def cues(text: str, unnamed: str) -> frozenset[str]:
    """The cues of ``text``; ``unnamed`` is the same without the words that name a subject or an area."""
    found = {cue for cue, pattern in _PATTERNS.items() if pattern.search(unnamed if cue == turn.FACE else text)}
    if turn.REFERS in found and not _PATTERNS[turn.REFERS].search(_EXPLETIVE.sub(" ", text)):
        found.discard(turn.REFERS)
    leading = _WHICH.match(text)
    unnamed_rest = unnamed.removeprefix(leading[0]) if leading else unnamed
    words = set(unnamed_rest.replace("how about", "").replace(",", " ").replace("?", " ").split())
    if words <= _BARE and unnamed != text:
        found.add(turn.BARE)
    if not _VERBS.search(unnamed):
        found.add(turn.SHORT)
    return frozenset(found)


def joined_kinds(text: str) -> tuple[str, ...]:
    """Question kinds that ``text`` joins: "is botox safe and effective" asks two. Empty for fewer than two."""
    found = list(_KIND.finditer(text))
    kinds: list[str] = []
    for one, other in itertools.pairwise(found):
        between = text[one.end():other.start()]
        if _JOIN.search(between) and len(between.split()) <= _MOST_BETWEEN:
            kinds += [str(one.lastgroup), str(other.lastgroup)]
    distinct = tuple(dict.fromkeys(kinds))
    return distinct if len(distinct) > 1 else ()


def names_kind(text: str) -> bool:
    """Say whether a word of ``text`` names a question kind by itself: "benefits", "price"."""
    return bool(_KIND.search(text))


def is_denied(before: str) -> bool:
    """Say whether what follows the words ``before`` is ruled out: "not my …"."""
    return bool(_DENIED.search(before))


def without(words: Sequence[str], named: Iterable[range]) -> str:
    """``words`` in plain text without those at the positions ``named``."""
    left_out = {position for each in named for position in each}
    return plain(word for position, word in enumerate(words) if position not in left_out)
