"""Pieces of patterns that several families share, and the words that a typo may stand for."""
from __future__ import annotations

import re
from re import Pattern
from typing import cast

from bot.nlu.safety.lazily import Lazily


def said(*alternatives: str) -> Pattern[str]:
    """A pattern that matches any of ``alternatives`` as whole words."""
    return cast("Pattern[str]", Lazily(r"\b(?:" + "|".join(alternatives) + r")\b"))


def gap(most: int) -> str:
    """Up to ``most`` words of the same clause, each followed by a space; none that denies or supposes."""
    return rf"(?:(?!(?:not|never|could|would|might) )[\w'%]+ ){{0,{most}}}"


def near(one: str, other: str, most: int) -> str:
    """Both in one clause, in either order, at most ``most`` words apart."""
    return rf"{one} {gap(most)}{other}|{other} {gap(most)}{one}"


CAN_NOT = (
    "(?:can not|could not|unable to|not able to|will not|would not|do not|does not|did not|is not able to|(?:can |"
    r"could )?(?:hardly|barely)|struggl\w+ to|trouble|difficulty|difficult to|hard to|no longer|problems?)")
FACE = (r"(?:face|faces|facial|cheeks?|mouth|lips?|smile|jaw|jawline|chin|eye ?brows?|brows?|forehead|expression)")
SIDE = (
    "(?:(?:one|left|right|1|that|same|this|wrong|whole left|whole right) (?:hand )?(?:sides?|half|corner|part)|half "
    r"(?:of )?(?:my|his|her|the|their|your) \w+|half (?:of )?face|(?:on|to|at) (?:the |my |his |her )?(?:left|"
    "right)|(?:left|right) (?:cheek|mouth|lip|face|brow|eyebrow|jaw|arm|leg|hand|body)|side of (?:my|his|her|the|"
    r"your) \w+|corner of (?:my|his|her|the) mouth|lop ?sided|crooked|wonky|uneven|asymmetric\w*|slanted|one "
    "sided)")
#: What a face does that loses its strength; DROP has, besides, what skin does over the years.
FALL = (
    r"(?:(?<!eye )droo?p+(?:ed|ing|s)?(?! (?:my|the|an?\b(?! (?:bit|little|lot|few|couple|day|week))|some|\d))|"
    "fell(?! (?:asleep|off|out|in|for|over))|fallen(?! asleep)|falls?(?: down)?|falling(?! asleep)|"
    r"c[ao]me down|coming down|slump\w*|collapsed|floppy|sunk|"
    r"sank|hang(?:s|ing)?|hung|slid(?:ing)?|slipp\w*|pull(?:ed|s|ing)? (?:down|to)|twisted|crooked|lop ?sided|"
    r"wonky|slanted|limp|slack|paraly[sz]\w*|frozen|not moving|(?:can|will|do|does) not move|went down|gone "
    r"down|stopped (?:working|moving)|(?:is|are|does|do|will) not work\w*|given (?:up|way))")
DROP = rf"(?:{FALL}|droo?p+y|sag(?:ged|ging|s)|lower)"
WEAK = (r"(?:weak\w*|numb\w*|no (?:power|strength|feeling)|heavy|limp|dead|paraly[sz]\w*|tingl\w*|useless|"
        r"(?:can|will|does|do) not (?:move|work|lift|grip)|stopped working|pins and needles|floppy)")
LIMB = r"(?:arms?|legs?|hands?|fingers|foot|feet|body|limbs?)"
LID = r"(?:eye ?lids?|lids?)"
VISION = r"(?:vision|sight|eye ?sight)"
SWELL = (
    r"(?:swell\w*|swollen|swole|swelled|puff(?:y|ed|ing|s|iness|ier)(?: up)?|balloon\w*|bl(?:ew|own|ows|owing)(?: "
    r"all)? up|huge|massive|enormous|enlarged|bigger|inflamed|inflat\w*|bloated|doubled(?: in)? size|(?:doubl\w*|"
    r"twice) the size|tripled|(?:big and )?fat(?:ter)?|came up like|like (?:\w+ )?(?:balloons?|sausages?|pillows?|"
    "football|moon|slug|hamster|chipmunk|grapefruit|orange|tennis ball))")
