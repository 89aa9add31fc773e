"""Jaws that lock, inflamed arteries of the temple, and neck arteries after pressure or stretching."""
from __future__ import annotations

from bot.nlu.safety.families.eye import LID_DROPS
from bot.nlu.safety.families.senses_words import DIZZY as TURNING
from bot.nlu.safety.families.senses_words import NO_BALANCE, SIGHT_LOST
from bot.nlu.safety.families.stroke_words import FACE_DROPS, LIMB_WEAK, SPEECH, STORY
from bot.nlu.safety.rules import EMERGENCY, URGENT, Rule, Signs
from bot.nlu.safety.stories import TOLD_TALE
from bot.nlu.safety.times import KNOWN, WEEKS
from bot.nlu.safety.words import CAN_NOT, FAINT, LID, PAIN, WEAK, gap, near, said

HURTS = rf"(?:{PAIN}|kill(?:s|ing)|rip|torn?|tear(?:ing)?|snap|like a knife|burns?|crack|crunch|stiff|agony|splitting)"
NECK_PAIN = said(near("neck", HURTS, 6))
HEADACHE = said(r"head ?aches?", "pounding head")
HANDLED = said(
    r"massag\w+", r"crack\w*", r"chiro\w*", r"stretch\w*", "press(?:ed|ing|es)?", r"rubb\w+", r"manipulat\w*",
    r"osteopath", "rolled",
    r"twist\w*", r"adjust\w*", "neck (?:exercises?|rolls|release|hammock|traction|lesson)", "gua sha", "thai",
    "theragun", r"percussion",
    "gun", r"yank\w*", "jerk", "headlock", "whipped", "hammock", "traction", "handstands?", "roller ?coaster",
    "sneezed", "rear ended", "champi",
    "strap", "plow pose", "cupping", "foam roller", "chopped", "bone setter", "turned suddenly", "bent it",
    "head back", "pulled it", "horseshoe pillow", "strained", "drill", "whiplash", "threw my head", "loosen", "tool",
    "when i push", "deep tissue")
NECK = said("neck", "throat", "carotid", "under (?:the|my) (?:ear|jaw)", "below the ear", "chiro")
DIZZY = said(
    r"dizz\w*", "vertigo", "spinning", "light ?headed", FAINT, rf"droo?p\w* {LID}",
    rf"{LID} {gap(3)}(?:droo?p\w*|lower|falls|hangs)", WEAK,
    r"vomit\w*", "feel sick", "queasy", TURNING.pattern, NO_BALANCE.pattern, "clumsy", "smaller pupil",
    "world (?:was|is) \\w+", "giddy",
    "droopy (?:eye|lid)", "saw double", "walls are tilting", "carried to", "stumbling", "eye is closing",
    "eyelid is lower")
LOST_SENSES = said(FAINT, "pass out", "was gone for", "nearly out")
WHILE = said(rf"(?:press\w*|massag\w*|rubb\w*|squeez\w*|push\w*) {gap(6)}(?:neck|throat|carotid|ear|jaw)",
             rf"neck {gap(3)}(?:massage|gun)")
NEURO_NECK = said("saw double", "see two", "see not good", "numb", "tingly", "can not feel")
NECK_CALM = (STORY, KNOWN, said("joy", "cost", "price", "heard what", "collar 's tight", "what should i do", "years"))
TEMPLE = said(
    near(r"(?:temples?|scalp|head skin|side of (?:my |the )?(?:forehead|head))",
         rf"(?:{PAIN}|head ?aches?|on fire|throbbing|pulsing|pounding|swollen|can not bear)", 5),
    rf"(?:comb\w*|brush\w*|shampoo\w*) {gap(4)}(?:hair )?{gap(2)}(?:{PAIN}|ouch)",
    rf"{PAIN} {gap(3)}(?:comb|brush|shampoo)\w*",
    rf"(?:pillow|hat|cap|wig|hairnet|headband|glasses|helmet|shower) {gap(3)}(?:{PAIN}|press|too strong|on \w+ head)",
    rf"{PAIN} {gap(6)}(?:pillow|hat|cap|wig|hairnet|rest (?:his|her|my) head)",
    "(?:bear|stand) (?:her|his|my|the) (?:hairnet|hat|pillow|wig)",
    rf"(?:head|forehead|face) {gap(4)}(?:tender|sore|{PAIN}) {gap(3)}(?:side|temple|sides)",
    r"head (?:side|tender|skin)",
    rf"(?:artery|vein) {gap(6)}(?:rope|tender|sore|swollen|{PAIN})",
    rf"(?:sore|swollen|hard) {gap(2)}(?:vein|artery|temple)")
