"""What a message takes back: a caution that no longer holds, that never did, or that was somebody else's.

Most cautions have words for their thing (a condition, a treatment, a medicine). One is taken back where the message
denies the thing ("I don't have TMJ"), says that it is over ("I stopped breastfeeding"), gives it to somebody else
("that was my sister") or asks to forget it. What is only planned, hoped or asked ("when I stop breastfeeding") takes
nothing back.
"""
from __future__ import annotations

import re
from re import Pattern

from bot.nlu.safety.families.cautions import RULES
from bot.nlu.safety.reading import Hit, Reading
from bot.nlu.safety.words import BOTOX, gap, said

_OPERATION = (r"(?:(?:my |the )?(?:face ?lift|neck ?lift|brow ?lift|bleph\w*|eye ?lid \w+|surgery|operation|op|"
              "thread ?lift|threads|"
              r"laser|peel|nose job|rhinoplasty|lipo\w*|extraction|wisdom \w+|implant|stitches|sutures|wound|scars?))")
#: The thing of a caution, as it is spoken of when it is taken back; the others have none (``_BY_ITSELF``).
THINGS: dict[str, str] = {
    "ca_pregnancy": r"(?:pregnan\w*|expecting(?: a baby)?|with child|(?:trying|try) (?:for a baby|to conceive)|ttc|"
    "ivf)",
    "ca_breastfeeding": r"(?:breast ?f[e]\w+|nursing|lactating|feeding (?:her|him|my (?:baby|son|daughter))|pumping)",
    "ca_tmd": r"(?:tm[jd]\w*|jaw (?:joint|problems?|trouble|pain|clicking)|bruxism|(?:teeth )?(?:grinding|clenching)|"
              "(?:grind|clench) my (?:teeth|jaw)|night ?guard|splint|jaw)",
    "ca_palsy_history": "(?:bells?(?: 's)?(?: palsy)?|(?:facial )?palsy|facial paralysis|nerve damage|synkinesis|"
    "ramsay hunt)",
    "ca_skin_conditions": r"(?:rosacea|eczema|psoriasis|dermatitis|cold sores?|herpes|sun ?burn\w*|impetigo|shingles|"
    "acne|"
                          "breakouts?|flare(?: up)?|rash|hives|graze|open (?:sore|wound|cut)s?|skin condition|skin|"
                          "spots)",
    "ca_recent_injectables": f"(?:{BOTOX}|fillers?|profhilo|injectables|injections?|lip flip)",
    "ca_recent_surgery": _OPERATION,
    "ca_blood_thinners": r"(?:blood ?thinn\w+|warfarin|apixaban|eliquis|xarelto|rivaroxaban|clopidogrel|heparin|"
    "aspirin|"
                         r"anti ?coagul\w+|bruis\w+ easily|haemophilia|clotting \w+)",
    "ca_under18": r"(?:under ?age|under 18|a minor|a teen\w*|a child|a kid|1[0-7]|thirteen|fourteen|fifteen|sixteen|"
    "seventeen)",
    "ca_electrical_device": r"(?:pace ?maker|defibrillator|epilep\w+|seizures?|cochlear implant|metal plates?|metal "
    r"in my \w+|"
                            "insulin pump|stimulator|loop recorder)",
    "ca_cancer_lymph": r"(?:cancer|lymphoma|tumou?r|lymph ?oedema|lymph ?edema|chemo\w*|radio ?therapy|melanoma)",
    "ca_neck_vessels": r"(?:stroke|tia|carotid \w+|narrow\w* arter\w+|artery (?:problem|disease|dissection)|"
    "dissection|"
                       "massage gun|aneurysm)",
    "ca_neck_spine": "(?:slipped disc|bulging disc|herniated disc|disc|whiplash|vertigo|neck (?:pain|problems?|"
    "injury|arthritis|"
                     r"trouble)|arthritis|bad neck|osteoporosis|trapped nerve|dizz\w+|bppv|stiff neck|neck)",
    "ca_eye_area": "(?:glaucoma|contact lenses|contacts|lenses|eye (?:infection|surgery|disease|problems?|condition)|"
    "cataracts?|styes?|"
                   "conjunctivitis|blepharitis|lasik)",
    "ca_gland_disease": r"(?:thyroid(?: (?:disease|problems?|trouble|condition))?|hashimoto\w*(?: 's)?|graves|kidney "
    r"\w+|"
                        r"heart failure|liver \w+|cushing\w*|ckd|dialysis)",
}
#: Places among the things: "not my neck, my eyelids" says where, and denies no trouble there.
_PLACES = ("neck", "jaw", "skin")
#: That it is over or healed does not take it back: it leaves something behind, or needs a surgeon's word.
_NEVER_OVER = frozenset({"ca_palsy_history", "ca_cancer_lymph", "ca_neck_vessels", "ca_gland_disease", "ca_under18",
                         "ca_recent_surgery"})
