"""Infections of the face: skin and teeth, those that need hospital care first."""
from __future__ import annotations

from bot.nlu.safety.rules import EMERGENCY, URGENT, Rule, Signs
from bot.nlu.safety.words import BREATH, CAN_NOT, FACE, FEVER, PAIN, SWALLOW, SWELL, gap, near, said

PLACE = rf"(?:{FACE}|eyes?|eye ?lids?|skin|nose|temples?|neck)"
SWOLLEN = said(near(PLACE, SWELL, 5))
FEVERISH = said(rf"(?<!hay ){FEVER}")
EYE_SHUT = said(rf"{CAN_NOT} {gap(2)}open {gap(1)}(?:it|eye)", r"will not open", r"can not open it")
EYE = said(r"eyes?|eye ?lids?")
MOUTH_SHUT = said(rf"{CAN_NOT} {gap(1)}open {gap(1)}mouth", SWALLOW, rf"(?:{BREATH})(?! through (?:my|the) nose)")
BULGING = said(near(r"eyes?", r"(?:bulg\w*|sticking out|popping out|pushed out)", 3))
SPREADS = said(
    rf"red\w* {gap(6)}(?:spread\w*|gets? bigger|getting bigger|grow\w*)", rf"spread\w* {gap(4)}red\w*",
    rf"red (?:area|patch) {gap(4)}(?:bigger|larger|spread\w*)", rf"(?:hot|red) {gap(3)}spread\w*")
FAST_OR_ILL = said(r"confus\w*", FEVER, r"faint\w*", r"(?:within|in) (?:\w+ )?hours", r"very ill")
HOT_RED_SORE = said(
    rf"(?:red|redness)\b(?=.{{0,60}}\b(?:swollen|swell\w*)\b).{{0,60}}\b(?:{PAIN}|hot)",
    rf"(?:hot|warm|{PAIN})\b(?=.{{0,60}}\bred\b).{{0,60}}\b(?:swollen|swell\w*)",
    rf"(?:swollen)\b(?=.{{0,60}}\bred\b).{{0,60}}\b(?:{PAIN}|hot)", rf"hot {gap(1)}red {gap(3)}swollen",
    rf"red {gap(1)}hot {gap(3)}swollen")
INFECTED = said(
    near("(?:skin|face|cheek|chin|nose|lips?|wound|spot|area|it)", "(?:infected|infection|pus)", 5), "pus")
CAUSED_BY = said(
    r"derma ?roll\w*", "gua sha", r"micro ?needl\w*", "needling", "roller", "filler", "scratch", "device",
    r"wax\w*")
HOT_LUMP = said(rf"(?:sore|hot|red|painful) {gap(2)}(?:lump|swelling|bump)")
TOOTH = said(
    "tooth|tooth ?ache|teeth|molars?|gums?|wisdom|root canal|dental (?:treatment|work|abscess|infection)|dentist|"
    "abscess|filling|implant|bad taste")
TOOTH_SWELLING = said(near(rf"(?:{FACE}|side of my face|gums?)", SWELL, 5))
ABSCESS = said(rf"(?:have|got|has|think) {gap(4)}(?:dental |tooth )?abscess")
PIERCED = (said(r"pierc\w*", r"tattoo\w*"),)
EXPECTED = (said(r"filler", r"botox", r"face ?lift", r"surgery"),)

RULES = (
    Rule("em_face_infection_severe", EMERGENCY, (
        Signs((SWOLLEN, FEVERISH, EYE_SHUT)),
        Signs((SWOLLEN, FEVERISH), (EYE,), EXPECTED),
        Signs((SWOLLEN, EYE_SHUT, said(PAIN, r"hot|red"))),
        Signs((SWOLLEN, MOUTH_SHUT)),
        Signs((MOUTH_SHUT,), (TOOTH, said(SWELL))),
        Signs((MOUTH_SHUT, TOOTH_SWELLING)),
        Signs((SWOLLEN, FEVERISH), (TOOTH,)),
        Signs((SPREADS, FAST_OR_ILL)),
        Signs((BULGING,), (said(PAIN, SWELL, r"sudden\w*", r"red"),)),
        Signs((SWOLLEN, said(r"confused|shaking|shivering")), unless=EXPECTED),
    )),
    Rule("ur_cellulitis", URGENT, (
        Signs((HOT_RED_SORE,), (said(PLACE),)),
        Signs((SPREADS,), (said(PLACE),)),
        Signs((INFECTED,), (said(PLACE),), PIERCED),
        Signs((said(r"infected|infection|pus"),), (CAUSED_BY,), PIERCED),
        Signs((HOT_LUMP, FEVERISH)),
        Signs((SWOLLEN, FEVERISH)),
    )),
    Rule("ur_dental_swelling", URGENT, (
        Signs((TOOTH_SWELLING,), (TOOTH,)),
        Signs((ABSCESS,),),
    )),
)
