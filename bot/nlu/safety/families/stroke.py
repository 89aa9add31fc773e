"""Signs of a stroke: a face that drops on one side, speech, arms, sudden loss of sight, feeling, balance or sense."""
from __future__ import annotations

from bot.nlu.safety.families.senses_words import NO_BALANCE
from bot.nlu.safety.families.stroke_words import (
    CAN_NOT_MOVE,
    CONFUSED,
    CROOKED,
    DROOLS,
    FACE_DROPS,
    FACE_FAILS,
    FACE_FALLS,
    FACE_NAMED,
    HALF_WORKS,
    LIMB_WEAK,
    LOCAL,
    LOSS,
    NUMB_FACE,
    ONE_SIDE,
    SLEPT,
    SPEECH,
    STORY,
    TONGUE,
)
from bot.nlu.safety.rules import EMERGENCY, Rule, Signs
from bot.nlu.safety.stories import TOLD_TALE
from bot.nlu.safety.times import HOURS, KNOWN, SLOWLY
from bot.nlu.safety.words import CAN_NOT, EVEN, FACE, LIMB, ONSET, RIGHT_NOW, gap, near, said

PICTURE = said("camera", "photos?", "selfies?", "pictures?", "zoom", "video")
COMPARED = said("than the other", "than my (?:left|right)", "noticed")
HAVING_ONE = said(
    "having (?:a )?(?:mini )?strokes?", r"think (?:\w+ ){1,4}(?:had|has|is|having) (?:a )?(?:mini )?stroke")
IS_THIS_ONE = said(
    "(?:is|be|was) (?:this|it|he|she|that) (?:a|having a|the sign of a|a sign of a) (?:mini )?stroke",
    "(?:could|can|might|may) (?:this|it|he|she) be (?:a|having a|a sign of a|signs of a) (?:mini )?stroke",
    "am i having (?:a )?(?:mini )?stroke")
HAD_ONE = said(r"(?:had|has had|got|have) (?:a )?(?:mini )?stroke")
BE_A_STROKE = said(r"(?:be|is this|is it) (?:a |signs? of a )?(?:mini )?stroke", r"stroke or")
#: Reasons for one side that looks different today.
REASON = said(PICTURE.pattern, "botox", "tox", "injected", "i noticed today", "more than the other", "crease", "lines",
              "slow\\w*", "taping", "the birth", "twitches")
#: One part of the face, of which a fall tells enough without the word for a side.
PART_SLIPS = said(
    near("(?:cheek|mouth|mouths|lip|corner|jowl|brow|smile|grin|face(?! (?:mask|tape)))",
         "(?:collapsed|slid|slipped|hang(?:s|ing)|droop(?:ed|ing)|sagged|sunk|bent|skewed|slanted|tedha|slack|lopsided|"
         "g[ai]ves? (?:out|up|way)|broke|incline|switched (?:itself )?off|quit|squinty|unplugged|went crooked|"
         "will not (?:lift|shut|close)|down)", 3))
#: Somebody, or the visitor, whose talk is not theirs any more.
TALKS = said(
    rf"(?:talking|talks|talked|speaks|saying|says?) {gap(1)}(?:gibberish|rubbish|nonsense|double dutch|thick|"
    rf"things without sense)",
    "noises instead of words", r"(?:she|he) (?:is|'s|was|speaks?) (?:slurring|mumbling|thick)",
    r"(?:wife|husband|mum|dad|mother|father|she|he|gran\w*) can not (?:talk|speak)(?! a sentence)",
    r"(?:is|been|was) slurring", r"words (?:just )?turned to (?:soup|mush|mumbl\w*)", "mixing (?:words up|up words)",
    "word salad", "words that do not exist")
#: The face of somebody else, seen to hang.
FACE_HANGS = said(
    rf"(?:half|side|left|right|corner) {gap(3)}(?:face|mouth|lip|cheek) {gap(2)}(?:hang(?:s|ing)|droop(?:s|ing|ed)|"
    rf"drip\w*|"
    "has dropped|dropped|has fallen|slid|slipped|is down|asleep|sagging)",
    rf"(?:face|mouth|lip|cheek|gob) {gap(2)}(?:hang(?:s|ing)|droop(?:s|ing|ed)|drip\w*|has dropped|has slid|"
    rf"slipped) {gap(3)}"
    "(?:one side|the left|the right)", rf"mouth {gap(3)}(?:on|to) the side")
PRESENT = said("just", "now", "rn", "please", "she", "he", "told me", "says")
ELSE = (STORY, *LOCAL)
CALM = (EVEN, KNOWN, *ELSE)

