"""After filler: a blocked vessel, a change in sight, and late trouble at the place."""
from __future__ import annotations

from bot.nlu.safety.families.stroke_words import SPEECH
from bot.nlu.safety.rules import EMERGENCY, URGENT, Rule, Signs
from bot.nlu.safety.signs import SIGHT_DISTURBED
from bot.nlu.safety.words import BAD, FEVER, FILLER, LID, LIMB, PAIN, SIDE, gap, near, said

AFTER_FILLER = said(FILLER)
#: Filler of late: an old one starves no skin, and one that is planned does nothing yet.
NEW_FILLER = said(
    rf"{FILLER}(?! (?:'s |is |was )?(?:planned|booked|(?:in|from) (?:last|20\d\d)|years ago|\w+ months old))")
#: Filler that nobody has had: weighed up, refused, planned, or of another thing.
NOT_HAD = said(
    "influencer", "someone got", "colou?r ?blind", "since birth", "as a toddler", "blind eye", "of chins",
    "how common", "how rare", "raynaud", "stubble", "or fillers?",
    "(?:no|not|never|without|avoid|instead of|before|than|versus|vs|want|like|considering|booked?|booking|price|"
    r"frightens) (?:(?!(?:after|since|from) )\w+ ){0,2}fillers?",
    "fillers? (?:or|versus|vs|price|consultation|appointment|artery)",
    r"(?:can|could|will|would|does|do|should|is|are) (?:\w+ )?fillers?(?! (?:was|went|done))",
    "thinking (?:of|about)", "lipstick", "concealer", "contour", "makeup")

# --- em_filler_vision
EYE_HURTS = said(
    rf"eyes? {gap(3)}{PAIN}", rf"{PAIN} {gap(4)}(?:in|behind|of|into) {gap(2)}eye(?:ball|s)?", r"ice pick",
    rf"eye ?ball {gap(4)}(?:squeez\w*|burst\w*|press\w*)", rf"stabbing {PAIN}")
PUPIL = said(rf"pupils? {gap(6)}(?:massive|big\w*|large\w*|huge|wide|blown|dilated|different)")
LID_HANGS = said(
    near(LID, r"(?:droo?p\w*|hang\w*|sits lower|heavy|fell|fall\w*|dropp\w*|lower|half shut)", 3),
    rf"(?:lid|eye) {gap(1)}(?:will|can|does) not {gap(1)}(?:open|lift)")
HEAD_OR_EYE = said(PAIN, r"head ?aches?", "eye strain", "swimming", "twin")
BRAIN = said(
    near(LIMB, r"(?:floppy|weak\w*|numb\w*|limp|(?:can|could) not (?:lift|move|raise))", 4),
    rf"(?:can|could) not (?:lift|raise|move) {gap(2)}{LIMB}", r"collapsed", rf"numb\w* {gap(5)}(?:{SIDE}|half)",
    rf"(?:face|mouth) {gap(3)}(?:dropped|droop\w*|fallen)", "(?:can|could) not find words", "talking rubbish",
    r"words (?:were |are )?(?:jumbled|slurred|garbled)", "seizure", r"half (?:his|her|my) (?:face|mouth)")
BUMPS = said(rf"bump(?:s|ing|ed) into {gap(3)}(?:left|right|door\w*|things|side)")

# --- em_filler_skin
SHADE = (
    r"(?:white|whit(?:er|ish)|gr[ea]y(?:ish)?|paler?|purple\w*|dusky|blue|bluish|black(?:er)?|dark(?:er)?|violet|lilac|"
    r"plum|ash(?:en)?|charcoal|chalky|colou?rless|greenish)")
BIT = (
    r"(?:patch\w*|skin|area|stripe|spots?|bits?|streak|ring|halo|blotch\w*|marks?|lines?|lips?|nose|nostrils?|cheeks?|"
    r"chin|tip|side|half|corner|quarter|lobe|scalp|middle|edges?|lump|dots|forehead|bridge)")
