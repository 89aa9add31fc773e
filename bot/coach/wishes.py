"""What a message wants of the coach, told by its words; the intent has said already what kind of message it is.

Rasa's classifier separates a routine from tracking and from questions. Which step of a routine comes next is decided
here, by whole phrases, so that "skip the neck part" and "can I skip retinol" are never confused.
"""
from __future__ import annotations

import re
from typing import Literal

Wish = Literal["start", "next", "continue", "repeat", "back", "skip", "pause", "resume", "stop", "how", "why", "where",
               "yes", "no"]

_NOT_WORDS = re.compile(r"[^a-z0-9]+")
#: Words that change nothing about what a message in a routine wants.
_FILLER_WORDS = """
    a an the this that it them my your our to of in on with from at is s ll m re i ve we you us me do does did can
    could would will shall please pls plz thanks thank ok okay k right alright well so and but um uh hmm oh hey just now
    then again one ones step steps exercise exercises move moves routine workout session programme program part let lets
    want need like d id im ill
"""
_FILLERS = frozenset(_FILLER_WORDS.split()) - {"again", "now"}

#: Phrases as they stand once the fillers are gone.
_PHRASES: dict[Wish, str] = {
    "next": """next | nxt | nex | next up | comes next | what comes next | what next | whats next | what now | now |
        done | done next | done done | done what now | done what next | finished | finished next | completed | did |
        ready | ready next | ready for next | am ready | ready now | got | go | go ahead | move |
        onwards | forward | next now | next again | do next | what follows |
        all right | sure next | yes next | have done | done now""",
    "continue": """continue | proceed | keep going | carry on""",
    "repeat": """repeat | again | once more | one more time | say again | redo | do again | last again |
        repeat last | repeat again | same again | missed | repeat missed | what was | sorry what | sorry | what |
        do one again | read again | show again | repeat step | step again | say step again | repeat one""",
    "back": """back | go back | go back one | one back | step back | back one | back step | go back step | previous |
        previous step | one step back | last step | go back last""",
    "skip": """skip | skip now | skip one | skip step | pass | leave out | not one | miss out | jump | skip over |
        skip ahead | don t want | dont want | next without | can t | cant | not""",
    "pause": """pause | pause now | wait | hold | hold now | hang | hang now | one moment | moment | minute |
        one second | sec | second | one sec | give sec | give minute | give moment | wait sec | wait minute |
        wait moment | wait one minute | hold one minute | hold one moment | break | take break | have break | brb |
        back minute | not ready | not yet | wait give sec not done | not done | halt | later | halt second |
        hold second | hold sec | hold minute | be right back | need break | have to pause""",
    "resume": """resume | continue where stopped | where stopped | take where stopped | pick up where stopped |
        pick up where left off | where left off | back now | back again | am back | go back now | unpause |
        carry on where stopped | go on where stopped | continue where left off | back where were | finish""",
    "stop": """stop | stop now | stop here | end | end now | quit | exit | cancel | abort | enough | had enough |
        no more | that s enough | thats enough | give up | finish here | done today | all done today | all | leave |
        finished today | stop today | stop all | end here | enough today | want stop | want out | stop finish later |
        stop here finish later""",
    "how": """how | how do | explain | explain more | how exactly | don t understand | dont understand |
        do not understand | don t get | dont get | how works | show how | tell how | how go | how go about |
        what have | what should | what mean | what does mean | how correctly | how properly | how right | confused |
        more detail | in detail | more details | how long hold | how often | how many times | how many | how long |
        how hard""",
    "why": """why | why one | why step | what s good | whats good | what good | what use | what point | what purpose |
        what s point | whats point | why now | why necessary | what for | which muscle | what muscle |
        which muscles | what train | why needed | why have""",
    "where": """where | where am | where are | where were | where was | which | which am | which are | which now |
        how many left | how many are left | how many more | how much longer | how far | how far along | how much left |
        lost place where were | lost place | what am | left | what step | which step | which step am | where now""",
    "yes": """yes | yep | yeah | yup | sure | ya | y | of course | correct | absolutely | fine | good | great | agreed |
        confirm | confirmed | sounds good | go for | yes set | set | perfect | cool""",
    "no": """no | nope | nah | n | no thanks | rather not | better not | never mind | nevermind | leave be |
        no don t | no dont""",
}


_NOW = frozenset({"now"})


