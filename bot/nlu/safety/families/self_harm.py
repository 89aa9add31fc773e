"""Thoughts of dying, and hurting oneself."""
from __future__ import annotations

from bot.nlu.safety.rules import DISTRESS, Rule, Signs
from bot.nlu.safety.words import JOKING, gap, said

TO_DIE = (
    "(?:die(?! for)|be dead|not (?:be )?(?:here|alive|exist|wake up)(?: any ?more)?|end (?:it|my life|everything)|"
    "kill myself|kill (?:him|her)self|disappear(?: for ?ever)?)")
WANTS_TO_DIE = said(
    r"(?:want|wants|wish|would like|going|need|ready|plan\w*|rather|better|decided|thinking (?:about|of)) (?:to "
    rf")?(?:\w+ )?{TO_DIE}",
    "feel(?:s|ing)? like (?:dying|ending it|killing myself)", "wish (?:i|he|she) (?:was|were) (?:dead|never born)",
    "(?:kill|killing) (?:myself|himself|herself)", "end(?:ing)? (?:my|his|her) (?:own )?life",
    "end(?:ing)? it all", r"suicid\w*", "tak(?:e|ing) (?:my|his|her) (?:own )?life",
    "(?:do|does) not want to (?:live|be alive|be here|exist|go on|wake up|be in this world)(?: any ?more)?",
    r"(?:can not|could not) (?:live|go on) (?:\w+ )?(?:like|looking|with|any ?more|this)",
    "(?:life|living|it) is not worth (?:living|it any ?more)?", "not worth living",
    r"no (?:point|reason|sense) (?:in |of |to )?(?:\w+ )?(?:living|live|life|be alive|being alive|going on)",
    "better off (?:without me|dead)", r"(?:i am|feel\w*) suicidal", "plan to end (?:it|my life)",
    "do not want to be (?:alive|here)")
WHAT_FOR = said(
    "(?:what is|what 's|whats|is there|see no|see the) (?:the |any )?point (?:of|in|to) (?:living|life|being "
    "alive|going on|live)")
NOT_MEANT = (JOKING, said(r"die for", r"to die for", r"i would die for"))
#: "Slap my cheeks" and "pinch my chin" are exercises, and many a cut is an accident: a motive or a habit is needed.
OFTEN = (
    "(?:sometimes|often|always|keep|just|really|even|deliberately|secretly|regularly|want to|need to|started to|"
    "like to|have to|then|also)")
BY_HABIT = said(
    r"self ?harm\w*", rf"\bi (?:{OFTEN} ){{0,2}}(?:hurt|cut|harm|burn|hit|punch|injure|punish) myself",
    rf"\bi (?:{OFTEN} ){{0,2}}cut my (?:skin|arms?|wrists?|legs?|thighs?)",
    "cutting my (?:arms?|wrists?|legs?|thighs?)",
    "(?:i am|i keep|been|started|can not stop) (?:cutting|harming|burning|hurting|hitting|punching|punishing) "
    "myself",
    r"(?:she|he) (?:\w+ )?(?:cuts|hurts|harms|burns|hits) (?:herself|himself)")
HITS_FACE = said(
    rf"(?:hit|slap|punch|hitting|slapping|punching|scratch) (?:\w+ )?(?:my|myself) {gap(6)}(?:see|hate|hating|"
    "ugly|look at|angry|anger)",
    rf"(?:hit|slap|punch|cut|hurt|burn\w*) (?:myself|my \w+) {gap(3)}(?:because|since|for) {gap(5)}(?:look|ugly|"
    "face|hate|old|jowls)")
ACCIDENT = (
    said(
        r"acciden\w*", "by mistake", r"shav\w*", r"dermaplan\w*", "with my nail", "on the door", "sugar", "oops",
        "without wanting", r"(?:can|could|will|would|did|may|might) i (?:\w+ )?(?:hurt|harm|injure|cut|burn)",
        r"(?:afraid|scared|not) (?:of|to) hurt\w*", "yesterday while", "cooking", "curling"),
    JOKING)

RULES = (
    Rule(
        "di_suicidal", DISTRESS,
        (
            Signs((WANTS_TO_DIE,), unless=NOT_MEANT, slow=True),
            Signs((WHAT_FOR,), unless=NOT_MEANT, slow=True, asked=True)),
        self_harm=True),
    Rule(
        "di_self_harm", DISTRESS,
        (Signs((HITS_FACE,), unless=ACCIDENT, slow=True), Signs((BY_HABIT,), unless=ACCIDENT, slow=True)),
        self_harm=True))
