"""Weakness, unevenness, twitching and numbness of the face that build up over days or weeks."""
from __future__ import annotations

from bot.nlu.safety.families.stroke_words import (
    CAN_NOT_MOVE,
    CROOKED,
    DROOLS,
    FACE_DROPS,
    FACE_FAILS,
    HALF_WORKS,
    LOCAL,
    ONE_SIDE,
    PART,
    STOPS,
    STORY,
)
from bot.nlu.safety.rules import URGENT, Rule, Signs
from bot.nlu.safety.stories import TOLD_TALE
from bot.nlu.safety.times import DAYS, KNOWN, WEEKS
from bot.nlu.safety.words import CAN_NOT, EVEN, FACE, LATELY, LID, WEAK, gap, near, said

NOT = r"(?:(?:will|does|can|could|would|did|is|do) not|no longer|never|hardly|barely)"
WEAK_FACE = said(near(rf"(?:{PART}|side|half|mine|eye ?brow)",
                      rf"(?:weak\w*|not mov\w*|{STOPS}|lazy|lazier|limp|slack\w*|"
                      r"floppier|(?:lost|losing) (?:\w+ )?strength|harder to move|clumsy|smooth|"
                      r"less (?:and|n|&) less|loose|gone|not wrinkl\w*|fading|wonkier|flat)", 5))
EYE_OPEN = said(
    rf"{CAN_NOT} {gap(2)}(?:close|shut|blink|wink|squeeze) {gap(3)}(?:eye|it)(?! (?:cream|make\w*))",
    rf"eye(?! lids?) {gap(4)}{NOT} {gap(2)}(?:close|shut|squeeze|blink\w*)\w*",
    rf"{LID} {gap(3)}(?:{NOT} {gap(1)}(?:close|shut|meet|reach|touch\w*)|hangs away)",
    f"(?:tape|taping) {gap(2)}eye {gap(1)}shut", f"eye {gap(3)}stays? {gap(1)}(?:open|a crack|a slit)",
    r"eye (?:squeez\w* )?(?:is |are )?too weak", "blinks? (?:are|is) out of (?:sync|step)",
    f"{NOT} {gap(1)}wink (?:\\w+ )?(?:any more|anymore|now)", f"muscles {gap(3)}eye {gap(3)}too weak",
    f"blink\\w* {gap(6)}{NOT} (?:touch|reach|meet|close)")
NOT_NOW = said(r"never", "make ?up", "imagine", "eyes open a tiny", "kid", "wink yet", "operation", "all my life")
TASTE = said(near(r"tastes?", r"(?:gone|lost|weird|odd|funny|strange|different|metal\w*|changed|nothing|no|tin|"
                              r"cardboard|"
                  "sugar|can not)", 4), "metallic")
EAR = said(near(r"(?:rash|blister\w*|shingles|sores|spots)", r"ears?", 5),
           near("ears?", r"(?:pain|hurts?|ache|loud|sore)", 4),
           "tick bite", "ticks")
#: A child who moves one half of the face.
CHILD = said(r"(?:baby|child|son|daughter|toddler|kid|newborn|infant|lad|year old|boy|girl|nephew|niece)")
STILL = said(
    rf"{gap(0)}(?:side|half|cheek) {gap(6)}(?:not move|not moving|does not|is not moving|droo?p\w*|still|flat)",
    rf"only {gap(3)}(?:one|left|right) {gap(1)}(?:half|side|corner)", "one sided",
    rf"(?:face|mouth|smile) {gap(1)}(?:pulls|goes|crumples) {gap(1)}(?:to|one) {gap(1)}(?:side|left|right)")
HALF = said("(?:one|left|right) (?:side|half)", "half (?:of )?(?:my|his|her) face")
UNEVEN = said(
    near(rf"(?:{PART}|side|fold|nasolabial|dimple|eye)",
         r"(?:uneven|asymm?etr\w*|lop ?sided|crooked|less symm?etric\w*|flat(?:ter)?|sunk(?:en)?|lower|sagging|sags|"
         r"thin(?:ner)?|"
         r"shrink\w*|narrower|deeper|slid(?:ing)?|slides?|shifted|moved down|dropping|vanished|smaller|deviat\w*|"
         r"tilt\w*|wonky|"
         r"not straight|not line up|hollow\w*|wasting|trench|gone)", 6))
TWITCH_WORD = (
    r"(?:twitch\w*|spasms?|jump(?:s|ed|ing)|flicker\w*|flutter\w*|jerk\w*|quiver\w*|trembl\w*|"
    r"tug(?:s|ged|ging)?|cramp\w*|worms|(?:dance|pulls?|pulling|tugs) by itself|dances?|"
    r"electric crawls)")
TWITCH = said(near(rf"(?:{FACE}|side|eyes?|{LID}|temple|muscles?|masseter)", TWITCH_WORD, 6), r"twitching",
              "twitch twitch")
KEEPS = said(
    "keeps?", "kept", r"constant\w*", "all (?:the time|day|week)", "every day", "each (?:day|session|time)",
    "non ?stop", "will not stop", "does not stop", "started (?:after|when|since)",
    "since (?:i|the|my|starting)", "over and over", "by itself", "at night", "on and off", "still does", "for hours",
    "spread", "moved down", WEEKS.pattern, DAYS.pattern)
