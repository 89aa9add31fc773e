"""Drooping lids and eyes: a lid that drops at once, or one that has changed of late."""
from __future__ import annotations

from bot.nlu.safety.families.senses_words import HEAD_PAIN, WORST_HEADACHE
from bot.nlu.safety.families.stroke_words import STORY
from bot.nlu.safety.rules import EMERGENCY, URGENT, Rule, Signs
from bot.nlu.safety.stories import TOLD_TALE
from bot.nlu.safety.times import DAYS, HOURS, KNOWN, WEEKS
from bot.nlu.safety.words import AT_ONCE, BOTOX, DROP, EVEN, FALL, LATELY, LID, PAIN, SINCE, gap, near, said

NOT_OPEN = (
    r"(?:will|does|can|could|would|did) not (?:\w+ )?(?:stay (?:up|open)|open|lift|go up|come up|rise)|"
    r"half (?:closed|shut|open|down)")
CLOSED = (
    rf"(?:{NOT_OPEN}|fell shut|fallen shut|heavy|shut(?:s|ting)?(?: itself)?|clos(?:ed|es|ing|e)(?: by itself|"
    rf" itself)?|down|went|halfway|low|"
    r"descend\w*|sink(?:s|ing)?|lazy|flat|covers?|covering|noped out|flops|opens only|slides?|touching|starts? to sag)")
EYE_CLOSED = (
    r"(?:half (?:shut|closed|open)|(?:nearly|almost) (?:closed|shut)|shut itself|closed by itself|wants to shut|"
    r"opens only half|sleepy|(?:will|can) not open|droopy|stoned|smaller|winking)")
EYE = r"(?:(?:one|1|left|right|my|his|her|an) (?:\w+ )?(?:of )?(?:my )?eye)(?! ?(?:lid|brow|cream|exercise|yoga|liner))"
LID_DROPS = said(
    near(rf"{LID}(?! (?:lift(?!s)|tape|surgery|cream|exercises?))", rf"(?:{DROP}|{CLOSED})", 5),
    f"{EYE} {gap(4)}{EYE_CLOSED}",
    f"(?:can|could) not {gap(1)}open {gap(2)}eye", "ptosis", "(?:hooded|droopy) eye(?!s| ?lids?)",
    "droop(?:s|ed|ing)? eye(?! ?lids)",
    "looks? (?:like winking|stoned in one eye)", "shut eye", f"lift {gap(1)}lid|hold {gap(1)}lid up|prop {gap(2)}lid",
    f"{EYE} {gap(2)}(?:covers?|closing)")
ONE_LID = said(
    r"(?:my|his|her|one|1|only|single|left|right|the|that|an?|new|droo?py|upper|'s|lazy) (?:left |right |one |"
    r"upper )*(?:eye ?)?lid",
    rf"(?:one|1) (?:of )?(?:my |his |her )?{LID}", r"(?:on|only|the) (?:one |the )?(?:side|left|right)",
    r"(?:one|1|left|right|single) (?:hooded |droopy )?(?:eye|side|lash line)", "winking", "only one", "pupil of")
LID_FALLS = said(near(LID, rf"(?:{FALL}|fell shut|fallen shut|will not (?:stay )?open|half closed|half shut)", 5))
SEE_TWO = r"(?:two|double|doubled|twins?|overlap\w*|split\w*)"
DOUBLE = said(
    r"see(?:ing|s)? (?:\w+ ){0,3}(?:double(?! (?:chins?|lids?))|two|doubled)", "double vision", "diplopia",
    r"two of (?!the same)\w+",
    f"(?:everything|signs|board|room|picture|numbers|people) {gap(3)}(?:{SEE_TWO}|has a twin)",
    "two (?:cups|phones|mirrors|pictures|conductors)",
    "became two", "are twins", "doubled when", "(?:can not|could not) look up\\w*", "down and out",
    "pours? coffee next to")
PUPIL = said(
    f"pupils? {gap(2)}(?:not|do not|were not|are not) {gap(1)}(?:same|equal|even|match)",
    near("(?:pupils?|black of it)", "(?:bigger|larger|smaller|small|tiny|huge|big|wide\\w*|dilated|different|"
                                    "r different|unequal|uneven|massive|"
         "blown|fat|shrunk\\w*|like a plate|not shrink)", 5),
    "(?:bigger|larger|smaller|small|unequal|huge|big|massive) pupils?", "horner")