HEAD_HURTS = said(rf"head ?aches?|head (?:\w+ ){{0,2}}(?:{PAIN}|pounding|sore)|sore head|skull {gap(2)}{PAIN}")
CHEWING = said(r"chew\w*", r"eat(?:s|ing)?", r"bit(?:e|es|ing)", "meals?", "dinner", "lunch", "breakfast", "sandwich",
               "pork", "toast", "crusty",
               "steaks?", "roti", "chapati", "meat")
JAW_ACHES = said(
    near("(?:jaws?|tongue|cheeks?|face|muscles)", rf"(?:{PAIN}|tired|tires?|weary|cramps?|fatigues?|quits|gets pins)",
         5),
    rf"(?:chew\w*|biting|eating) {gap(2)}(?:is |= )?{gap(1)}(?:{PAIN}|ouch|ache|hard)",
    rf"{PAIN} {gap(5)}(?:to )?chew\w*",
    rf"{CAN_NOT} {gap(1)}(?:chew|finish) {gap(1)}\w+", "stop chewing", "rest twice")
AGE = r"(?:5[0-9]|6\d|7\d|8\d|9\d)"
OVER_FIFTY = said(
    rf"(?:i am|at|aged?|is|im|turned) (?:over |nearly )?{AGE}",
    rf"{AGE} ?(?:f|m|yo|yr|yrs|year|years|anos|next|and|plus|\+)", "over (?:50|fifty|sixty|60|70)",
    "in my (?:fifties|sixties|seventies|eighties|50 ?s|60 ?s|70 ?s)", r"(?:fifty|sixty|seventy|eighty)(?: \w+)?",
    "pensioner", "retired", "nana?",
    "gran\\w*", rf"(?:mother|husband|hubby|wife|papa|dad|father|mum|amma|man|lady|mine|chew|meat|nurse|here|sister|"
                rf"door|temple|minute|rest|of|last weeks) {AGE}",
    rf"{AGE}(?: \w+){{0,2}}$", rf"; {AGE} (?:;|\.|$)|; {AGE}\b", "polymyalgia")
THINNER = said(r"weight (?:loss|going|also)", r"los(?:t|ing) (?:\w+ )?weight", r"fevers?", "no appetite",
               "off (?:his|her|my)? ?food", "sweaty at night")
NEW_PAIN = said(WEEKS.pattern, "first", "never", "new", r"(?:for|since|from) (?:\w+ ){1,4}(?:days|weeks)",
                r"\d+ days", "days", "first ever")
GCA_CALM = (STORY, KNOWN, said("braids?", "ponytail",
    "long ago", "wore off", "no pain", "tight ponytail", "concerts", "colour", "dye", "temple massage", "thinning",
    "hollow", "optician", "in case", "no headaches?", "happily", "since my twenties", "gone", "fine since"))
STRAPPED = said("strap", "mask", "tape", "brace", "bandage")
LOCKS = (
    r"(?:stuck(?! (?:on|between|to|with|in))|jammed|wedged|seized|blocked|dislocated|frozen|locked(?! (?:in|out|"
    r"door|car|myself))|locking|"
    r"lock(?:s|ed)? (?:up|open|shut|"
    r"closed|half\w*|on me|again|every|when|since|and)|(?:will|would|can|does|did|could) not (?:\w+ )?(?:open|close|"
    r"shut|budge)"
    r"(?! (?:the|my eyes?|it up|a bottle|this|that|an?|to|without)))")
STUCK = said(
    near(r"(?:jaws?|mouths?|teeth|hinge)", LOCKS, 5), "unclench", r"(?:locked|frozen|stuck) (?:\w+ )?jaw",
    f"{CAN_NOT} {gap(1)}(?:open|close|shut) {gap(1)}(?:mouth|jaw)(?! (?:to|for|without))",
    rf"(?:mouth|jaw|opening|opens?) {gap(6)}(?:only|just|barely|past|more than) {gap(4)}"
    "(?:halfway|half|fingers?|thumb|inch|cm|letterbox|spoon|mm)",
    "(?:one|two|2|1) (?:finger|fingers) (?:opening|fits?|goes)", "only (?:one|two|2) fingers?",
    "opening (?:gets|is) (?:very |so )?(?:smaller|less)", "(?:stays?|stayed|stuck) (?:at )?(?:half )?open",
    "jaws? (?:joint )?(?:just )?(?:came|popped|slipped|went|goes) (?:out|sideways|off)",
    f"{CAN_NOT} {gap(1)}open {gap(2)}(?:wide enough|enough|more than|for a|wide|fully|properly)",
    f"(?:not|no longer) open {gap(1)}(?:enough|wide|full|fully|right|past|properly|all the way)",
    f"{CAN_NOT} {gap(1)}(?:get|close|put|bring) {gap(2)}teeth (?:apart|together)", "teeth do not meet",
    "(?:shut|clamped) (?:tight|like)",
    f"(?:jaw|mouth|hinge) {gap(4)}(?:catch(?:es|ing)|caught|sticks)", "keeps locking",
    "(?:gets?|got) (?:stuck|caught) when i open", "lock click",
    "crooked and stops")
