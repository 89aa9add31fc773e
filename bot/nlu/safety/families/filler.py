"""After filler: a blocked vessel, a change in sight, and late trouble at the place."""
from __future__ import annotations

from bot.nlu.safety.families.stroke import FACE_FALLS, NUMB, SIGHT_LOST, SPEECH
from bot.nlu.safety.rules import EMERGENCY, URGENT, Rule, Signs
from bot.nlu.safety.words import BAD, FEVER, FILLER, LID, ONSET, PAIN, SIDE, gap, near, said

AFTER_FILLER = said(FILLER)
COLOUR = (
    r"(?:white|whit(?:e|er|ish)|gr[ea]y(?:ish)?|pale|purple|dusky|blue|bluish|black|dark|mottled|blotch\w*|net "
    "like)")
PLACE = r"(?:patch\w*|skin|area|pattern|marks?|lips?|blotch\w*|lines?|net|web|nose|cheek)"
COLOUR_CHANGED = said(
    rf"(?:went|gone|go|goes|going|turn\w*|became|become|looks?|is|are|feels?|getting|stays?) {gap(2)}{COLOUR}",
    f"{COLOUR} {gap(2)}{PLACE}", f"{PLACE} {gap(1)}{COLOUR}", r"blanch\w*", "net like",
    "(?:lace|lacy|marbled|web) (?:pattern|skin)", "mottled", "cold and (?:pale|white|grey|numb)")
BRUISE = (
    said(r"bruis\w*"),
    said("dark circles?", "dark spots?", "dark under", "white (?:women|skin|people)", "white teeth"))
STRONG_PAIN = said(
    near(BAD, r"pain\w*", 2), rf"pain {gap(4)}(?:wors\w+|unbearable|increas\w*|severe|excruciating|a lot)",
    r"hurts? (?:so much|like hell|really bad\w*|more and more)", "agony")
EYE_SIGNS = said(
    f"eye {PAIN}", f"{PAIN} {gap(2)}(?:in|behind) {gap(1)}eyes?", "double vision", "black spots", "floaters",
    r"flash\w+ lights?", "(?:blurry|blurred|dim) (?:on|in|vision|sight|eye)")
LID_AND_HEAD = said(rf"droo?py {LID} {gap(2)}head ?ache", rf"head ?ache {gap(3)}droo?py {LID}")
TROUBLE = said(
    r"lump\w*|bumps?|nodul\w*|hard(?:ened)?", rf"(?:red|redness|hot|sore|swollen|swell\w*|infected|{PAIN})",
    r"(?:moved|migrat\w+)")
TWO_TROUBLES = said(
    near(r"(?:lump\w*|bumps?|nodul\w*|hard)", r"(?:red\w*|sore|painful|hot|hurts?|hard|swollen|tender)", 4),
    near(r"(?:moved|migrat\w+)", "(?:sore|painful|hurts?|swollen|red)", 4),
    r"(?:swell\w*|swollen|swelled) (?:\w+ ){0,2}again")
LATE = said(
    "(?:weeks|months|years?|a month|a week) (?:after|later|ago|since)", "again",
    "after (?:a |the )?(?:virus|flu|cold|covid|vaccine|infection|jab)", "had (?:a |the )?(?:virus|flu|cold|covid)",
    "where i had", "suddenly", "moved", "last (?:month|year|summer)")

RULES = (
    Rule(
        "em_filler_vision", EMERGENCY,
        (
            Signs((SIGHT_LOST,), (AFTER_FILLER,), long_ago=True), Signs((EYE_SIGNS,), (AFTER_FILLER,)),
            Signs((LID_AND_HEAD,), (AFTER_FILLER,)), Signs((SPEECH,), (AFTER_FILLER,)),
            Signs((FACE_FALLS,), (AFTER_FILLER, said(SIDE), ONSET)),
            Signs((NUMB,), (AFTER_FILLER, said("(?:one|left|right) side"), ONSET)))),
    Rule(
        "em_filler_skin", EMERGENCY,
        (
            Signs((COLOUR_CHANGED,), (AFTER_FILLER,), BRUISE), Signs((STRONG_PAIN,), (AFTER_FILLER,)),
            Signs((said(r"blister\w*"),), (AFTER_FILLER,)))),
    Rule(
        "ur_filler_late", URGENT,
        (
            Signs((TWO_TROUBLES,), (AFTER_FILLER,), (said(FEVER),), long_ago=True, slow=True),
            Signs(
                (TROUBLE,), (AFTER_FILLER, LATE), (said("a day after", "mild", "as expected"),), long_ago=True,
                slow=True, reach=12))))