EYE_CLOSES = said(
    rf"(?:my|one|left|right|an|the) {gap(1)}eye {gap(3)}(?:clos\w+|shuts?|squeez\w+|flickers) {gap(5)}(?:when\w*|"
    rf"each time|"
    r"every time) (?:ever )?i (?:smile|eat|chew|talk|speak|pout|pucker)",
    rf"(?:when\w*|each time|every time) (?:ever )?i (?:smile|eat|chew|talk|pout|"
    rf"pucker) {gap(5)}eye {gap(4)}(?:clos\w+|shuts?|"
    r"squeez\w*)",
    rf"(?:mouth|lip|chin|cheek) {gap(3)}(?:tugs?|pulls?|pulling|moves?|jumps?) {gap(4)}when i (?:blink|"
    rf"close my eyes|wink|shut)",
    "i smile ; eye shuts|i smile eye shuts|i shut eye mouth moves", "pulling round my mouth when i close")
NUMB_FACE = said(near(rf"(?:{PART}|cheekbone|side of {gap(1)}(?:face|nose)|face|patch|skin)",
                      rf"(?:numb\w*|dead|tingl\w*|pins (?:and|n) needles|cotton\w*|dull|wool\w*|asleep|no feeling|"
                      rf"{NOT} feel|after the dentist|pins n needles|tingly)", 6))
STAYS = said(
    "(?:one|left|right|that|this|same) (?:side|cheek|jaw)", "(?:does|will) not go (?:away|back)",
    "(?:keeps?|stays?|patch|coming back)", WEEKS.pattern, DAYS.pattern, r"sudden\w*", "half")
#: Reasons that pass, and changes that are only a picture's.
PASSING = (
    said("coffee(?! cut)", "espressos?", "for a (?:minute|second|moment|few secs)",
         "when (?:i am |am )?(?:tired|cold|stressed)",
         "camera flips?", "front camera", "mirror flips", "minute", "when i hold", "while (?:i )?hold\\w*", "let go",
         "one time"),
    said(r"numbing", "ice", "cold", "filler", "botox", "injection", r"an[a]?esthe\w*", r"lidocaine",
         "dentist (?:numbed|adjusted)",
         "streamers?", "haircut", "parting", "mouse", "palsy", "bell"),
    said("since puberty", "learnt to", "and fine", "joke", "warped", r"breast\w*", "lying on", "birth", "married",
         r"crooked teeth",
         "will be", "lost weight", "surgery", "smile a bit"),
    STORY, KNOWN, EVEN)
SIDED = said(ONE_SIDE.pattern, "one(?! (?:can|must|should))", "nostril", "than the (?:left|right|other)")
CALM = (EVEN, KNOWN, STORY, *LOCAL)

RULES = (
    Rule(
        "ur_facial_palsy", URGENT,
        (
            Signs((WEAK_FACE,), (ONE_SIDE, DAYS), CALM), Signs((FACE_DROPS,), (ONE_SIDE, DAYS), CALM),
            Signs((FACE_FAILS,), (ONE_SIDE, DAYS), CALM), Signs((EYE_OPEN,), unless=(*CALM, NOT_NOW)),
            Signs((TASTE, FACE_FAILS), unless=CALM), Signs((WEAK_FACE,), (EAR, SIDED), CALM),
            Signs((FACE_FAILS,), (EAR, SIDED), CALM), Signs((CROOKED,), (EAR,), CALM),
            Signs((EAR,), (said(near(FACE, WEAK, 5), r"droo?p\w*"),), CALM), Signs((STILL,), (CHILD,), CALM),
            Signs((CAN_NOT_MOVE,), (DAYS,), (*CALM, NOT_NOW)), Signs((DROOLS,), (DAYS, ONE_SIDE), CALM),
            Signs((HALF_WORKS,), (DAYS,), (*CALM, said("toothpaste"))),
            Signs((CAN_NOT_MOVE,), (HALF,), (*CALM, NOT_NOW))), stories=(TOLD_TALE,)),
    Rule(
        "ur_new_asymmetry_twitch", URGENT,
        (
            Signs((UNEVEN,), (SIDED, WEEKS), PASSING, reach=15), Signs((UNEVEN,), (SIDED, LATELY), PASSING, reach=15),
            Signs((CROOKED,), (WEEKS,), PASSING), Signs((TWITCH,), (KEEPS,), PASSING),
            Signs((EYE_CLOSES,), unless=PASSING),
            Signs((NUMB_FACE,), (STAYS,), PASSING, reach=10),
            Signs((CROOKED,), (LATELY,), PASSING), Signs((FACE_DROPS,), (HALF, LATELY), PASSING, reach=10),
            Signs((FACE_FAILS,), (SIDED, WEEKS), PASSING, reach=12),
            Signs(
                (
                    said(
                        f"(?:one|left|right) (?:side|half) {gap(4)}(?:(?:is|are|has|have|started|begun|keeps) "
                        r"(?:\w+ )?)(?:to )?(?:droo?p+|fall|hang|paraly|slump)\w*",
                        rf"{FACE} (?:is|are|has|have|started) (?:\w+ )?(?:to )?(?:droo?p+|fall|hang|paraly|"
                        rf"slump)\w* {gap(3)}(?:one|the left|the right|my left|my right) side"),),
                unless=PASSING)), stories=(TOLD_TALE,)))
