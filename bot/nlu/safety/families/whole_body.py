"""Swelling, thinning and burns that point beyond the face: pregnancy, organs, weight, chemicals."""
from __future__ import annotations

from bot.nlu.safety.rules import EMERGENCY, URGENT, Rule, Signs
from bot.nlu.safety.words import BREATH, FACE, ONSET, PAIN, SWELL, gap, near, said

EXPECTING = said(
    r"pregnan\w*", r"\d+ weeks(?! (?:ago|after|later|of|since|now|post|into|in))", "gave birth", "given birth",
    "post ?partum", "just had (?:a|my) baby", "trimester", "expecting (?:a baby|twins)")
PUFFY = said(near(rf"(?:{FACE}|hands?|fingers|eyes)", SWELL, 4), rf"{SWELL} {gap(1)}(?:{FACE}|hands)")
HEADACHE = said(r"head ?aches?")
SPOTS = said(
    r"(?:spots|stars|flash\w*|lights|blur\w*) (?:\w+ ){0,3}(?:vision|sight|eyes|lights)",
    r"see(?:ing)? (?:spots|stars|flash\w*)", "blurr(?:y|ed) (?:vision|sight)",
    r"vision (?:\w+ ){0,2}(?:blur\w*|spots)")
RIBS = said(near(PAIN, r"(?:ribs?|upper belly|stomach)", 3))
FACE_PUFFY = said(
    near(f"(?:{FACE}|eyes?|eye ?lids?)", rf"(?:{SWELL}|round\w*|moon)", 5), "puffy (?:eyes|face|eyelids)",
    "moon face")
LEGS = said(near(r"(?:legs?|ankles?|feet)", rf"(?:{SWELL}|too|as well|also)", 5), rf"{SWELL} (?:legs|ankles|feet)")
VEINS = said(near(r"veins?", r"(?:stand\w* out|bulg\w*|stick\w* out|popping)", 3))
KIDNEY = said(
    "(?:foamy|frothy|bubbly|brown) (?:urine|pee|wee)", r"(?:urine|pee) (?:\w+ ){0,3}(?:foam\w*|froth\w*|bubbl\w*)")
THYROID = said(r"always (?:cold|freezing)", r"feel(?:ing)? cold all", r"cold all the time")
GAINING = said(r"gain(?:ing|ed)? (?:\w+ )?weight", r"weight gain", r"(?:so|very|always) tired", r"exhausted")
STEROIDS = said(r"steroids?", r"predniso\w*", r"cortisone", r"dexamethasone", r"hydrocortisone tablets?")
ROUND = said(near(r"(?:face|cheeks)", r"(?:round\w*|moon|puff\w*|swollen|full\w*|bloated)", 6), r"moon face")
BREATHLESS = said(rf"(?:{BREATH})(?! through (?:my|the) nose)")
THINNER = said(
    r"(?:lost|losing|dropped|shed) (?:\w+ ){0,3}(?:weight|kilos?|kgs?|pounds|lbs?|stone)",
    "weight (?:loss|is dropping)")
UNWANTED = said(
    r"without (?:\w+ )?(?:trying|doing anything|diet\w*|wanting|reason)", "for no reason", "unexplained",
    "no idea why", r"unintention\w*", "not (?:even )?(?:trying|dieting)",
    "feel(?:ing)? (?:very |so )?(?:ill|unwell|sick|weak)", "no appetite")
NIGHT_SWEATS = said(r"night sweats?")
THIN_FACE = said(
    near("(?:face|cheeks)", r"(?:thin\w*|hollow\w*|gaunt|sunken)", 4), r"(?:thin|hollow\w*|gaunt) (?:face|cheeks)",
    "los(?:t|ing) weight")
PRODUCT = (
    r"(?:peel\w*|\w* ?acid|acids?|retinol|retinoid|tretinoin|serum|cream|vitamin c|bleach\w*|toner|cleanser|"
    "glycolic|product|glue|salicylic|exfoliant|remover|it)")
IN_EYE = said(
    rf"{PRODUCT} {gap(5)}(?:got|went|gone|goes|is|splash\w*|drip\w*|ran|came|fell|get)? ?(?:in|into|inside) "
    r"(?:my|his|her|one|both|the) (?:\w+ )?eyes?(?! (?:area|cream|zone|contour|region|corner|bag|socket|lid|"
    r"make\w*))",
    f"got {PRODUCT} {gap(2)}(?:in|into) (?:my|his|her) eyes?(?! (?:area|cream))")
WENT = said(
    "got", "went", "gone", r"splash\w*", r"drip\w*", "ran", "hurts?", "burns?", "burning", r"sting\w*",
    "in my eye", "red", r"accident\w*")
BURNT = said(
    r"blister\w*", "chemical burn", "raw skin", r"burn(?:s|ed|t|ing) (?:\w+ ){0,3}(?:skin off|raw)",
    r"(?:strong|severe|bad|terrible|serious|awful|huge) (?:\w+ )?(?:reaction|burns?)",
    "(?:peel|acid|bleach) burn(?:t|ed)")
CHEMICAL = said(
    "peels?", r"\w* ?acid", r"bleach\w*", "tca", "retinol", "tretinoin", "cream", "serum", "laser", "hydroquinone",
    "chemical")
NOT_BURNT = (said(r"pinch", r"friction"),)
DIETED = (
    said(
        "diet(?:ed|ing)? (?:plan|pill)", "keto", "ozempic", "wegovy", "mounjaro", "semaglutide", "on purpose",
        "fasting"),)

RULES = (
    Rule("em_preeclampsia", EMERGENCY, (
        Signs((PUFFY,), (EXPECTING, ONSET)),
        Signs((PUFFY, HEADACHE), (EXPECTING,)),
        Signs((PUFFY, SPOTS), (EXPECTING,)),
        Signs((PUFFY, RIBS), (EXPECTING,)),
        Signs((HEADACHE, SPOTS), (EXPECTING,)),
    )),
    Rule("ur_persistent_swelling", URGENT, (
        Signs((FACE_PUFFY, LEGS), slow=True),
        Signs((FACE_PUFFY, VEINS), slow=True),
        Signs((KIDNEY,), slow=True),
        Signs((FACE_PUFFY, THYROID), slow=True),
        Signs((FACE_PUFFY, GAINING), (said(r"cold", r"always", r"tired"),), slow=True),
        Signs((FACE_PUFFY, BREATHLESS)),
        Signs((ROUND,), (STEROIDS,), slow=True),
    )),
    Rule("ur_unexplained_weight_loss", URGENT, (
        Signs((THINNER,), (UNWANTED,), DIETED, slow=True, reach=10),
        Signs((NIGHT_SWEATS, THIN_FACE), slow=True),
    )),
    Rule("ur_chemical_eye_skin", URGENT, (
        Signs((IN_EYE,), (WENT,), reach=8),
        Signs((BURNT,), (CHEMICAL,), NOT_BURNT),
    )),
)
