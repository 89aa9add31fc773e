"""Thoughts of dying, and hurting oneself."""
from __future__ import annotations

from bot.nlu.safety.rules import DISTRESS, Rule, Signs
from bot.nlu.safety.words import JOKING, gap, said

_NOT_WANT = "(?:do not|does not|did not|no longer|not) (?:really |even |just |exactly )?(?:want|wish|care) (?:to )?"
_ALIVE = (r"(?:be (?:here|alive|around|in this world)|live(?! in\b)|exist|go on(?! (?:with|using|about))|wake up|get "
          "any older)")
_LONGS = (r"(?:want\w*|wish\w*|like|need|ready|plan\w*|rather|sooner|better|decided|thinking (?:about|of)|think "
          "about|going|fantasi[sz]e "
          r"(?:about|of)|hope|pray\w*|researching|going to|wish to)")
_DIE = ("(?:die(?! for)|be dead|dying|end (?:it(?! with)|my life|things|everything)|not (?:be )?(?:here|alive|"
        r"exist\w*|wake up)|not existing|kill "
        "(?:myself|himself|herself)|ending it|disappear|vanish|be (?:gone|erased|finished)|go and be with (?:him|her))")
WANTS_TO_DIE = said(
    "wish for living", "pray (?:to |that i )?(?:do )?not (?:to )?(?:a?wake|wake up)", r"(?:keeping|keeps|stop\w*) me "
    "from ending it", "(?:finish|end|be done) with (?:my )?life", "sleep for ?ever", "(?:i am|im) done with "
    "(?:everything|life|it all|all of it)", "tired of being(?: (?:alive|here|me))?(?= [.;]| $)",
    "if i (?:was|were) (?:gone|dead|not here)", "off (?:himself|herself|myself)", "not be alive",
    "(?:would|will) be no loss", "(?:will|would) not miss (?:me|one|1|a|another)",
    r"(?:think\w*|thoughts?|thought|considering|contemplat\w+|commit\w*) (?:\w+ )?suicide",
    f"{_NOT_WANT}{_ALIVE}", f"{_LONGS} (?:to |how to )?(?:just |simply |also |a )?{_DIE}",
    "would (?:not|rather not|sooner not) (?:be here|wake up|be alive)",
    r"(?:hope|wish|pray) (?:that )?(?:i|he|she|god|something) (?:\w+ ){0,2}(?:not wake up|was dead|were dead|never "
    "born|takes? (?:me|him|her)|soon)",
    r"wish (?:the|that) \w+ had (?:finished|killed|taken) me", "(?:kill|killing|kills) (?:myself|himself|herself)",
    "kms", "un ?alive (?:myself|me)",
    "(?:end|ending|ended) (?:my|his|her) (?:own )?life", "ways to (?:end your life|die)", "how to die",
    "end(?:ing)? it all", "end(?:ing)? things (?:this|tonight|today|soon|for good)",
    "(?:i 'd|i would|she will|he will|about|to) (?:just )?end(?:ing)? it (?:today|tonight|all|now|if|for good)|"
    "thinking about ending it|make an end",
    r"(?:i am|feel\w*|am) suicidal", "suicidal (?:thoughts?|feelings?|again)", "(?:tak(?:e|ing)|took|tried to take) "
    "(?:my|his|her) own life",
    r"(?:can not|could not) (?:live|go on|do this|get through (?:tonight|today|this|another))(?! in)(?: \w+){0,3} "
    "(?:like this|looking|any ?more|with this|another (?:day|year)|tonight)",
    "get through tonight", "(?:i )?can not do this any ?more", "(?:life|living|it|life is) (?:is )?not worth living",
    "not worth living", f"life {gap(1)}not worth",
    "(?:tired|sick|weary) of (?:life|living|being alive)", "(?:given|giving|give) up on (?:living|life)",
    "no more strength for (?:life|live|living)",
    r"no (?:point|reason|sense|business) (?:in |of |to |for )?(?:\w+ )?(?:living|live|life|be alive|being alive|"
    "going on|stay alive|being here|get any older)",
    "(?:see|have|had|find) (?:a |any |no )?reason to (?:live|be alive|get up in the morning|go on living|stay)",
    "nothing left (?:to (?:stay|live) for|in me|for me)", "no future for me",
    "nothing to (?:look forward to|live for)", "better off (?:without (?:me|him|her)|dead|if i)",
    "better with a different (?:mum|mom|mother|wife|dad)",
    "(?:world|nobody|no one) (?:will|would) (?:not )?(?:miss (?:one|me)|notice if i (?:was|were) gone)",
    "ask (?:myself )?why i am still (?:here|alive)",
    "(?:want|like) (?:it )?(?:all )?to be over", "to be (?:gone|erased|never have been)", "never have been",
    "go to sleep and not wake up", "sooner (?:not wake up|be dead)(?! than wrinkled)",
    "no quiero vivir", "veux mourir", "(?:will|m[oö]chte) nicht (?:mehr )?leben", "jeena nahi", "not want live",
    "i want die", "wanted to go again", "(?:am|just|such|only) a burden",
    "(?:have|got|made) (?:my|a) plan (?:and|to die)", "checking out for good", "(?:i|she|he) (?:just |really "
    ")?(?:want|wants) die", "not existing", "if i die", "die by")
