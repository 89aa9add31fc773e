"""Cautions about pregnancy, age, and conditions of the jaw, the nerves, the skin and the eyes."""
from __future__ import annotations

from bot.nlu.safety.own_case import caution
from bot.nlu.safety.words import PAIN, gap, said

PREGNANT = (
    r"(?:pregnan\w*|preggo|preggers|embarazada|enceinte|schwanger|trying (?:for|to have) (?:a |another )?(?:second |"
    r"third |\w+ )?"
    r"(?:baby|one|child)|try(?:ing)? to conceive|ttc|\w+ trimester|ivf|embryo transfer|frozen transfer|(?:rainbow |"
    "surprise )?baby (?:is )?(?:on "
    "the way|due|bump)|(?:am|are|is|was|be|when|might be|i|we) expecting|expecting (?:twins|a baby|our|a child|in)|"
    "mums? to be|moms? to be|morning sickness|missed (?:my|her|a) period|i am late|carrying (?:twins|a baby|my)|"
    "having a baby|surrogate|my midwife|the midwife says|two lines on the test|not showing yet|first scan|eating for "
    "two|knocked up|up the duff|with child|family way|bun in the oven|"
    r"my due date|\d+ week scan|(?:she|wife|who|partner|girlfriend) (?:is |'s |s )\d+ (?:weeks|wks)|we are trying|"
    "been trying (?:for|to)|iui|clomid|egg (?:collection|retrieval)|fertility treatment|gestational|obgyn|rainbow "
    "baby|(?:want|hoping for|planning) (?:a |another )"
    "(?:baby|child|second)|want a second one|no good when expecting|"
    r"\d+ (?:weeks?|wks?) (?:gone|along|pregnant)|(?:\w+ )months? (?:gone|along)|bump (?:is )?\d+|bub 's kicking|"
    "ovulating|came off the pill because|been trying since|baby (?:bump|due)|due (?:in|on) (?:january|february|march|"
    "april|"
    r"may|june|july|august|september|october|november|december|\w+ weeks))")
#: Out of the question, long over, an animal's, or only a figure of speech.
_NO_BABY = said("pregnant pause", "(?:cat|dog|guppies|horse)", "i am a man", "negative", "hysterectomy",
                "post menopause", "any more",
                "not (?:a baby|trying|expecting)", "banned", "expecting (?:my |a )?(?:delivery|parcel|more|results|"
                "guests|too much)",
                r"i am [5-9]\d", "years? (?:ago|old and)", r"(?:is|are|was|were) \d+ years", "kids ago",
                "pregnancy (?:hormones|mask)",
                r"(?:after|since|post|did) (?:my |the |two |last )*pregnan\w+", "pregnancy in the", "joked", "myth",
                "article", "teach")
NURSING = (
    r"(?:breast ?f[e]\w+|chest ?feed\w*|nursing (?:my|her|our|mum|mom|mother|a (?:baby|newborn|toddler)|the baby)|"
    "(?:am|when|while|is|still|"
    r"exclusively|if|currently|be) nursing|i nurse my|lactat\w*|re ?lactat\w*|pump(?:ing)? (?:milk|\w+ times)|"
    r"(?:tandem|cluster|combi|mixed|night|breast) feed\w*|breast ?milk|(?:in|reach|through|my|alter my|for|with|"
    r"ok\w* with|pass into|"
    r"producing|leaking|give the|express\w*) milk|express for my|still (?:feeding|express\w*)|latch(?:es|ed)?|ebf|"
    "boobing|boob|"
    "on the breast|(?:give|giving) (?:the )?(?:breast|feed)|feeding (?:her|him|my (?:baby|newborn|son|daughter|"
    "little one|preemie))|"
    r"wean(?=(?: \w+)? )|till i (?:wean|stop)|milk supply|supply issues|during feeds|has a feed|stopped feeding|both "
    "on me|newborn on me|"
    "will not take a bottle|bebé)")
_NOT_NURSING = said("nursing (?:home|school|student|degree|shifts?|a (?:coffee|grudge))", "kittens",
                    r"(?:oat|goat|almond|coconut|soy\w*) milk",
                    "never breast ?fed", "(?:stopped|finished|after|since|will|does) (?:breast ?)?(?:feeding|nursing)",
                    "formula fed",
                    "weaned my", "breast ?fed (?:four|three|two|five|me|us|all|both|them|my)", "student", r"drink\w*")