COLOUR_CHANGED = said(
    r"(?:went|gone|go|goes|going|turn\w*|becom\w*|became|looks?|looked|is|are|was|getting|gets|stays?|still|"
    rf"flashed|as|all|to|like|of) (?:\w+ ){{0,2}}{SHADE}(?! (?:as a sheet|circles?|lipstick))",
    rf"{SHADE}(?: \w+)? {BIT}", rf"{BIT} (?:\w+ ){{0,2}}{SHADE}",
    rf"{SHADE} (?:and|but|with|n) (?:\w+ )?(?:cold|numb|sore|painful|{SHADE})")
#: A pattern under the skin that follows the vessels: it needs no place beside it.
NET = said(
    r"blanch\w*", r"mottl\w*", "dusky", r"lac[ey]\w* (?:\w+ )?(?:pattern|skin)", r"reticulat\w*", "lattice",
    "netting", "net like", "(?:fish)?net(?: sort)?", "(?:spider ?)?web(?: (?:shape|pattern))?", r"marbl\w*",
    "corned beef", "leopard print", r"map of \w+ veins", "candle wax", "blue cheese", "putty", "like chalk",
    "vein like (?:red |purple )?lines", "drawing like a tree", "blotchy", "two tone")
NO_BLOOD = said(
    "colou?r (?:does|do|did|will) not come back", r"(?:no|not take|lost \w+) colou?r", "refill time",
    "(?:takes|took) (?:ages|seconds|long) to (?:go|turn) pink", "blood back in",
    "(?:dead|dying) (?:feeling|skin|area)", "(?:skin|feels?|is|that s|that is) (?:dead|dying)", "frost ?bite")
COLD = said(
    near(rf"(?:{BIT}|it)", r"(?:cold|icy|ice cold|freezing|cool|numb)", 4), r"cold (?:dead|and \w+|n \w+|like ice)")
SORES = said(
    r"blister\w*", r"crust\w*", r"scab\w*", "pustules?", "raw patch(?:es)?", "small bubbles", "like a burn",
    "necrosis", "have smell")
STRONG_PAIN = said(
    near(rf"(?:{BAD}|unreal|shooting|enormous|worst|really|too much)", r"(?:pain\w*|hurt\w*|aching|aches)", 2),
    rf"(?:pain|hurts?|throb\w*|aches?) {gap(4)}(?:wors\w+|stronger|more|unbearable|increas\w*|severe|excruciating|a "
    r"lot|climbing|unreal|terribl\w*|badly|like mad|like hell|so (?:bad|much)|10|deep|every hour)",
    r"(?:can not|no gree me) sleep", "agony", r"kills", r"pain pain", "can not bear", "i suffer", r"bigger and bigger",
    rf"{PAIN} (?:and|n) (?:cold|numb|pale|white|grey)", r"hurts? (?:to even|always|more)")
#: Marks that a visitor knows: bruises that fade, and what was there before.
FADES = said(
    r"(?:no|not|without|nothing|free of) (?:\w+ )?(?:pain|hurts?|pale|discolou?ration)", "painless",
    "doesn't hurt", "dark (?:circles?|spots?|under|patches)", "white (?:women|people|teeth|pearls|scar)",
    "tyndall", "heel", "beard", "went (?:away|yellow)", "to yellow", "nearly gone", "for years",
    r"since (?:i was|my|20\d\d)", "worth going", "how rare", "hives", "gr[ea]y hair")

# --- ur_filler_late
LUMPY = said(
    r"lump\w*", r"bump\w*", r"nodul\w*", "knots?", "balls?", "beads?", "peas?", "gravel", "pebbles?", "ridge",
    "hump", r"bulg\w*", "welt", "plaque", "hard(?:er|ened)?(?: like stone)?", r"granuloma\w*", "rice", "size of a")
SWOLLEN = said(
    r"swell\w*", r"swollen", r"puff\w*", r"balloon\w*", r"inflam\w*", "come up", "bulgy", "oozing", "discharge",
    "bl(?:ew|own) up")
