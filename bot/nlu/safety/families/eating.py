"""Eating next to nothing, getting rid of food, and thinness that frightens others."""
from __future__ import annotations

from bot.nlu.safety.rules import DISTRESS, Rule, Signs
from bot.nlu.safety.words import JOKING, said

_FEW = r"(?:[1-9]\d{0,2}|zero|no|two hundred|three hundred|four hundred|five hundred)"
LITTLE_FOOD = said(
    "(?:only|just) drink (?:water|coffee|tea) (?:; )?(?:so|to|for|because)", "water (?:alone|only)",
    "(?:just|only) (?:ice(?: "
    "cubes)?|(?:black )?coffee|tea|"
    "water)(?= |$)(?! (?:at|in the office|with))", "starving for", "(?:one|an|1) (?:apple|egg|yoghurt|soup|meal|"
    "cracker)s? (?:a|by|per|every) (?:day|week)", "a soup a week", "(?:in place|instead) of (?:my )?meals", "no food",
    "i do not eat(?! (?:meat|fish|dairy|sugar|much|late|sweets|any (?:meat|dairy|sugar)))", "skip breakfast lunch",
    "basically nothing", "let myself have", "swallowing cotton", "lowest food",
    rf"{_FEW} (?:calories|kcals?|cals?|calls)(?! (?:off|less|more|deficit|a pound|in|from|burn\w*))",
    r"live (?:on|of|off) (?:only |just |nothing )?(?:\w+ ){0,2}(?:coffee|tea|air|water|apples?|cucumber|ice|broth|"
    "juice|yoghurt|"
    r"\d+|soup|gum|celery|lettuce|cals)", r"(?:eat|eats|eating|ate) (?:\w+ )?(?:nothing|almost nothing|only (?:\w+ "
    ")?(?:cucumber|ice|lettuce|celery|apples|broth|soup))",
    r"(?:barely|hardly|scarcely) (?:eat\w*|ate)", "(?:mostly )?(?:do|does|did) not eat(?: (?:enough|anything|at "
    "(?:school|all|home)|lunch|dinner|in front))",
    r"not (?:really )?eaten (?:\w+ )?(?:for|in|since)", "(?:stopped|stop|quit) (?:eating|her meals|my meals|his "
    "meals)(?: (?:to|so|for|at all|because))?(?! (?:sugar|bread|crisps|meat|chocolate|dairy|carbs|gluten|in|sweets|"
    "late))",
    r"skip(?:ping|s)? (?:every |all |my |most |\d |two |three )*meals?", "(?:do|did|does) not (?:take|have|eat) "
    "(?:lunch|dinner|breakfast)(?: i)?", "(?:had|eaten) (?:no|not had) lunch since", "not had (?:lunch|dinner|a meal|"
    "food) (?:since|for|in)",
    r"(?:only|just) (?:drink|have|allow|green tea|black coffee|soup|broth)(?: \w+){0,3} (?:water|coffee|tea|egg|"
    "yoghurt|broth)?(?: (?:since|for|a day|all day))", "i allow (?:myself )?(?:1|one|two|half)",
    r"nothing but (?:\w+ )?(?:coffee|tea|water|broth|juice|ice|apples)",
    "without (?:a hot meal|food|eating|a meal)", "days without (?:food|eating|meals)", "(?:water|dry|juice) fast",
    "starv(?:e|es|ing) (?:myself|herself|himself|the|my|to|and)", "i starve", "and starve",
    "can not eat longest|who can (?:not eat|fast) longest",
    "not drink(?:ing)? water for", "(?:least|minimum) (?:amount of )?food", "how few calories",
    "(?:live|stay alive) on", "no calories at all", "cotton wool",
    "cuts? a (?:pea|grape|cracker)", "counts? (?:almonds|grapes|calories|peas)", "never go back to eating",
    "so hungry", "empty stomach till")