#: Saying goodbye, putting things in order, a time that is set: said by itself it is enough.
LAST_THINGS = said(
    "not be (?:here|around|alive) (?:after|by|next|much longer|at)", "(?:at|for|before) my (?:own )?(?:funeral|"
    "coffin|grave)", "for the coffin", "a plan and a (?:date|day)", "standing on a ledge",
    r"(?:look(?:ing)? at|saving|counted|counting|stash\w*) (?:up )?(?:the |my )?(?:pills|tablets)(?= (?:and|for|so|"
    r"to)\b| [.;]| $)",
    r"(?:written|wrote|write|writing) (?:\w+ )?(?:the |my |us |goodbye |suicide )(?:notes?|letters?)(?: already)?(?! "
    "(?:of|to) (?:the )?(?:clinic|doctor|shop|council))",
    "gave (?:her|his|my|the) (?:cat|dog|pets?) away", "gave away my", r"saying (?:good ?)?bye to (?:people|every\w+)",
    "forgive (?:her|him|me) in advance", "(?:picked|set|chosen) (?:a|the) (?:day|date) (?:to|for it)|i have picked a "
    "day",
    "papers in order", "(?:look decent )?when they find (?:me|him|her)", "where i am going", "when i am dead",
    "(?:will) not (?:be (?:around|alive|here)|need (?:them|it|the rest)) (?:by|to|where|any ?more|of|for)",
    "not (?:be around|be here) (?:by|to)", "would not have to be this", "how i would do it|how i 'd do it",
    "the how and the when", "exactly when i will", "(?:not|will not) have to look at this face",
    "(?:stood|standing) (?:somewhere|on) (?:high|a bridge|the roof|the edge)", "stopped looking when i cross",
    "goodbye (?:everyone|world|all)", "(?:i am|im) done [.;] goodbye",
    "(?:rang|called|phoned|texted) (?:988|the (?:crisis|suicide) (?:line|hotline)|samaritans)",
    "not answering (?:her|his|the) (?:door|phone)", "(?:my|your) own funeral",
    "(?:going to|gon to|gone to) do it tonight", "could make it (?:all )?stop", "(?:should|ought to) be put down")
WHAT_FOR = said(
    "point living",
    "(?:what is|what 's|whats|what s|is there|see no|see the) (?:the |any )?point (?:of|in|to) (?:living|life|being "
    "alive|going on(?! with)|live|me)",
    "why am i (?:even |still )?(?:alive|here)(?! (?:for|on this))")
NOT_MEANT = (JOKING, said(
    "die for", "would die for", "what does", "nearly died", "homework", "says? she 'd rather die",
    "lipstick", "line in the play", "squats", "prevention", "volunteer",
    "(?:years|decades) ago", "when i was a (?:girl|boy|child)", "serum", "cream", "mask", "subscription", "battery",
    "phone (?:is|was|died)", "cells?", "covid"))
