"""Cautions about what was done to a face lately, injecting oneself, and devices that send a current or heat."""
from __future__ import annotations

from bot.nlu.safety.own_case import both, caution
from bot.nlu.safety.words import BOTOX, gap, near, said

_DAY = r"(?:mon|tues?|wed\w*|thur\w*|fri|sat\w*|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_NUMBER = (r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|few|couple(?: of)?|[1-9]|[1-9]\d)")
#: Within about three months.
RECENTLY = (
    f"(?:just (?:had|got|did|done|been|home|back|after)|(?:have|has) just|yesterday|today|this (?:morning|week|"
    rf"afternoon|month|{_DAY}|weekend)|last (?:week\w*|month|night|"
    f"{_DAY})|"
    rf"recent\w*|fresh\w*|new|(?:on|since|was|it was|next|done|had) {_DAY}|{_DAY}|"
    rf"(?:the|at|on|over) (?:the )?weekend|on the \d+(?:st|nd|rd|th)?|at lunch|same day|"
    f"{_NUMBER} (?:more )?(?:days?|weeks?|wks?|hours?|hrs?|nights?|fortnights?)(?: ago| back| before| since| out| "
    f"post| "
    r"after| already| in| old)?|fortnight|\d+ ?(?:h|d|wks?|hrs?)|(?:a|one|two|three|1|2|3) months? (?:ago|post|out|"
    "after|"
    rf"back)|(?:day|week|month) (?:{_NUMBER}|\d+)|first week|earlier|the other day|session|still (?:swollen|healing|"
    f"in|"
    r"numb|bruis\w*|sore)|before easter|before christmas|home from|in (?:the )?(?:spring|june))")
_JABS = (r"(?:fillers?|sculptra|radiesse|juvederm|restylane|belotero|teosyal|profhilo|bio ?re ?modell\w+|jalupro|"
         "poly ?nucleotides?|salmon (?:dna|sperm)|skin ?boosters?|injectables?|lip flip|hyalase|hyaluronidase|kybella|"
         r"aqualyx|deso\w*|fat dissolv\w+|daxx?ify|nefertiti|lemon bottle|prp|anti ?wrinkle (?:jabs?|injections?|"
         r"shots?)|wrinkle relax\w+|filler top up|mesotherapy|relfydess|letybo|nuceiva|jeuveau)")
_PLACE = (r"(?:lips?|cheeks?|chin|jaw\w*|tear ?troughs?|under ?eyes?|forehead|frown\w*|frown lines|crow 's feet|"
          "masseters?|"
          r"temples?|smile lines|nasolabial\w*|neck|neck bands|glabella|elevens|11s)")
_INJECTED = (rf"(?:{BOTOX}|{_JABS}|{_PLACE} (?:and \w+ )?(?:filled|injected|botoxed|done)|(?:filled|injected) "
             f"{gap(2)}{_PLACE}|"
             f"(?:lines|masseters) done|injections? (?:for|in|into) {gap(2)}{_PLACE}|top up {gap(3)}(?:crow|forehead|"
             f"lips)|"
             f"ml in (?:my |her |the )?{_PLACE})")
#: Planned, long over, or another injection altogether.
_NOT_YET = said("book(?:ed|ing)?", "cancelled", "thinking (?:of|about)", "considering", "appointment is", "instead",
                "never",
                "no (?:botox|filler)", "before (?:the|a|my) wedding", "before i (?:get|have)", r"dissolved \w+ ago",
                "w[eo]rn? off", "wore off", "(?:years?|yrs) (?:ago|back)", r"in 20[01]\d", "flu jab", "booster",
                "vaccine",
                "one day", "next (?:week|month|year)", "waiting room", "as every time")
_AFTER = said(
    f"(?:after|since|post|following) {gap(3)}(?:my |the |her )?{gap(2)}{_INJECTED}",
    f"(?:have|got|has|with) {gap(2)}(?:{BOTOX}|fillers?) in", f"(?:get|have|having|had) {gap(2)}{BOTOX} (?:every|"
    f"regularly|twice|each)",
    f"{BOTOX} every (?:three|3|four|4|few|six|6) months", f"regular (?:{BOTOX}|fillers?)",
    f"(?:move|shift|dislodge|dissolve|break down|affect|ruin|spread) {gap(2)}my {gap(2)}(?:{BOTOX}|fillers?)")
