"""Cautions about medicines, strong creams, and exercise that hurts."""
from __future__ import annotations

from bot.nlu.safety.own_case import OwnCase, both, caution
from bot.nlu.safety.words import gap, said

_MEDICINE = (
    r"(?:anti ?depress\w*|sertraline|fluoxetine|citalopram|mirtazapine|lithium|anti ?psychotic\w*|olanzapine|"
    "quetiapine|"
    r"ozempic|wegovy|mounjaro|zepbound|saxenda|semaglutide|tirzepatide|glp\w*|steroids?|pred|prednis\w*|inhaler|"
    "medication|meds?|medicines?|tablets?|pills?|(?:hormone |monthly )?(?:jabs?|injections?|pen|doses?)|statins?|"
    r"thyroxine|levo\w*|thyroid \w+|hrt|"
    r"mini ?pill|the pill|pack|accutane|iso ?tretinoin|roaccutane|blood (?:thinners?|pressure \w+)|warfarin|pradaxa|"
    "beta ?blockers?|insulin|metformin|tamoxifen|letrozole|methotrexate|gabapentin|pregabalin|spironolactone|water "
    "tablets|"
    r"\w{3,}(?:pril|olol|statin|sartan|azepam|oxetine|opram|traline|tidine|prazole|dipine|glutide|patide|apine|azine|"
    "formin)|"
    r"diuretics?|anti ?biotics?|anti ?epileptics?|epilepsy \w+|hiv \w+|ssri|adhd \w+|chemo\w*)")
_STOP = (
    r"(?:stop(?:ping|ped)?|quit\w*|com(?:e|ing) off|came off|gone off|go off|going off|cut(?:ting)? (?:down|back|out|"
    r"it|my|the|in half)|reduc(?:e|ing) (?:my|the)|lower(?:ing)? (?:my|the) dose|taper\w*|(?:not|no longer) tak(?:e|"
    r"ing)|want off|without my|half (?:my|the|a) (?:dose|tablet|pill)|do not want to take|halv\w+|skip\w*|"
    r"ditch\w*|swap\w*|wean\w*|gave up|give up|giving up|get off|drop(?:ped|ping)? (?:my|the|it|them|this|that|\w+ "
    r"this)|just dropp\w+|(?:to|i will) drop|leav(?:e|ing) (?:\w+ )?(?:out|off|them|it|"
    r"the rest)|left off|(?:'s )?binned|in the bin|going in the|flush\w*|paus(?:e|ing)|break from|miss|refuses?|take "
    "no more|not take more|"
    r"take (?:a )?break|throw\w* (?:away|out)|cold turkey|midway|i am out|im out|done w(?:ith)? (?:it|them))")
_SAFELY = said("as prescribed", "finished", "with my (?:nurse|doctor|gp)", "my (?:doctor|gp) and i",
               r"doc\w* took me off",
               "tapered", r"smok\w*", "coffee", "retinol", "an exercise", "sugar", "medicine ball", "motorway", "job",
               "breast ?feeding", "no meds", "no intention", "glasses", "told to stop", "stopped growing",
               "prescribed")
BLOOD_THINNER = (
    r"(?:blood ?thin\w+|warfarin|coumadin|sintrom|acenocoum\w*|apixaban|eliquis|xarelto|rivaroxaban|edoxaban|lixiana|"
    "dabigatran|pradaxa|clopidogrel|plavix|ticagrelor|brilinta|prasugrel|heparin|enoxaparin|clexane|fragmin|"
    "dalteparin|"
    r"tinzaparin|phenprocoumon|marcumar|anti ?coagul\w*|inr|anti ?platelet\w*)")
_BRUISES = (rf"(?:bruis(?:e|es|ing)|mark|bleed) {gap(3)}(?:easily|easy|quick\w*|like a \w+|from nothing|at the "
            f"slightest|for ages|a lot|"
            "for hours)|(?:plum|big|purple|constant) bruises|purple spots|blue marks|bruise no matter|senile purpura|"
            "purpura|"
            f"{gap(1)}slightest (?:knock|touch)")
_NONE_TAKEN = said("aspirin (?:face )?mask", "never bruise", "take nothing", "one aspirin", "take none",
                   "do not take any",
                   "rich plasma", "not mine", "my (?:shin|wallet|ego)", "old wives", "late (?:father|mother)")
_ACTIVE = (
    r"(?:retin\w+|tret\w*|iso ?tretinoin|adapalene|differin|bakuchiol|acids?|aha|bha|azelaic|glycolic|salicylic|"
    "lactic|tca|"
    r"vitamin [ac]|vit [ac]|(?:after|from|since|using|new|put|made|started|steroid|firming) (?:\w+ ){0,3}(?:serum|"
    "cream|toner|lotion)|"
    r"(?:serum|cream|toner|lotion) (?:\w+ ){0,2}(?:burns?|made|makes|stings?|left|gave)|(?:chemical |peeling "
    r")?(?:peel\w*|solution)|peel pads|"
    r"niac\w*|benzoyl\w*|bp|the ordinary|exfoliat\w+|actives?|purg\w+|cream of \w+|lemon)")
_SORE = (
    r"(?:burn(?:s|t|ed|ing)?|burned|sting\w*|stung|peeling and|(?:bright |tomato |very )?red(?:ness)?(?! light)|raw|"
    r"flak\w+|irritat\w*|itch\w*|sore|"
    r"on fire|crack\w+|rash|blister\w*|sun ?burn\w*|scorched|shedding|crocodile|scaly|sand ?paper\w*|blotch\w*|rough "
    "hot|"
    r"tight (?:waxy|red|and sore)|waxy|crispy|fried|fry|wrecked|barrier|scarlet|angry|every\w* tingles|skin ?burn|"
    "welts?|swollen|inflamed|"
    "red patches)")
