"""Signs of a stroke: a face that drops on one side, speech, arms, sudden loss of sight, feeling, balance or sense."""
from __future__ import annotations

from bot.nlu.safety.rules import EMERGENCY, Rule, Signs
from bot.nlu.safety.words import (
    AT_ONCE,
    BAD,
    CAN_NOT,
    DROP,
    EVEN,
    FACE,
    FALL,
    LIMB,
    ONSET,
    RIGHT_NOW,
    SIDE,
    SINCE,
    VISION,
    WEAK,
    gap,
    near,
    said,
)

SOUND = r"(?:speech|speak\w*|words?|talk\w*|voice|sentences?)"
FACE_FALLS = said(near(FACE, FALL, 6), rf"droo?p+(?:ing|ed) {gap(1)}{FACE}", rf"{SIDE} {gap(5)}{FALL}")
FACE_DROPS = said(near(FACE, DROP, 6), rf"droo?p+(?:y|ing|ed) {gap(1)}{FACE}", rf"{SIDE} {gap(5)}{DROP}")
PICTURE = said("camera", "photos?", "selfies?", "pictures?", "zoom", "video")
COMPARED = said("than the other", "than my (?:left|right)", "noticed")
CROOKED = said(near(r"(?:face|mouth|lips?|smile)", r"(?:crooked|lop ?sided|wonky|slanted|twisted|skewed|uneven)", 4))
ONE_SIDE = said(
    SIDE, "left(?! (?:over|me|him|it|the|my|a|with|untreated|on|for|behind|out))",
    "right(?! (?:now|after|away|before|in|when|where|here|there|direction|way|amount|one|thing|to))")
SPEECH = said(
    r"slur\w*",
    near(
        SOUND,
        r"(?:garbl\w*|jumbl\w*|mumbl\w*|nonsense|gibberish|wrong|mixed up|funny|strange|drunk|thick|slurry|"
        "unclear|off)",
        3),
    rf"{CAN_NOT} (?:\w+ )?(?:speak|talk)(?! (?:about|to|with|of|highly))",
    rf"{CAN_NOT} (?:\w+ )?(?:get|find|say|form) {gap(3)}words", "talk(?:s|ing) nonsense")
LIMB_WEAK = said(
    near(f"{LIMB}", WEAK, 4),
    f"{CAN_NOT} {gap(1)}(?:hold|grip) {gap(3)}(?:cup|glass|mug|pen|phone|fork|spoon|things|anything)",
    "(?:keeps?|kept) dropping (?:things|stuff)",
    rf"{CAN_NOT} (?:\w+ )?(?:lift|raise|move|feel|use) {gap(3)}{LIMB}")
DROOLS = said(
    f"{CAN_NOT} {gap(1)}(?:keep|hold) {gap(2)}(?:water|food|drinks?|coffee|tea) in",
    r"drool\w*", r"dribbl\w*",
    r"(?:coffee|tea|water|drinks?|food|soup|saliva) (?:\w+ )?(?:runs?|leaks?|comes?|falls?|spills?|dripping|"
    "drips) (?:back )?out")
CONFUSED = said(
    r"(?:does|do|will|can) not (?:answer|respond|react)\w*",
    "(?:confused|disoriented|muddled)(?! (?:about|by|which|what|how|with|over|between|whether|on|as|why))")
#: Strength or feeling that is lost, wherever in the message the face is named.
LOSS = said(
    FALL, r"weak\w*", r"numb\w*", "no (?:power|strength|feeling)",
    f"{CAN_NOT} {gap(1)}(?:feel|close|shut|move|control|smile)",
    f"(?:does|will|did|do) not {gap(1)}(?:move|work|close|shut|go up|lift)", "dead", "heavy")
FACE_NAMED = said(FACE, "eyes?", "stroke", "palsy")
NUMB_FACE = said(near(r"numb\w*", FACE, 3))
HALF_WORKS = said(
    f"(?:smile|mouth|face|lips?) {gap(2)}only {gap(2)}(?:one side|half|left|right)",
    f"only {gap(1)}(?:one side|half|the left|the right) {gap(4)}(?:goes up|moves?|works?|smiles?|lifts?)")