BREATH = (
    rf"(?:{CAN_NOT}|no fit) (?:\w+ )?(?:breath\w*|catch \w+ breath|get (?:\w+ )?(?:air|breath))|short(?:ness)? of "
    r"(?:\w+ )?breath|breathless\w*|whe+z\w*|wheezing|gasping|struggl\w+ (?:to|for) (?:breath\w*|air)|out of breath")
SWALLOW = (
    rf"{CAN_NOT} (?:\w+ )?(?:swallow\w*|drink)|(?:swallow\w*) (?:is |has |it )?(?:hard|difficult\w*|impossible|"
    r"problems?|trouble|badly|properly|sticks)|chok(?:e|es|ed|ing)(?! (?:up|at|on the price))")
FAINT = r"(?:faint\w*|pass(?:ed|ing)? out|light ?headed|collaps(?:ed|ing|e)|black(?:ed|ing) out)"
FEVER = r"(?:fever\w*|(?:a|high|my|running|got|the) temperature|shiver\w*|chills|shaking)"
#: Where filler, toxin and the knife are used, as visitors call the place.
TREATED = (
    r"(?:lips?|nose|cheeks?|cheek ?bones?|chin|jaw(?:line)?|temples?|face|for(?:e)?head(?: dent)?|(?:eye ?)?brows?|"
    r"brow tail|tear troughs?|under ?eyes?|eye bags?|smile lines?|laugh lines?|frown lines?|eleven lines|11s|"
    r"nasolabials?|marionettes?|glabella|earlobes?|dark circles)")
#: A treatment that is only spoken of: "would filler", "filler free", "no botox", "is filler planned".
_ONLY_NAMED = (
    "(?<!would )(?<!will )(?<!does )(?<!could )(?<!can )(?<!should )(?<!or )(?<!no )(?<!never )(?<!want )(?<!than "
    ")(?<!without )(?<!having )(?<!about having )(?<!would lip )(?<!out lip )(?<!wood )(?<!against )")
FILLER = (
    f"(?:(?<!grout )(?<!pillow )(?<!pore ){_ONLY_NAMED}fillers?(?! (?:words?|episodes?|primer|pencil|effect|light|"
    "free))|juvederm|restylane|radiesse|sculptra|belotero|bellafill|profhilo|volbella|voluma|vollure|teosyal|"
    r"aquamid|ellanse|plla|after (?:they|she|he|the doctor|the nurse) injected|hyaluron\w*(?: acid)? (?:pen|"
    r"injections?|fillers?)|injections? of (?:the )?(?:acid )?hyaluron\w*|hyaluron\w* (?:in|under|into)|lip "
    f"(?:injections?|top up)|(?:got|had|have|get|having) (?:my |her |his |the |it |them )?(?:{TREATED} )?(?:done|"
    f"filled|raised)(?! before)|(?:did|done) (?:my |her |his )(?:own )?{TREATED}|{TREATED} (?:was |were |got |"
    r"been |is |are )?(?:filled|injected|refilled|plumped)|filling of (?:\w+ )?lips?|filled (?:my|her|his|in)|fat "
    r"(?:injections?|graft\w*)|liquid (?:nose job|face ?lift)|non ?surgical (?:nose job|rhino\w*)|inject(?:ed|"
    r"ions?|ion) (?:\w+ )?(?:my |in my |into my |to my |in the |of the |between my |between the |by my |in "
    rf")(?:\w+ )?{TREATED}|injections? (?:\w+ )?between (?:my )?(?:eye)?brows|cannula)")
BOTOX = (
    rf"(?:{_ONLY_NAMED}botox(?:ed)?(?! (?:free|videos?|fail|memes?|myth))|botulinum\w*|dysport|xeomin|bocouture|"
    "azzalure|daxxify|jeuveau|letybo|nuceiva|alluzience|(?:neuro)?toxin|(?:trap)?tox|nefertiti(?: lift)?|lip flip|"
    "anti ?wrinkle (?:injections?|jabs?|shots?)|neck bands? (?:done|injected|treated)|platysma (?:bands? "
    ")?(?:were |was )?(?:done|injected))")
