"""After an operation on the face."""
from __future__ import annotations

from bot.nlu.safety.rules import EMERGENCY, URGENT, Rule, Signs
from bot.nlu.safety.signs import SIGHT_DISTURBED
from bot.nlu.safety.words import BAD, BREATH, FACE, FEVER, ONSET, PAIN, SIDE, SURGERY, SWALLOW, SWELL, gap, near, said

AFTER = said(SURGERY)
#: Smaller operations too, and what is left of one.
AFTER_ANY = said(
    SURGERY, r"threads? (?:\w+ )?(?:in|lift|last|put)", "entry point", r"laser (?:resurfacing|last|sat\w*|on)",
    r"(?:after|co2|since) (?:\w+ )?laser", r"stitch\w*", "incision", "wound", "suture", "drain (?:site|came|out)",
    "eye ?lid (?:cut|incision)", "cut out", "deep peel", r"fat (?:pads|graft\w*)", "had threads", "cut in front",
    "facelift cut", r"implant (?:\w+ )?(?:was|placed|in)", "removal site", "scar (?:under|behind|has come)")
#: An operation that is planned, weighed up or long healed, or another patient's in general.
NOT_HAD = said(
    "joke", "party", "have not signed", "on tv", "forecast", "reading the risks",
    "no surgery", "years on", "never had",
    "considering", "in general", "is usual", r"book\w*", "planning", "before surgery", r"consult\w*",
    "thinking about", r"as (?:the|they|my) (?:surgeon|leaflet|described|told|planned)\w*", "exactly as",
    "as planned", "surgeon (?:saw|signed|is pleased)",
    r"(?:how (?:long|much|do|many|quickly)|what|which signs|does|can|do) (?:\w+ ){0,3}(?:surgery|operation|face "
    "?lifts?|blepharoplasty|lift|op|stitches)",
    "versus|vs", "healed", "years (?:ago|later)", "no (?:bleeding|pain)", "will not stop talking", "film",
    "equal on both", "both sides", "blood thinners?", "prices?", "since 20", "eighties",
    r"in 20\d\d", "years two", "check ?up", "fever pitch", "dream", "appendix", "hair ?line nicely",
    "oozing confidence", "months? (?:after|later|since|post)")
ONE_SIDE = rf"(?:{SIDE}|{FACE}|neck|one eye|the eye|eye|under (?:the|my|her) chin|lump|floor of (?:my|the) mouth|it)"
BLOWS_UP = said(
    near(
        ONE_SIDE,
        rf"(?:{SWELL}|swell|swelling|larger|doubled|rising|grew|grow\w*|rock (?:hard|solid)|like a mango)", 5),
    rf"sudden\w* {gap(3)}(?:{SWELL}|tightness)", "one sided swelling", "swelled shut")
FAST = said(
    "fast", "quickly", "rapidly", r"sudden\w*", "by the minute",
    r"(?:an? |half an |\w+ )(?:hours?|minutes|mins) (?:ago|after)", r"in (?:\w+ )?(?:minutes|mins|hours?)",
    "tonight", "instantly", "while i type", "tight as", "rock (?:hard|solid)", "like it will burst",
    "can not breathe", "blown up", "bl(?:ew|own|owing) up", "purple", "blue", "going dark", "today", ONSET.pattern)
EYE_PAIN = said(
    f"{BAD} {gap(1)}eye {PAIN}", f"{BAD} {gap(1)}{PAIN} {gap(3)}eyes?",
    f"eyes? {gap(5)}(?:{PAIN}|knife|rock hard|hard|bulging|tense|sticks? out|pressure)",
    f"{PAIN} {gap(2)}(?:in|behind|of) {gap(2)}eye(?:ball)?s?", "pressure behind", "worst pressure",
    r"pupil (?:\w+ )?(?:large|big|wide|huge)", "eye pain", "pain (?:is )?too much")
EYELIDS = said(r"bleph\w*", r"(?:eye ?lids?|lids?|eyes?|bags|brows?)", "surgery|operation|op")
BLEEDING = said(
    r"blood (?:\w+ ){0,3}(?:keeps?|still|pour\w*|gush\w*|runn\w*|everywhere|trickl\w*|coming|out|down)",
    r"(?:stream|full|clots|spit\w*|cough\w*|filling|lots|pool) (?:\w+ )?(?:of |with |up )?(?:blood|clots)",
    r"(?:bleed\w*|blood) (?:\w+ ){0,5}(?:will|does|would|can|do) not (?:be )?(?:stop|halt|quit)\w*",
    "(?:can not|could not) stop (?:the )?(?:blood|bleeding)",
    rf"(?:will|does|can|would) not stop {gap(2)}bleed\w*", "(?:make it|it will not|does not) stop",
    "(?:keeps?|still|heavily|a lot) bleeding", "bleeding (?:heavily|a lot|badly|nonstop|non stop|again|from)",
    "soaked", "drenched", "(?:dripping|fresh) red", r"gush\w*", "and it is pumping", "blood trickling",
    "pressed for", "will not quit", "burst open", "towel does not halt", "it s pumping", "pumping")