_LINK = ("(?:(?:a|an|any|my|the|been|be|had|have|having|has|got|actually|really|even|currently|on|take|taking|use|"
         "using|wear|"
         r"wearing|diagnosed|with|suffer\w*|from|told|get|getting|history|of|ever|in|fact|longer|am|is|problem|"
         "problems) )")
_DENIED = f"(?:not|never|no|no longer|nor|neither) {_LINK}{{0,4}}"
_STOPPED = (f"(?:no longer|stopped|quit|finished|done with|got rid of|recovered from|am over|(?:came|come|went) off|"
            f"am off|"
            f"through with|"
            f"weaned off|grew out of|took me off|free of|rid of|clear of) {_LINK}{{0,3}}")
_OVER = ("(?:gone|(?:is|was|are|all) over|cleared(?: up)?|healed(?: up)?|settled|finished|cured|resolved|worn off|"
         "wore off|dissolved|"
         "calmed(?: down)?|"
         "completely better|all better|better now|stopped|went away|gone away|taken out|removed|a mistake|a false "
         "alarm|history|"
         "behind me|in remission|sorted|fixed|normal again|fine (?:again|now)|back to normal|"
         "all clear|not (?:a problem|there|true|mine|me) ?(?:any ?more)?)")
_FORGET = ("(?:forget|ignore|disregard|scratch|never ?mind|delete|remove|take back|drop|undo|cross out|strike|"
           "clear)(?: (?:about|that|what|"
           "i|you|me|said|told|mentioned|having|have|had|am|was|my|the|on|bit|part|thing|all|with|a|out|please|from|"
           "it)){0,8} ")
_SOMEBODY = ("(?:my |for my |about my )?(?:sister|brother|mum|mom|mother|dad|father|wife|husband|friend|partner|"
             r"daughter|son|cousin|aunt\w*|"
             r"uncle|nan|gran\w*|client|neighbou?r|flatmate|colleague|boyfriend|girlfriend|someone else|somebody else)")
#: "My sister isn't pregnant" says nothing of the visitor.
_OTHERS = re.compile(rf"\b{_SOMEBODY} (?:\w+ )?$")
_THEIRS = re.compile(rf"\b(?:(?:that|it|this|those|they) (?:was|is|were|'s) {_SOMEBODY}|i meant {_SOMEBODY}|"
                     f"{_SOMEBODY} (?:has|had|does|is|was) "
                     rf"(?:it )?not (?:me|i)|not me|wrong person|mixed up)\b")
#: Wished, planned, supposed or asked: nothing is over yet.
_NOT_YET = re.compile(
    r"\b(?:when|once|until|till|after|before|if|unless|as soon as|how (?:do|can|long|soon|to)|will|would|want\w*|"
    "hope|hoping|wish|should|"
    r"could|can|may|might|trying|try|soon|next|about to|planning|wait\w*|do not|did not|not (?:sure|certain|only|"
    "just|yet|quite|really|"
    r"fully|completely)|whether|almost|nearly|not been told|why|what|which|have you)\b"
    r"(?! (?:been|gone|now|over|all|finally|fully|completely|totally|healed|cleared|out|longer|better)\b)")
_BARELY = re.compile(r"\b(?:not|never|no) (?:(?:been|yet|quite|fully|completely|given|me|the|really|all|had|my) "
                     "){0,3}$")
#: "Never had Botox before yesterday".
_UNTIL = re.compile(r"\b(?:before|until|till|apart from|except|other than)\b")
_ASKED = re.compile(r"\s*(?:(?:so|and|but|ok|hi|also) )*(?:is|are|am|does|do|did|can|could|should|will|would|what|"
                    r"why|how|when|which)\b")
_ALL = "(?:everything|all)(?: (?:that|of|what))?"
_ABOUT_ME = "(?: (?:i|you|my|about|me|told|said|know|the|conditions?|cautions?|health|things))+"
#: "Delete everything you know" is about all that is kept, which is asked about first; "what I told you" is not.
_FORGET_ALL = said(f"(?:forget|ignore) {_ALL}{_ABOUT_ME}",
                   f"(?:delete|clear|remove) {_ALL}(?! you know| about me){_ABOUT_ME}")
