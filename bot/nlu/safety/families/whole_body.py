"""Swelling, thinning and burns that point beyond the face: pregnancy, organs, weight, chemicals."""
from __future__ import annotations

from bot.nlu.safety.rules import EMERGENCY, URGENT, Rule, Signs
from bot.nlu.safety.signs import SIGHT_DISTURBED
from bot.nlu.safety.words import BREATH, FACE, ONSET, PAIN, SWELL, gap, near, said

# --- em_preeclampsia
EXPECTING = said(
    "delivered", "newborn", "had a baby", "mum to be", r"\w+ months? along", "due date", "my bump",
    r"(?:i am|she is|wife is) \d\d w\w*", r"pregnan\w*", "preggo", "preg",
    r"\d\d weeks(?! (?:ago|after|later|of|since|now|post|into|in|done))", r"\d\d (?:w|wks?)", "gave birth",
    "given birth", "post ?partum", "just had (?:a|my) baby", "had my baby", "trimester", "third tri",
    r"(?:wife|sister|friend|daughter|i) (?:\w+ )?expecting", "expecting (?:a baby|twins|in|mama)", "c section",
    "bump is fine", "twins", r"(?:ninth|eighth|seventh|9th|8th|7th|\d) months? (?:pregnant|along|gone)",
    "in (?:her |my )?(?:ninth|eighth|seventh) month", "midwife", "surrogate", r"due in \w+", "after birth",
    "the delivery", r"baby (?:is |s )?\w+ days", "breastfeeding", "antenatal", "enceinte", "embarazada",
    "schwanger", "ciąży", "lost the baby", "belle", "ivf")
#: A pregnancy that is over, hoped for or another's, and one where all is well.
NOT_EXPECTING = said(
    "midwife of", "past all babies", "not even trying", "under pregnancy", "the leaflet", "melasma",
    "sister", "years? ago", r"not (?:\w+ )?(?:pregnant|expecting)", "never been pregnant",
    "(?:no|without) (?:headaches?|swelling|symptoms)", "is (?:three|four|two|18)", "all (?:normal|healthy)",
    "everything fine", "back in", "trying for a baby", "mate gave birth", "exam", "scene", "drama", "menopause",
    "were fine", "photos", "long ago", r"in (?:19|20)\d\d", "cat")
HANDS_OR_FACE = rf"(?:{FACE}|hands?|fingers?|eyes|eye ?lids|cheeks|nose|neck|rings?)"
PUFFY = said(
    near(HANDS_OR_FACE, f"(?:{SWELL}|swell|swelled|inflated|thick|round|moon|rose|like dough)", 5),
    f"(?:{SWELL}) {gap(2)}{HANDS_OR_FACE}", "moon face", "rings? (?:will not come off|stuck)", r"puff\w*",
    "chipmunk", "jawline vanished", "eyes have disappeared", "face got fat", "swollen", "swelled", "swelling",
    "big face", "face (?:so )?altered", r"(?:hands|cheeks) like \w+", "face looks like", "bags under")
QUICKLY = said(
    r"in (?:like )?\d+ hours", "blurry eyes",
    "overnight", r"sudden\w*",
    r"since (?:yesterday|last night|friday|the weekend|tuesday|wednesday\w*|this morning|monday|sunday)",
    "in (?:a|one|two|24) (?:days?|hours|night)", "today", "(?:came|come) (?:up|on)", "quick(?:ly)?", "this week",
    "this wk", "from (?:yesterday|morning)", "out of nowhere", "over this shift", "for two days", "in the morning",
    "on sunday", ONSET.pattern)
HEAD = said(
    r"head ?ache\w*", r"head (?:\w+ )?(?:pounding|hurts|bursting|exploding|paining|is bursting)",
    "(?:thumping|banging|bad|splitting) head", "skull", "headachey", "pain round my forehead", "head hurts",
    "really bad head")
UPPER_PAIN = said(
    near(
        f"(?:{PAIN}|stabbing)",
        r"(?:ribs?|(?:upper|high|top of) (?:\w+ )?(?:belly|tummy|stomach)|breastbone|boobs|stomach|high up)", 4),
    "ribs hurt", r"pain (?:\w+ )?up high", "pain in the high belly", "above the stomach i have pain")
