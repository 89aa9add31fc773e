"""Worry about looks that takes over, harsh dieting, pressure from others, and regret after a procedure."""
from __future__ import annotations

from bot.nlu.safety.rules import DISTRESS, Rule, Signs
from bot.nlu.safety.words import JOKING, gap, said

LOOKS = (
    "(?:face|looks?|neck|jowls?|jaw|jawline|chin|cheeks?|eyelids?|lids|eyes|folds?|wrinkles|nose|lips|mouth|skin|"
    "lines|forehead|ugly|appearance|double chin)")
MIRROR_HOURS = said(
    r"(?:whole day|all my time|every hour) (?:[\w']+ ){0,8}mirrors?",
    r"(?:hours|all day|constantly|non ?stop|hundred times|obsess\w*) (?:[\w']+ ){0,8}mirrors?",
    r"mirrors? (?:[\w']+ ){0,8}(?:hours|all day|constantly|hundred times|every (?:five|ten|few) minutes)")
STAYS_IN = said(
    "not left (?:the|my) (?:house|home|flat|room|apartment)",
    "(?:can not|do not|will not|never|stopped|could not|afraid to|scared to|refuse to|ashamed to|embarrassed to) "
    r"(?:\w+ )?(?:leav(?:e|ing) (?:(?:the|my) )?(?:house|home|room)|go(?:ing)? out(?:side)?|go(?:ing)? to "
    "(?:work|school)|be seen|see (?:people|friends))")
BECAUSE_OF_LOOKS = said(LOOKS)
STARED_AT = said(
    r"(?:every ?one|every ?body|people|they all|all people|strangers) (?:\w+ )?(?:stares?|staring|laughs?|"
    f"laughing|points?|disgusted) {gap(3)}{LOOKS}")
MANY_DONE = said(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+|many|several|so many|multiple) (?:\w+ )?(?:procedures|"
    "surgeries|operations|treatments)")
UNHAPPY = said(r"still (?:\w+ )?(?:hate|unhappy|not happy|disgust\w*|ugly)", r"hate my")
ONLY_THOUGHT = said(
    "(?:nothing else|all that is|only thing) (?:is )?(?:on|in) my (?:mind|head)",
    "all i (?:can )?think (?:about|of)", "only thing i (?:can )?think",
    "(?:can not|could not) stop (?:thinking|obsessing|looking|worrying) (?:about|at|of|over)", r"i am obsess\w+",
    r"obsess\w+ (?:about|over|with) my")
OTHERS_DO_NOT_SEE = said(
    r"(?:friends?|every ?one|family|people|nobody|no one|husband|wife|partner|doctors?) (?:\w+ )?(?:says?|said|"
    r"tells? me|else)? ?(?:(?:they|he|she) )?(?:can not|do not|could not|does not) (?:\w+ )?see (?:it|them|what "
    "i)")
NO_FOOD = said(
    r"(?:only|just|under|less than) (?:eat(?:ing)? )?(?:\w+ )?[1-9]\d{1,2} (?:calories|kcal|cals)",
    "(?:stopped|stop|quit|not|no longer) eat(?:ing|en)?(?: anything)? (?:to|so|for|at all)",
    r"not eaten (?:\w+ )?(?:for|in|since)",
    r"(?:throw(?:ing)? up|vomit\w*|purg\w+|mak(?:e|ing) myself (?:sick|throw up|vomit)) (?:\w+ ){0,4}(?:after|"
    r"meals?|eat\w*|food|dinner)",
    r"(?:only|just) drink (?:\w+ )?(?:water|coffee|tea)", r"starv\w+ myself", "laxatives?",
    "skip(?:ping)? (?:every|all) meals?")
HOW_LITTLE = said(r"how little (?:can|should|do|may|could) i eat")
SLIM = said(r"slim\w*", r"thin\w*", r"face", r"cheeks?", r"jaw\w*", r"meals?", r"eat\w*", r"sharp", r"lose", r"chin")
CLOSE = (
    "(?:partner|boyfriend|husband|girlfriend|wife|mother|mum|mom|dad|father|parents?|boss|manager|family|kids|"
    r"children|people|they|he|she|ex|every ?one|classmates|colleagues|friends?|sister|brother|guys|agent|fianc\w*)")