CLOT = said(
    near("cal(?:f|ves)", f"(?:{PAIN}|hard|hot|kills|swollen|swell)", 4), BREATH,
    r"chest (?:\w+ )?(?:pain|hurts|tight\w*)", r"tight (?:\w+ )?chest", "leg (?:pain|swell|swollen)",
    "short of breath", r"cough\w* blood", "fainted", "passed out", "heart races", "puffing",
    "difficulty for breathe?", "get my breath", "with every breath", "wheezy",
    "pain (?:is )?in the side of the chest", "breathe like", f"(?:{SWALLOW})", "pressing on my throat",
    "hard to swallow", "throat (?:is |s )?(?:being )?squeezed")
WELL_LATER = said(
    "check ?up was perfect", "before and after", "zumba", "laughing", "exercise", "at night since", "calf raises",
    "lol", "haha", "jokes", "prices?")
FEVERISH = said(FEVER, r"3[89](?:\.\d)?(?: degrees)?", "temperature", "shivers", "night sweats")
WOUND = said(
    r"ooz\w*", "pus", r"smell\w*", "stinks?", "stinking", "infected", "discharge", r"weep\w*", "wet", r"leak\w*",
    r"drip\w*", "gunk", "cloudy fluid", "draining", r"crust\w*", "split",
    r"(?:stitches|it|scar|wound) (?:\w+ )?(?:opened|popped|come open|open\w*)", "come open", "popped", "gap of",
    "yellow (?:stuff|drip)", r"green\w*", "cheesy", "black at the edge", "(?:has|have) not closed", "trickles",
    "string poking", r"hot (?:and|red) \w+", r"red and \w+", "red hot", "gone hot", "sticky", "blisters",
    "started bleeding", "keeps? coming", r"bit of bleed\w*", "tastes bad", "throbbing")
SITE = said(
    "wound", "incision", r"stitch\w*", "scar", "drain", "cut", "dressing", "suture", r"after \w+", "site",
    "entry point", "days?", "line", "since", "weeks?", "last", "ago", "edge", "under", "corner", "on")
MORE_PAIN = said(
    rf"more (?:{PAIN}|sore)(?: \w+)? (?:than|on)",
    rf"(?:{PAIN}|hurts?) (?:\w+ ){{0,3}}(?:far more|more and more|more not less|worse|increas\w*|more)",
    "worse pain", rf"{PAIN} (?:was|is) (?:\w+ ){{2,6}}now it is", "pain ?killers do nothing", "pain is increasing",
    "hurts far more", "more sore", "feels hot")
NEW_SWELLING = said(
    "new (?:hard )?swelling", "swelling new",
    r"(?:swell\w*|puff\w*|swollen|full\w*|bigger|tense|warm) (?:\w+ ){0,4}(?:again|worse|came back|is back|back "
    "on|come back|came up|since yesterday|up again)",
    "(?:come|came) back (?:bigger|and|on)", r"swelling (?:\w+ ){0,4}(?:came|come|started) (?:back|up|again)",
    "harder and puffier", "started swelling", r"swollen (?:\w+ )?(?:red|warm|hot|and \w+)", "incision hot",
    "hot and swollen")

RULES = (
    Rule("em_postop_bleed_eye", EMERGENCY, (
        Signs((BLOWS_UP,), (AFTER, FAST), (NOT_HAD, said("thread"))),
        Signs((EYE_PAIN,), (AFTER, EYELIDS), (NOT_HAD,)),
        Signs((SIGHT_DISTURBED,), (AFTER,), (NOT_HAD, said("cataract"))),
        Signs((BLEEDING,), (AFTER,), (NOT_HAD, said("bit of"))),
        Signs((CLOT,), (AFTER,), (NOT_HAD, WELL_LATER)),
    )),
    Rule("ur_postop", URGENT, (
        Signs((FEVERISH,), (AFTER_ANY,), (NOT_HAD,)),
        Signs((WOUND,), (AFTER_ANY, SITE), (NOT_HAD,)),
        Signs((MORE_PAIN,), (AFTER_ANY,), (NOT_HAD,)),
        Signs((NEW_SWELLING,), (AFTER_ANY,), (NOT_HAD,)),
    )),
)