_SURGERY = (
    r"(?:face ?lift|neck ?lift|mini ?lift|brow ?lift|lip ?lift|deep plane(?: \w+)?|(?:eye ?)?lid (?:surgery|lift|"
    r"op\w*|job)|"
    r"eye ?lids?(?= (?:and|were|was|done|came))|lids (?:done|plus)|lower lids|blepharoplasty|bleph|rhino\w*|septum|"
    "septoplasty|nose job|"
    r"(?:neck |chin )?lipo\w*|lipo under \w+|buccal fat\w*|(?:chin|cheek|jaw) implants?|implant|fat (?:transfer|"
    r"graft\w*)|"
    "(?:cat eye |fox eye |pdo |cog )?threads?|thread ?lift|laser|co ?2|fraxel|(?:chemical |tca |deep |light )?peel|"
    r"morpheus ?\d?|micro ?needling|plasma pen|ultherapy|surgery|operation|op|operated|otoplasty|ear ?lobe repair|"
    r"(?:tooth|teeth|wisdom \w+|molar) (?:out|removed|removal|pulled|extract\w*|placed)|wisdom (?:tooth|teeth)|"
    "extraction|"
    r"root canal|gum graft|skin graft|graft|mole (?:cut|removed|off)|jaw (?:broken|surgery)|double jaw|parotid\w*|"
    "stitches|"
    "sutures|cataract|septum fixed)")
#: Another part of the body, another kind of peel or thread, planned, or long over.
_NOT_FACE = said("appendix", "knee", "hip", "hernia", "legs?", "bikini", "tonsils", "c section", "caesarean",
                 "gall ?bladder",
                 "back surgery", "foot", "bypass", "hair removal", "printer", "thread count", "potatoes", "banana",
                 "orange",
                 "(?:sheet|face) mask", "labels?", "wallpaper", "reddit", "thinking (?:of|about)", "considering",
                 "(?:years|yrs) (?:ago|on)", r"read\w*", "cleaning", r"in (?:19|20[01])\d+", "how much",
                 "before (?:the|my)",
                 "wants? (?:her|his|it|lid|a)", r"for (?:my|her|his) \w+ th")
_STILL_HEALING = said(
    "post ?op", "stitches (?:are |were )?(?:still )?(?:in|out|came out|coming out)", "still have (?:my )?stitches",
    rf"(?:healing|recover\w*) from {gap(3)}(?:surgery|face ?lift|operation|laser|peel|lift|op)",
    "compression garment", "wires (?:just )?off", rf"{_SURGERY} {gap(3)}(?:scabb\w+|flaking|peeling)",
    r"when (?:can|may|do|could) i (?:\w+ ){1,8}after (?:my |the |a )?(?:\w+ )?(?:face ?lift|neck ?lift|brow ?lift|"
    r"bleph\w*|"
    r"eyelid surgery|threads|rhinoplasty|nose job|surgery|lipo\w*)")
_STUFF = (rf"(?:{BOTOX}|botulax|fillers?|juvederm|restylane|sculptra|kybella|aqualyx|lemon bottle|fat dissolv\w+|"
          r"hyaluron\w*|hyaluronic|(?:pdo |cog )?threads|ampoules?|vials?|salmon dna|exosomes|dissolver|lipolysis|"
          "(?:my|own|do) lips|forehead|toxin)")
_SHOP = ("(?:online|amazon|ebay|temu|ali ?express|alibaba|website|instagram|insta|tiktok|korean?|site|marketplace|"
         "internet|"
         "wholesaler|market|facebook|off the|half price)")
_LAYMAN = (r"(?:friend|mate|flatmate|cousin|sister|aunt\w*|uncle|neighbou?r|beautician|hairdresser|nephew|niece|lady|"
           "bloke|"
           "receptionist|girl|paramedic|colleague|roommate|woman|guy|barber)")
_SELF = ("(?:myself|my own|my (?:own )?(?:face|lips?|chin|cheeks?|forehead|neck|jowls|smile lines)|at home|home|diy|"
         "self use|"
         "kitchen|sitting room|living room|her house|his house)")
_ONLY_MEANT = said("never", "will not do", "not needles", "felting", "humou?r", "clay", "qualified", "legal",
                   "proper clinic", "make ?up", "writing", "moisturi[sz]er", "smeared", "quartz", r"spread\w*")
_DEVICE = (r"(?:micro ?current|nu ?face|nu ?body|electr\w+|ems|tens|e ?stim|toning device|trinity|ziip|foreo|bear|"
           "(?:face |facial |rf |lifting |toning )?(?:device|wand|gadget|machine)|rf|radio ?frequency|high "
           r"frequency|galvanic\w*|"
           r"led|flashing|zap\w*|current facial)")
_THROAT = ("(?:throat|thyroid(?: area)?|front of (?:my |the )?neck|wind ?pipe|adam 's apple|adams apple|voice "
           "?box(?: area)?|larynx)")
_WIRED = said(
    "pace ?maker", "pacer", "defibrillator", r"icd(?: \w+)? (?:fitted|implant\w*)|icd", "loop (?:recorder|thing)",
    "cochlear",
    "bone anchored", r"epilep\w*", "seizures?", "photosensitive", "marcapasos",
    "(?:nerve|brain|vagus|neuro|spinal cord)(?: nerve)? ?stimulator", "deep brain", "programmable shunt",
    "insulin pump",
    "heart (?:rhythm )?(?:implant|device)", "cgm", "ventricular assist", "shunt in (?:my|his|her)")
