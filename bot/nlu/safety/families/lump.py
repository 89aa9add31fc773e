"""Lumps, and spots that change."""
from __future__ import annotations

from bot.nlu.safety.rules import URGENT, Rule, Signs
from bot.nlu.safety.words import FILLER, LATELY, gap, near, said

#: What a hand finds under the skin, by its name or by what it feels like.
LUMP = (
    r"(?:lumps?|knots?|nodul\w*|(?:swollen )?glands?|(?:lymph )?nodes?|growth|(?:solid )?mass|"
    "marble|kernel|nut|pebble|grape|hazelnut|knob|bead|bolita|bobble|cyst|gristle|boiled sweet|(?:hard|"
    r"firm|solid|growing|rubber\w*|extra|new|thick|egg shaped) (?:\w+ )?(?:things?|balls?|spot|bits?|pea|bean|"
    r"stone|egg|cord)|pea|bean|ball|plum|something (?:\w+ )?(?:hard|firm|solid|like a)|something hard)")
PLACE = (
    "(?:neck|jaw(?:line)?|jaw ?bone|ears?|ear ?lobe|chin|cheeks?|face|collar ?bones?|temples?|nose|lip|eye ?lid|"
    "throat|adam 's apple|tongue|armpit|wind ?pipe|gum|parotid|cuello|mouth)")
A_LUMP = said(LUMP)
#: Bumps and swellings are common on a cheek, and not at a neck.
DEEP = r"(?:neck|jaw(?:line)?|ears?|ear ?lobe|under (?:my |the )?chin|collar ?bones?|throat|tongue|parotid|temples?)"
LUMP_THERE = said(near(LUMP, PLACE, 7), near(r"(?:bump|swelling|bulge)", DEEP, 7))
#: What makes a lump one to be seen: new, growing, hard, fixed, or there for weeks.
GROWS = said(
    "(?:grow(?:s|n|ing)?|grew|getting (?:bigger|larger|wider)|gets? bigger|bigger|doubled|twice as big|"
    r"increas\w*|larger|thicker)",
    "hard", "solid", "firm", "rubber(?:y)?", "fixed", "stuck to",
    "(?:does|will|did|do) not (?:move|budge|slide|go|pinch)", "can not be pinched", "not going", "not there",
    "was not there", "never (?:noticed|went down)", "will not go away", "does not go(?: away)?",
    "like (?:a )?stone", "fresh bulge", "moved when i found", "(?:weeks?|months?) (?:old|now|or|on)",
    r"(?:for|since|from) (?:\w+ ){0,3}(?:weeks|months?|summer|spring|june|birthday|holi|autumn)", r"\d+ weeks",
    "(?:three|four|five|six|nine) weeks", "in (?:october|september|sept|august|spring|the spring)",
    "since (?:september|october|june|sept)", "new", "this (?:week|autumn|winter|month)", "never noticed", "lately",
    "came (?:up|this)", "come up", "comes up", "found", "find", "spotted", "noticed", "doctor not seen", "refused",
    "(?:told|stopped and)", "hurts", "aches", "sour", LATELY.pattern)
HARD = said(
    "hard", "solid", "firm", r"grow\w*", "bigger", "stuck to", "does not (?:move|slide|budge)", "rubber", "stone",
    "fixed", "thicker", "doubled", "twice as big")
VOICE = said(
    "husky", "hoarse", "croaky", "raspy", "(?:lost|losing) my (?:singing )?voice",
    r"voice (?:\w+ ){0,3}(?:croaky|hoarse|raspy|husky|gone)")
GLANDS = said(r"glands?", r"(?:lymph )?nodes?")
FOR_WEEKS = said(
    r"(?:for|since|about|from) (?:\w+ ){0,3}(?:weeks|months?)", r"\w+ weeks", "months?", "itchy and sweaty",
    "never went down", "one side")