HEAD_OR_NECK = said(
    r"(?:worst|bad|terrible|severe|sudden|splitting|killer|brutal) (?:\w+ )?head ?ache", near("neck", PAIN, 2),
    "splitting head",
    r"head ?ache (?:from hell|never)", "pain behind (?:the|my|his|her) eye",
    near("(?:eye|head)", r"(?:pain|hurt)", 2), "light hurts",
    WORST_HEADACHE.pattern)
THROUGH_THE_DAY = said(
    r"comes? and goes?", "more (?:as|through) the day",
    r"by (?:the )?(?:evening|night|end of the day|dinner\w*|bed\w*|lunch)",
    "worse (?:in the evening|through the day|as the day|when i chew|by evening|after)", "chewing tires",
    "as the day goes", "each (?:night|evening|"
    "afternoon)", "every (?:evening|night|afternoon)", "in the (?:evenings?|afternoons?)", "the time the kids",
    "better (?:after|when|with)",
    "and (?:then )?normal again", "up (?:and|n) down", "sometimes (?:the )?(?:lid|up|other)", "one day the left",
    "after (?:reading|lunch|sleeping)",
    "rests? fine", "(?:jaw|smile) (?:gets|also)? ?(?:tired|tires|weary)", "springs up", "mornings (?:i am )?fine",
    "during long", "on and off")
TIRED = said(r"(?:tired|sleepy)(?! (?:but|my|because|in))", r"sleep(?! (?:i|do))", r"flight")
#: Lids that are even, long known, weighed down by make-up, or not a visitor's at all.
LONG = said(
    "one (?:as much|like the other)", "both (?:eyes|lids|sides|of)", r"\w+ years", "a year", "for ages", "pizza",
    "hay", "allergic",
    "mascara", "false lash", "lash extensions", "extensions so heavy", "scar", "pump", "sink", "jar", "i squint",
    "cat", "dog",
    "not had", "when you say", "i want", "want to", "oil on the", "swelling", "lid (?:op|surgery)")
NOT_LID = (EVEN, KNOWN, STORY, LONG)
NOT_BOTOX = said(BOTOX)
NEW_SINCE = said(LATELY.pattern, DAYS.pattern, WEEKS.pattern, "new", "since (?:a|my|the|she|he|i)",
                 "from (?:last )?(?:few|\\d+)")

RULES = (
    Rule(
        "em_lid_neuro", EMERGENCY,
        (
            Signs((LID_DROPS, DOUBLE), unless=NOT_LID), Signs((LID_DROPS, PUPIL), unless=NOT_LID),
            Signs((PUPIL,), (said(f"{LID} {gap(3)}(?:{DROP}|hangs?)", f"droo?py {LID}"),), NOT_LID),
            Signs((LID_DROPS, HEAD_OR_NECK), unless=(*NOT_LID, NOT_BOTOX)),
            Signs((HEAD_PAIN, LID_DROPS), (HOURS,), (*NOT_LID, NOT_BOTOX)),
            Signs((LID_FALLS,), (ONE_LID, HOURS), (*NOT_LID, TIRED, NOT_BOTOX)),
            Signs((LID_DROPS,), (ONE_LID, AT_ONCE), (*NOT_LID, TIRED, NOT_BOTOX)),
            Signs((LID_DROPS,), (ONE_LID, SINCE), (*NOT_LID, TIRED, NOT_BOTOX))), stories=(TOLD_TALE,)),
    Rule(
        "ur_new_ptosis", URGENT,
        (
            Signs((LID_DROPS,), (ONE_LID, NEW_SINCE), (*NOT_LID, TIRED)),
            Signs((LID_DROPS,), (ONE_LID, THROUGH_THE_DAY), (*NOT_LID, TIRED)),
            Signs((said(f"{LID} {gap(1)}(?:comes and goes)"),)),
            Signs((said(f"(?:one|1|left|right) {gap(3)}{LID}"),), (THROUGH_THE_DAY,), NOT_LID),
            Signs(
                (said(f"(?:my|his|her|one|left|right) {gap(1)}(?:eye ?)?lid"),),
                (said("(?:hangs?|droo?ps?|falls?|closes)"), THROUGH_THE_DAY), (*NOT_LID, TIRED))),
                stories=(TOLD_TALE,)))
