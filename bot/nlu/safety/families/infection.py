"""Infections of the face: skin and teeth, those that need hospital care first."""
from __future__ import annotations

from bot.nlu.safety.rules import EMERGENCY, URGENT, Rule, Signs
from bot.nlu.safety.words import BREATH, CAN_NOT, FACE, FEVER, PAIN, SWALLOW, SWELL, gap, near, said

PLACE = rf"(?:{FACE}|eyes?|eye ?lids?|skin|nose|temples?|neck|ear|beard|nostrils?|patch|spot|jaw|area|wange|mejilla|it)"
AT = said(PLACE)
SWELLING = rf"(?:{SWELL}|swell|twice|closing|hard|scarlet|red hot|lava|boiling|squashed)"
SWOLLEN = said(near(PLACE, SWELLING, 5), rf"swelled {gap(3)}(?:neck|eye|throat)", "swollen")
FEVERISH = said(
    f"(?<!hay )(?<!glandular ){FEVER}", "(?:temp|fieber)", "(?:3[89]|40) (?:degrees|of fever|fever)", r"3[89]\.\d",
    "burning up", "rigors?", r"teeth chatter\w*", "the shakes", "hot and cold", "tremble of cold",
    "sweating buckets", "feverish")
EYE_SHUT = said(
    rf"{CAN_NOT} {gap(2)}open (?:it|(?:\w+ ){{0,2}}eye\w*)",
    r"(?:lids?|eyes?|eye ?lid) (?:\w+ ){0,3}(?:will not open|shut|closed|closing|puffed shut|stick closed|goes "
    "not open)",
    "(?:lids?|eyes?) (?:swelled|swollen|puffed) (?:shut|closed)")
EYE = said(r"eyes?", r"eye ?lids?", r"lids?", "stye", "socket")
MOUTH_SHUT = said(
    rf"(?:{CAN_NOT}|no fit) (?:\w+ )?open (?:\w+ )?(?:mouth|wide|it past)",
    r"(?:mouth|jaw) (?:\w+ )?(?:will not|can not|does not) open",
    r"mouth (?:only )?opens? (?:\w+ )?(?:1 ?cm|little|a crack)", "between my teeth", "floor of (?:my |the )?mouth",
    r"tongue (?:\w+ )?(?:pushed|lifted) up", "under my tongue", f"(?:{SWALLOW})", "no fit (?:open|swallow)",
    r"swallow\w* (?:\w+ )?(?:pain|hurts|razor blades)", "hurts to swallow", "pass the saliva", "get fluids down",
    "drooling", f"(?:{BREATH})(?! through (?:my|the) nose)",
    r"breathing (?:\w+ )?(?:hard|getting hard|makes a noise|not smooth)", "breath not smooth",
    "can not (?:talk|eat)", "throat is getting squashed",
    r"swell\w* (?:\w+ )?(?:reach|go to|until) (?:\w+ )?(?:neck|throat)", "muffled")
#: Breath, food and jaws as the subject of an exercise.
CALM_MOUTH = (said(r"exercises?", r"how wide", "lion", "no pain", "since college", "always", "mewing tiktok", "price"),)
BULGING = said(near(r"eyes?(?: ?ball)?", r"(?:bulg\w*|sticking out|popping out|pushed out|pushing out|stuck out)", 5))
RED = said(
    "red(?:ness|der)?", "scarlet", "crimson", "dusky", "hot", "streaks?", "hard and hot", "purple", "pink",
    r"swell\w*")
RUNS = said(
    r"(?:spread\w*|climb\w*|racing|rac\w+ up|moving|creep\w*|past the line|doubled|gone from|down to|right "
    "across|reached|getting bigger|gets? bigger)")
WITHIN_HOURS = said(
    r"within (?:\w+ )?hours?", r"in (?:\w+ )?(?:hours?|afternoon)", "by the hour",
    r"since (?:noon|this morning|breakfast|\w+ hours)", "at breakfast", "fast", "after two hours", "while we look")
CONFUSED = said(
    r"confus\w*(?! (?:about|which|by))", "gibberish", "not making sense", "calling me by", "drowsy",
    "(?:will|would) not wake", "floppy", "zoning out", "can not (?:think straight|remember)", r"faint\w*",
    "blacked out", r"vomit\w*", r"heart (?:is |s )?(?:rac\w*|pounding)", "breathing really quick", "stiff neck",
    "light hurts", "very ill", "feel (?:dreadful|drunk)", "head splitting", "shivering", "shaking chills",
    "rigors")