JAW_ABOUT = said("jaws?", "mouth", "teeth", "chew", "chewing", "open", "opening", "hinge", "bite", "yawn\\w*",
                 "finger", "fingers")
CAN_NOT_EAT = said(
    rf"{CAN_NOT} {gap(1)}(?:eat|drink|chew|bite) {gap(6)}(?:jaw|anything|rice)",
    rf"jaw {gap(8)}{CAN_NOT} (?:eat|drink)",
    r"(?:living on|only|on|just) (?:\w+ )?(?:had )?(?:water|smoothies|soup|yogh?urts?|shakes|liquids|protein shakes)",
    "off food", "nothing solid",
    "finally eat again", rf"(?:too sore|hurts too much|hurts) {gap(5)}to (?:eat|chew)", "can not bite", "can not yawn")
JAW_HURTS = said(near("(?:jaw|joint|hinge|chew\\w*)", rf"(?:{PAIN}|kills|screams|dislocated|sore|locked)", 6))
JAW_CALM = (STRAPPED, STORY, KNOWN, said("(?:from|of) (?:nerves|shock)", "baby", "shy",
    "without pain", "no pain", "painless", "wisdom teeth op", "jaw operation", "once", "shy", "bottle",
    "the video", "jar", "cleanser", "account", "wide and", "price", "fine now", "tired", "sometimes",
    "never again", "tmd", "tmj", "splint", "diagnosed"))

RULES = (
    Rule(
        "em_neck_artery", EMERGENCY,
        (
            Signs((NECK_PAIN, DIZZY), (HANDLED,), NECK_CALM), Signs((HEADACHE, DIZZY), (HANDLED, NECK), NECK_CALM),
            Signs((LOST_SENSES,), (WHILE,), NECK_CALM), Signs((SPEECH,), (HANDLED, NECK), NECK_CALM),
            Signs((SIGHT_LOST,), (HANDLED, NECK), NECK_CALM), Signs((FACE_DROPS, NECK_PAIN), (HANDLED,), NECK_CALM),
            Signs((LIMB_WEAK,), (HANDLED, NECK), NECK_CALM), Signs((LID_DROPS,), (NECK, HANDLED), NECK_CALM),
            Signs((NECK_PAIN,), (LID_DROPS,), (*NECK_CALM, said("pupils?"))), Signs((NECK_PAIN,), (SPEECH,), NECK_CALM),
            Signs((NECK_PAIN,), (NEURO_NECK,), NECK_CALM), Signs((TURNING,), (NECK, HANDLED), NECK_CALM),
            Signs((NO_BALANCE,), (NECK, HANDLED), NECK_CALM)), stories=(TOLD_TALE,)),
    Rule(
        "ur_gca", URGENT,
        (
            Signs((JAW_ACHES, TEMPLE), (CHEWING,), GCA_CALM), Signs((JAW_ACHES, SIGHT_LOST), unless=GCA_CALM),
            Signs((JAW_ACHES,), (CHEWING, OVER_FIFTY), GCA_CALM), Signs((JAW_ACHES,), (CHEWING, HEAD_HURTS), GCA_CALM),
            Signs((TEMPLE,), (OVER_FIFTY,), GCA_CALM), Signs((TEMPLE, THINNER), unless=GCA_CALM, slow=True),
            Signs((HEAD_HURTS,), (OVER_FIFTY, NEW_PAIN), GCA_CALM),
            Signs((said(f"new head ?ache {gap(4)}temples?"),))), stories=(TOLD_TALE,)),
    Rule(
        "ur_jaw_locked", URGENT,
        (Signs((STUCK,), (JAW_ABOUT,), JAW_CALM), Signs((CAN_NOT_EAT,), (JAW_HURTS,), JAW_CALM),
         Signs((CAN_NOT_EAT,), (said(PAIN), said("jaw")), JAW_CALM)), stories=(TOLD_TALE,)))
