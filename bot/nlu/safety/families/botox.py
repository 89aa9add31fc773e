"""After botulinum toxin: signs that it has spread."""
from __future__ import annotations

from bot.nlu.safety.families.stroke import SPEECH
from bot.nlu.safety.rules import EMERGENCY, Rule, Signs
from bot.nlu.safety.words import BOTOX, BREATH, SWALLOW, gap, said

AFTER_BOTOX = said(BOTOX)
SPREAD = said(
    SWALLOW, BREATH, rf"(?:whole|entire|all over) {gap(1)}body {gap(2)}weak\w*", "weak all over",
    rf"(?:can not|could not|hard to|trouble) {gap(1)}(?:hold\w*|keep\w*|lift\w*) {gap(1)}head",
    rf"head {gap(3)}(?:flop\w*|fall\w* forward|drop\w* forward|hang\w*)",
    r"voice (?:\w+ ){0,2}(?:weak|hoarse|gone|lost)", r"hoarse\w*",
    r"(?:trouble|difficulty|hard to) (?:swallowing or )?speak\w*")

RULES = (
    Rule("em_botox_spread", EMERGENCY, (
        Signs((SPREAD,), (AFTER_BOTOX,)),
        Signs((SPEECH,), (AFTER_BOTOX,)),
    )),
)
