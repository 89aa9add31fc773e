"""A stroke that leaves the face alone: sight, feeling, balance or sense lost at once, or a sudden headache."""
from __future__ import annotations

from bot.nlu.safety.families.senses_words import (
    DIZZY,
    EXTREME,
    HEAD_PAIN,
    NO_BALANCE,
    NO_SENSE,
    NO_SENSE_ALONE,
    NUMB,
    NUMB_BODY,
    SIGHT_LOST,
    WORST_HEADACHE,
)
from bot.nlu.safety.families.stroke_words import LIMB_WEAK, LOCAL, ONE_SIDE, SLEPT, STORY
from bot.nlu.safety.rules import EMERGENCY, Rule, Signs
from bot.nlu.safety.stories import TOLD_TALE
from bot.nlu.safety.times import HOURS, KNOWN
from bot.nlu.safety.words import AT_ONCE, ONSET, VISION, gap, said

SUDDEN = said(r"sudden\w*", "out of nowhere", "just now", "since (?:this morning|last night|yesterday)")
#: "I am confused: is it taken in the morning" is no loss of sense.
WHICH = said("collagen", "where am i in")
CALM = (KNOWN, STORY)

RULES = (
    Rule(
        "em_stroke_other", EMERGENCY,
        (
            Signs((SIGHT_LOST,), (HOURS,), CALM),
            Signs((said(f"(?:lost|losing|no) {gap(2)}{VISION} in {gap(1)}(?:one|left|right) eye"),)),
            Signs((said(f"eye {gap(2)}(?:gone|went) (?:dark|black)", "blind in (?:1|one) eye"),), unless=CALM),
            Signs((NUMB,), (ONE_SIDE, ONSET), (STORY, *LOCAL)), Signs((LIMB_WEAK,), (ONE_SIDE, AT_ONCE), (SLEPT,)),
            Signs((said(f"(?:can not|could not|lost|no) (?:\\w+ )?feel\\w* {gap(3)}(?:(?:left|right|one|that) side)"),),
                  unless=(*CALM, *LOCAL)),
            Signs((NUMB_BODY,), (ONE_SIDE, HOURS), (*CALM, *LOCAL), reach=15),
            Signs((NO_SENSE_ALONE,), (SUDDEN,), (STORY,)), Signs((NO_SENSE,), (HOURS,), (*CALM, WHICH)),
            Signs((DIZZY, NO_BALANCE), (HOURS,)),
            Signs((NO_BALANCE,), (HOURS,), CALM), Signs((WORST_HEADACHE,), unless=(STORY,)),
            Signs((HEAD_PAIN,), (EXTREME, HOURS), CALM)), stories=(TOLD_TALE,)),)