def _bare(text: str, also: frozenset[str] = frozenset()) -> str:
    words = _NOT_WORDS.sub(" ", text.casefold()).split()
    return " ".join(word for word in words if word not in _FILLERS | also)


def _table() -> dict[str, Wish]:
    found: dict[str, Wish] = {}
    for wish, phrases in _PHRASES.items():
        for phrase in phrases.split("|"):
            found.setdefault(_bare(phrase), wish)
    found.pop("", None)
    return found


_WISHES = _table()
_STOP_TODAY = re.compile(r"\b(?:done|finished|enough|stop|end)\b.*\b(?:today|later|for now|the day)\b")
_ASKS_BACK = re.compile(r"(?:have|did|do|when|am|is|what|how|can|should)\b")
_DONE = frozenset({"done", "finished", "completed"})
_ALL_RIGHT = re.compile(r"(?:ok|okay|k|kk|alright|all right|right)(?: (?:then|good|great|thanks))?")
_SKIP = re.compile(r"(?:please )?skip (?:the |this |that )?(?:\w+ ){0,2}(?:one|part|step|exercise|move|bit)")
_CONTINUE = re.compile(
    r"(?:ok |okay |please |just |can we |let s |lets |so )*(?:continue|go on|carry on|keep going|proceed|move on)"
    r"(?: please| then| now)*")
_RESUME = re.compile(
    r"(?:ok |okay |please |can we |let s |lets )*(?:resume|continue|carry on|go on|go back|get back|back|return)"
    r"(?: with| to)? (?:my|the|our) (?:routine|exercises|session|workout)(?: please| now)?")
_START = re.compile(
    r"\b(?:start|begin|beginning|walk (?:me|us|her|him|them) through|take (?:me|us|her|him) through|guide|guided|"
    r"talk (?:me|us) through|coach (?:me|us)|lead (?:me|us|her|him)|with me|together|with you|step by step|"
    r"follow along|one by one|one after another|time me|let ?s (?:do|go|get|start|begin|try)|"
    r"first (?:move|step|exercise|one)|what do i do first|play|run (?:the|a|my|through)|go through|ready)\b")
_NOT_START = re.compile(r"\b(?:for (?:a )?beginners?|skin ?care|regimen|regime)\b")
_OTHER = re.compile(r"\b(?:another|different|other|switch|change|shorter|longer|harder|easier|give me|show me|"
                    r"have you got|do you have|any|which routine|what routine)\b")


def heard(text: str) -> Wish | None:
    """What a message wants of a routine that is under way; None when it speaks of something else.

    The whole message has to be a wish: "next", "ok done, what now", "skip this one", "why this one?".
    """
    plain = _NOT_WORDS.sub(" ", text.casefold()).strip()
    if _RESUME.fullmatch(plain):
        return "resume"
    if _CONTINUE.fullmatch(plain):
        return "continue"
    if _SKIP.fullmatch(plain):
        return "skip"
    if _ALL_RIGHT.fullmatch(plain):
        return "yes"
    if _STOP_TODAY.search(plain) and len(plain.split()) <= 8 and not _ASKS_BACK.match(plain):
        return "stop"
    if not plain and "\N{THUMBS UP SIGN}" in text:
        return "yes"
    return _WISHES.get(_bare(text)) or _WISHES.get(_bare(text, _NOW))


def says_done(text: str) -> bool:
    """Whether a message says that something was done, and nothing else: "done", "all done", "finished"."""
    words = set(_bare(text).split())
    return bool(words & _DONE) and words <= _DONE | {"all", "have", "am", "for", "today", "now", "day"}


def wants_to_start(text: str) -> bool:
    """Whether a message that asks for a routine wants to be led through it, and not only to see it."""
    plain = _NOT_WORDS.sub(" ", text.casefold())
    return bool(_START.search(plain)) and not _NOT_START.search(plain)


def from_the_start(text: str) -> bool:
    """Whether a message wants a routine from its first step on, whatever is under way."""
    return bool(re.search(r"\b(?:start over|from the (?:start|beginning|top)|(?:begin|start) (?:again|anew))\b",
                          text.casefold()))


def wants_another(text: str) -> bool:
    """Whether a message that asks for a routine wants one anew, whatever is under way."""
    return bool(_OTHER.search(_NOT_WORDS.sub(" ", text.casefold())))