#: A lump that is known, was removed, or is a part of the body, and lumps that are no lumps.
NOT_THIS = (
    said(FILLER, "botox"),
    said(
        "gone", "healed", "nothing (?:now )?there", "for (?:a|one|two|three) (?:days?|hours?)", "moisturi[sz]er",
        "bug bite", "each month", "period", "expected", "anymore since", "removed", "lipoma", "in my throat",
        "checked", "skin tags?", "(?:cat|dog|puppy|kitten|horse)s? (?:has|have)", "signed me off", "tragus",
        "hyoid", "mastoid", "cartilage", "on both sides(?! of (?:my |the )?neck)", "same on",
        "(?:took|taken) (?:it )?out", "long gone", "went down within", "lumpy", r"in (?:19|20)\d\d", "unchanged",
        "harmless", "for years", "years old", "anatomy", "headscarf", "posture", "goitre", "shoulders?",
        "since puberty", "since i was", "goe?s? with stretching", "after (?:the|my) swelling", "weak spot",
        "swelling to", "in general", "x ?rayed", "soft", "abscess", "tooth", "pimple", r"shav\w*", "exerciser"))
# --- spots
SPOT = (
    r"(?:spots?|(?<!cold )sores?|bumps?|patch\w*|moles?|scabs?|wounds?|marks?|lesions?|freckles?|pimples?|ulcers?|"
    "growth|graze|place|dot|thing|lump|crack|dome|nodule|bead|ring|streak|beauty spot|place|volcano)")
A_SPOT = said(SPOT)
ONE_SPOT = (
    "(?:spot|(?<!cold )sore|bump|patch|mole|scab|wound|mark|lesion|freckle|ulcer|growth|dot|lump|dome|"
    "nodule|bead|pimple)")
NOT_HEALING = said(
    rf"(?:spot|sore|scab|ulcer|wound|patch|growth|lesion) {gap(8)}(?:will|does|do|did|would) not (?:\w+ "
    ")?(?:go(?: away)?|get better|disappear|fade away)",
    r"(?:scab|sore|ulcer|wound|graze|crust\w*) (?:\w+ ){0,8}(?:weeks|months)",
    r"(?:weeks|months) (?:\w+ ){0,2}(?:scab|sore|ulcer|wound)",
    rf"{SPOT} {gap(8)}(?:(?:has|have|does|do|will|is|did|which|that) (?:not|no) (?:\w+ )?(?:heal\w*|clos\w*|dry|"
    r"clear\w*)|never (?:\w+ )?(?:heals?|clears?|goes)|not (?:healing|closed|clearing)|will not heal)",
    rf"(?:not|never) (?:heal\w*|clos\w*) {gap(3)}{SPOT}", "opens again", "open sore", "(?:raw|open) (?:for|since)",
    "keeps (?:falling off|crusting|coming back|scabbing)", "heals splits", "still is not closed", "is not closed",
    "comes back thicker", "crusts repeat", "never clears", "never goes", "thing 's back",
    r"been there (?:since|\d+|for \w+ (?:weeks|months)|three)", "never (?:quite |fully )?heals")
BLEEDS = said(
    r"keeps (?:on )?bleeding", r"bleeds (?:every|easily|each|a little|for)",
    rf"{SPOT} {gap(7)}(?:bleeds?|bleeding|bled|weep\w*|ooz\w*)", f"bleeding {SPOT}",
    "(?:bled|bleeds|bleeding|weeps|oozing blood) (?:again|when|if|most|off|at|now|crusts)")
LASTS = said(
    r"(?:for|since|about|from) (?:\w+ ){0,3}(?:weeks?|months?|easter|spring|summer|year|september|august)",
    r"\w+ (?:weeks|months)", "half a year", "again", "most days", "every time", "keeps", "since", "if i",
    "when i (?:wash|towel|shave|sneeze)", "now and then", "crusts", "never", "growing", "long", "each time", "raw",
    "off and on", "ulcer", "without")
MOLE = said(
    r"(?:age|pigment) spot (?:\w+ ){0,6}(?:itch\w*|raised|crust\w*|bleed\w*|black dot|bigger)",
    "new (?:mole|freckle|black dot)",
    r"(?:mole|freckle) (?:\w+ ){0,5}(?:looks different|edges?|irregular|jagged|two colou?rs|sore|tender|crust\w*|"
    "spreading|colou?r)",
    rf"(?:moles?|freckle|beauty (?:mark|spot)) {gap(9)}(?:chang\w*|bigger|"
    r"darker|grow\w*|grew|grown|bleed\w*|itch\w*|bled|larger|black\w*|doubled|lopsided|raised|raise|wobbly|furry|"
    "thicker|weeping|crusty|outside|rising|second bump|grey)",
    rf"(?:chang\w*|growing|bleeding|itchy|black streak) {gap(4)}mole", "mole bleeding")