INSULT = (
    "(?:ugly|hideous|disgusting|old and (?:ugly|fat|saggy)|a (?:monster|pig|witch|hag)|revolting|repulsive|fat "
    "face|worthless)")
INSULTED = said(
    f"{CLOSE} {gap(2)}(?:says?|calls?|called|told|tells|keeps? (?:saying|calling)|thinks?|said|finds?) "
    f"{gap(3)}(?:me|i|my) {gap(6)}{INSULT}",
    f"called me {gap(1)}{INSULT}")
BULLIED = said(
    "bull(?:y|ied|ies|ying)",
    r"(?:mocks?|mocked|mocking|teas(?:e|es|ed|ing)|sham(?:e|es|ed|ing)|humiliat\w+|insult\w*) (?:me|my|about|for|"
    "because|by)",
    "(?:made|make|makes|making) fun of (?:me|my)", "laugh(?:s|ed|ing)? at (?:me|my)")
PROCEDURE = (
    "(?:botox|fillers?|surgery|face ?lift|operation|procedure|nose job|rhinoplasty|lip ?suction|liposuction|"
    r"threads?|eyelid \w+|neck ?lift|peel|work done)")
IN_CHARGE = r"(?:boss|manager|agent|boyfriend|husband|girlfriend|wife|partner|fianc\w*|parents?)"
GET = r"(?:get|have|do|getting|having|undergo)"
PUSHED = said(
    rf"{IN_CHARGE} {gap(2)}(?:told|tells|asked|orders?|wants?) (?:me )?to {GET} {gap(3)}{PROCEDURE}",
    rf"{CLOSE} {gap(2)}(?:forc\w+|pressur\w+|making|makes|insists?|pushing|pushes|pushed|demands?) (?:on )?(?:me|i) "
    rf"(?:to |into )?(?:{GET} )?{gap(3)}{PROCEDURE}")
RUINED = said(
    r"(?:ruin\w*|destroy\w*|wreck\w*|botch\w*|disfigur\w*|mutilat\w*) (?:\w+ )?(?:my \w+|me|myself)")
CRIES = said(
    r"(?:cry|crying|cried|weep\w*|sob\w*) (?:\w+ ){0,4}(?:every day|every night|all (?:the time|day|night)|daily|"
    "constantly|for (?:days|weeks)|non ?stop|since)")
NO_MIRROR = said(
    r"(?:can not|could not|can hardly|hate to|do not want to) (?:\w+ )?(?:bear to |stand to |even "
    ")?(?:look(?:ing)? (?:at myself|at my face|in (?:the|a) mirror)|face (?:the|a) mirror)")
DONE = said(PROCEDURE, "surgeon", "clinic", r"injections?", r"blepharoplasty", r"laser")
FUN = (JOKING,)

RULES = (
    Rule("di_eating", DISTRESS, (
        Signs((NO_FOOD,), (SLIM,), FUN, slow=True),
        Signs((HOW_LITTLE,), asked=True),
    )),
    Rule("di_procedure_regret", DISTRESS, (
        Signs((RUINED,), (DONE,), FUN, slow=True),
        Signs((CRIES,), (DONE,), FUN, slow=True),
        Signs((NO_MIRROR,), (DONE,), FUN, slow=True),
    )),
    Rule("di_pressure_bullying", DISTRESS, (
        Signs((INSULTED,), unless=FUN, slow=True),
        Signs((BULLIED,), (BECAUSE_OF_LOOKS,), FUN, slow=True),
        Signs((PUSHED,), unless=FUN, slow=True),
    )),
    Rule("di_bdd", DISTRESS, (
        Signs((MIRROR_HOURS,), unless=FUN, slow=True),
        Signs((STAYS_IN,), (BECAUSE_OF_LOOKS,), FUN, slow=True),
        Signs((STARED_AT,), unless=FUN, slow=True),
        Signs((MANY_DONE,), (UNHAPPY,), FUN, slow=True, reach=8),
        Signs((ONLY_THOUGHT,), (BECAUSE_OF_LOOKS,), FUN, slow=True),
        Signs((OTHERS_DO_NOT_SEE,), unless=FUN, slow=True),
    )),
)