TOOTH_WORDS = (
    "(?:tooth|tooth ?ache|teeth|molars?|gums?|wisdom|root canal|dental|dentist|abscess|filling|implant|crown|dent|"
    "zahn|muela|denture|braces|extraction|pulpitis|canine|mouthguard|bridge fitted)")
TOOTH = said(
    TOOTH_WORDS, "bad taste", "(?:foul|nasty|rotten|disgusting) taste", "taste", "hurts when i bite",
    "aches to bite")
HOT = said(r"hot", r"warm\w*", r"boiling", r"fiery", r"radiates? heat", "on fire", r"burn(?:s|ing)", "lava")
REDNESS = said(
    "red(?:ness|der)?", "crimson", "scarlet", "purple red", "inflamed", "angry", "pink", "sunburnt", "sunburn")
SORE = said(
    PAIN, "tender", r"throb\w*", "pulsing", "pulses", "painful", "can not even lay", "cry", "hurting", "duele")
SWOL = said(
    SWELL, "tight", "shiny", "stretched", "firm", "hard", "raised", "thick", "dome", "lump", "plate", "rock hard")
GROWS = said(
    r"spread\w*", r"creep\w*", r"climb\w*", "wider", "(?<!muscle )growing", "getting bigger", "keeps getting",
    "bigger", "past the line", r"increas\w*", "outward", "moving on to", "size of", "is a palm", "advances",
    "doubled", "worse", "plate size")
PUS = said(
    "pus", r"weep\w*", r"ooz\w*", "goo", r"seep\w*", "leaking",
    r"(?:yellow|honey) (?:\w+ )?(?:crust\w*|bubbles|liquid|scabs)", "crusty", "infect(?:ed|ion)", "gone yellow",
    "and yellow", "flows yellow", "yellow crusts")
CAUSED_BY = said(
    r"derma ?roll\w*", "gua shall?", r"micro ?needl\w*", "needling", "roller", "filler", r"scratch\w*", "device",
    r"wax\w*", r"thread\w*", "extractions?", "bite", "cut", r"shav\w*", "spot", "pimple", "blister", "boil",
    "ingrown", "facial")
#: Flushes that come and go, and what is red or hot besides skin.
FLUSH = said(
    "rosacea", "acne", r"retin\w*", "tret(?:inoin)?", "peel", "sunburn(?:ed|t)", "every time", "goes away",
    "calms? down", "sensitive skin", "eczema",
    r"after (?:a |my |the |doing )?(?:massage|face yoga|shav\w*|laser|exercis\w*)", "fine now", "razor bumps",
    "laughter", "spoof", "beard", r"flush\w*", r"menopaus\w*", "wine", "rosacea as", r"blush\w*",
    "(?:mask|lights?|clay|yoga|spin|sauna|stones?|towel|lipstick|compress|breakup|comedy|chilli|flannel|"
    "curry)(?! (?:left|gave|made))",
    "always", "for (?:a|five|ten|half an?) (?:minutes?|hour)", "ten minutes", "cools off", "within the hour",
    "healed", "all gone", "fine this morning", r"tattoo\w*", r"pierc\w* (?:next|booked)", "in five minutes",
    "for years", "years ago", "filler")
SPREADS = said(
    r"red(?:ness)? (?:\w+ ){0,6}(?:spread\w*|creep\w*|gets? bigger|getting bigger|grow\w*|travelling)",
    rf"spread\w* {gap(4)}red\w*", "red streaks")
HOT_LUMP = said(rf"(?:sore|hot|red|painful) {gap(2)}(?:lump|swelling|bump)")
TOOTH_SWELLING = said(
    near(
        f"(?:{FACE}|side of my face|gums?|sides?|cheek ?bone|edge)",
        rf"(?:{SWELL}|swells?|thick\w*|bulg\w*|sticks? out|rounder|fuller|up|lopsided|growing|grew|grow|(?:gone|"
        "went) hard|size of|no edge|square|golf ball|plum|throbs)",
        5),
    "chipmunk cheek", "dental swelling", "swelled (?:like|up)", r"swelling (?:\w+ ){0,3}(?:up|in my|along|from)",
    "golf ball in my cheek", "one sided double chin")
TOOTH_SWOLLEN = said(
    near(
        f"(?:{FACE}|side|gums?)",
        r"(?:swell\w*|swollen|swelled|swole|puff\w*|balloon\w*|bl(?:ew|own) up|chipmunk)", 5))