SURGERY = (
    r"(?:(?:mini |deep plane |smas )?(?:face|neck|brow|jowl|temple|mid ?face|lip|lid|eye ?lid) ?lifts?|"
    r"blepharo\w*|bleph|(?:eye|eye ?lid|lid) (?:surgery|lift|operation|op)|(?:eyelids?|eyes|lids?|bags) "
    r"(?:\w+ )?(?:done|removed|trimmed|operated)|bag removal|lids operated|face surgery|facial surgery|surgery|"
    r"operation|(?:face|lid|my|his|her|the|an|post) op|rhinoplasty|otoplasty|(?<!liquid )nose job|lipo\w*|stitches|"
    r"buccal fat(?: \w+)?|chin implant|fat (?:graft\w*|transfer)|thread ?lifts?|jaw contouring|platysma op|"
    r"my lift|mini lift|the lift(?:ing)? of)")
BAD = (
    r"(?:severe|bad|terribl[ey]|unbearable|awful|intense|extreme\w*|excruciating|agonising|worst|horrible|strong|"
    "massive)")
PAIN = r"(?:pain\w*|hurts?|hurting|sore|aches?|aching|ached|agony|tender|throb\w*)"
CHRONIC_WORDS = (
    r"always|slow\w*|gradual\w*|over (?:the )?(?:years|decades|time|\w+ years)|(?:for|in|since|over|many|all "
    r"these) (?:\w+ )?(?:\w+ )?(?:years|decades)|years now|with age|age(?:ing|d)|aging|as (?:i|we|you) (?:age|get "
    "older|got older)|getting older|every year|each year|since (?:my )?(?:birth|childhood|menopause|kids|school)|"
    "since i (?:was|turned|hit)|since turning|no change|nothing (?:has )?changed|never been|life ?long|whole life|"
    r"all my life|sleep on|genetic\w*|inherit\w*|hereditary|after (?:i had )?(?:kids|menopause|pregnancy|the "
    "kids)|weight loss|diet|naturally|than the other because|a (?:bit|little) lower")

#: Onset within hours.
RIGHT_NOW = said(
    "since (?:this (?:morning|afternoon|evening)|last night|yesterday|today|breakfast|lunch|dinner|noon|i "
    r"woke\w*|waking|\w+ (?:this|yesterday) \w+|(?:\w+ )?(?:an|one|two|three|few|\d+) (?:minutes?|mins?|hours?|"
    "hrs?))",
    "this (?:morning|afternoon|evening)", "today", "tonight", "just now", "right now", "since (?:an|half an) hour",
    r"since \d+ ?(?:am|pm|o'clock|oclock)", "since (?:the |early )?(?:morning|afternoon|evening)", "out of bed",
    "(?:minutes?|mins?|hours?|hrs?|moments?) ago", r"woke (?:\w+ )?up", "woke", "yesterday", "last night",
    r"(?:in|within|over) (?:the )?(?:last |past |about )?(?:an? |few |couple of |\d+ )*(?:minutes?|hours?|hrs?)",
    "just (?:started|happened|began|dropped|noticed)", "at the moment")
SUDDEN_WORDS = (
    r"sudden\w*|out of (?:nowhere|the blue)|abrupt\w*|instantly|(?:no|without(?: any)?) warning|in seconds|overnight|"
    "at once|very fast|really fast|quickly|rapidly")
AT_ONCE = said(SUDDEN_WORDS)
#: An onset that cannot be the day of a treatment or a plan: "since this morning", "an hour ago", "woke up with".
SINCE = said(
    "since (?:this (?:morning|afternoon|evening)|last night|yesterday|today|breakfast|lunch|dinner|noon|i "
    r"woke\w*|waking|(?:\w+ )?(?:an|one|two|three|few|\d+) (?:minutes?|mins?|hours?|hrs?))",
    "this (?:morning|afternoon|evening)", "just now", "right now", "at the moment",
    "(?:minutes?|mins?|hours?|hrs?) ago", "woke", "since (?:an|half an) hour", r"since \d+ ?(?:am|pm|o'clock|oclock)",
    "since (?:the |early )?(?:morning|afternoon|evening)", "since i got (?:up|out of bed)")
