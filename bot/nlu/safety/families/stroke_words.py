"""What fails in a stroke, and in the nerves of a face: the face, speech, a limb, sight, balance, sense."""
from __future__ import annotations

from bot.nlu.safety.words import CAN_NOT, DROP, FACE, FALL, LIMB, SIDE, WEAK, gap, near, said

NOT = (r"(?:(?:will|would|can|could|does|do|did|is|are|was|has|need) not|not|refuses? to|no longer|never|hardly|barely|"
       "cannae)")
#: A part of the face, as people call it.
PART = (
    "(?:face(?! (?:yoga|masks?|tapes?|creams?|exercises?|gym|lifts?|routines?|rollers?|time|serum|oil|wash|cloth))|"
    "faces|"
    "cheeks?(?! (?:lifts?|exercises?|pumps?|puffs?))|mouth|lips?|smile|grin|smirk|gob|mug|jowls?|jaw|jawline|chin|"
    "nostril|eye ?brows?|"
    "brows?|forehead|expression|features)")
#: What a muscle or a sense does not do any more.
WORKS = (
    r"(?:lift\w*|go up|come up|come back|curl|puff|squeeze|mov\w+|follow|work\w*|do (?:anything|what)|close|shut|"
    r"smil\w+|respond\w*|feel|rais\w*|wink|blow|purse|pucker|whistle|join|laugh\w*|straight\w*|frown\w*|balloon)")
STOPS = (
    rf"{NOT} (?:\w+ ){{0,2}}{WORKS}|switched off|unplugged|out of order|g[ai]ve (?:up|way|out)|giv(?:es|ing) (?:up|"
    rf"way|out)|"
    r"deserted|quit|stopped (?:working|moving|taking|smiling)|glitching|lagging|no (?:tone|power|feeling|strength)|"
    "(?:lost|losing) (?:all )?(?:tone|feeling|power|strength)|went (?:flat|dead|quiet|numb)|collapsed|paraly[sz]ed")
ODD_FEELING = (
    r"numb\w*|dead|asleep|tingl\w*|pins (?:and|n|&) needles|(?:like|of) (?:putty|jelly|rubber|cotton|felt|wood|a doll|"
    r"stone|someone else)|cottony|cotton wool|stiff|heavy|dull|wool\w*")
#: What a part of the face does when its nerve or its side of the brain fails.
FAILS = (
    rf"(?:{FALL}|{STOPS}|{ODD_FEELING}|sag(?:ged|ging|s|gy)?|lower|loose|lazy|slack\w*|melt(?:ed|ing)|drip(?:ping|ped)|"
    r"skew\w*|ben[dt]|slop(?:e|es|ing)|tilt\w*|squint\w*|all crossed|shifted|sideways|inclined?|"
    r"(?:turned|gone|go|goes|going|went|moved|running away|points?) (?:all )?(?:to|over|on|down|left|right)|"
    r"flat|droopy|deflated|dragg\w*|drags|weak\w*|lost|down(?! (?:to|on|the|in|my))|wrong|odd|strange|funny|"
    r"not straight)")
ONE_SIDE = said(
    SIDE, "half", "left(?! (?:over|me|him|it|the|my|a|with|untreated|on|for|behind|out))",
    "right(?! (?:now|after|away|before|in|when|where|here|there|direction|way|amount|one|thing|to))",
    r"(?:one|1|wan|same|a) (?:\w+ )?(?:side|cheek|corner|half|brow|eyebrow|nostril|part)", "sided", "corner",
    "(?:to|on|at) the side")
FACE_FALLS = said(near(FACE, FALL, 6), rf"droo?p+(?:ing|ed) {gap(1)}{FACE}", rf"{SIDE} {gap(5)}{FALL}")
FACE_DROPS = said(near(FACE, DROP, 6), rf"droo?p+(?:y|ing|ed) {gap(1)}{FACE}", rf"{SIDE} {gap(5)}{DROP}")
FACE_NAMED = said(PART, "eyes?", "stroke", "palsy")
FACE_FAILS = said(near(PART, FAILS, 5))
CROOKED = said(
    near("(?:face|mouth|lips?|smile|grin|gob)",
         r"(?:crooked|lop ?sided|wonky|slanted|twisted|skew\w*|uneven|bent|squinty|wrong)", 4))