WENT_AWAY = said(
    "went away", "gone now", "is gone", "(?:then|now) (?:it )?(?:stopped|back to normal)")
WORDS_FAIL = said(
    f"(?:speech|voice|words) {gap(1)}(?:drunk|garbled|jumbled)", r"slur\w+ (?:speech|words)",
    rf"(?:speech|words) {gap(3)}slur\w*", f"words? {gap(1)}com(?:e|ing) out (?:wrong|funny|jumbled|mixed)",
    f"{CAN_NOT} {gap(1)}get {gap(2)}words out", "talk(?:s|ing) nonsense")
ONE_LIMB_FAILS = said(f"{CAN_NOT} {gap(1)}(?:lift|raise|move|feel) {gap(2)}(?:left|right|one) {LIMB}")
#: Words of which every message about a stroke has one, unless it tells when it began.
STROKE_WORDS = said(
    "sides?", "half", "left", "right", "corner", "crooked", "slur+\\w*", "speech", "speak\\w*", "talk\\w*",
    "say(?:s|ing)?", "said",
    "words?", "voice", "mumbl\\w*", "tongue", "noises", "sounds?", "arms?", "hands?", "legs?", "fingers?", "foot",
    "limbs?",
    "confused", "disoriented", "muddled", "vague", "not", "sense", "blank", "drool\\w*", "dribbl\\w*", "strokes?",
    "dropp\\w*",
    "went away", "gone")

RULES = (
    Rule(
        "em_stroke_fast", EMERGENCY,
        (
            Signs((FACE_FAILS,), (ONE_SIDE, HOURS), (*CALM, SLOWLY, SLEPT, REASON), reach=12),
            Signs((FACE_FAILS,), (SPEECH,), CALM, reach=20), Signs((FACE_FAILS,), (LIMB_WEAK,), CALM, reach=20),
            Signs((FACE_FAILS,), (CONFUSED,), CALM, reach=20), Signs((LIMB_WEAK,), (SPEECH,), CALM, reach=20),
            Signs((SPEECH,), (HOURS,), ELSE, reach=15), Signs((TALKS,), unless=(*CALM, SLOWLY)),
            Signs((PART_SLIPS,), (HOURS,), (*CALM, SLOWLY, SLEPT, REASON), reach=10),
            Signs((FACE_HANGS,), (PRESENT,), (*CALM, SLOWLY, REASON)),
            Signs((LIMB_WEAK,), (ONE_SIDE, HOURS), (*CALM, SLOWLY, SLEPT), reach=12),
            Signs((DROOLS,), (ONE_SIDE, HOURS), (*CALM, SLOWLY)),
            Signs((HALF_WORKS,), (HOURS,), (*CALM, SLOWLY, REASON)),
            Signs((CAN_NOT_MOVE,), (ONE_SIDE, HOURS), (*CALM, SLOWLY)),
            Signs((CROOKED,), (HOURS,), (*CALM, PICTURE, SLOWLY)),
            Signs((FACE_FALLS,), (ONE_SIDE, ONSET), (EVEN, PICTURE, *ELSE)),
            Signs((FACE_DROPS, LIMB_WEAK), unless=ELSE), Signs((FACE_DROPS, TONGUE), unless=ELSE),
            Signs((LOSS,), (ONE_SIDE, ONSET, FACE_NAMED), (EVEN, PICTURE, SLEPT, COMPARED, *ELSE), reach=12),
            Signs((DROOLS,), (ONE_SIDE, ONSET), ELSE), Signs((NUMB_FACE, LIMB_WEAK), unless=(SLEPT, *ELSE)),
            Signs((FACE_DROPS, NO_BALANCE), unless=ELSE), Signs((FACE_DROPS, SPEECH), unless=ELSE),
            Signs((FACE_DROPS, DROOLS), (ONE_SIDE,), ELSE), Signs((CROOKED, DROOLS), unless=ELSE),
            Signs((CAN_NOT_MOVE,), (ONE_SIDE, ONSET), ELSE), Signs((ONE_LIMB_FAILS,), (said(FACE),)),
            Signs((said(f"(?:face|mouth) {gap(3)}droo?p+(?:ed|ing)"),), (WENT_AWAY,), (EVEN,)),
            Signs((WORDS_FAIL,), unless=ELSE), Signs((HAVING_ONE,)), Signs((IS_THIS_ONE,), asked=True),
            Signs((HAD_ONE,), (RIGHT_NOW,)),
            Signs((FACE_DROPS,), (BE_A_STROKE, said("my", "his", "her")), (EVEN,), asked=True)),
        about=(STROKE_WORDS, HOURS), stories=(TOLD_TALE,)),)