ILL = said(
    r"vomit\w*", r"throw\w* up", "fit", "confused", r"(?:feel\w*|really|horribly) (?:\w+ )?(?:ill|unwell|rough)",
    BREATH, "hardly pee", r"1[4-9]\d over", r"bp (?:\w+ )?high", "short of breath", "shoes do not fit")

# --- ur_persistent_swelling
FACE_PUFFY = said(
    near(
        f"(?:{FACE}|eyes?|eye ?lids?|lids|bags)",
        rf"(?:{SWELL}|round\w*|moon|full|filled|buried|cushions|doughy|waterlogged|got huge)", 5),
    r"puff\w*", "moon face", "bags (?:so bad|reach)", "swollen (?:around|eyelids)", "swelling", "wake swollen",
    "swollen every day", "been puffy")
LEGS = said(
    near(
        "(?:legs?|ankles?|feet|shins?|fingers|socks?|shoes|trousers|tummy)",
        f"(?:{SWELL}|swells?|too|as well|also|tight|thick|rings|dent|fit|water|shiny)", 5),
    f"(?:{SWELL}) (?:legs|ankles|feet|shins)", "(?:ankle|ankles|feet|fingers|arm) (?:too|also|puffiness)",
    "ankle bones", "dent in my shins", "(?:ankles?|feet) like", "on feet", "rings do not fit")
VEINS = said(
    near("veins?", r"(?:stand\w* out|bulg\w*|stick\w* out|popp?\w*|show\w*|thick|big|go)", 4),
    "bulging (?:neck )?veins", r"when (?:i|he|she) (?:bend|raise|lie)\w*", "bend", "collar has got too tight",
    "neck has got so thick", "lying down makes")
KIDNEY = said(
    "(?:foamy|frothy|bubbly|brown|dark) (?:urine|pee|wee)",
    r"(?:urine|pee|wee|toilet water) (?:\w+ ){0,3}(?:foam\w*|froth\w*|bubbl\w*|beer)", "urine bubbles",
    "(?:pees?|wee|pee) (?:hardly|little)", "(?:bad|check) kidneys", "hardly anything", "pees little")
THYROID = said(
    r"always (?:\w+ )?(?:cold|freezing|chilly)", "feel(?:ing)? cold all", "cold all the time",
    r"hair (?:\w+ )?(?:falling|like straw)", r"voice (?:\w+ )?(?:deep|lower|croaky|hoarse)", "constipated",
    "eyebrows thinning", "sluggish", "skin dry", "shattered", "periods stopped", "bruise at a touch",
    "stretch marks", "purple stripes", "cold in july", "always freezing")
GAINING = said(
    r"gain(?:ing|ed)? (?:\w+ )?(?:weight|kilos)", "weight gain", "weight up",
    r"(?:so|very|always|super|such) tired\w*", "exhausted", "tired", r"up \d+ kilos", r"put on \d+",
    "voice hoarse", "blood pressure also", "tiredness")
STEROIDS = said(r"steroids?(?! cream)", r"predniso\w*", r"cortisone", r"dexa\w*", r"hydrocortisone tablets?")
ROUND = said(
    near("(?:face|cheeks?|neck fat)", r"(?:round\w*|moon|puff\w*|swollen|full\w*|bloated|huge|big|blew|like)", 6),
    "moon face")
BREATHLESS = said(rf"(?:{BREATH})(?! through (?:my|the) nose)", "tired from the stairs")
#: Puffiness that has stayed for weeks, all day.
STAYS = said(
    r"(?:for|since|been|from|of) (?:\w+ ){0,3}(?:weeks?|days|months?|september|autumn|summer|birthday)",
    r"(?:two|three|four|five|six|\d+) weeks", r"(?:\d+|third|3rd) (?:\w+ )?week", "every single day", "all day",
    "every day", "does not go down", "all the time", "stays", "never goes down", "(?:just )?will not leave",
    "round the clock", "does not leave", "30 days straight", "anymore", "been weeks", "one month", "a fortnight",
    "each morning", "every morning")
STAYS_SURE = said(
    r"(?:for|been|since|of|past|last|over|about|nearly|now|from|around) (?:\w+ ){0,2}(?:weeks|months|"
    "fortnight)(?! (?:old|ago|apart))",
    r"(?:\w+) weeks (?:straight|of|now|running)", "(?:whole|a|one) month",
    r"(?:never|will not|does not) (?:\w+ )?(?:go down|leave|goes? (?:down|away))", "never goes down",
    "round the clock", "from morning to night", "(?:third|3rd) week", "all the time", "all day(?: long)?",
    "(?:swollen|puffy) every (?:single )?day", "every single day",
    "since (?:september|autumn|summer|spring|winter)", "30 days straight")