#: "Slap my cheeks" and "pinch my chin" are exercises, and many a cut is an accident: a motive or a habit is needed.
_HURTS = ("(?:hurt(?:ing|s)?|harm(?:ing|s)?|cut(?:ting|s)?|burn(?:ed|t|ing|s)?|hit(?:ting|s)?|punch(?:ed|ing|es)?|"
          "slap(?:ped|ping|s)?|slams?|scratch(?:ed|ing|es)?|bit(?:e|es|ing|ten)?|"
          "dig(?:ging|s)?|dug|pick(?:ed|ing|s)?|scrap(?:e|ed|ing|es)|scrub(?:bed|bing|s)?|bang(?:ed|ing|s)?|"
          "whip(?:ped|ping)?|pinch(?:ed|ing)?|squeez(?:e|ed|ing)|punish(?:ed|ing|es)?|tug(?:ged|ging)?|pulled|"
          r"poured|pressed|held|used?|put|snapp\w+|throw\w*|carv\w+|injur\w+|attack\w*)")
_OWN = (r"(?:myself|me|himself|herself|(?:my|his|her)(?: own)? (?:\w+ )?(?:arms?|wrists?|legs?|thighs?|skin|face|"
        "cheeks?|cheekbone|chin|jaw|jowls|neck|head|hands?|fingers|forearm|lips?|nails|fists?|double chin|eyelashes|"
        r"body|eyes|nose|forehead)|(?:the|this|that) (?:ugly|saggy|sagging|fat) \w+|this face)")
_STRONG = ("(?:hurt(?:ing)?|cut(?:ting)?|punch(?:ed|ing)?|slap(?:ped|ping)?|hit(?:ting)?|scratch(?:ed|ing)?|scrap(?:e|"
           "ed|ing)|whip(?:ped)?|bite|burn(?:ed|ing)?) it")
HURTS_BODY = said(f"{_HURTS} {gap(3)}{_OWN}", _STRONG, "gua sha(?:ll)? if i scrape", "(?:use|using) (?:the "
                  r")?(?:roller|derma ?roller|tweezers|sandpaper|it|them) (?:\w+ ){0,3}(?:as|on|too|to)")
MOTIVE = said(
    r"(?:until|till|til) (?:\w+ ){0,3}(?:bleeds?|blood\w*|bled|bruis\w+|red|raw|purple|breaks|opens?|cry|blisters?|"
    "hurts|welts|weeps|tears)", r"want\w* (?:it|this) to hurt", "pain is better", "bloody", "breaks? the skin",
    "on purpose", "with purpose", r"deliberate\w*", r"punish\w*", r"deserv\w*", r"disgust\w*", "calms? me", "relief",
    r"because (?:they|i|it|she|he) (?:\w+ )?(?:deserve|hate|ugly|look|fat)", "hat(?:e|es|ing) (?:my|myself|her|his|"
    "this|it)", "i hate",
    "(?:he|she|i) (?:is|am|'s) ugly", "ugly", "rage", "so angry", "(?:until|till|til) (?:it|i|the|there|its|she|he|"
    r"they) (?:is |are )?(?:\w+ )?(?:bleeds?|bruis\w+|purple|cry|red|opens?|weeps?|raw|hurts|welts|stops?|are|tears)",
    "bleeds?", "blood", "need (?:it|this) to hurt", "black and blue", "ang(?:ry|er)", r"frustrat\w+", "furious",
    "to cope", "cope", r"feels? (?:good|better|calm\w*|something)", "helps me",
    "(?:tear|strip|rip) (?:it|them)(?: off)?", "when i (?:see|look|saw|feel|cant|can not|think)",
    "(?:every|each) time", r"after (?:i|looking|my|the) (?:see|saw|have looked|look\w*|photos?|mirror|at)", "mirror",
    "i need it", "can not stop", "secretly", "stop crying",
    "ashamed", "shuts my brain", "to stop thinking", "remind me", "upset about", "over and over", "again and again",
    "when (?:she|he) (?:is|looks|feels|'s)", "screams?", "saw (?:myself|my)",
    "will go away", "looks? old", "discipline")
