"""Signs that several families hear after different causes."""
from __future__ import annotations

from bot.nlu.safety.words import CAN_NOT, VISION, gap, near, said

_DIM = (
    r"(?:blur\w*|fuzz\w*|dim\w*|dark\w*|black\w*|cloud\w*|fog\w*|haz[ey]\w*|mist\w*|washed out|shimmer\w*|flicker\w*|"
    r"half (?:erased|gone|missing|black)|smudg\w*|doubled?|blind|wobbly)")
_SEEN = r"(?:vision|sight|eye ?sight|eyes?|screen|telly|tv|room|lights?|everything|colours|i look)"
_SHADE = (
    r"(?:shadows?|curtain|veil|smudge|blank spot|hole|fog|smoke|black (?:spots?|dots?)|floaters?|(?:floaty|floating) "
    r"dots|dots about|sparkl\w*|flash(?:es|ing)|zig ?zags?|stars|missing|blur)")
#: Any change in what is seen. Alone it says little: a treatment, a pregnancy or an onset stands beside it.
SIGHT_DISTURBED = said(
    r"eyes? (?:\w+ )?(?:went|gone|going|turned|goes) (?:\w+ )?(?:dark|black|dim|blurry)",
    "(?<!age )spots (?:in|before|across) (?:my |her |his |the )?(?:vision|sight|eyes?)",
    f"(?:lost|losing|loss of|lose|no) {gap(2)}(?:{VISION})(?! of)", f"(?:{VISION}) loss",
    r"(?:can|could|does|do|did|is|are|am) not (?:really |properly |hardly )?see(?:ing)?(?! (?:any|my\w*|the "
    "(?:difference|point|results?)|why|how|what|that|results?|it|them|you|much (?:difference|change)|a "
    r"(?:difference|change|result)|\w+ (?:difference|results?)))",
    "no (?:dey )?see clear",
    r"see(?:s|ing)? (?:less|worse|not clear|only (?:light|shadow)\w*|like (?:in |through )\w+)",
    "(?:barely|hardly) see", r"see(?:s|ing)? (?:\w+ )?(?:double|two of|twins)(?! chin)",
    "double (?:vision|pictures)", "(?:get|got|gets|getting) double(?! chin)", "dey see double",
    "(?:sight|vision) double", near(f"(?:{VISION}|everything|one eye|the eye|(?:left|right) eye)", _DIM, 4),
    rf"{VISION} {gap(3)}(?:rubbish|off|gone|going|lost|missing|weird|bad|worse|fad\w*|cutting|disappear\w*|half)",
    r"(?:blur\w*|fuzzy|dim|black|blind|dark) (?:\w+ )?(?:vision|sight|telly|in one eye|on one side|in (?:the|my) "
    "(?:left|right))",
    r"(?:looks?|went|gone|turned|goes|going|is|gets?|getting|like) (?:all )?(?:blur\w*|fuzzy|dim(?:mer)?|blind|"
    "half (?:erased|black))",
    r"eyes? (?:\w+ )?(?:went|gone|going|is|are|turned|goes) (?:\w+ )?(?:dark|black|dim|blurry)",
    "(?<!age )spots (?:in|before|across) (?:my |her |his |the )?(?:vision|sight|eyes?)", "all (?:fuzzy|blurry)",
    "tunnel vision", "(?:got|is|am|are) cross ?eyed", f"{_SEEN} {gap(6)}{_SHADE}(?! (?:under|bags?))",
    f"{_SHADE} {gap(5)}(?:{VISION}|one eye|half my eye|when i look)",
    r"see(?:s|ing|ms)? (?:\w+ ){0,2}(?:spots|stars|flash\w*|sparkl\w*|shadows?|smoke|zig ?zag\w*|black dots|"
    r"shimmer\w*|dots|blurry|blurred|dim|fog\w*)",
    r"(?:only|just) (?:see )?(?:light|shadow) (?:\w+ )?(?:is |and )?(?:visible|dark)",
    "lights? (?:look|hurts?|flickers?)",
    rf"eyes? {gap(2)}(?:not|will not|can not) {gap(1)}(?:lining up|focus\w*|move)",
    rf"{CAN_NOT} (?:look|move \w+ eye) (?:to the |up|side)", r"(?:went|gone|going|turned|is) (?:\w+ )?blind",
    r"(?:eyes?) (?:has |have )?turn(?:ed|ing) (?:out|in)\w*",
    r"(?:everything|it all) (?:\w+ )?(?:blurry|blurred|black|dark)")