_SINCE_LONG = r"(?:(?:over|more than|nearly|about) )?(?:a year|\d+ years|years|six months|[4-9] months|1\d months|ages)"
#: Words that say it whole, rule by rule.
_BY_ITSELF: dict[str, Pattern[str]] = {
    "ca_pregnancy": said(
        "(?:gave|given) birth", "(?:had|have had) (?:the|my|our) baby", "baby (?:is|was|'s) (?:born|here|out)",
        r"miscarr\w+",
        "lost the (?:baby|pregnancy)", "test (?:was|is|came (?:back|out)) negative", "period (?:came|arrived|started)",
        "(?:no longer|not) trying (?:for|to)", "pregnancy is over", r"delivered (?:the|my|our) \w+"),
    "ca_breastfeeding": said(
        r"(?:have )?weaned (?:her|him|them|my \w+|the baby)", "(?:baby|he|she) is (?:now )?(?:fully )?(?:weaned|on "
        "(?:formula|the bottle|solids only))",
        "(?:is|am) (?:now )?weaned", "(?:switched|moved) to formula", "milk (?:has )?dried up"),
    "ca_recent_injectables": said(
        rf"(?:{BOTOX}|fillers?) (?:was|were) {gap(2)}(?:years?|(?:six|[6-9]|1\d) months) ago",
        f"been {_SINCE_LONG} since {gap(3)}(?:{BOTOX}|fillers?)",
        f"(?:cancelled|called off) {gap(2)}(?:{BOTOX}|fillers?)"),
    "ca_recent_surgery": said(
        r"stitches (?:\w+ ){0,3}out (?:\w+ ){0,6}all clear", r"surgeon (?:(?!not )\w+ ){0,5}(?:all clear|cleared me|"
        "discharged me|signed me off|happy for me|"
        "said (?:i can|everything))", "(?:got|gave me|have) the all clear", "(?:fully|completely|all) healed",
        rf"(?:op|operation|surgery|face ?lift) was {gap(2)}(?:years?|(?:six|[6-9]|1\d) months) ago",
        f"been {_SINCE_LONG} since {gap(3)}(?:surgery|operation|op|face ?lift|lift)", "(?:signed|cleared|discharged) "
        "(?:me )?(?:off )?by (?:my|the) surgeon"),
    "ca_blood_thinners": said(
        "(?:doctor|gp|consultant|they|hospital|cardiologist) (?:has |have )?(?:stopped|ended) (?:my |the )?(?:blood "
        r"thinners?|warfarin|apixaban|aspirin|\w+an)"),
    "ca_under18": said(
        r"(?:i )?(?:just |have )?turned (?:18|19|eighteen|nineteen|[2-9]\d)", "i am (?:now |actually |in fact "
        ")?(?:18|19|eighteen|an adult|over 18|of age)(?! (?:weeks|days|months|"
        "hours|minutes|mins))", r"i am (?:actually |really |in fact )[2-9]\d", r"i am [2-9]\d (?:years old )?not "
        "1[0-7]", "18 now", "(?:i am|am) grown up",
        "my 18 ?th birthday was"),
    "ca_electrical_device": said("(?:pace ?maker|device|implant|plates?|recorder) (?:was |has been |is )?(?:taken "
                                 "out|removed|out)"),
    "ca_pain_stop": said(
        "(?:pain|ache|soreness|head ?ache|cramp) (?:is |has |'s |have )?(?:completely |all |now |totally )*(?:gone|"
        "went|stopped|settled|eased off|disappeared)(?: away)?",
        "(?:does|do|did) not hurt (?:any ?more|now|today)", "(?:no longer|stopped) (?:hurts?|hurting|aches?|aching|"
        "sore)", "pain free (?:now|again|since)",
        "no (?:more )?pain (?:now|any ?more|at all now|today)", "not (?:sore|painful|aching) any ?more"),
    "ca_actives_irritation": said(
        "(?:burning|stinging|irritation|redness|peeling|rash|flaking) (?:is |has |'s )?(?:all |completely |now "
        r")*(?:gone|stopped|settled|calmed|cleared|went)(?: \w+)?",
        "skin (?:is |has |'s )?(?:all |completely |now )*(?:calm(?:ed)?(?: down)?|recovered|healed|back to normal|"
        "settled|fine again)",
        "(?:does|do) not (?:burn|sting|itch) any ?more", "(?:no longer|stopped) (?:burns?|burning|stings?|stinging|"
        "peeling|red)"),
    "ca_stop_medicine": said(
        "(?:back on|still (?:on|taking)|keep(?:ing)? (?:on )?taking|carry(?:ing)? on with|staying on|stay on|will "
        "not stop|not going to stop|not stopping|did not stop) "
        r"(?:my |the |with my )?(?:\w+ )?(?:medicines?|medication|meds|tablets?|pills?|antidepress\w+|ozempic|wegovy|"
        "mounjaro|statins?|steroids?|hrt|sertraline|"
        "thyroxine|them|it|jabs?)"),
    "ca_diy_injections": said(
        "(?:will not|not going to|would not|no longer going to|decided not to|decided against|changed my mind "
        r"about) (?:\w+ ){0,2}(?:inject\w*|the (?:pen|party|botox party)|"
        r"buy\w* (?:it|filler|botox)|do(?:ing)? (?:it|botox|filler|the injections)(?: myself)?|use the pen)",
        r"(?:threw|thrown|binned|sent|sending) (?:\w+ ){0,2}(?:pen|vials?|kit|syringes|filler|botox|threads)(?: away|"
        " out| back)?",
        r"(?:going|go) to a (?:proper |real |registered )?(?:doctor|clinic|nurse|surgeon) (?:for (?:it|the \w+) "
        ")?instead"),
}