BY_HABIT = said(
    "(?:hits|cuts|hurts|burns|harms|scratches|bites|punches|slaps) (?:herself|himself)",
    "(?:slapped|punched|scratched|hit) myself", r"(?:marks?|cuts?|bruises|scars|burns) (?:\w+ ){0,5}(?:i (?:gave|did|"
    "made) (?:it |to )?myself|from my own nails|self made)", "self made bruises", "(?:must|want to|need to) "
    "(?:destroy|hurt|cut|punish) (?:this|my) (?:face|body|skin)", r"\bi hurt it (?:a little )?every",
    "as a punishment", "one cut", "a little cut a little", "my head against (?:the )?(?:wall|tiles|door)",
    r"\bi (?:sometimes |often |always |keep |just |really |even |secretly |regularly |want to |need to |like to |"
    "have to |also )*(?:hurt|cut|harm|burn|hit|punch|injure|punish) myself",
    "cut(?:ting)? my (?:skin|arms?|wrists?|legs?|thighs?)",
    "self ?harm(?:ing|ed|s)?", "(?:hurt|hurting|cut|cutting|harm|harming|hitting|burning|punishing) myself (?:again|"
    "on purpose|over|because|when|to feel|at night|every|for an hour)",
    "(?:started|keep|keeps|been|am|back to) (?:hurting|cutting|harming|hitting|burning|punching|punishing) (?:myself|"
    "me|again|herself|himself)", "i (?:hurt|harm|cut) (?:me|myself) when",
    r"\bi cut (?:last night|again|when|my (?:arms?|wrists?|legs?|thighs?))", "(?:clean from|stopped|started) "
    "cutting(?! (?:out|down|sugar|back|carbs))", r"relapsed after \d+ (?:years|yrs|months) clean",
    "(?:new marks|cuts|scars|blood) on (?:my|her|his) (?:arms?|wrists?|thighs?|legs?|sheets|forearms?)",
    "new marks on", "scars on the forearm", r"(?:she|he) (?:\w+ )?(?:cuts|hurts|harms|burns|hits|bangs|scratches|"
    "bites) (?:herself|himself|her own|his own|her (?:head|arms?)|his (?:head|fists))",
    "punishing (?:her|his|my) own", "(?:her|his) (?:head|fists?) (?:on|against) (?:the|his|her)", "marks on her arms",
    "urges again", "got urges", "hands are itching to", "(?:things|box) i use on myself",
    "do something to my skin sharp", "sharp side on purpose",
    "as punishment", "skin picking", r"fist into my (?:cheek\w*|face|jaw)", "cut (?:the )?(?:sagging|ugly|saggy) "
    "(?:bits|parts?|skin) off", "(?:pressed|put) a cigarette", "carves? words", "long sleeves in summer",
    "hides? (?:the |my |her )?(?:cuts|scars)", r"(?:dig|pick) (?:\w+ ){0,4}(?:holes|wounds)",
    "pulled my (?:eye ?lashes|brows)", "fresh (?:cuts|grazes) on", "hitting (?:myself|yourself)", "punching myself",
    "scars from self ?harm")
ACCIDENT = (
    said(
        r"acciden\w*", "by mistake", r"shav\w*", r"dermaplan\w*", "with my nail", "on the door", "sugar", "oops",
        "without wanting",
        r"(?:can|could|will|would|did|may|might|does|is it possible to) (?:i |it |you |self massage |a )?(?:\w+ "
        "){0,3}(?:hurt|harm|injure|cut|burn|scratch)", r"(?:afraid|scared|not) (?:of|to) hurt\w*", "cooking",
        "curling wand by", "gently", "gentle", "oven", "soup",
        "chewing gum", "in my sleep", "hay fever", "toddler", "cat 's claw", "cleaned", "awareness", "nurse",
        "i counsel", "massage", "leaflet",
        "i am a nurse", "burn calories", "beat myself up", "no pain", "in the sun", "plaits", "in the summer",
        "how (?:hard|quick)",
        "(?:long|years) ago", "to test", "to see how", "to (?:sit|lift)", "exercise", "extra set", "my mum pulled",
        "says i attack", "once", "cat kneads", "healed"),
    JOKING)

RULES = (
    Rule(
        "di_suicidal", DISTRESS,
        (
            Signs((WANTS_TO_DIE,), unless=NOT_MEANT, slow=True, asked=True),
            Signs((LAST_THINGS,), slow=True, asked=True),
            Signs((WHAT_FOR,), slow=True, asked=True)),
        self_harm=True),
    Rule(
        "di_self_harm", DISTRESS,
        (
            Signs((HURTS_BODY,), (MOTIVE,), ACCIDENT, slow=True, asked=True, reach=14),
            Signs((BY_HABIT,), unless=ACCIDENT[:1], slow=True, asked=True)),
        self_harm=True))