STARTED = said(
    "(?:minutes?|mins?|hours?|hrs?) back", "got up", "this am",
    "(?:during|at|over) (?:breakfast|lunch|dinner|work|tea)", "half an hour",
    r"(?:for|since) (?:\w+ ){0,3}(?:minutes?|mins?|hours?|hrs?)",
    "just (?:lost|went|dropped|drooped|fell|slid|collapsed|stopped|gone|noticed)",
    "while (?:we|i|he|she|they) (?:was|were)")
ONSET = re.compile(f"{RIGHT_NOW.pattern}|{AT_ONCE.pattern}|{STARTED.pattern}")
#: Onset within days or a few weeks.
LATELY = said(
    SUDDEN_WORDS,
    r"(?:in|over|for|within|during) (?:the )?(?:last |past )?(?:few |couple of |couple |two |three |\d+ |\w+ "
    ")?(?:days|weeks)",
    r"(?:last|past) (?:few |couple of |couple |two |three |\d+ )?(?:days?|weeks?)",
    "(?:a |one )?(?:days?|weeks?) ago", "this (?:week|month)",
    "last (?:week|weekend|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
    r"since (?:last |this |the )?(?:week\w*|monday|tuesday|wednesday|thursday|friday|saturday|sunday|month)",
    r"recent\w*", "lately", "new(?:ly)?", "started", "began", "weaker and weaker")
CHRONIC = said(CHRONIC_WORDS)
EVEN = said(
    "both (?:of )?(?:my )?(?:sides?|cheeks|eyes|lids|eyelids|jowls|corners|brows|eyebrows)", "evenly", "equally",
    "the same on", r"symmetrical\w*", "perfectly even", "on both")
PERSONAL = said(
    "is (?:it|this) (?:normal|usual|standard|ok|okay) (?:that|for)",
    "my", "mine",
    "i (?:am|have|had|got|feel|felt|see|saw|can not|could not|just|suddenly|woke|think|noticed|lost|keep|now|do "
    "not|went|did|used|started|hit|hurt|cut|was|look|cry|want|check|only|stopped|throw|spend|make)",
    "he", "she", "his", "her", "him", "mum", "mom", "mother", "dad", "father", "husband", "wife", "partner",
    "friend", "son", "daughter", "sister", "brother", "nan", r"gran\w*", "someone (?:next|with|here)",
    "this (?:lump|swelling|numbness)")
#: A joke or a figure of speech.
JOKING = said(r"lol", r"lmao", r"ha(?:ha)+\w*", r"joke", r"joking", r"kidding", r"jk")
JOKING = re.compile(JOKING.pattern + r"|😂|🤣")

#: Words of signs that are too rare for the list of common words: the speller may read a typo as one of them.
RARE_WORDS: tuple[str, ...] = (
    "abscess", "anaphylaxis", "asymmetrical", "blister", "blistered", "blisters", "blotchy", "blurred", "blurry",
    "breathe", "breathing", "bruising", "bulging", "choking", "confused", "crooked", "dizzy", "dizziness",
    "drooped", "drooping", "droopy", "dropped", "dropping", "eyelid", "faint", "fainted", "fever", "gland",
    "headache", "hives", "hoarse", "infected", "infection", "itchy", "lopsided", "mottled", "mouth", "numb",
    "numbness", "oozing", "painful", "paralysed", "paralyzed", "pregnant", "pupil", "pupils", "purple",
    "shivering", "slurred", "slurring", "slurry", "speech", "spreading", "stroke", "suddenly", "suicidal",
    "suicide", "swallow", "swallowing", "swelling", "swollen", "throat", "throbbing", "tingling", "tongue",
    "twitch", "twitching", "uneven", "vision", "vomit", "weakness", "wheezing", "wonky")
