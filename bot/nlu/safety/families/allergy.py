"""Swelling that can close the airway: allergic reactions and angioedema."""
from __future__ import annotations

from bot.nlu.safety.rules import EMERGENCY, Rule, Signs
from bot.nlu.safety.words import BREATH, CAN_NOT, FAINT, FILLER, SIDE, SURGERY, SWALLOW, SWELL, gap, near, said

SWELLS = said(SWELL, r"shut", r"slits", r"closed", r"thick\w*", r"up", r"bumps", r"growing")
#: A throat or chest that closes, and breath that is heard or fought for.
TIGHT_THROAT = said(
    rf"throats? {gap(4)}(?:clos\w+|tight\w*|swell\w*|swollen|squash\w*|scarf)", "tight throat",
    r"throat swell\w*", r"(?:tight|full) (?:\w+ ){0,3}throat", r"neck feels (?:tight|full) (?:inside|from)",
    r"breathing tube")
BREATH_HEARD = said(
    BREATH,
    r"(?:breath\w*|air) (?:\w+ ){0,2}(?:tight|whistl\w*|not smooth|fast|hard|difficult|not coming|not enter\w*|"
    "does not enter|shallow|bad|noisy)",
    "become bad air", "(?:get|draw) (?:a breath|air in)", r"chest (?:\w+ ){0,2}(?:tight\w*|whistl\w*|press\w*)",
    r"tight\w* (?:\w+ ){0,2}chest", "stridor", "squeaky", r"rasp\w*", "barking",
    r"(?:noise|sound|whistle\w*) (?:\w+ ){0,4}breath\w*", r"breath (?:\w+ )?makes a noise",
    r"fight for (?:\w+ )?breath", "(?:when|as) (?:i|she|he) breathes?", "through a straw", "feel i drown",
    "blue round the lips", r"(?:stop\w*|fighting) for air", r"lump in my throat (?:\w+ )?gets bigger",
    r"cough\w* non ?stop")
VOICE = said(
    r"hoarse\w*", "croaky", r"voice (?:\w+ ){0,3}(?:gone|odd|funny|whisper|muffled|deep|low|croak\w*)", "lisping",
    rf"{CAN_NOT} (?:\w+ )?talk", r"swallow\w* (?:\w+ )?(?:tight|hard)", f"(?:{SWALLOW})")
CALM_BREATH = (
    said(r"(?:through|out of) (?:my|the) (?:nose|mouth)", r"nostrils?", r"when i do", r"while (?:i )?do\w*",
         r"during (?:the |an |my )?(?:exercise|workout|yoga|cheek|face)", r"after each run", r"couch to", "mild asthma",
         r"gasp\w* is", r"price\w*", "snores", "always have", "lion", "breathing is fine", "straw"),)
#: Swelling that has another cause: infected, or cut.
INFECTED = said(
    "crying", "sobbing", "nervous", "roll necks?", "tongue presses", "retainer", r"when i was (?:\w+)",
    "balloon (?:cheek|reps)", "looks the same",
    "(?<!no )(?:tooth|toothache)|dental|gums?|molar|wisdom|root canal|fever|temperature|neck ?lift|abscess")
INSIDE = said(
    near(r"(?:tongue|throat|uvula)",
         rf"(?:{SWELL}|swells|clos(?:ing|es|ed|es up)|thick\w*|tight\w*|getting bigger|too big|too wide|filling)", 4))
FACE_WIDE = r"(?:face|lips?|mouth|cheeks?|eyes?|eye ?lids?|tongue|chin|ears)"
FACE_SWELLS = said(
    near(FACE_WIDE, f"(?:{SWELL}|swells|swell)", 5),
    f"(?:eyes?|lids?|eye ?lids?) {gap(2)}(?:shut|closed|slits|closing)",
    rf"{FACE_WIDE} (?:\w+ )?(?:up|hot and tight|closed)", "enormous", r"mouth (?:\w+ )?swell\w*")
HIVES = said(
    "hives", "itchy rash", "welts", r"rash (?:\w+ )?(?:all|to|over|creeping|up|everywhere)", r"urticari\w*",
    "nettle (?:type )?rash",
    r"(?:itch\w*|red lumps|red bumps|red patches|blotch\w*) (?:\w+ )?(?:all over|every\w*)",
    r"(?:body|palms?) (?:is )?itch\w*", "all red bumps", "covered in bumps", "come out in", "blotches down",
    "big red lumps", "itchy all over")
FAINTS = said(
    FAINT, "(?:going|about|want) to (?:faint|pass out|collapse)", r"dizz\w*", "woozy", "floppy",
    "pass(?:ing)? out", r"legs (?:\w+ ){0,2}(?:jelly|way)", "heart racing",
    "heart (?:is )?(?:going mad|racing|pounding)", "clammy", r"vomit\w*", "threw up", r"throw\w* up", "slumped",
    "limp", "cold sweats?", r"(?:head|everything) (?:is )?turn\w*", "black(?:ed|ing) out", r"feel\w* sick",
    "feeling of doom", "muddled", "hold the table", "tummy cramps")
USED = said(
    r"(?:after|since|from|used|using|tried|put on|applied|ate|eating|eaten|took|taking|injection|injected|sting|stung|"
    r"drank|dyed|bitten|rub\w*|had|have|first dose|licked|went on|new)")