SPOT_CHANGES = said(
    rf"{ONE_SPOT} {gap(8)}(?:grow(?:s|n|ing)?|grew|(?:gets?|getting|turning|gone|slowly|is) (?:\w+ )?(?:bigger|"
    r"larger|darker|blacker|wider)|chang(?:ed|ing) (?:shape|colou?r)|doubled|spread\w*|darker corner|three "
    "colours|uneven|gets bigger)",
    rf"(?:growing|bigger|darker|new) (?:\w+ )?(?:dark|black|brown|red) {ONE_SPOT} {gap(5)}(?:grow\w*|bigger|larger|"
    r"spread\w*|chang\w*)",
    "size of lentil", r"new (?:and|black) (?:\w+ )?(?:getting larger|dot)", "and (?:it )?(?:grows|keeps growing)")
PEARLY = said(
    "(?:pearly|waxy|shiny(?: pink)?|scaly|crusty|veiny|rough red|scar like|skin coloured|blue black|rough|purple) "
    rf"(?:\w+ )?(?:{SPOT})",
    "like a horn", "rolled edge", "like sandpaper", "tiny veins on it", "clear and veiny", "lashes fell out")
HANDLED = (
    said(
        r"when i (?:pop|pick|squeeze|scratch)\w*", "after i (?:popped|picked|squeezed|shaved|scratched)",
        "gua sha(?:ll)?", r"derma ?roll\w*", "picked", "popped", "(?:was|were) checked", "stopped at once",
        "(?<!not )(?<!never )healed", "dry since", "cut myself", "evenly", "all over", "melasma (?:since|from)",
        "same for years", "unchanged", "clear", "cleared", "mascara", "eyeliner", "in pregnancy", "gums",
        "lipstick", "surgery", "facelift", "stitches", "tooth", "filler", r"in (?:19|20)\d\d", "years ago",
        "cold sore", "serums", "not changed", "has not changed", "spread my", "spreading retinol", "henna",
        "my tan", "rosacea", "freckle count", "app", "in general", "lashes grow", "hair",
        "always (?:been|the same)", "thread", "operation", "scar behind"),)

RULES = (
    Rule(
        "ur_lump", URGENT,
        (
            Signs((LUMP_THERE,), (GROWS,), NOT_THIS, slow=True, reach=15),
            Signs((A_LUMP,), (HARD, said(PLACE), GROWS), NOT_THIS, slow=True, reach=8),
            Signs(
                (A_LUMP,), (said("keeps? growing", "getting bigger", "(?:does|will) not move", "hard"),), NOT_THIS,
                slow=True, reach=6),
            Signs(
                (VOICE,), (A_LUMP, said("neck", "throat", "adam 's apple", "wind ?pipe", "node")),
                (said("in my throat"),), slow=True),
            Signs(
                (GLANDS,),
                (FOR_WEEKS, said("swollen", "swelling", "up", "hard", "never", "grape", "not going", "node")),
                NOT_THIS, slow=True, reach=15))),
    Rule(
        "ur_skin_change", URGENT,
        (
            Signs((NOT_HEALING,), (said(SPOT, "nose", "lip", "ear", "cheek", "forehead"),), HANDLED, slow=True),
            Signs((BLEEDS,), (LASTS,), HANDLED, slow=True), Signs((MOLE,), unless=HANDLED, slow=True),
            Signs(
                (SPOT_CHANGES,), (said("my", "i", "it", "face", "cheek", "new", "temple", "nose", "lip"),),
                HANDLED, slow=True),
            Signs((PEARLY,), (said(r"bleeds?|bled|bleeding"),), HANDLED, slow=True),
            Signs((PEARLY,), (LASTS,), HANDLED, slow=True))))