NUMB_FACE = said(near(r"numb\w*", FACE, 3))
HALF_WORKS = said(
    f"(?:smil\\w+|grin|mouth|face|lips?|laugh\\w*|blew|eating) {gap(3)}(?:only|just) {gap(3)}(?:one side|half|left|"
    f"right)",
    f"(?:only|just) {gap(1)}(?:one|half|the left|the right)(?: side| half| corner| cheek)? {gap(5)}(?:goes up|moves?|"
    r"works?|smil\w+|lifts?|laugh\w*|blew|bunche\w*|loads)", "half a (?:smile|grin|mouth)", "half grin",
    f"(?:talk\\w*|smil\\w+|speak\\w*|eat\\w*) {gap(1)}with {gap(2)}(?:half|one side) {gap(2)}mouth")
CAN_NOT_MOVE = said(rf"{CAN_NOT} {gap(1)}(?:smile|move|raise|lift|whistle|frown|pucker|purse|puff|wink|blow)",
                    r"no whistle", rf"lips? {NOT} {gap(1)}(?:purse|close|pucker|curl)",
                    "(?:air|it|smoke) (?:just )?(?:comes?|escap\\w+|leaks?|goes|only) (?:\\w+ )?(?:out|from|of)")
SOUND = r"(?:speech|speak\w*|words?|talk\w*|voice|sentences?|consonants|tongue)"
SPEECH = said(
    r"slur+\w*",
    near(
        SOUND,
        r"(?:garbl\w*|jumbl\w*|mumbl\w*|nonsense|gibberish|wrong|mixed up|funny|strange|drunk|thick|slurry|unclear|off|"
        r"mush\w*|soup|porridge|scrambled|blurry|salad|double dutch|rubbish|weird|muddled|marbles|slippery|heavy|"
        "not clear|wrong order|out of order|different|come out)", 4),
    rf"{CAN_NOT} (?:\w+ )?(?:speak|talk)(?! (?:about|to|with|of|highly))", "talk(?:s|ing) nonsense",
    rf"{CAN_NOT} (?:\w+ )?(?:get|find|say|form|pronounce|remember|bring) {gap(3)}(?:words?|name|out)",
    rf"words? {gap(2)}(?:slip|escape|{NOT} (?:come|exist))", r"word(?:s)? (?:that )?do not exist", "other wrong word",
    r"(?:marbles?|plum|sock|potato|cotton) in (?:my|her|his|the) mouth|mouth(?: 's)? full of (?:cotton|marbles)",
    r"sound(?:s|ed|ing)? (?:\w+ )?(?:drunk|plastered|sloshed|pissed|thick|slurry|like i am chewing)",
    "noises instead of words", "says? nonsense|said nonsense", "can not tell (?:me|us) (?:her|his) own",
    "searche?s? (?:her|his|my|for) words", "words? came out", "speak(?:s|ing)? (?:thick|not clear)")
THING = "(?:cup|glass|mug|pen|phone|fork|spoon|keys?|box|controller|chalk|brush|brew|bag|things|stuff|anything|stuff)"
LIMB_WEAK = said(
    near(LIMB, rf"(?:{WEAK}|cotton|sleeping|asleep|clumsy|slow|drags?|dragging|like (?:jelly|stone|wood)|let go|"
         rf"no (?:grip|strength|power)|off)", 4),
    rf"(?:arm|leg|hand|foot|calf|fingers) {gap(1)}(?:{NOT} (?:\w+ )?(?:grip|hold|close|move|work\w*|lift|do|obey|"
    rf"undo|find)|"
    "drifts|dropped|gave way|fell|belongs to)",
    f"{CAN_NOT} {gap(1)}(?:hold|grip|pick|close|lift) {gap(3)}(?:{THING}|fingers|brew|lota)",
    rf"(?:keeps?|kept|keep) dropping {gap(1)}{THING}", rf"drop(?:ped|s)? (?:the|my|his|her) {THING}",
    rf"{THING} {gap(1)}(?:fell|falls|escapes?|slip\w*) {gap(2)}(?:twice|out|from|hand)", "weak grip",
    rf"{CAN_NOT} (?:\w+ )?(?:lift|raise|move|feel|use) {gap(3)}{LIMB}", "walk(?:ing|s)? with a drag", "foot slaps",
    "leg that folds")