ALLERGEN = said(
    r"creams?|serum|mask|medicine|product|food|nuts?|peanut\w*|cashew|walnut|almond|sesame|shellfish|prawn\w*|"
    "sushi|fish|egg|milk|wheat|mango|kiwi|injections?|tablets?|pills?|antibiotics?|penicillin|ibuprofen|bee|wasp|"
    r"hornet|lotion|moistur\w+|oil|dye\w*|latex|peel|retinol|sunscreen|toner|glue|tint|gel|jab|vaccine|shot|drip|"
    r"supplement|royal jelly|venom|allerg\w*|takeaway|restaurant|formula|sauce|stung|wipe|hyaluronidase|"
    "dissolving")
GROWING = said(
    near(
        "(?:lips?|tongue|face|mouth)",
        r"(?:keeps? (?:\w+ )?(?:swelling|growing|getting|thicker)|kept (?:on )?growing|(?:still |fast )?(?:getting|"
        r"growing|gets) (?:always )?(?:bigger|larger|thicker|fatter|worse)|bigger (?:and|n) bigger|"
        r"(?:is )?(?:becoming|growing|expanding|inflating)|jumped|tripled|doubled)",
        4), r"still (?:expanding|going up|growing|swelling)", r"worse by the minute", r"keep(?:s)? blowing up")
FAST = said(
    "(?:within|in|over|inside|took|about|after|since) (?:the )?(?:last |past |about |less than |maybe )?(?:an? |"
    r"one |half |half an |two |few |a few |forty |thirty |ten |twenty |1 |2 |\d+ )?(?:hours?|minutes|hrs?|mins|"
    "half hour|meeting)",
    "in minutes", "very fast", "so fast", "really fast", r"sudden\w*", "(?:very|real|really|so) quick", "quickly",
    "an hour ago", "out of nowhere", "over (?:lunch|breakfast|dinner)",
    r"since (?:lunch\w*|breakfast|dinner|this morning|this evening)", "this evening", r"\d+ (?:min|minutes|mins)",
    "so fast", "overnight", "hour on", "minutes since", "for no reason", "from nothing",
    "out of the blue", "tonight")
ONE_OR_ALL = said(SIDE, r"half", r"lips?", r"tongue", r"whole face", "cheek", "lower face")
PRESSURE_PILLS = said(
    "(?:blood )?pressure (?:tablets?|pills?|medicine|medication|meds|drug)", r"\w{2,}pril", "ace inhibitors?",
    r"\w+sartan", r"(?:bp|pressure) (?:medicine|pill\w*|tablets?|meds)",
    r"(?:pill|tablets?|pills) for (?:\w+ )?(?:pressure|hypertension)", "tablets for her blood pressure",
    "hypertension")
ANGIOEDEMA = said(
    r"angioo?e?dema\w*|quincke|hae|icatibant|c1 inhibitor|tranexamic|hereditary|swelling that runs in my family|"
    r"last (?:big )?attack|last time hands")
SPOT = said(near(r"(?:lips?|tongue|throat|face|mouth)", rf"(?:{SWELL}|fatter|twice|swells)", 5))
SPOT_UP = said(near(r"(?:lips?|tongue|throat|face|mouth)", rf"(?:{SWELL}|fatter|twice|up|swells|heavy|tight)", 5))
TONGUE = said(
    near("tongue", rf"(?:{SWELL}|swells|fat|inflat\w*|filling|too wide|heavy)", 4),
    rf"under (?:my|the|his|her) tongue {gap(4)}(?:swell\w*|swollen|growing)", "tongue (?:is |by )?(?:joining|now)",
    "shut my mouth over", rf"(?:swell\w*|swollen) {gap(3)}tongue", "golf ball under my tongue",
    "can not close (?:the|my|his|her) mouth", "tongue (?:is )?sticking out")
SPEAKS_ODD = said(
    r"talk\w* (?:funny|like)", r"speech (?:\w+ )?mushy", "speak bad", r"sound\w* like", "voice", "gagging?",
    "can not say", f"(?:{SWALLOW})", r"swallow\w*", "spit", r"dribbl\w*")
HAD_WORK = said(FILLER, SURGERY)

RULES = (
    Rule(
        "em_anaphylaxis", EMERGENCY,
        (
            Signs((INSIDE,), (SWELLS,), unless=(PRESSURE_PILLS, ANGIOEDEMA, GROWING, INFECTED)),
            *(Signs((sign, FACE_SWELLS), (SWELLS,), unless=(*CALM_BREATH, INFECTED))
              for sign in (BREATH_HEARD, TIGHT_THROAT, VOICE)),
            Signs((BREATH_HEARD, HIVES)), Signs((VOICE, HIVES)),
            Signs((BREATH_HEARD,), (USED, ALLERGEN), CALM_BREATH),
            Signs((TIGHT_THROAT,), unless=(ANGIOEDEMA, PRESSURE_PILLS, INFECTED, said(SURGERY))),
            Signs((FACE_SWELLS, HIVES)), Signs((HIVES, FAINTS)),
            Signs((FACE_SWELLS, FAINTS), (SWELLS,), (INFECTED, said("years|always")), reach=15))),
    Rule(
        "em_angioedema_airway", EMERGENCY,
        (
            Signs((GROWING,), unless=(HAD_WORK, INFECTED)), Signs((SPOT_UP,), (PRESSURE_PILLS,)),
            Signs((TONGUE,), (SWELLS,), (INFECTED,)), Signs((SPOT, SPEAKS_ODD), (FAST,), (HAD_WORK, INFECTED)),
            Signs((FACE_SWELLS,), (ONE_OR_ALL, FAST), (HAD_WORK, INFECTED)),
            Signs((said(r"tight\w*|swell\w*|swollen|attack"),), (ANGIOEDEMA, said("throat|tongue|lips?|face|mouth"))))))
