"""After an operation on the face."""
from __future__ import annotations

from bot.nlu.safety.families.stroke import SIGHT_LOST
from bot.nlu.safety.rules import EMERGENCY, URGENT, Rule, Signs
from bot.nlu.safety.words import BAD, BREATH, FACE, FEVER, PAIN, SIDE, SURGERY, SWELL, gap, near, said

AFTER = said(SURGERY)
BLOWS_UP = said(
    f"(?:{SIDE}|{FACE}|neck) {gap(4)}(?:{SWELL}|swelling up) {gap(3)}(?:very |so |really )?(?:fast|quickly|"
    r"rapidly|sudden\w*)",
    near(f"(?:{SIDE}|{FACE}|neck)", r"(?:balloon\w*|bl(?:ew|own|owing) up)", 4), rf"sudden\w* {gap(3)}{SWELL}")
EYE_PAIN = said(
    f"{BAD} {gap(1)}eye {PAIN}", f"{BAD} {gap(1)}{PAIN} {gap(3)}eyes?",
    rf"eye {gap(3)}hurts? (?:\w+ )?(?:badly|terribly)")
BLEEDING = said(
    r"blood (?:\w+ )?(?:keeps?|still|pour\w*|gush\w*|runn\w*|everywhere)",
    r"(?:bleed\w*|blood) (?:\w+ ){0,5}(?:will|does|would|can) not (?:be )?stop\w*",
    rf"(?:will|does|can) not stop {gap(2)}bleed\w*", "(?:keeps?|still|heavily|a lot) bleeding",
    "bleeding (?:heavily|a lot|badly)")
CLOT = said(near("cal(?:f|ves)", PAIN, 3), BREATH, r"chest (?:pain|hurts|tight\w*)")
FEVERISH = said(FEVER)
WEEPS = said(r"ooz\w*", r"pus", r"smell\w*", r"stinks?", r"infected")
WOUND = said(
    r"ooz\w*", "pus",
    near(
        "(?:wound|cut|stitches|incision|scar|stuff|fluid|it)", r"(?:smell\w*|stinks?|weep\w*|infected|open\w*)", 4),
    "smelly", "infected", "discharge")
MORE_PAIN = said(
    f"more {PAIN} than", rf"{PAIN} {gap(3)}(?:getting worse|worse (?:each|every)|increas\w*)", "worse pain")
NEW_SWELLING = said("new swelling", rf"swell\w* {gap(4)}(?:again|got worse|getting worse|came back)")

RULES = (
    Rule("em_postop_bleed_eye", EMERGENCY, (
        Signs((BLOWS_UP,), (AFTER,)),
        Signs((EYE_PAIN,), (AFTER,)),
        Signs((SIGHT_LOST,), (AFTER,)),
        Signs((BLEEDING,), (AFTER,)),
        Signs((CLOT,), (AFTER,)),
    )),
    Rule("ur_postop", URGENT, (
        Signs((FEVERISH,), (AFTER,)),
        Signs((WOUND,), (AFTER,)),
        Signs((WEEPS,), (said(r"wound|incision|stitches"),), reach=5),
        Signs((MORE_PAIN,), (AFTER,)),
        Signs((NEW_SWELLING,), (AFTER,)),
    )),
)
