"""Sight, balance, sense and headache, as people tell of them when they fail."""
from __future__ import annotations

from bot.nlu.safety.words import BAD, CAN_NOT, FACE, LIMB, SIDE, VISION, gap, near, said

SIGHT = r"(?:vision|sight|eye ?sight|eyes?)"
SIGHT_LOST = said(
    f"(?:lost|losing|loss of|lose|no) {gap(3)}(?:{VISION})",
    f"{CAN_NOT} {gap(1)}see(?! (?:it|them|under|past|through|any\\b|the|a|why|how|that|results?|what|straight|"
    f"well enough|"
    r"myself|my))",
    r"(?:went|gone|going|turned) (?:\w+ )?blind", "blind in (?:one|1|my|the|her|his)",
    f"(?:curtain|shadow|veil|cloud) {gap(4)}(?:over|in|across|down) {gap(2)}(?:eyes?|vision|sight)",
    near(VISION, r"(?:blur\w*|dim|double|dark|black|gr[ea]y|gone|going|went|fad\w+|disappear\w*|lost|missing|weird|bad|"
                 r"fuzzy|fogg?y?|flicker\w*|misty)", 4),
    r"blur\w* (?:or )?(?:\w+ )?(?:vision|sight|eye)",
    r"see(?:ing)? (?:\w+ )?(?:double(?! (?:chins?|lids?|their|the))|two of(?! the same)|black spots|flash\w*)",
    "see(?:ing)? (?:less|worse|not good)", f"eye {gap(2)}(?:went|gone|going|is|turned|'s) {gap(1)}(?:dark|black|dim|"
                                           f"blurry|gr[ea]y)",
    f"see {gap(1)}(?:only )?half(?! as)", f"i only see {gap(2)}(?:left|right|half)",
    "see(?:ing)? (?:\\w+ )?(?:fog|nothing|smoke|like through)", f"eyes? {gap(1)}not working right",
    f"(?:screen|picture|everything|colou?rs) {gap(5)}(?:missing|fog|washed out|erased) {gap(2)}in one eye",
    f"light {gap(3)}(?:from|in|of) {gap(2)}eyes?", "sight (?:\\w+ )?flickers?",
    f"half (?:of )?(?:what i see|{gap(1)}(?:vision|everything|the page) {gap(2)}(?:gone|missing|black|flickers))",
    r"(?:everything|it all|all) (?:\w+ )?(?:looks? |is |went )?(?:blurry|blurred|black|dark|double)")
UNFEELING = (
    r"(?:numb\w*|no feeling|no sensation|lost (?:all )?feeling|pins (?:and|n|&) needles|dead|tingl\w*|gone to sleep|"
    rf"like (?:wood|cotton\w*|felt|stone)|{CAN_NOT} (?:\w+ )?feel|feel not|cotton wool|asleep)")
BODY = rf"(?:{LIMB}|side|thigh|shoulder|half of (?:me|my|his|her)|body)"
NUMB = said(near(r"(?:numb\w*|no feeling|pins and needles|dead|tingl\w*)", rf"(?:{SIDE}|{LIMB}|{FACE})", 5))
NUMB_BODY = said(near(UNFEELING, BODY, 6), rf"(?:leg|arm|legs) {gap(2)}(?:gave way|stopped working|belongs? to)")
CONFUSED_BY = (
    "(?! (?:about|by|which|is|what|how|with|over|between|whether|on|as|why|in the shop|left and right|the words))")
NO_SENSE = said(
    rf"(?:confus\w+|disorient\w*|muddled?){CONFUSED_BY}", "gone glassy", "become strange",
    r"(?:trouble|can not|could not|does not|did not|is not|not) (?:understand\w*|recogni[sz]\w*|follow us|"
    r"follow the pictures)",
    "not make (?:any )?sense|making no sense|makes no sense when",
    rf"(?:does|did|could|do) not (?:know|tell|remember) {gap(1)}(?:us|me|what year|where (?:he|she|i)|what day|"
    rf"the way home|what "
    rf"(?:the|a) \w+ is|my own|his own|her own|who)", "does not get what i am", "understood nothing",
    "like a foreign language", "asked me (?:where|what) (?:\\w+ ){1,4}times", "got lost (?:on|in|from)",
    "forgotten how to", rf"(?:can|could) not (?:count|read) {gap(2)}(?:change|bus|number|clock|anything|what)",
    "thinks it 's (?:19|20)", "all over the place", "wrong end of")
NO_SENSE_ALONE = said(rf"(?:confus\w+|disorient\w*|muddled?){CONFUSED_BY}")
DIZZY = said(r"dizz\w*", "vertigo", r"spinning", "off balance", "giddy", "giddiness",
             r"(?:room|world|head|floor|deck|everything|walls?) "
             r"(?:is |are |keeps? |will not stop )?(?:\w+ )?(?:spin\w*|swing\w*|turn\w*|tilt\w*|moves|moving)")
NO_BALANCE = said(
    rf"{CAN_NOT} {gap(2)}(?:walk|stand|balance|sit up\w*|keep {gap(1)}balance|put a foot|"
    rf"coordinate)(?:ing)?\b(?! (?:the|him|her|it|in heels))",
    r"(?:lost|losing|no) (?:\w+ )?balance", r"balance (?:\w+ )?(?:gone|went|is off)", rf"{BAD} (?:dizz\w*|vertigo)",
    "fall(?:ing)? over", "walk(?:ing)? straight", rf"(?:walk\w*|bump\w*|run) (?:in ?to|in) {gap(1)}(?:things|walls?|"
                                                  rf"door|furniture)",
    rf"(?:veer\w*|thrown|fall\w*|pulled) {gap(1)}to (?:the |one |my )?(?:left|right|side)",
    "walk(?:ing)? like (?:a )?drunk",
    "legs (?:going|go) sideways", f"legs {gap(2)}(?:where i send|belong to|wobbly|like jelly)",
    "like (?:i am )?on a (?:ship|boat)",
    r"stumbl\w+", "wobbl(?:ing|y)", "so dizzy", "walking on a boat", "i sway", "crawled")
HEAD = r"(?:head ?aches?|head|skull)"
WORST_HEADACHE = said(
    f"(?:worst|most {BAD}) {gap(1)}head ?ache", "thunderclap", f"head ?ache {gap(4)}(?:ever had|of my life)",
    rf"sudden\w* {gap(3)}{BAD} head ?ache", rf"{BAD} {gap(2)}head ?ache {gap(4)}sudden\w*",
    rf"{HEAD} {gap(2)}(?:exploded|burst|like lightning)", "worst pain ever",
    rf"{HEAD} {gap(6)}(?:like being hit|full force|in (?:an instant|1 sec|one second|a second)|zero to)",
    rf"(?:sudden\w*|never) {gap(5)}pain {gap(2)}head")
HEAD_PAIN = said(rf"{HEAD} {gap(3)}(?:pain\w*|hurt\w*|exploded|burst|splitting|ache\w*)", "head ?aches?",
                 rf"pain {gap(3)}head",
                 "screamed and held her head")
EXTREME = said("worst", "never (?:\\w+ ){0,4}(?:like|such|before|known)", "exploded", "burst", "splitting",
               "ten out of ten",
               "like lightning", "hit with a bat", "full force", "fainted", "neck (?:now )?(?:is )?(?:hard|stiff)",
               r"vomit\w*", "throw(?:ing)? up", "been sick")