PUFF = said(
    near(f"(?:{FACE}|eyes)", rf"(?:{SWELL}|waterlogged|full of water)", 5), "wake swollen", "been puffy",
    "swelling in (?:my )?face", "swollen (?:face|eyes|cheeks)")
NORMAL = said(
    "gone by", "normal (?:next|by|at)", "fine (?:tuesday|by|at|after|next)", "next day", "by lunch", "by noon",
    "gone once", "levels fine", "always been", "(?:no|without) (?:pain|swelling|changes?)", "normal", "constant",
    "even (?:and|since|cheeks)", "since birth", "since my teens", "flight", "may start", "hay fever", "family",
    "school", r"read\w*", "period", "always give", "baby", "last summer", "lol since", "happy with",
    "in pregnancy", "filler", "stung", "cream", "tooth", "deciding", "since i was")

# --- ur_unexplained_weight_loss
AMOUNT = r"(?:\d+|some|a|two|ten|few|another|belt|dress) ?(?:\w+ )?(?:kilos?|kgs?|kg|pounds|lbs?|stone|sizes?|notches)"
THINNER = said(
    r"(?:weight|kilos|pounds) (?:\w+ ){0,2}(?:going|falling|dropping|coming|melting|dropped|fallen|fell|gone|"
    "going) (?:down|off)",
    "skinnier", r"(?:getting|got|become|much) (?:\w+ )?(?:lighter|smaller)",
    r"(?:clothes|trousers|jeans|skirts?|dress\w*|bra|belts?|rings?) (?:\w+ ){0,3}(?:loose|baggy|big|slip\w*|"
    r"fall\w*|hang\w*)",
    r"weight (?:is |s |has )?(?:\'s )?falling off", r"weight (?:\w+ )?(?:vanish\w*|disappear\w*|fell)",
    r"(?:lost|losing|loosing|dropped|dropping|drops?|shed\w*|lose) (?:\w+ ){0,4}(?:weight|kilos?|kgs?|pounds|"
    r"lbs?|stone|notches|\d+kg)",
    "weight (?:loss|is (?:dropping|reducing|down)|down|just drops|falling|drops|is falling)",
    f"(?:minus|down|lost|lighter by|is) {AMOUNT}", f"{AMOUNT} (?:less|down|lighter|is gone|gone|vanished|that)",
    "trousers falling", "clothes hanging", r"(?:ring|rings|watch) (?:\w+ ){0,3}(?:slides?|fall|loose|last hole)",
    r"belt (?:\w+ )?(?:three|two|holes|tighter)", "new holes in", r"getting (?:\w+ )?(?:thin\w*|lighter)",
    "thinner (?:and|every|each)", "shrinking", "losing weight", "like a skeleton", "kilos melt",
    "become every week more thin", "weight(?: is|'s|s)? falling", "skinny but", r"drop\w* weight",
    "used to be plump", "scales? (?:show|say)s?", "jeans need", "kilos lost", "was 60 in", "on the last hole",
    "shedding weight")
UNWANTED = said(
    "(?:do|does|did) not know why",
    r"eat\w* (?:\w+ )?(?:normal\w*|same|more|usual|plenty|enough|lots|like before)",
    r"no change (?:in|of|to) (?:\w+ )?(?:diet|food|eating)", r"(?:no|not|without) (?:\w+ ){0,3}diet\w*",
    "have not been (?:trying|dieting|eating less)", "can not explain", "off my food", "not feel like eating",
    r"even though i (?:\w+ )?eat\w*",
    r"without (?:\w+ )?(?:trying|doing anything|diet\w*|wanting|reason|any diet)", "(?:for )?no (?:reason|trying)",
    "unexplained", r"(?:no|not) (?:idea|know\w*) why", "wish i knew why", r"unintention\w*",
    "(?:not|never|is not|am not) (?:even )?(?:trying|dieting|on anything)", "not tr(?:ying|y)",
    "did not (?:want|try)", r"feel\w* (?:\w+ )?(?:ill|unwell|sick|weak|rotten|crap)", "no appetite", "appetite",
    r"eat\w* (?:as always|fine|the same|like a horse|loads|cake|well)", "eats (?:fine|loads|the same)",
    "(?:have|has) not (?:changed|done) (?:a thing|anything)", "no diet", "automatically",
    "nobody (?:knows|can explain)", "not hungry", "nothing changed", r"(?:does not|is not|not) eat\w* well",
    r"(?:so|getting) (?:\w+ )?weak\w*", "weaker", "diarrhoea", "loose motions", "tummy upset", "thirsty",
    r"cough\w*", r"sweat\w*", "drenched", "without reason", "done nothing", "heart races", "can not say why",
    "yellowish", "je mange", "mange bien", "has not been asked", "look ill")