JAW_JOINT = (
    rf"(?:tmj\w*|tmd|jaw (?:joints?|hinge)|bruxi\w*|night ?(?:guard|splint)|bite (?:guard|splint)|(?:the )?guard is "
    f"bitten|splint at night|"
    rf"(?:grind\w*|clench\w*|ground|gnash\w*) {gap(2)}(?:teeth|jaw|molars|night|hard|all day|like a horse)|(?:teeth|"
    rf"jaw|from|i|reps) (?:grind\w*|"
    rf"clench\w*)|hinge (?:by|hurt|near)|(?:jaw|mandib\w*) {gap(4)}(?:click\w*|pop(?:s|ping)|lock\w*|crack\w*|"
    rf"crunch\w*|grat\w*|slips?|dislocat\w+|"
    rf"noise|clunk\w*|thud\w*|stiff)|(?:click\w*|popping|clunk\w*|lock\w*|crunch\w*|thuds?) {gap(4)}(?:jaw|ear|"
    rf"yawn\w*|chew\w*|wide|side)|"
    rf"(?:sore|aching|tight|stiff) (?:\w+ )?jaw|jaw {gap(2)}(?:{PAIN}|tight)|{PAIN} {gap(3)}(?:mandib\w+|jaw)|"
    rf"(?:{PAIN}|crunchy) {gap(4)}ear {gap(2)}chew\w*|"
    r"joints? (?:\w+ ){0,3}(?:ache|crackle|throb)|soft diet|arthrocentesis|cartilage in my jaw|sore to yawn|"
    r"(?:locks?|locked|slips) (?:\w+ ){0,5}(?:yawn\w*|chew\w*|back)|one side clunk|got a click|worn my molars|out of "
    "joint)")
#: No trouble, or another thing that clicks or grinds.
_JAW_FINE = said("no jaw pain", "no clicking", "no trouble", "no aches", "in healthy people", "stand for",
                 "jaw dropped", "lock ?down",
                 "seat ?belt", "coffee", "retainer", "grinding out", "clicked for me", "rugby", "camera", "into place",
                 "on me lol",
                 "maintaining", "keeps? a tight", "frosty", "when mewing", "nothing since", "never again",
                 "can easily", "all good now")
PALSY = (
    r"(?:bells?(?: 's)? (?:palsy|at \d+|twice|tightness)|(?:after|from|post|leftover from|had) bells?(?: 's)?|"
    "(?:facial|lyme|the|my|old|face|a|her|his) palsy|"
    r"(?:facial|face|half) paral\w+|paral\w+ (?:facial|face)|(?:facial |face )nerve (?:\w+ ){0,3}(?:injur\w*|"
    r"damage\w*|cut|bruised|weak\w*)|"
    r"(?:facial |face )?nerve (?:was )?(?:damage\w*|cut|injur\w*|bruised)|forehead branch|synkinesis|synkinetic|"
    "linked movements|crocodile tears|ramsay hunt|"
    r"acoustic neuroma|vestibular schwannoma|house \w+ \d|hemifacial|reanimat\w+|"
    r"(?:weak\w*|lower|numb|lopsided|paraly\w+) (?:\w+ ){0,4}(?:since|from|after) (?:birth|childhood|(?:the |my |an? "
    ")?(?:accident|operation|op|"
    r"surgery|tumou?r|infection|shingles|forceps))|facial weakness|permanent(?:ly)? weak\w*|m(?:oe|ö|o)bius|forceps "
    r"baby|face (?:was|went|is) paraly[sz]\w+|palsy (?:as|since|history|in (?:19|20)\d\d)|myasthenia|trigeminal|"
    r"(?:eye|cheek|mouth|chin) (?:\w+ ){0,3}(?:closes|winks|waters|jumps|pulls|dimples) when i|winks when i|parotid "
    "tumou?r)")
_NO_PALSY = said("never (?:had|did)", "my dog", "invented for", "no history", "cerebral palsy", "the actress",
                 "(?:wedding|jingle) bells?",
                 "with laughter", "article", "tell a stroke")