_METAL = said("metal (?:plates?|pins?|implants?|rods?|screws?)", r"plates? in (?:my|his|her) (?:jaw|face|cheek\w*|"
              "skull)",
              "dental implants?", "titanium", r"(?:cardiologist|heart doc\w*) put (?:in )?(?:a|an) (?:\w+ "
              ")?(?:device|pacer)?",
              "two fits", "keppra", r"chemo\w*", "lymphoma", "tumou?rs?", "cancer", "heart condition", "arrhythmia",
              "afib",
              "skipped beats", r"pregnan\w*")
_NO_WIRES = said("running club", "the pace maker", "what 's the pace", "earbuds", "tooth ?brush", "blanket",
                 "electricity")

RULES = (
    caution("ca_diy_injections",
            said(r"inject\w* (?:it )?(?:\w+ ){0,2}(?:myself|my own|at home)", r"(?:diy|home|self) (?:\w+ )?(?:filler|"
                 r"botox|inject\w*)",
                 f"(?:inject|do|jab) {gap(2)}my own {gap(2)}(?:{_STUFF}|chin|lips|crow 's feet|forehead)",
                 r"hyaluron\w* pens?(?! illegal)", "filler pens?", r"(?:needle ?(?:free|less)|no needle) (?:\w+ "
                 ")?pens?", "meso ?gun",
                 rf"(?:{BOTOX}|fillers?|threads?|pdo \w+|micro ?needl\w*|derma ?(?:roll\w*|pen|stamp)) {gap(4)}(?:at "
                 f"home|"
                 "home|myself|diy|kit)", rf"derma ?(?:stamp|roll\w*|pen) {gap(1)}\d(?: \d)? ?mm",
                 "(?:tox|botox|filler) part(?:y|ies)",
                 "micro ?needle my", "needle (?:length|depth)", f"(?:derma ?pens?|needles?) {gap(4)}(?:amazon|online|"
                 f"at home|myself)",
                 f"(?:botox|jab|inject|fill) me {gap(5)}(?:home|house|cheap|friend|mate|kitchen)", "unlicen[sc]ed",
                 "no papers",
                 f"{_LAYMAN} {gap(6)}(?:botox|jab|inject) me", rf"inject\w* {gap(4)}(?:in|into) my own",
                 "how (?:do i|to|does one) inject", "lip filler kits?",
                 r"\d(?: \d)? ?mm derma ?\w+", "(?:jab|inject) (?:her|his|my|me|each)",
                 r"inject\w* (?:everyone|people|friends)"),
            both(said("where do (?:the )?units go", "which needle", "dilution", "how deep", "how many ml", "syringes",
                      "vials?", "arrives?", "step by step",
                      "what depth", "which depth", "cannulas?", "tutorials?"), said(_STUFF), 14, (_ONLY_MEANT,)),
            both(said("b[ou](?:y|ught|ying)", r"order\w*", "found", "got", "get", "arrives?", "off", "from", "on",
                      "sells?"),
                 said(near(_STUFF, _SHOP, 5)), 8, (_ONLY_MEANT,)),
            both(said(rf"{_LAYMAN} {gap(5)}(?:do|does|did|inject\w*|gives?|doing|offers?|brings?)"),
                 said("fillers?", BOTOX, r"inject\w*", "(?:lips|tox) (?:after|for|in)", "doing lips",
                      r"fat dissolv\w+"), 6,
                 (_ONLY_MEANT,)),
            answers=True, unless=(_ONLY_MEANT,)),
    caution("ca_recent_injectables",
            both(said(_INJECTED), said(RECENTLY), 5, (_NOT_YET,)), _AFTER,
            both(said("nurse (?:did|injected)", "injector (?:said|told)"), said(_PLACE), 8),
            unless=(_NOT_YET,)),
    caution("ca_recent_surgery",
            both(said(_SURGERY), said(RECENTLY), 6, (_NOT_FACE,)),
            both(said(f"(?:had|got) {gap(2)}{_SURGERY}"), said(r"(?:when|can|may|should|how soon) (?:\w+ ){0,2}i"), 10,
                 (_NOT_FACE,)), _STILL_HEALING,
            said(f"(?:after|since|post|following) {gap(2)}{_SURGERY}"), unless=(_NOT_FACE,)),
    caution("ca_electrical_device", _WIRED, both(_METAL, said(_DEVICE), 18, long_ago=True), said(near(_DEVICE, _THROAT,
        6)),
            long_ago=True, unless=(_NO_WIRES,)),
)