ANGRY = said(
    r"red(?:d\w+|ness)?", "hot", "warm", f"{PAIN}", r"pink\w*", r"itch\w*", r"ooz\w*", "pus", r"grow\w*", "grew",
    r"inflam\w*", "discharge", "achy", "sorer", "stings?", "larger", "infected", "harder", "white ?headed",
    "a head")
MOVED = said(r"moved(?! (?:house|abroad|to))", r"migrat\w*", r"wander\w*", r"shifted", r"slid\w*", "slipped")
LATE = said(
    r"(?:weeks?|months?|mths?|years?|yrs?|yr) (?:\w+ )?(?:after|later|ago|since|on|back|before|post|past|now)",
    r"(?:month|week|day) (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)", "again", "second time",
    "suddenly", r"after (?:\w+ )?(?:\d+|two|three|four|five|six) (?:months?|weeks?|years?)", "ages ago", "old",
    r"after (?:a |the |my |her |his )?(?:\w+ )?(?:virus|flu|cold|covid|vaccine|infection|jab|bug|cleaning)",
    r"(?:had|get|got|since) (?:a |the |my |her )?(?:\w+ )?(?:virus|flu|colds?|covid|jab|vaccine|molar|sniffle|"
    "infection)",
    "where i had",
    "in (?:january|february|march|april|may|june|july|august|september|october|november|december|oct|jan|feb|"
    "spring|summer|autumn|winter)",
    "(?:last|this) (?:month|year|yr|summer|week|spring|autumn|winter|oct|jan)",
    r"from (?:last|20\d\d|two|2006|january|spring|a year)", r"(?:from|in|since) 20\d\d", "wakes? up", "lately",
    "(?:at|since) (?:easter|christmas)", "months", "every morning", "permanent")
WELL = said(
    "a day after", "mild", "as expected", "looks? (?:fine|and feels fine)", "feels? (?:fine|normal)", "all smooth",
    r"(?:no|never|nothing|without|not) (?:a |any )?(?:lump\w*|bump\w*|sore|swelling|redness|red|pain)", "hard water",
    "wallet", "concealer", "car(?:pet)?", "she is fine", "she 's fine", "in general", "words", "hot stone",
    r"(?:can|do|does|could|will|are there) (?:\w+ ){0,3}(?:fillers?|filler types)(?! (?:lumps? that|wakes?))")

RULES = (
    Rule(
        "em_filler_vision", EMERGENCY,
        (
            Signs((SIGHT_DISTURBED,), (NEW_FILLER,), (NOT_HAD,), long_ago=True),
            Signs((EYE_HURTS,), (NEW_FILLER,), (NOT_HAD,)), Signs((PUPIL,), (NEW_FILLER,)),
            Signs((LID_HANGS,), (NEW_FILLER, HEAD_OR_EYE), (NOT_HAD,)),
            Signs((BUMPS,), (NEW_FILLER,)), Signs((SPEECH,), (NEW_FILLER,), (NOT_HAD,)),
            Signs((BRAIN,), (NEW_FILLER,), (NOT_HAD,)))),
    Rule(
        "em_filler_skin", EMERGENCY,
        tuple(Signs((sign,), (NEW_FILLER,), (FADES, NOT_HAD))
              for sign in (NET, COLOUR_CHANGED, NO_BLOOD, COLD, SORES, STRONG_PAIN))),
    Rule(
        "ur_filler_late", URGENT,
        (
            *(Signs((sign,), (AFTER_FILLER, ANGRY), (said(FEVER), WELL), long_ago=True, slow=True)
              for sign in (LUMPY, SWOLLEN, MOVED)),
            Signs((ANGRY,), (AFTER_FILLER, LUMPY), (said(FEVER), WELL), long_ago=True, slow=True),
            Signs((SWOLLEN,), (AFTER_FILLER, LATE), (WELL,), long_ago=True, slow=True))))
