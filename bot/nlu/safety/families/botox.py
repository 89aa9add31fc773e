"""After botulinum toxin: signs that it has spread."""
from __future__ import annotations

from bot.nlu.safety.rules import EMERGENCY, Rule, Signs
from bot.nlu.safety.words import BOTOX, BREATH, CAN_NOT, SWALLOW, gap, said

AFTER_BOTOX = said(
    BOTOX, r"injections? (?:\w+ ){0,3}(?:teeth grinding|neck|jaw)", r"injected (?:my )?(?:neck|own) \w+",
    r"(?:bands|cords|feet|neck|forehead)(?: \w+){0,3} done", "after injections")
#: Toxin that nobody has had: weighed up, or of another kind.
NOT_HAD = said(
    "laughing", "i teach", "i treat", "desk work", "every time", "is perfect", "fine next day",
    "or botox",
    "(?:no|not|never|without|avoid|instead of|before|than|versus|vs|considering|booked?|price of|want|free) "
    rf"(?:(?!(?:after|since|from) )\w+ ){{0,2}}(?:{BOTOX})",
    f"(?:{BOTOX}) (?:or|versus|vs|appointment|clinic|parties|free|leaflet)", "frightens", "breathing exercises?",
    "(?:swallow|neck) exercises?(?! for)", "price", "always has been", "documentary", "singing", "breathe better",
    "since childhood")
FOOD = r"(?:water|tea|drinks?|food|soup|bread|toast|spit|saliva|milk|pills?|tablets?|ice cream|sip|liquids?|mouthful)"
SWALLOWS_BADLY = said(
    SWALLOW, rf"chok(?:e|es|ed|ing)(?! up) (?:\w+ )?(?:on|at|over|when|every|{FOOD})",
    r"(?:down|goes|went) (?:\w+ )?wrong way", "wind ?pipe", r"aspirat\w*", r"splutter\w*",
    rf"{FOOD} {gap(2)}(?:sticks?|stuck|catch\w*|stay\w*)",
    f"{FOOD} {gap(2)}(?:does|do|will|can) not {gap(1)}(?:go|come) down", f"{FOOD} {gap(4)}(?:my|the|his|her) nose",
    "(?:up|down|out of|through) (?:my|his|her) nose", rf"{CAN_NOT} (?:\w+ )?(?:gulp|swallow|push food)\w*",
    "each swallow", "swallowing (?:is|comes|came|went|has|gone)", "swallow and it",
    rf"cough\w* {gap(2)}(?:at|on) (?:\w+ )?(?:sip|{FOOD})", r"drool\w*", r"living on \w+", r"\bthe swallow\b",
    "no fit swallow", rf"(?:throat|swallow\w*) {gap(3)}(?:weak|gave up|given up|lazy|slow|paraly\w*)",
    "false routes", "in the lungs")
HEAD_FALLS = said(
    rf"(?:{CAN_NOT}|trouble) {gap(1)}(?:hold\w*|keep\w*|lift\w*) (?:\w+ )?(?:head|neck)(?: (?:up|off))?",
    rf"head {gap(4)}(?:flop\w*|fall\w*|drop\w*|hang\w*|too heavy|lolling)", "chin sits on",
    r"too heavy for (?:\w+ )?neck", "neck {0,1}(?:will|can|does|would) not hold",
    r"neck (?:\w+ ){0,3}(?:jelly|bend|floppy|weak)", "sit up straight", "head off (?:the|my) pillow")
VOICE_GOES = said(
    r"(?:voice|speech) (?:\w+ ){0,4}(?:weak|hoarse|gone|lost|disappeared|whisper|nasal|breathy|unclear|thick\w*|"
    r"mumbl\w*|slur\w*|drunk)",
    r"hoarse\w*", rf"{CAN_NOT} (?:\w+ )?(?:speak|talk|cough|clear)", "no sound comes",
    r"(?:lost|losing) (?:\w+ )?voice", "(?:hard|difficult) to (?:speak|talk)", r"words? slur\w*",
    "slurr?(?:y|ing|ed)", r"(?:talk\w*|sound\w*) like (?:i have been drinking|a duck|drunk)",
    "(?:can|could) not say (?:my|his|her)", "tongue (?:is |feels )?(?:slow|heavy|weak|thick)", "mumbly")
BREATHES_BADLY = said(
    BREATH, r"breath\w* (?:\w+ ){0,2}(?:shallow|fast|hard|effort|shoulders|heavy|weak|tired|like)", "run out of air",
    r"tired from breathing", r"(?:effort|hard) to (?:\w+ )?(?:pull|draw|take|get) (?:a |in )?(?:breath|air)",
    r"breathless\w*")
ALL_WEAK = said(
    rf"(?:whole|entire|all over) {gap(1)}body {gap(3)}(?:weak\w*|heavy|floppy)", "weak(?:ness)? all over",
    "body very weak",
    rf"(?:both |all )?(?:arms|legs|hands|limbs) {gap(3)}(?:weak\w*|heavy|floppy|jelly|noodles|(?:will|do|can) "
    "not (?:stay|hold|lift|carry))",
    "weak in all", "(?:really|so|very) weak (?:after|since)", "(?:he|she|i) (?:is|am|feel|s) (?:today )?floppy",
    "hold (?:my|his|her) arms up", "progressively weak",
    f"weak(?:ness)? {gap(2)}(?:arms|legs|hands|limbs|muscles)", f"(?:arms|legs|hands) {gap(1)}(?:gone|went) weak")
EYES_TOO = said(
    r"(?:see(?:s|ing)?|vision) (?:\w+ )?double", "double vision",
    r"(?:both|my) (?:eye ?)?lids (?:\w+ )?(?:fell|hang|droop)")
DRY_OR_WEAK = said(r"mouth (?:is |s )?(?:very )?dry", r"dry mouth", r"dry as sand", r"swallow\w*", r"weak\w*", r"voice",
                   r"breath\w*")

RULES = (
    Rule("em_botox_spread", EMERGENCY, (
        *(Signs((sign,), (AFTER_BOTOX,), (NOT_HAD,))
          for sign in (SWALLOWS_BADLY, HEAD_FALLS, VOICE_GOES, BREATHES_BADLY, ALL_WEAK)),
        Signs((EYES_TOO,), (AFTER_BOTOX, DRY_OR_WEAK), (NOT_HAD,)),
    )),
)