LEAKY = (r"(?:coffee|tea|water|drinks?|food|soup|saliva|spit|wine|cigarette|mouthwash|muesli|pea|it|"
         "toothpaste|milk)")
DROOLS = said(
    f"{CAN_NOT} {gap(1)}(?:keep|hold) {gap(2)}(?:water|food|drinks?|coffee|tea) in", r"drool\w*", r"dribbl\w*",
    rf"{LEAKY} (?:\w+ )?(?:keeps? )?(?:\w+ )?(?:runs?|ran|running|leak\w*|comes?|came|falls?|falling|fell|spills?|"
    rf"drip\w*|"
    rf"drops?) {gap(4)}(?:out|chin|from|back|corner|side|one)", "mouth leaks?",
    rf"(?:food|it) (?:is |keeps )?(?:collect\w*|gather\w*|stuck) in {gap(2)}cheek")
CONFUSED = said(
    r"(?:does|do|will|can|is) not (?:answer\w*|respond\w*|react\w*|hear us|recogni[sz]\w*)",
    "(?:confused|disoriented|muddled|vague)(?! (?:about|by|which|what|how|with|over|between|whether|on|as|why))",
    r"(?:does|do|did) not (?:know|understand) (?:where|who|what|us|me|her own|his own)", "inside out",
    "not make (?:any )?sense|(?:not )?making (?:no )?sense", "(?:without|no) sense", "went (?:all )?(?:strange|blank)",
    r"can not (?:tell|say) (?:\w+ )?(?:her|his|what|where|who|my)", "like (?:he|she) has never seen me")
#: Strength or feeling that is lost, wherever in the message the face is named.
LOSS = said(
    FALL, r"weak\w*", r"numb\w*", "no (?:power|strength|feeling)",
    f"{CAN_NOT} {gap(1)}(?:feel|close|shut|move|control|smile)",
    f"(?:does|will|did|do) not {gap(1)}(?:move|work|close|shut|go up|lift)", "dead", "heavy", STOPS)
TONGUE = said(rf"tongue {gap(1)}(?:will|does|is|can) not {gap(1)}(?:work|move)\w*",
              f"tongue {gap(2)}(?:heavy|thick|numb|sideways)")
#: A general or local reason for a numb mouth.
LOCAL = (said(r"dentist\w*", r"dental", r"numbing", r"an[a]?esthe\w*", r"lidocaine"),)
SLEPT = said("slept", "sleep", "sleeping", "pillow", "asleep")
#: Somebody on a screen or in a book, a thing, or a word of this product: not the visitor's own body.
STORY = said(
    "thriller", "zombie", "fake blood", "sequel", "pirate", "(?:night|care|nursing) course", "receptionist",
    "secretary", "speech app",
    "lecture",
    "warning about", "going blind after", "brand name", "applause", "for laughing", "drama queen", "first coffee",
    "entire life '", "threading", r"worst head ?ache (?:ever was|removing|of all)",
    r"(?:dog|cat|doll|baby) 's",
    "moisturi[sz]er", "palette", "fake lash(?:es)?", "fringe", "wardrobe", "my glasses is", "tape went", "ice cubes?",
    "chin strap",
    "flautist", "seen the same", "dilated my pupils", "my arms go numb", "since the war",
    "in (?:family )?pictures",
    "no numbness", "no stroke", "make one side", "long ago", "brush strokes", "dog bite", "great uncle", "compact 's",
    "about my lipstick", "piercing",
    "film", "movie", "cartoon", "comic", "villain", "book", "novel", "series", "episode", "podcast", "quiz",
    "character",
    "actors?", "side of the roller", "bubble", "leg day", "laughs so hard", "crack up", "gin", r"lose[rs]?",
    "autocorrect turned", "app 's voice", "packaging", "pump", "choosing between", "halloween",
    "costume", "collagen drink yes", "squats?", r"squat \w+", "reps?", "controller whenever", "half frozen mask",
    r"(?:sentence|word) into \w+", "umbrella", "posters?", "jar", "serum pump", "cleanser", "my (?:cat|dog|puppy)")