TONGUE = said(
    rf"tongue {gap(1)}(?:will|does|is|can) not {gap(1)}(?:work|move)\w*", f"tongue {gap(2)}(?:heavy|thick|numb)")
SLEPT = said("slept", "sleep", "sleeping", "pillow", "asleep")
CAN_NOT_MOVE = said(rf"{CAN_NOT} {gap(1)}(?:smile|move|raise|lift|whistle|frown|pucker)")
HAVING_ONE = said(
    "having (?:a )?(?:mini )?strokes?", r"think (?:\w+ ){1,4}(?:had|has|is|having) (?:a )?(?:mini )?stroke")
IS_THIS_ONE = said(
    "(?:is|be|was) (?:this|it|he|she|that) (?:a|having a|the sign of a|a sign of a) (?:mini )?stroke",
    "(?:could|can|might|may) (?:this|it|he|she) be (?:a|having a|a sign of a|signs of a) (?:mini )?stroke",
    "am i having (?:a )?(?:mini )?stroke")
HAD_ONE = said(r"(?:had|has had|got|have) (?:a )?(?:mini )?stroke")
BE_A_STROKE = said(r"(?:be|is this|is it) (?:a |signs? of a )?(?:mini )?stroke", r"stroke or")
SIGHT_LOST = said(
    f"(?:lost|losing|loss of|lose|no) {gap(3)}(?:{VISION})",
    f"{CAN_NOT} {gap(1)}see(?! (?:it|them|under|past|through|any|the|a|why|how|that|results?|what|my (?:jaw|"
    r"cheek)\w*))",
    r"(?:went|gone|going|turned) (?:\w+ )?blind",
    f"(?:curtain|shadow|veil|cloud) {gap(4)}(?:over|in|across) {gap(2)}(?:eyes?|vision|sight)",
    near(VISION, r"(?:blur\w*|dim|double|dark|black|gone|going|fad\w+|disappear\w*|lost|missing|weird|bad)", 4),
    r"blur\w* (?:or )?(?:\w+ )?(?:vision|sight|eye)",
    r"see(?:ing)? (?:\w+ )?(?:double|two of|black spots|flash\w*)", "see(?:ing)? (?:less|worse)",
    f"eye {gap(1)}(?:went|gone|going|is|turned) (?:dark|black|dim|blurry)",
    r"(?:everything|it all) (?:\w+ )?(?:looks? |is |went )?(?:blurry|blurred|black|dark|double)")
NUMB = said(near(r"(?:numb\w*|no feeling|pins and needles|dead|tingl\w*)", rf"(?:{SIDE}|{LIMB}|{FACE})", 5))
NO_SENSE = said(
    r"(?:confus\w+|disorient\w*|muddled)(?! (?:about|by|which|what|how|with|over|between|whether|on|as|why))",
    r"(?:trouble|can not|does not) (?:understand\w*|recogni[sz]e)", "not make (?:any )?sense|making no sense")
DIZZY = said(r"dizz\w*", r"vertigo", r"spinning", r"off balance")
NO_BALANCE = said(
    rf"{CAN_NOT} {gap(1)}(?:walk|stand|balance|keep {gap(1)}balance)\w*", r"(?:lost|losing|no) (?:\w+ )?balance",
    rf"{BAD} (?:dizz\w*|vertigo)", "fall(?:ing)? over", "walk(?:ing)? straight")
WORST_HEADACHE = said(
    f"(?:worst|most {BAD}) {gap(1)}head ?ache", "thunderclap", f"head ?ache {gap(4)}(?:ever had|of my life)",
    rf"sudden\w* {gap(3)}{BAD} head ?ache", rf"{BAD} {gap(2)}head ?ache {gap(4)}sudden\w*")
LOCAL = (said(r"dentist\w*", r"dental", r"numbing", r"an[a]?esthe\w*", r"lidocaine"),)

