"""Weakness, unevenness, twitching and numbness of the face that build up over days."""
from __future__ import annotations

from bot.nlu.safety.families.stroke import CAN_NOT_MOVE, CROOKED, FACE_DROPS, LOCAL, ONE_SIDE
from bot.nlu.safety.rules import URGENT, Rule, Signs
from bot.nlu.safety.words import CAN_NOT, EVEN, FACE, LATELY, WEAK, gap, near, said

DAYS = said(
    r"(?:over|in|for|within|during) (?:the )?(?:last |past )?(?:few |couple of |couple |two |three |\d+ )?days",
    r"(?:last|past) (?:few |couple of |couple |two |three |\d+ )?days", r"(?:two|three|few|\d+) days", "this week",
    "since (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend)", "weaker and weaker",
    "days? ago", "last week", "(?:more|worse) (?:each|every) day")
WEAK_FACE = said(near(rf"(?:{FACE}|side)", r"(?:weak\w*|not mov\w*|paraly[sz]\w*|(?:can|does|will) not move)", 5))
EYE_OPEN = said(rf"{CAN_NOT} {gap(2)}(?:close|shut|blink) {gap(3)}(?:eye|it)(?! (?:cream|make\w*))",
                rf"\beye(?! lids?) {gap(1)}(?:will|does|can|would) not {gap(2)}(?:close|shut|blink)",
                rf"\beye ?lid {gap(1)}(?:will|does|can) not {gap(1)}(?:close|shut)")
TASTE = said(near(r"taste\w*", r"(?:gone|lost|weird|odd|funny|strange|different|metal\w*|changed|nothing|no)", 3))
EAR_RASH = said(near(r"(?:rash|blister\w*|shingles|sores)", r"ears?", 4))
CHILD = said(r"(?:baby|child|son|daughter|toddler|kid|newborn|infant)")
STILL = said(rf"{gap(0)}(?:side|half) {gap(6)}(?:not move|not moving|does not|is not moving|droo?p\w*)")
UNEVEN = said(near(FACE, r"(?:uneven|asymm?etr\w*|lop ?sided|crooked)", 5))
RECENT = said(
    r"(?:in|over|within|during|for) (?:the |these )?(?:last |past )?(?:few |couple of |couple |two |three |\d+ "
    ")?(?:days|weeks)",
    r"(?:last|past) (?:few |couple of |couple |two |three |\d+ )?(?:days|weeks|month)", r"sudden\w*", "recently",
    "this week", r"since (?:last |this )?(?:week\w*|month|monday)", "last week", "weeks ago", "all at once")
TWITCH = said(near(rf"(?:{FACE}|side|eyes?|eye ?lids?)", r"(?:twitch\w*|spasm\w*|jump(?:s|ing))", 4), r"twitching")
KEEPS = said(
    "keeps?", "kept", r"constant\w*", "all (?:the time|day)", "every day", r"for (?:\w+ )?(?:days|weeks|months)",
    "non ?stop", "will not stop", "does not stop", "started (?:after|when|since)", "since (?:i|the|my|starting)")
EYE_CLOSES = said(
    rf"(?:my|one|left|right) {gap(1)}eye {gap(3)}(?:clos\w+|shuts?|squeez\w+) {gap(5)}when\w* (?:ever )?i "
    "(?:smile|eat|chew|talk|speak)",
    rf"when\w* i (?:smile|eat|chew|talk) {gap(3)}eye {gap(2)}(?:clos\w+|shuts?)")
NUMB_FACE = said(near(rf"(?:{FACE}|side of {gap(1)}face)", r"(?:numb\w*|no feeling)", 5))
STAYS = said(
    "(?:one|left|right|that|this) side", "(?:does|will) not go (?:away|back)", "(?:keeps?|stays?|still|patch)",
    r"for (?:\w+ )?(?:days|weeks|months)", "since", r"sudden\w*", "(?:days|weeks) (?:now|ago)", "half")
PASSING = (
    said(
        "coffee", "for a (?:minute|second|moment)", "when (?:i am |am )?(?:tired|cold|stressed)", "camera",
        "photos?", "mirror flips", "minute"),
    *LOCAL, said("numbing", "ice", "cold", "filler", "botox", "injection"))

RULES = (
    Rule(
        "ur_facial_palsy", URGENT,
        (
            Signs((WEAK_FACE,), (ONE_SIDE, DAYS), (EVEN,)), Signs((FACE_DROPS,), (ONE_SIDE, DAYS), (EVEN,)),
            Signs((EYE_OPEN,)), Signs((TASTE, FACE_DROPS), unless=(EVEN,)),
            Signs((EAR_RASH,), (said(near(FACE, WEAK, 5), r"droo?p\w*"),)), Signs((STILL,), (CHILD,)),
            Signs(
                (CAN_NOT_MOVE,), (said("(?:one|left|right) (?:side|half)", "half (?:of )?(?:my|his|her) face"),),
                LOCAL))),
    Rule(
        "ur_new_asymmetry_twitch", URGENT,
        (
            Signs((UNEVEN,), (RECENT,), (EVEN, *PASSING)), Signs((CROOKED,), (RECENT,), (EVEN, *PASSING)),
            Signs((TWITCH,), (KEEPS,), PASSING), Signs((EYE_CLOSES,)),
            Signs((NUMB_FACE,), (STAYS,), PASSING, reach=10),
            Signs(
                (
                    said(
                        f"(?:one|left|right) (?:side|half) {gap(4)}(?:(?:is|are|has|have|started|begun|keeps) "
                        r"(?:\w+ )?)(?:to )?(?:droo?p+|fall|hang|paraly|slump)\w*",
                        rf"{FACE} (?:is|are|has|have|started) (?:\w+ )?(?:to )?(?:droo?p+|fall|hang|paraly|"
                        rf"slump)\w* {gap(3)}(?:one|the left|the right|my left|my right) side"),),
                unless=(EVEN, *PASSING)),
            Signs((FACE_DROPS,), (said("(?:one|left|right) (?:side|half)"), LATELY), (EVEN, *PASSING), reach=10))))
