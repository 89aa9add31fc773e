"""Cautions about the neck, cancer, glands and organs, and age."""
from __future__ import annotations

from bot.nlu.safety.own_case import OwnCase, caution
from bot.nlu.safety.words import near, said

CANCER = (
    r"(?:cancer(?! (?:star|research|charity|patients|cruise))|lymphoma|hodgkin\w*|melanoma|leuk[a]?emia|chemo\w*|"
    "immuno ?therapy|radio ?therapy|radiation|"
    "irradiated|lymph ?o?edema|lymph oedema|neck dissection|axillary clearance|sentinel node|mastectomy|(?:lymph |"
    "neck )?(?:nodes?|glands) "
    r"(?:\w+ ){0,4}(?:removed|out|taken|armpit|up)|(?:took|had|removed) (?:\w+ ){0,3}(?:nodes|glands)|neck nodes|in "
    "remission|tamoxifen|"
    r"letrozole|metasta\w+|basal cell|tumou?r|carcinoma|sarcoma|rang the bell)")
_NO_CANCER = said("a cancer", "star sign", "tropic of", r"cause\w* cancer", "cancer (?:research|patients|risk)",
                  "podcasts?", "cancelled not",
                  "network", r"prevent\w*", "skin cancer", "(?:is|was) this", "risk of", "benign", "nonsense",
                  "glandular fever")
VESSELS = (
    r"(?:carotid\w*|(?:neck|vertebral|furred|blocked|narrow\w*|clogged) (?:up )?(?:neck )?arter\w+|artery (?:cleaned|"
    "dissection|in (?:my|his|her) neck)|"
    "(?:vertebral|arterial|carotid|old|healed) (?:artery )?dissection|dissection in the neck|(?:had|have|having|"
    r"after|survived|since|small|mini|my) (?:a |my |the |his |her )?(?:\w+ )?"
    "stroke(?! (?:of|technique|direction|sign))|(?:had|my|a|her|his|the|after|since|with) tia|neck aneurysm|"
    r"aneurysm|moya ?moya|takayasu\w*|fibro ?muscular dysplasia|(?:ehlers )?danlos|marfan\w*|"
    r"massage gun|thera ?gun|percuss\w+|vibrating foam|pulsing thing in my neck|(?:hard|press|push) (?:\w+ "
    "){0,3}(?:over |along )(?:the )?(?:pulse|artery|big)|whoosh|"
    "weak pulses|crank (?:my|her|his) neck|heart slows)")
_FAINT = r"(?:faint\w*|pass out|passed out|black(?:ed)? out|light ?headed|heart slows)"
#: Scanned and sound, a tool for another place, another kind of stroke or artery, or fainting at a price.
_VESSELS_FINE = said("scan(?:ned)?", "checked for", "perfect", "calves", "glutes", "shoulders", "keep away", "brush",
                     "golf", "breast ?stroke",
                     "heat ?stroke", "stroke of luck", "main artery", "crossword", "anatomy", "thread veins",
                     "faint lines",
                     "(?:bill|price|costs?|joy|advance)", "series", "novel", "for your answer", "broken",
                     r"(?:run|runs) in famil\w+",
                     r"in the \w+ties", "grandad had", "tell (?:a stroke|normal)", "shifts? it")
SPINE = (
    r"(?:(?:slipped|herniated|bulging|worn|prolapsed|two prolapsed) dis[ck]s?|dis[ck] (?:is )?(?:bulg\w*|hernia\w*|"
    r"prolapse)|hernia of \w+ disc|"
    r"c ?[1-7] ?c ?[1-7]|c ?5|cervical(?! cancer| screening| smear) \w+|spondyl\w*|whiplash|stenosis(?! of the "
    "carotid)|annular tear|chiari|osteoporosis|"
    r"arthritis (?:\w+ ){0,3}neck|neck (?:\w+ ){0,3}arthritis|neck 's full of arthritis|rheumatoid|neck (?:fusion|"
    "surgery|injury|traction|joints|collar)|fusion|vertigo|bppv|"
    "(?:trapped|pinched) nerve|bad neck|hypermobile|eds|neck (?:is )?(?:a bit )?unstable|instability|stiff neck|"
    "crick since|wears a collar|"
    "down syndrome|neck 's had a plate|bone on bone)")
_GIDDY = (r"(?:dizz\w*|light ?headed|woozy|swim ?my|swimmy|giddy|room (?:go|goes|going) round|room spins?|spin\w*|"
          r"every\w* turn\w*|pins (?:and|n) needles|"
          r"tingl\w*|numb|fuzzy|faint)")
_TILTED = (r"(?:tilt\w*|look(?:ing)? up|lean\w* back|tip\w* (?:my|the|his|her|back)|head (?:\w+ )?(?:back|hanging|"
           r"off)|head ?back|put head|hang\w* my head|ceiling "
           r"(?:one|kiss\w*|exercise)|top shelf|basin|extend)")
_SPINE_FINE = said("dizzy (?:with|heights)", "no (?:dizziness|arthritis|neck)", "cushions", "pain in the neck",
                   r"prevent\w*", "price", "paying",
                   "(?:after|from) sleeping", "slightly stiff", "fully recovered")
