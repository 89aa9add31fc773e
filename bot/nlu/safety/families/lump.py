"""Lumps, and spots that change."""
from __future__ import annotations

from bot.nlu.safety.rules import URGENT, Rule, Signs
from bot.nlu.safety.words import FILLER, LATELY, gap, said

LUMP = (
    r"(?:lumps?|knots?|nodul\w*|swollen (?:lymph )?(?:glands?|nodes?)|(?:glands?|lymph nodes?) (?:\w+ "
    "){0,3}swollen|growth)")
PLACE = r"(?:neck|jaw|jawline|ears?|chin|cheeks?|face|collar ?bone|temple|nose|lip|eyelid)"
A_LUMP = said(LUMP)
LUMP_THERE = said(rf"{LUMP} {gap(6)}{PLACE}", rf"{PLACE} {gap(4)}{LUMP}")
GROWS = said(
    r"(?:keeps?|is|are|kept|been)? ?(?:grow\w*|getting (?:bigger|larger)|gets? bigger|bigger)", "hard", "fixed",
    "(?:does|will) not move", "found", "noticed", "new", "painful", "hurts?", r"hoarse\w*",
    r"for (?:more than )?(?:\w+ )?(?:\w+ )?(?:weeks|months?)(?: now)?", "weeks", "there is",
    "(?<!should )i have (?:a|an|this|had|got|two|some|lumps?)", "i got", "has", LATELY.pattern)
NOT_THIS = (
    said(FILLER, "botox"),
    said(
        "removed", "lipoma", "in my throat", "checked", "skin tags?",
        "(?:cat|dog|puppy|kitten|horse)s? (?:has|have)"))
SPOT = r"(?:spots?|(?<!cold )sore|bump|patch|mole|scab|wound|mark|lesion|freckle|pimple)"
NOT_HEALING = said(
    rf"{SPOT} {gap(6)}(?:(?:has|have|does|do|will|is|did) not (?:\w+ )?heal\w*|never (?:\w+ )?heals?|not healing|"
    "will not heal)",
    rf"(?:not|never) heal\w* {gap(3)}{SPOT}")
BLEEDS = said(rf"{SPOT} {gap(5)}(?:bleed\w*|bled)", rf"bleeding {SPOT}")
MOLE = said(
    rf"(?:mole|freckle|birth ?mark) {gap(6)}(?:chang\w*|bigger|darker|grow\w*|grew|bleed\w*|itch\w*|bled|larger|"
    r"black\w*)",
    rf"(?:chang\w*|growing|bleeding) {gap(1)}mole")
NEW_PATCH = said(
    rf"new {gap(1)}(?:dark|black|brown|red) {gap(1)}(?:patch|spot|mark|mole) {gap(3)}(?:grow\w*|bigger|chang\w*|"
    r"spread\w*)",
    f"(?:dark|black) (?:patch|spot|mark) {gap(3)}(?:growing|getting bigger|changing)")
HANDLED = (
    said(
        r"when i (?:pop|pick|squeeze|shave|scratch)\w*", "after i (?:popped|picked|squeezed|shaved|scratched)",
        "gua sha", r"derma ?roll\w*", "picked", "popped", "shaving"),)

RULES = (
    Rule("ur_lump", URGENT, (
        Signs((LUMP_THERE,), (GROWS,), NOT_THIS, slow=True),
        Signs((A_LUMP,), (said(r"keeps? growing|getting bigger|(?:does|will) not move|hard"),), NOT_THIS, reach=6),
        Signs((said(r"swollen (?:lymph )?(?:glands?|nodes?)"),), (said(r"weeks", r"months?"),), NOT_THIS),
    )),
    Rule("ur_skin_change", URGENT, (
        Signs((NOT_HEALING,), slow=True),
        Signs((BLEEDS,), unless=HANDLED),
        Signs((MOLE,), slow=True),
        Signs((NEW_PATCH,), slow=True),
    )),
)
