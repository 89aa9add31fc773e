"""Swelling that can close the airway: allergic reactions and angioedema."""
from __future__ import annotations

from bot.nlu.safety.rules import EMERGENCY, Rule, Signs
from bot.nlu.safety.words import BREATH, FACE, FAINT, FILLER, SIDE, SURGERY, SWALLOW, SWELL, gap, near, said

AIRWAY = said(
    BREATH, SWALLOW, rf"throat {gap(3)}(?:clos\w+|tight\w*|swell\w*|swollen)", "tight throat", r"hoarse\w*")
NOSE = (said(r"(?:through|out of) (?:my|the) nose", r"nostrils?", r"when i do", r"while (?:i )?do\w*",
             r"during (?:the |an |my )?(?:exercise|workout|yoga|cheek|face)"),)
INSIDE = said(near(r"(?:tongue|throat)", rf"(?:{SWELL}|clos(?:ing|es|ed)|thick\w*|tight\w*|getting bigger)", 4))
FACE_SWELLS = said(near(rf"(?:{FACE}|eyes?|eye ?lids?)", SWELL, 4))
HIVES = said(r"hives", r"itchy rash", r"welts", r"rash all over")
USED = said(
    r"(?:after|since|from|used|using|tried|put on|applied|ate|eating|took|taking|injection|injected|sting|stung)",
    r"new (?:cream|serum|mask|medicine|product|food|moistur\w+|lotion|retinol)")
ALLERGEN = said(
    "cream|serum|mask|medicine|product|food|nuts?|shellfish|injection|tablets?|pills?|antibiotics?|bee|wasp|"
    r"lotion|moistur\w+|oil|dye|latex|peel|retinol|sunscreen|toner")
GROWING = said(
    near(
        "(?:lips?|tongue)",
        r"(?:keeps? (?:\w+ )?(?:swelling|growing|getting)|(?:still |fast )?(?:getting|growing) (?:bigger|larger)|"
        "bigger and bigger)",
        3))
FAST = said(
    "(?:within|in|over|inside) (?:the )?(?:last |past |about |less than )?(?:an? |one |half an |two |few |a few |"
    "1 |2 )?(?:hours?|minutes|hrs?|mins)",
    "in minutes", "very fast", "so fast", "really fast", r"sudden\w*")
ONE_OR_ALL = said(SIDE, r"half", r"lips?", r"tongue", r"whole face")
PRESSURE_PILLS = said(r"blood pressure (?:tablets?|pills?|medicine|medication|meds)", r"\w+pril", r"ace inhibitors?")
ANGIOEDEMA = said(r"angioo?edema|quincke")
TOOTH = said(r"tooth|teeth|dentist|dental|gums?|molar")
SPOT = said(near(r"(?:lips?|tongue|throat|face)", SWELL, 4))

RULES = (
    Rule(
        "em_anaphylaxis", EMERGENCY,
        (
            Signs((INSIDE,), unless=(PRESSURE_PILLS, ANGIOEDEMA, GROWING)),
            Signs((AIRWAY, FACE_SWELLS), unless=(*NOSE, TOOTH)), Signs((AIRWAY, HIVES)),
            Signs((said(BREATH),), (USED, ALLERGEN), NOSE),
            Signs(
                (said(rf"throat {gap(3)}(?:clos\w+|tight\w*|swell\w*|swollen)", "tight throat"),),
                unless=(ANGIOEDEMA,)),
            Signs((FACE_SWELLS, HIVES)), Signs((FACE_SWELLS, said(FAINT)), reach=15))),
    Rule(
        "em_angioedema_airway", EMERGENCY,
        (
            Signs((GROWING,), unless=(said(FILLER),)), Signs((SPOT,), (PRESSURE_PILLS,)),
            Signs((FACE_SWELLS,), (ONE_OR_ALL, FAST), (said(FILLER, SURGERY), TOOTH)),
            Signs((said(r"tight\w*|swell\w*|swollen"),), (ANGIOEDEMA, said("throat|tongue|lips?|face"))))))