GLANDS = (
    r"(?:thyroid(?! (?:cancer|puff))\w*|(?:under|over) ?active (?:gland|thyroid)|graves|hashimoto\w*|hypo "
    r"?thyroid\w*|hyper ?thyroid\w*|levo\w*|tsh|kidney (?:disease|failure|problems?|"
    r"trouble|function|\w+)|kidneys(?! and)|ckd|dialysis|nephr\w+|heart failure|heart (?:is|'s) (?:weak|leaky|"
    "failing)|heart (?:failure )?nurse|from my heart|furosemide|"
    r"water (?:tablets|retention from)|cushing\w*|(?:high )?cortisol|liver (?:disease|failure|cirrhosis|doctor|"
    "transplant)|for a liver|cirrhosis|"
    r"addison\w*|acromegaly|pcos|hypo ?pituit\w*|hydrocortisone|sjogren\w*|adrenal lump|transplant list|type 1)")
_GLANDS_FINE = said("normal", "all (?:fine|good|clear)", "kidney (?:beans?|pie)", "where 's", "what does",
                    "cortisol face", "heart rate", "in books",
                    "no illnesses", "stress", "lower(?:ing)? cortisol", "does cortisol", "cartilage")
_AGE = "(?:[89]|1[0-7]|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)"
_NO_YEARS = ("(?! ?(?:stone|percent|%|kg|kilos?|lbs?|pounds?|days?|weeks?|wks?|months?|minutes?|mins?|hours?|hrs?|"
             "times|mm|cm|st|steps|reps|units|products|euros?|"
             "dollars|quid|and a half weeks|on a scale|out of|years (?:into|post|after|on|ago|older|younger|clear|"
             "since|in)))")
_CHILD = ("(?:son|step ?son|daughter|child|kid|lad|girl|boy|niece|nephew|grandson|granddaughter|grandchild|student|"
          "little (?:sister|brother)|sister|brother|"
          "teen|lass|gymnast|bestie and i|she|he|both)")
_CHILD_WORD = r"(?:my|our|the) (?:teen\w*|child|kid|little (?:sister|brother)|young (?:son|daughter))"
_GROWN = said(r"i am (?:[2-9]\d|18)", "(?:years|yrs) ago", "when i was", "year old car", "from behind", "feels 18",
              r"[2-9]\d year old", "grandson showed",
              "law says", "teaching kids", r"age [2-9]\d", r"at \d+ (?:it|years) (?:is|later) still",
              "my kids are grown", "since i was", "since the age",
              "laugh at my", "not 18 fingers")
YOUNG = said(
    f"(?:i am|i m|im|i turn(?:ed)?|turning|just turned|i will be|aged?) (?:only |just |nearly |almost |like |still |"
    rf"a )*{_AGE}{_NO_YEARS}(?! (?:\d|to |hundred))",
    f"is {_AGE} too", rf"(?:mewing|retin\w+|botox|fillers?|start\w*|yoga|gum) at {_AGE}{_NO_YEARS}(?= (?:works?|"
    rf"right|safe|ok\w*|too|good|normal|bad)\b| [.;])",
    f"{_AGE} ?(?:yo|y o)",
    rf"(?:a|my|our|am|is|the|hi|as|only|this|her|his|year) {_AGE} (?:year|yr)s?(?: old)?(?! (?:old )?(?:\w+ "
    f")?(?:scar|car|house|phone|jar|device|injury|face|s homework))",
    f"{_AGE} (?:year|yr)s? old(?= (?:girl|boy|here|male|female|son|daughter|kid))",
    f"{_CHILD}(?: is| 's| s| turns| turned| just turned)? (?:only |just )?{_AGE}{_NO_YEARS}(?= )",
    f"(?:she|he) s {_AGE}", f"ai {_AGE} ans",
    f"{_AGE} ?(?:th|st|rd)? (?:bday|birthday)", "sweet sixteen",
    r"(?:i am|im) (?:still )?a (?:teen\w*|minor|kid)", "i am (?:still )?(?:at|in) school", "tweens?",
    r"(?:can|should|may|for|is|if) a teen\w*",
    f"(?:girl|boy|male|female|f|m) {_AGE}", f"{_AGE} (?:here|f|m|girl|boy)", f"(?:she|he) (?:just |only )?turned "
    f"{_AGE}",
    "y ?1[0-3]", "a levels", "teen(?:age)? (?:daughter|son|niece|nephew|sister|brother)", r"for (?:a |my )?teen\w*",
    "teen(?:age)? (?:girl|boy|here|skin)", "a minor", "under 18", "under ?age", "not 18 (?:till|until|yet)",
    r"(?:middle|high|primary) school\w*",
    "year (?:[7-9]|1[0-3])", r"(?:[5-9]|1[0-2]) ?(?:th)? (?:grade\w*|class)|class (?:[5-9]|1[0-2])", "freshman",
    "sophomore", "sixth form", "gcse", "before prom",
    "growth plates", rf"{_CHILD_WORD} (?:\w+ ){{0,3}}(?:wants?|ask\w*|uses?|using|puts)",
    "(?:on|for) (?:my |our )kids?", "my (?:mum|mom|parents) (?:will not|wont|won 't) let me",
    "our lad", "school pics")

RULES = (
    caution("ca_cancer_lymph", said(CANCER), long_ago=True, unless=(_NO_CANCER,)),
    caution("ca_neck_vessels", said(VESSELS, near(_FAINT, "(?:neck|throat|collar)", 9)), long_ago=True,
            unless=(_VESSELS_FINE,)),
    caution("ca_neck_spine", said(SPINE, near(_GIDDY, _TILTED, 10)), long_ago=True, unless=(_SPINE_FINE,)),
    caution("ca_gland_disease", said(GLANDS), long_ago=True, unless=(_GLANDS_FINE,)),
    caution("ca_under18", OwnCase((YOUNG,), unless=(_GROWN,), anyone=True)),
)