def _pattern(rule: str, before: str, after: str = "") -> Pattern[str]:
    return re.compile(rf"\b{before}{THINGS[rule]}{after}\b")


_MENTION = {rule: said(thing) for rule, thing in THINGS.items()}
_DENIAL = {rule: _pattern(rule, _DENIED) for rule in THINGS}
_FORGOTTEN = {rule: _pattern(rule, _FORGET) for rule in THINGS}
_ENDED = {rule: re.compile(rf"\b(?:{_STOPPED}{thing}|{thing} {gap(3)}{_OVER})\b|\b(?:not|"
                           rf"no longer) {_LINK}{{0,3}}{thing} (?:any ?more|now)\b")
          for rule, thing in THINGS.items() if rule not in _NEVER_OVER}
_CAUTION = {rule.id: rule for rule in RULES}


def taken_back(reading: Reading) -> tuple[str, ...]:
    """Return the ids of the caution rules that the message takes back, in the order of ``RULES``."""
    if reading.find(_FORGET_ALL):
        return tuple(_CAUTION)
    return tuple(rule for rule in _CAUTION if _takes_back(rule, reading))


def _takes_back(rule: str, reading: Reading) -> bool:
    if rule in _BY_ITSELF and any(not _planned(reading, hit) for hit in reading.find(_BY_ITSELF[rule])):
        return True
    if rule not in THINGS or not reading.find(_MENTION[rule]):
        return False
    if any(_requested(reading, hit) for hit in reading.find(_FORGOTTEN[rule])):
        return True
    if rule in _ENDED and any(not _planned(reading, hit) for hit in reading.find(_ENDED[rule])):
        return True
    if _CAUTION[rule].fires(reading):
        return False
    return bool(_THEIRS.search(reading.text)) or any(_denies(reading, hit) for hit in reading.find(_DENIAL[rule]))


def _denies(reading: Reading, hit: Hit) -> bool:
    """Whether what is denied is the visitor's own, now: no place, and no way of doing it ("with no surgery")."""
    return not (_planned(reading, hit) or reading.text[:hit.end].endswith(_PLACES)
                or _before(reading, hit).endswith("with ")
                or _UNTIL.search(reading.clause(hit)) or _OTHERS.search(_before(reading, hit)))


def _planned(reading: Reading, hit: Hit) -> bool:
    clause = reading.clause(hit)
    before = _before(reading, hit)
    return bool(_NOT_YET.search(before) or _BARELY.search(before) or _ASKED.match(clause))


def _before(reading: Reading, hit: Hit) -> str:
    """The words of the clause before ``hit``."""
    return reading.text[:hit.start].rpartition(" . ")[2].rpartition(" ; ")[2]


def _requested(reading: Reading, hit: Hit) -> bool:
    """Whether it is a request: not "don't forget that …", "I forget …", "did you forget …"."""
    before = reading.text[:hit.start].rpartition(" . ")[2]
    return not re.search(r"\b(?:not|i|never|did you|will|easy to|always|to) $", before)
