"""Distress over what a procedure did to a face."""
from __future__ import annotations

from bot.nlu.safety.rules import DISTRESS, Rule, Signs
from bot.nlu.safety.words import BOTOX, JOKING, said

DONE = said(
    BOTOX, "fillers?", r"surg\w+", "face ?lift", "brow ?lift", "neck ?lift", "lip ?lift", "lift(?:ing|ed)?",
    "operation", "procedures?", "nose job", "nose", "rhinoplasty", r"lipo\w*", "threads?", "eye ?lids?", "lids",
    r"bleph\w*", "peel", "work done", "clinics?", r"inject\w+", "laser", "implants?", r"fat (?:transfer|graft\w*)",
    "buccal fat", "deep plane", "lip flip", "revision", "grafting", "dissolved", "tear troughs", "consent form",
    "temples", "the brow thing", "paid", "signature", "signing", "discount", "for subtle", "they (?:did|took|fixed)",
    "(?:he|she) (?:did|promised)", "botched")
_SINCE = "(?:since|after|because of)"
CRIES = said(
    r"(?:cry|crying|cried|cries|weep\w*|wept|sob|sobs|sobbing|sobbed|howl|scream(?:ed|ing)?)(?! (?:with laughter|"
    r"happy|laughing))(?: (?:\w+ ){0,4}(?:every|daily|all|constantly|for|non|since|in the|at my|when|over|and|into|"
    "from|each|so|again|time|behind|before|on|after|i|[.;]))?",
    "can not stop crying", "every day crying", "fall(?:ing|s)? (?:apart|to pieces)", "in bits")
DESPAIRS = said(
    "life over", "so much guilt", "why did i do it", "each hour i search", "regret is a", "can not bear my reflection",
    "(?:so |this |very |been |feel |feeling )+depressed|depressed (?:since|because|and)", "panic attacks?",
    "(?:feel|felt|feeling) (?:so "
    ")?(?:mutilated|destroyed|guilty|terrified|nothing but dread|disgust|worthless|empty|small)",
    "(?:i )?can not forgive (?:my|him|her)?self|not forgive me", "(?:so )?ashamed", "i grieve", "like grief",
    r"griev\w+", r"mourn\w*", "dread", "despair", "haunted",
    "(?:do not|not|can not|how to|how does one) (?:know how to )?(?:go on|live) (?:with|like)", "low mood",
    "antidepressants since", "dark thoughts", "spiral(?:ed|led|ling)?", "crawl out of my skin", "want out of my face",
    "relive", "hands shaking", "heart racing", "the disgust i feel", "i panic",
    r"regret (?:regret|it so|so much|the \w+ (?:\w+ )?so)", r"regret\w* (?:\w+ ){0,4}(?:so bad|every day|terribl\w*|"
    "deeply)", "bereue", "not sleep(?:ing)?", "can not sleep", "surgery blues")
HIDES = said(
    "(?:sit|sits|sitting|sat) in the (?:dark|van|car)", "(?:curtains|shutters) (?:shut|closed|drawn)|not opened the "
    "(?:shutters|curtains)", "my (?:camera|lights) off", "stopped (?:speaking|seeing|going) to",
    "not answered the door",
    "(?:binned|deleted) every photo", "without (?:my )?mirror",
    "(?:have )?(?:isolated|hid(?:e|es|ing)|locked) (?:myself|me|away|herself)", "can not be (?:seen|touched)",
    r"(?:cancelled|cancelling|sent back) (?:my|the|her|of) (?:\w+ )?(?:\w+ )?(?:birthday|wedding|holiday|hen do|"
    "party|dress|everything)", "stopped (?:dating|going out|working|laughing)", "(?:been )?in bed since",
    "under the duvet", "seeing nobody|see anyone", "(?:will|wo) not (?:come|go) out",
    "(?:hardly|not|barely) (?:been |left |come )?out of (?:my|her|his) (?:room|flat|house)", "sits in the dark",
    "dropped out", r"can not (?:bear (?:it|to look|looking|any\w+)|look (?:at (?:my|it|me)(?:self)?|in)|stand to|stop "
    "(?:thinking|"
    r"comparing|looking)|hold my|face|work|sleep|go in\w*)", "not taken one photo", "not (?:switched|turned) on a "
    "light", "avoid (?:her|myself|every)", "no (?:lectures|shifts)", "wearing a scarf", "(?:been|am) off work",
    "not want to see")
RUINED = said(
    r"look like (?:a )?(?:cartoon|devil|squirrel|clown|fish|duck|doll|joker|mask|melted \w+)", "mourn my",
    r"ruin\w* my (?:face|smile|nose|looks|lips)", "i (?:had|have) a nice (?:nose|face|smile)",
    r"(?:ruin\w*|destroy\w*|wreck\w*|botch\w*|disfigur\w*|mutilat\w*|murder\w*|spoil\w*) (?:(?:my|her|his) (?:own "
    r")?(?:\w+ )?(?:face|smile|eyes?|nose|lips?|lids|life|cheeks?|neck|chin|brows?|looks)|me|myself)",
    "she botched me", r"(?:what (?:have|did) i (?:done|do)\b)", "(?:biggest|worst) mistake (?:of my life|ever)?",
    r"(?:want|have|give|get|bring) (?:\w+ ){0,6}(?:old|own|real) (?:saggy |old |real )*(?:face|eyes|smile|nose|lids) "
    "(?:back|again)", "look like (?:a |an )?(?:stranger|"
    "puppet|cat|frankenstein|monster|freak|alien|pulled|skeleton|corpse|insane|different person|pulled curtain|"
    "someone else|sick)", "(?:look|looks|am) (?:insane|skeletal|deformed|gaunt|unrecogni[sz]able)",
    r"not (?:even )?(?:my face|recogni[sz]e (?:my|me)\w*)|no longer recogni[sz]ed? me",
    "(?:i|she|he) (?:was|were) (?:just )?(?:pretty|fine before|perfectly nice)", "why did (?:no one|nobody) stop me",
    "i miss (?:her|my old (?:face|eyes|self))",
    "go back in time", "(?:live|lives) with a mistake", "my smile is gone", "no longer look (?:kind|like)",
    "ruined is ruined", r"(?:undo|take) (?:\w+ ){0,5}(?:out again|first one did|implants?)",
    "(?:was|is|were) (?:my|her|his) (?:own )?face before", "put it back", "ended up looking", "perfectly nice face")
CALM = (JOKING, said(
    r"in (?:19|20)\d\d", "years? ago", "happy tears", "zero regrets", "sob story", "not for a second",
    "(?:would|could|might|will) (?:i )?(?:regret|"
    "make|not)", "so that i do not regret", "how many people", "considering", "in hindsight", "celebrity", "film",
    "video", "puffy", "did (?:filler|botox)", "(?:i )?(?:do not|not) regret", "dog", "haircut", "wore off", "wallet",
    "my aunt", "pillowcase", "price", "laughing", "fake tan", "scared a", "filtered", "glasses",
    "delighted", "chuffed", "psychologist", "weddings?", "joy", "documentary", "a (?:big )?cry", "laughed",
    "screaming", "at films", "best thing", "decided against", "surveys", "literally", "what does",
    "how do surgeons", "friends who"))

RULES = (
    Rule("di_procedure_regret", DISTRESS, (
        Signs((CRIES,), (DONE,), CALM, slow=True, asked=True, reach=18),
        Signs((RUINED,), (DONE,), CALM, slow=True, asked=True),
        Signs((DESPAIRS,), (DONE,), CALM, slow=True, asked=True),
        Signs((HIDES,), (DONE,), CALM, slow=True, asked=True),
    )),
)