HOW_LITTLE = said("how little (?:can|should|do|may|could) i eat", "how few calories")
GETS_RID = said(
    r"(?:took|taking|take) (?:\w+ )?lax[ai]t\w+", "hid(?:e|es|ing) (?:my |her |the )?(?:dinner|lunch|food)",
    r"(?:eat|ate) (?:\w+ ){1,3}i have to run", "spit out",
    r"(?:throw(?:ing|s)?|threw) (?:it |food |meals? )?up (?:\w+ ){0,4}(?:after|meals?|eat\w*|food|dinner|quiet\w+|on "
    "purpose|every)", "vomit(?:s|ing)? (?:after|before|every|on purpose|acid|my|to)", "purging(?! phase)",
    "i purge", "from purging", "mak(?:e|es|ing) (?:myself|herself|himself) "
    "(?:sick|throw up|vomit)", "(?:two )?fingers down (?:my|her|his) throat", "bring(?:s|ing)? it (?:all )?(?:back "
    ")?up", "chews? and spits?", "(?:spit|spits|spitting) (?:my |her |his |the )?food",
    "laxatives?(?! tea ads)", "enemas?",
    "detox tea", "diet pills?", "water pills", "sauna suit",
    "got(?:ten)? rid of (?:it|the food)", "hid(?:e|es|ing) (?:my |her |the )?food", r"(?:ran|run) (?:\w+ ){0,3}to "
    "(?:cancel|burn) it",
    "after every meal", "to make weight", "then (?:the )?bathroom")
PURGES = said(
    r"(?:throw(?:ing)? up|vomit\w*|purg\w+|mak(?:e|ing) myself (?:sick|vomit|throw up)) (?:\w+ ){0,2}(?:after|every|"
    r"my) (?:\w+ )?(?:meals?|eat\w*|food|dinner|week)",
    "fingers down (?:my|her|his) throat")
ILLNESS = said(
    r"(?:i am|am|she is|he is|weigh\w*|at|to) (?:only )?[2-4]\d (?:kg|kilos?)", r"(?:i am|am|i|she|he|is|was) (?:\w+ "
    ")?(?:bulimic|anorexic)", "i am fainting", "blacked out on",
    r"(?:had|have|having|relapsed?|with) (?:\w+ )?(?:anorexia|bulimia|an eating disorder)", "anorexi[ac]",
    "eating disorder", r"(?:weighs?|weighed|down to|at) (?:only )?(?:[2-4]\d) ?(?:kg|kilos?|kilograms)",
    "(?:hospital|clinic) for my weight", "wants me to gain", "feeding plan", r"gain \d+ (?:kilos?|kg|pounds)",
    "periods? (?:have |has )?stopped", "hair (?:is |'s )?(?:comes?|coming|falling) out", r"weighed \\w+ times",
    "refuses food", r"lose \d+ kg by")
FEARS_FOOD = said(
    "(?:terrified|scared|afraid|frightened) of (?:a piece of |a |the )?(?:toast|food|bread|eating|calories|dinner|"
    "biscuits?|carbs|gaining|a meal)", r"can not eat (?:\w+ )?without (?:crying|guilt|panic\w*)",
    "when i eat (?:my face|i)", "every time i eat", "after i eat", "each time i eat", "every (?:grape|bite|crumb|"
    "meal) goes", "only let myself eat",
    "eat a (?:cracker|biscuit|sandwich) and panic", "all i think about is food", "binge(?:s|d|ing)? (?:at night|and|"
    "then|in secret)", "hat(?:e|ing) myself for (?:the|a|eating)", "feel (?:like a pig|powerful) (?:if|when)",
    r"\d{4} ?(?:cals?|calories|calls) in \d+ min")
TO_BE_THIN = said(
    r"slim\w*", r"thin\w*", "skinny", "face", "faces", "cheeks?", "cheekbones?", r"jaw\w*", "sharp", "chin",
    "hollows?", "neck", "glands?", "puffy", "swollen", "body", "temples?", "round", r"model\w*", "fat", "tight",
    "folds", "skin", "capillaries", "moon", "narrow", "snatched", "chipmunk", "hamster")
CALM = (JOKING, said(
    "dietitian", "nutritionist", "(?:years|decades) ago", "slimming world", "(?:my|the) (?:doctor|gp|trainer) (?:is|"
    r"said|'s|cheer\\w*|has)", "healthy", "worth it or", "snack", "vomiting bug", "food poisoning", "netflix",
    "retinol", "in general", "article", "ramadan",
    "eats? (?:well|like|loads)", "recovered", "my hands", "toddler", "porridge", "documentary", "blood test", "sleeve",
    "bypass"))

RULES = (
    Rule("di_eating", DISTRESS, (
        Signs((LITTLE_FOOD,), (TO_BE_THIN,), CALM, slow=True, asked=True),
        Signs((GETS_RID,), (TO_BE_THIN,), CALM, slow=True, asked=True),
        Signs((PURGES,), unless=CALM, slow=True),
        Signs((ILLNESS,), (TO_BE_THIN,), CALM, slow=True, asked=True),
        Signs((FEARS_FOOD,), (TO_BE_THIN,), CALM, slow=True, asked=True),
        Signs((HOW_LITTLE,), asked=True),
    )),
)