RULES = (
    Rule(
        "em_stroke_fast", EMERGENCY,
        (
            Signs((SPEECH,), (ONSET,), LOCAL), Signs((FACE_FALLS,), (ONE_SIDE, ONSET), (EVEN, PICTURE, *LOCAL)),
            Signs((FACE_DROPS,), (ONE_SIDE, AT_ONCE), (EVEN, *LOCAL)),
            Signs((FACE_DROPS,), (ONE_SIDE, SINCE), (EVEN, COMPARED, PICTURE, *LOCAL)),
            Signs((CROOKED,), (ONSET,), (EVEN, PICTURE, *LOCAL)), Signs((FACE_DROPS, LIMB_WEAK), unless=LOCAL),
            Signs((LOSS,), (FACE_NAMED, ONE_SIDE, ONSET), (EVEN, PICTURE, SLEPT, COMPARED, *LOCAL), reach=12),
            Signs(
                (LOSS, LIMB_WEAK), (said("(?:half|side) (?:of )?(?:my |his |her |the )?face"),), (SLEPT, *LOCAL)),
            Signs((DROOLS,), (ONE_SIDE, ONSET), LOCAL), Signs((NUMB_FACE, LIMB_WEAK), unless=(SLEPT, *LOCAL)),
            Signs((HALF_WORKS,), (ONSET,), LOCAL), Signs((FACE_DROPS, TONGUE), unless=LOCAL),
            Signs((FACE_DROPS, NO_BALANCE), unless=LOCAL), Signs((FACE_DROPS, SPEECH), unless=LOCAL),
            Signs((FACE_DROPS, CONFUSED)), Signs((FACE_DROPS, DROOLS), (ONE_SIDE,), LOCAL),
            Signs((CROOKED, DROOLS), unless=LOCAL), Signs((CROOKED, SPEECH)), Signs((CROOKED, LIMB_WEAK)),
            Signs((CAN_NOT_MOVE,), (ONE_SIDE, ONSET), LOCAL),
            Signs(
                (said(f"{CAN_NOT} {gap(1)}(?:lift|raise|move|feel) {gap(2)}(?:left|right|one) {LIMB}"),),
                (said(FACE),)),
            Signs((NUMB,), (said(f"(?:half|side) (?:of )?{gap(1)}{FACE}"), ONSET), LOCAL),
            Signs(
                (said(f"(?:face|mouth) {gap(3)}droo?p+(?:ed|ing)"),),
                (said("went away", "gone now", "is gone", "(?:then|now) (?:it )?(?:stopped|back to normal)"),),
                (EVEN,)),
            Signs(
                (
                    said(
                        f"(?:speech|voice|words) {gap(1)}(?:drunk|garbled|jumbled)", r"slur\w+ (?:speech|words)",
                        rf"(?:speech|words) {gap(3)}slur\w*"),),
                unless=LOCAL),
            Signs(
                (
                    said(
                        f"words? {gap(1)}com(?:e|ing) out (?:wrong|funny|jumbled|mixed)",
                        f"{CAN_NOT} {gap(1)}get {gap(2)}words out", "talk(?:s|ing) nonsense"),)),
            Signs((HAVING_ONE,)), Signs((IS_THIS_ONE,), asked=True), Signs((HAD_ONE,), (RIGHT_NOW,)),
            Signs((FACE_DROPS,), (BE_A_STROKE, said("my", "his", "her")), (EVEN,), asked=True))),
    Rule(
        "em_stroke_other", EMERGENCY,
        (
            Signs((SIGHT_LOST,), (ONSET,)),
            Signs((said(f"(?:lost|losing|no) {gap(2)}{VISION} in {gap(1)}(?:one|left|right) eye"),)),
            Signs((NUMB,), (ONE_SIDE, ONSET), LOCAL), Signs((LIMB_WEAK,), (ONE_SIDE, AT_ONCE), (SLEPT,)),
            Signs(
                (NO_SENSE,),
                (said(r"sudden\w*", "out of nowhere", "since (?:this morning|last night|yesterday)"),)),
            Signs((DIZZY, NO_BALANCE), (ONSET,)),
            Signs((NO_BALANCE,), (said(r"sudden\w*", "out of nowhere", "just now"),)), Signs((WORST_HEADACHE,)))))