#: Nothing worth stopping for, not begun yet, or not skin at all.
_CALM = said("not (?:begun|started)", r"avoid\w*", r"prevent\w*", "tolerates?", "considering", "starting",
             "when i start", "risks?",
             "(?:slight|mild|light)(?:ly)?", "for (?:a |two |few )*(?:minute|second)s?", "then (?:fine|nothing|gone)",
             "fine since",
             "no burning", "gone after", "does not react", "years ago", "not sore", "unopened", "burning question",
             "red light",
             "red (?:lipstick|wine)", r"hot (?:flush\w*|water|weather)", "blistering heat", "cold weather", "label 's",
             "candle",
             "orange", "paint 's", "cold sores?", "bee stings?", "bite", "how badly", "stop peeling")
_TOO_MUCH = said(
    rf"{_ACTIVE} {gap(2)}(?:and|with|plus) {gap(1)}(?:retin\w+|tretinoin|adapalene) {gap(2)}(?:together|each|every|"
    f"same)",
    rf"layer\w* {gap(8)}(?:retin\w+|acids?|glycolic)", "how many acids", "retini[sz]ation", "two times on day",
    r"(?:tret\w*|retin\w+|adapalene) (?:skin )?burn", r"over ?exfoliat\w+", r"(?:is it|normal) purg\w+",
    "(?:damaged|broken|ruined) barrier",
    r"aha and retin\w+ together", r"derma ?roll\w+ ?\+? ?acids? \w+")
_PAIN = (
    r"(?:pain(?:s|ful|fully)?|hurts?|hurting|sore(?:ness)?|aches?|aching|ached|head ?aches?|migraines?|cramp\w*|"
    r"spasms?|sting\w*|burning|burns|burny|bruised|"
    r"throb\w*|pounding|raw|tender|twinge|stabbing|winces?|(?:cheeks|jaw|neck|face|jowls) are killing me|chafed|"
    "carpet burn|pulled something|pull under|"
    "something pull|"
    r"duele|been in a scrum|complains|flinch\w*|ow)")
_PRACTICE = (
    r"(?:exercis\w*|routine|face (?:yoga|gym)|session|massag\w*|gua \w+|roller|rolling|jade comb|knuckles|cupping|"
    "tape|strap|"
    "reps|press(?:es)?|jaw (?:one|scoop|trainer)|(?:neck|cheek|jaw|platysma|under eye|tongue|smile) (?:ones?|lifts?|"
    "stretch|press|squeeze|"
    r"resistance|thing)|scoop|fish face|puffing|resist\w*|chin lifts?|stretch\w*|lion|moves?|did all of it|work "
    "?outs?|"
    "overdid|training|mewing|chewing gum)")
#: Not begun, painless, only asked about, over, elsewhere, or not meant.
_NOT_SORE = said("have not started", "when i begin", "no pain(?! no gain)", "nothing (?:sore|hurts)", "painless",
                 "pain free",
                 "without", "avoid", "prevent", "relieve", "help with", "normally", "will i feel", "should i feel",
                 "should it",
                 "used to (?:hurt|get)", "all (?:good|better)", "fine now", "pleasantly", "growing pains", "pains me",
                 "feelings",
                 "wallet", "laughing", "inducing", "burning question", "burn(?:ing)? calories", "vaccine", "shot",
                 "dentist", "never ache", "for a minute", "figuratively",
                 "headache (?:band|is)", "my hand", "goggles", "ego", "on toast", "sales", "tension", "sore throat",
                 "heights",
                 "how would i know", "hurt yourself", "i hurt myself", "looks like she", r"bored\w*",
                 "(?:lower |my )?(?:back|knees?|shoulders?|legs?) pain", "gym")

RULES = (
    caution("ca_stop_medicine", both(said(_STOP), said(_MEDICINE), 9, (_SAFELY,)),
            both(said(_MEDICINE), said(_STOP), 9, (_SAFELY,)), answers=True),
    caution("ca_blood_thinners", said(
        BLOOD_THINNER, _BRUISES, r"(?:on|daily|take|taking|baby|low dose|every day|and|\d+ ?mg|my) (?:\w+ )?aspirin",
        r"aspirin (?:\w+ )?(?:daily|every|each|a day|\d+|since|for my)", r"h[a]?emophilia\w*",
        "bleeding (?:disorder|condition)",
        r"von willebrand\w*", r"factor (?:\d+|v|x\w*)", "low platelets", r"platelets? (?:\w+ ){0,3}(?:low|\d+)", "itp",
        "clotting (?:is|disorder|problem|condition)", "clot (?:badly|slowly)", "drop my platelets", r"thrombocyt\w*",
        "dvt",
        "my (?:blood )?clot", r"pulmonary embol\w+"), unless=(_NONE_TAKEN,)),
    caution("ca_actives_irritation", both(said(_SORE), said(_ACTIVE), 12, (_CALM,)), _TOO_MUCH,
            said("how many acids", r"(?:pool|sun|garden|beach) (?:\w+ ){0,8}(?:glycolic|lactic|acid|retin\w+)"),
            answers=True, unless=(_CALM,)),
    caution("ca_pain_stop", OwnCase((said(_PAIN),), (said(_PRACTICE),), (_NOT_SORE,), asked=False, reach=12),
            OwnCase((said("(?:meant|supposed) to hurt", "no pain no gain right"),), unless=(_NOT_SORE,)),
            answers=True),
)