HURTS = said(
    "dental",
    PAIN, r"throb\w*", "pulses", "pulsing", "pounding", "killing", "rotten", "pus", "stinks?", "boil", "abscess",
    r"infect\w*", "(?:bad|foul|nasty|disgusting) (?:taste|molar|tooth|breath)", "dentist", "loose", "tooth ?ache",
    "paining", "tut weh", "tender", "black", "brown", "root canal", "wisdom", "filling", r"taste\w*",
    "leaking", "gunk")
ABSCESS = said(
    f"(?:have|got|has|think|guess|my|the) {gap(3)}(?:dental |tooth )?abscess", f"abscess {gap(2)}back", "gum boil",
    "pimple on my gum", f"gums? {gap(6)}(?:pus|gunk|leaking|bubble)", f"{TOOTH_WORDS} {gap(3)}pus",
    "pus (?:tooth|gum)")
TEETH_WELL = said(
    "back in school", "textbook", "costume", "receptionist",
    r"numb\w*", "worn off", "back to normal", "gone at", r"in (?:19|20)\d\d", "forecast", "braces came",
    "so it felt", "muscle", "happy", "since puberty", "healed", "all (?:fine|quiet|healed)", "years ago",
    "equal(?:ly)?", "no (?:pain|toothache|swelling)", "both sides",
    r"(?:can|could|does|do|would|did) (?:\w+ ){0,3}(?:teeth|dentures|implants?|braces|abscess|tooth)",
    "hamster has", "vet", "takeaway", "ramen", "routine", "is happy", "chewing (?:gum|on the right)", "i chew",
    "filler", "always", "tongue", "lol", "for our", "first aid", "course", "in the mirror at", "film", "even on")
EXPECTED = (said(r"filler", r"botox", r"face ?lift", r"surgery"),)
ALLERGIC = (said("hives", "itchy", "stung", "cream", r"allerg\w*", "sting"),)
#: Any three of the signs of inflamed skin, or a redness that grows and one more.
THREE_SIGNS = (
    (HOT, REDNESS, SORE), (HOT, REDNESS, said(SWELL, "tight", "raised", "lump")), (HOT, SORE, SWOL),
    (REDNESS, SORE, SWOL), (HOT, GROWS, SORE), (REDNESS, GROWS, SWOL), (REDNESS, GROWS, HOT), (REDNESS, GROWS, SORE))

RULES = (
    Rule(
        "em_face_infection_severe", EMERGENCY,
        (
            Signs((FEVERISH, EYE_SHUT)), Signs((SWOLLEN, FEVERISH), (EYE,), EXPECTED),
            Signs((EYE_SHUT, said(PAIN, "agony")), (SWOLLEN, said("hot|red|fever|temperature"))),
            Signs((MOUTH_SHUT,), (SWOLLEN,), (*CALM_MOUTH, *ALLERGIC), reach=15),
            Signs((MOUTH_SHUT,), (TOOTH, said(SWELL, PAIN, "neck")), CALM_MOUTH),
            Signs((SWOLLEN, FEVERISH), (TOOTH,)),
            Signs(
                (RED,), (RUNS, WITHIN_HOURS, said(FACE, "skin", "neck", "temple", "ear", "red", "line")), (FLUSH,),
                reach=12),
            Signs(
                (BULGING,), (said(PAIN, SWELL, r"sudden\w*", "red", "double", "fever", "throbs?", "tight"),),
                (said("price", "always", "stable", "family"),)),
            Signs((SWOLLEN, CONFUSED), unless=(*EXPECTED, *ALLERGIC, said("lol"))),
            Signs((RED, CONFUSED), (said(FACE, "skin"), FEVERISH), ALLERGIC))),
    Rule(
        "ur_cellulitis", URGENT,
        (
            *(Signs(signs, (AT,), (FLUSH,)) for signs in THREE_SIGNS), Signs((SPREADS,), (AT,), (FLUSH,)),
            Signs((PUS,), (CAUSED_BY, AT), (FLUSH, said(r"pierc\w*"))), Signs((PUS, REDNESS), (AT,), (FLUSH,)),
            Signs((PUS, SWOL), (said(FACE, "skin"),), (FLUSH,)), Signs((HOT_LUMP, FEVERISH)),
            Signs((SWOLLEN, FEVERISH)))),
    Rule(
        "ur_dental_swelling", URGENT,
        (
            Signs((TOOTH_SWELLING,), (TOOTH, HURTS), (TEETH_WELL,)),
            Signs((TOOTH_SWOLLEN,), (TOOTH, said("my", "his", "her", "he", "she")), (TEETH_WELL,)),
            Signs((ABSCESS,), unless=(TEETH_WELL,)))))