SKIN = (
    r"(?:rosacea|eczema|psoriasis|(?:\w+ )?dermatitis|cold sores?|herpes|sun ?burn\w*|sun ?burnt|caught the sun|"
    "impetigo|shingles|ringworm|"
    "molluscum|folliculitis|cellulitis|lupus|vitiligo|hives|urticaria|warts?|open (?:wounds?|cuts?|sores?|spots)|"
    r"(?:raw|broken|torn|cracked|weep\w+|"
    r"burnt|split) skin|skin (?:is |'s )?(?:\w+ ){0,3}(?:torn|raw|broken|weep\w+|infected|peeling)|(?:active|cystic|"
    r"bad|inflamed|jawline|hormonal|severe) acne|acne (?:\w+ )?(?:flare|"
    r"all|on|along|right|now)|i (?:have|get|got) acne|breaking out|breakout\w*|(?:flare|flaring|flares) ?(?:up|"
    "around)?|(?:sun |heat |itchy |lupus )?rash|"
    r"graz(?:e|ed)|scraped my (?:chin|cheek|nose|face|forehead)|wind ?burn\w*|wind burnt|weepy|pus\b|contact allergy|"
    r"face is peeling|itch\w+ and scratchy|scabs?|scabbed|"
    "(?:blister|sore|spot)s? (?:on|near|by|around) (?:my |the |her |his )?(?:lips?|mouth|chin|face|cheeks?|nose)|"
    "open spots|sores)")
#: Over, elsewhere on the body, or only asked about.
_SKIN_FINE = said("had a cold sore", "healed", r"as a teen\w*", "(?:for )?teenagers?", "childhood", r"(?:19|20)\d\d",
                  "rash decision", "sore throat", "blush",
                  "hives of", "hereditary", "ecze what", "in general", r"prevent\w*", "acne scars?",
                  "(?:old|past) acne", "does sun ?burn",
                  r"cause\w*", "cellulite", "bleach", "rosacea no", r"(?:my|on|the) (?:\w+ )?(?:back|hands?|elbows?|"
                  "fingers?|heels?|thighs?|knees?|legs?|arms?|"
                  "scalp|feet|foot)", "no swelling", "treatment", "how (?:do|to) (?:i )?treat", "baby")
EYE = (
    r"(?:glau[ck]om\w*|contact lens\w*|contacts in|(?:hard|toric|soft|topic|my) (?:contact )?lenses|lens(?:es)? "
    "(?:in|implants?|all day)|eye (?:surgery|laser|operation|"
    "disease|pressure|infection|drops each)|(?:laser|smile|lasik|prk) (?:surgery|eye)|lasik|laser (?:on|in|for) "
    "(?:my|the|his|her|both) eyes|cataracts?|(?:detached|"
    r"repaired|torn) (?:retina\w*|tear)|retina|"
    "retinal (?:specialist|tear|detachment|vein|surgeon|occlusion)|"
    r"(?:macular|marula) degeneration|wet (?:macular|marula)|kerato\w+|corneal?|uveitis|iritis|narrow angles|"
    "trabeculectomy|thyroid eye|graves eyes|"
    "latanoprost|blepharitis|styes?|conjunctivitis|high myopia|cross linking|pigment dispersion|floaters|"
    r"(?:press|push|rub|roll|massag)\w* (?:\w+ ){0,5}(?:eye ?balls?|my eyes|eye sockets|the eyes|ball of the eye)|"
    r"pressure (?:'s |is )?(?:\w+ ){0,3}(?:in both eyes|on the high side)|lash ?line|(?:retin\w+|tretinoin) (?:\w+ "
    r")?(?:on|up to|to) (?:\w+ ){0,3}(?:lash\w*|upper lid|lids)|"
    r"injections in (?:her|his|my) eyes?|rub\w* my eyes a lot)")
_EYE_FINE = said("no (?:lenses|glaucoma|eye)", "what 's", "what are they", "never had", "contact the",
                 r"cataracts? (?:op |done )?(?:on both eyes )?in \d+",
                 "perfect sight", "hay fever", "camera", "phone", "floaters no", "normal", "cost", "went well", "hurt",
                 "slipped", "see sparkles")

RULES = (
    caution("ca_pregnancy", said(PREGNANT), said(r"[1-4]?\d \+ [0-6] (?:today|weeks)",
                 r"i am (?:now )?\d+ (?:weeks|wks)(?! (?:post|out|into|after|of|since|ago|in|on|from|clear|free))"),
            said(rf"(?:baby|bump) {gap(2)}(?:due|bump|\d+ (?:weeks|wks))|bump is \d+"), unless=(_NO_BABY,)),
    caution("ca_breastfeeding", said(NURSING), unless=(_NOT_NURSING,)),
    caution("ca_tmd", said(JAW_JOINT), long_ago=True, unless=(_JAW_FINE,)),
    caution("ca_palsy_history", said(PALSY), long_ago=True, unless=(_NO_PALSY,)),
    caution("ca_skin_conditions", said(SKIN), unless=(_SKIN_FINE,)),
    caution("ca_eye_area", said(EYE), long_ago=True, unless=(_EYE_FINE,)),
)
