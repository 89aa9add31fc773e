"""Drooping lids and eyes: a lid that drops at once, or one that has changed of late."""
from __future__ import annotations

from bot.nlu.safety.rules import EMERGENCY, URGENT, Rule, Signs
from bot.nlu.safety.words import AT_ONCE, BOTOX, DROP, EVEN, FALL, LATELY, LID, ONSET, PAIN, SINCE, gap, near, said

CLOSED = r"(?:fell shut|fallen shut|will not (?:stay )?open|can not open|half closed|half shut|heavy)"
LID_DROPS = said(near(LID, rf"(?:{DROP}|{CLOSED})", 5))
ONE_LID = said(r"(?:my|his|her|one|left|right|the|that|an?|new|droo?py|upper) (?:upper )?(?:eye ?)?lid",
               rf"(?:one|1) (?:of )?(?:my |his |her )?{LID}", r"on one side")
LID_FALLS = said(near(LID, rf"(?:{FALL}|fell shut|fallen shut|will not (?:stay )?open|half closed|half shut)", 5))
NEW = said("new", "recently", r"since last \w+", r"(?:in|over) the (?:last|past) (?:\w+ )?(?:days|weeks?)", "suddenly")
DOUBLE = said(r"see(?:ing)? (?:\w+ )?(?:double|two)", "double vision", r"two of every\w*")
PUPIL = said(
    f"pupils? {gap(1)}not {gap(1)}(?:same|equal|even)",
    near("pupils?", "(?:bigger|larger|smaller|small|tiny|huge|big|wide|dilated|different|unequal|uneven)", 4),
    "(?:bigger|larger|smaller|small|unequal) pupils?")
HEAD_OR_NECK = said(r"(?:worst|bad|terrible|severe|sudden) (?:\w+ )?head ?ache", near("neck", PAIN, 2))
THROUGH_THE_DAY = said(
    "comes and goes", "more (?:as|through) the day", "by (?:the )?(?:evening|night|end of the day)",
    "worse (?:in the evening|through the day|as the day|when i chew|by evening)", "chewing tires")
TIRED = said(r"tired", r"sleepy", r"sleep", r"flight")

RULES = (
    Rule(
        "em_lid_neuro", EMERGENCY,
        (
            Signs((LID_DROPS, DOUBLE)), Signs((LID_DROPS, PUPIL)),
            Signs((PUPIL,), (said(f"{LID} {gap(3)}(?:{DROP}|hangs?)", f"droo?py {LID}"),)),
            Signs((LID_DROPS, HEAD_OR_NECK), unless=(said(BOTOX),)),
            Signs((LID_FALLS,), (ONE_LID, ONSET), (EVEN, TIRED, said(BOTOX))),
            Signs((LID_DROPS,), (ONE_LID, AT_ONCE), (EVEN, TIRED, said(BOTOX))),
            Signs((LID_DROPS,), (ONE_LID, SINCE), (EVEN, TIRED, said(BOTOX))))),
    Rule(
        "ur_new_ptosis", URGENT,
        (
            Signs((LID_FALLS,), (ONE_LID, LATELY), (EVEN, TIRED)),
            Signs((LID_DROPS,), (ONE_LID, NEW), (EVEN, TIRED)),
            Signs((LID_DROPS,), (ONE_LID, THROUGH_THE_DAY), (EVEN, TIRED)),
            Signs((said(f"{LID} {gap(1)}(?:comes and goes)"),)),
            Signs((said(f"(?:one|1|left|right) {gap(3)}{LID}"),), (THROUGH_THE_DAY,), (EVEN,)),
            Signs(
                (said(f"(?:my|his|her|one|left|right) {gap(1)}(?:eye ?)?lid"),),
                (said("(?:hangs?|droo?ps?|falls?|closes)"), THROUGH_THE_DAY), (EVEN, TIRED)))))