NIGHT_SWEATS = said(
    "night sweats?", r"sweats? (?:\w+ )?(?:at|through|every) (?:\w+ )?night", r"sweat\w* through",
    "drenched (?:sheets|pajamas|pyjamas)", "soak the sheets")
THIN_FACE = said(
    near(
        "(?:face|cheeks?|temples?|cheekbones)",
        r"(?:thin\w*|hollow\w*|gaunt|sunken?|sunk|bony|caved|inside|caves|shrunk|shrinking|collapsed|showing|"
        "gone|ghost|fell in|empty|all bone)",
        5),
    r"(?:thin|hollow\w*|gaunt|haggard) (?:face|cheeks|eyes)", "los(?:t|ing) weight", "face fell in", "gaunt",
    "getting thin in")
FACE_GONE = said(
    "face (?:volume gone|fell in|fat disappearing|has shrunk|collapsed)",
    r"(?:face|cheeks) (?:\w+ ){0,3}thinned out by itself", "cheeks (?:first|inside|gone inside)", "hollow cheeks",
    "(?:thirsty|peeing loads)", r"gaunt (?:\w+ ){0,2}thirsty", "full after three bites")
DIETED = (
    said(
        "diet(?:ed|ing)? (?:plan|pill)", "keto", "ozempic", "wegovy", "mounjaro", "semaglutide", "tirzepatide",
        "on purpose", "calorie", "walking plan", "surgery", "sleeve", "fasting", "fasted", "prescribed",
        "dietician", "as (?:planned|intended|expected)", "marathon", "growth spurt", "film role",
        "menopause weight", "same as ever", "weight same", "stable", "steady", "my dog", "constant", "cutting",
        "want to lose", "lose weight only"),)

# --- ur_chemical_eye_skin
PRODUCT = (
    r"(?:peel\w*|\w* ?acid|acids?|retinol|retinoid|tretinoin|tret|serum|cream|vitamin c|bleach\w*|toner|cleaners?|"
    "cleanser|glycolic|product|glue|salicylic|exfoliant|remover|sunscreen|dye|tint|solution|mask|juice|dust|gel|"
    "mist|dropper|soap|hair removal|aha|bha|lotion|it|some|mandelic|bottle)")
IN_EYE = said(
    rf"{PRODUCT} {gap(6)}(?:got|went|gone|goes|is|splash\w*|drip\w*|ran|came|fell|get|squirt\w*|poked|spray\w*|"
    r"straight|leak\w*)? ?(?:in|into|inside|under|round|to) (?:my |his |her |one |both |the |left |right "
    r")?(?:\w+ )?(?:eyes?|lids|lens)(?! (?:area|cream|zone|contour|region|corner|bag|socket|lid|make\w*|care))",
    r"got (?:\w+ ){1,3}(?:in|into) (?:my|his|her) eyes?(?! (?:area|cream))", "in the eye went",
    r"splash\w* (?:\w+ ){0,4}eye", "inside eye", r"eyes? (?:\w+ )?since the lash", "fell asleep with retinol",
    "opened her eyes during", "remover with acid", "some got inside", "solution in", "corner of my eye help")
WENT = said(
    "got", "went", "gone", r"splash\w*", r"drip\w*", "ran", "hurts?", r"burn\w*", r"sting\w*", "in my eye", "red",
    r"accident\w*", "poked", r"squirt\w*", r"spray\w*", r"leak\w*", "throbbing", "cries", "crying", "help",
    "quick", "pls", "rubbed", "painful", "sore", "mistake")
