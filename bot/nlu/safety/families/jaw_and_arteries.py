"""Jaws that lock, inflamed arteries of the temple, and neck arteries after pressure or stretching."""
from __future__ import annotations

from bot.nlu.safety.families.senses_words import SIGHT_LOST
from bot.nlu.safety.families.stroke_words import FACE_DROPS, SPEECH
from bot.nlu.safety.rules import EMERGENCY, URGENT, Rule, Signs
from bot.nlu.safety.words import CAN_NOT, FAINT, LID, PAIN, WEAK, gap, near, said

NECK_PAIN = said(near("neck", PAIN, 4))
HEADACHE = said(r"head ?aches?")
HANDLED = said(
    r"massag\w+", r"crack\w*", r"chiropract\w*", r"stretch\w*", "press(?:ed|ing|es)?", r"rubb\w+", r"manipulat\w*",
    r"twist\w*", r"adjust\w*", "neck exercises?", "gua sha", "thai")
NECK = said("neck")
DIZZY = said(
    r"dizz\w*", "vertigo", "spinning", "light ?headed", FAINT, rf"droo?p\w* {LID}", rf"{LID} {gap(3)}droo?p\w*",
    WEAK)
LOST_SENSES = said(FAINT)
WHILE = said(rf"(?:press\w*|massag\w*|rubb\w*|squeez\w*|push\w*) {gap(5)}neck", rf"neck {gap(3)}(?:massage|gun)")
TEMPLE = said(near(r"temples?", rf"(?:{PAIN}|head ?aches?)", 4), rf"scalp {gap(3)}{PAIN}", rf"{PAIN} {gap(1)}scalp",
              rf"(?:comb\w*|brush\w*) {gap(3)}hair {gap(3)}{PAIN}", rf"{PAIN} {gap(3)}(?:comb|brush)\w* {gap(2)}hair")
CHEWING = said(rf"jaw {gap(6)}(?:chew\w*|eat\w*)", rf"(?:chew\w*|eating) {gap(5)}jaw")
JAW_ACHES = said(near("jaw", rf"(?:{PAIN}|tired|tires|cramps?)", 5))
OVER_FIFTY = said(
    r"i am (?:over )?(?:5\d|6\d|7\d|8\d|9\d)", "over (?:50|fifty|sixty|60|70)", r"aged? (?:5\d|6\d|7\d|8\d)",
    "in my (?:fifties|sixties|seventies|eighties|50 ?s|60 ?s|70 ?s)")
THINNER = said(r"weight loss", r"los(?:t|ing) (?:\w+ )?weight", r"fever")
STRAPPED = said("strap", "mask", "tape", "brace", "band", "bandage")
STUCK = said(
    "jaw is (?:locked|locking)", "jaw locks (?:open|shut)",
    r"jaw (?:\w+ ){0,3}(?:stuck|jammed|wedged|dislocated|locked (?:up|open|shut|closed|during|when|while|since|"
    "today|yesterday|now|itself))",
    r"jaw (?:\w+ ){0,2}(?:has|just|got) (?:\w+ )?(?:locked|stuck)",
    f"{CAN_NOT} {gap(1)}(?:open|close|shut) {gap(1)}(?:mouth|jaw)(?! (?:to|for|without))")
CAN_NOT_EAT = said(rf"{CAN_NOT} {gap(1)}(?:eat|drink|chew) {gap(6)}jaw", rf"jaw {gap(8)}{CAN_NOT} (?:eat|drink)")

RULES = (
    Rule(
        "em_neck_artery", EMERGENCY,
        (
            Signs((NECK_PAIN, DIZZY), (HANDLED,)), Signs((HEADACHE, DIZZY), (HANDLED, NECK)),
            Signs((LOST_SENSES,), (WHILE,)), Signs((SPEECH,), (HANDLED, NECK)),
            Signs((SIGHT_LOST,), (HANDLED, NECK)), Signs((FACE_DROPS, NECK_PAIN), (HANDLED,)))),
    Rule(
        "ur_gca", URGENT,
        (
            Signs((JAW_ACHES, TEMPLE), (CHEWING,)),
            Signs((JAW_ACHES, said(r"scalp (?:\w+ ){0,3}(?:sore|tender|hurts?)")), (CHEWING,)),
            Signs((JAW_ACHES, SIGHT_LOST)), Signs((TEMPLE,), (OVER_FIFTY,)), Signs((TEMPLE, THINNER), slow=True),
            Signs((said(f"new head ?ache {gap(4)}temples?"),)))),
    Rule("ur_jaw_locked", URGENT, (Signs((STUCK,), unless=(STRAPPED,)), Signs((CAN_NOT_EAT,), (said(PAIN),)))))