EYE_FINE = said(
    "gone", "clear now", "as usual", "blinked", "for a (?:minute|second)", "stung a second", "laughed",
    "fine", "healed", "as always", "like always", "planning", "does not sting", "do not sting", "done",
    r"no(?:t)? (?:sting|burn)\w*", "haha", "without")
BURNT = said(
    r"blister\w*", r"chemical burn\w*", "raw",
    r"burn(?:s|ed|t|ing|in)? (?:\w+ ){0,3}(?:skin off|raw|and blister\w*|and wet|like hell|and bubbling|"
    "burns?|leaking|weeping|terribly)",
    r"(?:strong|severe|bad|terrible|serious|awful|huge|hydroquinone) (?:\w+ )?(?:reaction|burns?)",
    "(?:peel|acid|bleach) burn(?:t|ed)", "bubbling", "water bubbles?", r"(?:open|weeping|raw) (?:\w+ )?burns?",
    r"(?:skin|face) (?:is |s )?(?:\w+ )?on fire", r"(?:peel\w*|coming) off in sheets", "leathery", "weeping",
    "burned a hole", "white and sore", r"swollen (?:\w+ )?burning", "burnt", "gone white then", "burn")
CHEMICAL = said(
    "peels?", "peeling", r"\w* ?acid", r"bleach\w*", "tca", "retinol", "tret(?:inoin)?", "creams?", "serum",
    "laser", "hydroquinone", "chemical", "glycolic", "hair removal", "cleaner", "lightener", "whitening",
    "bicarbonate", "lemon", "lime", "vinegar", "chlorine", "soap", "remover", "phenol", "jessner", "toner",
    "carbolic", "azelaic")
NOT_BURNT = (
    said(
        "onions?", "price", "make ?up done", "in the shop",
        "pinch", "friction", "tingle", "heel", "blister pack", "blistering heat", "burning (?:question|desire)",
        "haha", "last year", "healed", "filler", "shoes?", "cold sore", "sunburn",
        r"(?:could|can|do|does|is) (?:an? )?(?:\w+ )?(?:peel|acid|agents|phenol|bleach)", "never", "no burning",
        "tongue", "not burn"),)

RULES = (
    Rule("em_preeclampsia", EMERGENCY, (
        Signs((PUFFY,), (EXPECTING, QUICKLY), (NOT_EXPECTING,)),
        Signs((PUFFY,), (EXPECTING, HEAD), (NOT_EXPECTING,)),
        Signs((PUFFY,), (EXPECTING, UPPER_PAIN), (NOT_EXPECTING,)),
        Signs((PUFFY, ILL), (EXPECTING,), (NOT_EXPECTING,)),
        Signs((SIGHT_DISTURBED,), (EXPECTING,), (NOT_EXPECTING, said("photos", "meeting"))),
        Signs((HEAD, UPPER_PAIN), (EXPECTING,), (NOT_EXPECTING,)),
    )),
    Rule("ur_persistent_swelling", URGENT, (
        *(Signs((FACE_PUFFY, sign), unless=(NORMAL,), slow=True) for sign in (LEGS, VEINS, KIDNEY, THYROID)),
        Signs((PUFF,), (STAYS_SURE,), (NORMAL,), slow=True, reach=12),
        Signs((FACE_PUFFY, GAINING), (STAYS,), (NORMAL,), slow=True),
        Signs((FACE_PUFFY, BREATHLESS), unless=(NORMAL,)),
        Signs((LEGS,), (FACE_PUFFY,), (NORMAL,), slow=True),
        Signs((KIDNEY,), (said(r"foam\w*", r"froth\w*", "bubbly"),), (said("foamy (?:cleanser|latte)"),), slow=True),
        Signs((ROUND,), (STEROIDS,), (NORMAL,), slow=True),
    )),
    Rule("ur_unexplained_weight_loss", URGENT, (
        Signs((THINNER,), (UNWANTED,), DIETED, slow=True, reach=15),
        Signs((FACE_GONE,), (UNWANTED,), DIETED, slow=True),
        Signs((NIGHT_SWEATS,), (THIN_FACE,), DIETED, slow=True),
    )),
    Rule("ur_chemical_eye_skin", URGENT, (
        Signs((IN_EYE,), (WENT,), (EYE_FINE,), reach=10),
        Signs((BURNT,), (CHEMICAL,), NOT_BURNT),
    )),
)
