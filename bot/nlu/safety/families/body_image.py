"""Worry about looks that takes over; with it harsh dieting, pressure from others, and regret after a procedure."""
from __future__ import annotations

from bot.nlu.safety.families import eating, pressure, regret
from bot.nlu.safety.rules import DISTRESS, Rule, Signs
from bot.nlu.safety.words import JOKING, gap, said

LOOKS = said(
    "face", "looks?", "neck", "jowls?", r"jaw\w*", "chins?", "cheeks?", "eye ?lids?", "lids", "eyes?", "folds?",
    "wrinkles?", "nose", "lips", "mouth", "skin", "lines?", "forehead", "ugly", "hideous", "appearance", "hollow",
    "profile", "crease", "side", "bump", "flaw", "asymmetry", "eye bags", "monster", "deformed", "selfies", "photos?",
    "left")
_LONG = ("(?:hours|all (?:day|night|evening|my time)|whole (?:day|evening)|constantly|non ?stop|hundred times|"
         r"obsess\w*|every (?:hour|minute|five|ten|few)|from (?:morning|breakfast)|\d{2,} times|half the (?:shift|day)|"
         r"(?:four|five|\d) hours|all the time|my days|forty times|at (?:them|four))")
CHECKS = said(
    r"\d{2,} selfies", r"\d{2,} times (?:a day|toilet|to the (?:toilet|mirror))", r"zoom in on my (?:\w+ )?until",
    r"compare (?:my|myself) (?:\w+ )?with (?:each|every)", "think only on my (?:[a-z]+ ){1,4}from morning",
    rf"{_LONG} (?:[\w']+ ){{0,8}}(?:mirrors?|reflections?|bathroom|checking)", f"(?:mirrors?|reflections?|"
    rf"check\w*|make ?up|touch\w*|compar\w*|measur\w*|selfies|photograph\w*) (?:[\w']+ ){{0,9}}{_LONG}",
    r"\d{2,} (?:selfies|photos|pictures) (?:a|per|every|each) (?:day|hour)|\d{2,}(?:,\d+)? photos to prove",
    "(?:cover|covered|taken|took) (?:up |every |all |down )*(?:the )?mirrors?(?: down)?",
    r"(?:measur\w+) (?:my|his|her|the) (?:\w+ ){0,9}(?:again|times|crying|callipers|tonight)",
    r"asks? (?:me )?(?:\w+ )?(?:forty|fifty|\d+|a hundred) times a day", r"(?:make ?up) for (?:\d|four|three|five|"
    "two) hours",
    "(?:angles|times a day) x", "check (?:both sides|in the bathroom)|have to check", "strangers? (?:online )?to "
    "rate my face", "compare compare", r"compare (?:my|myself|other) (?:\w+ ){0,5}(?:all day|bedtime|all the time)",
    r"photographed (?:her|my|his) \w+ every", r"woke at \d to look", "sleep in full make ?up",
    "look(?:ed|ing)? in every (?:glass|mirror|window)|every shop window", "mirrors are hell",
    "it is the mirror|get away from it")
AVOIDS = said(
    "missed work", "can not go (?:in|out) (?:because|till|until)", "(?:only )?go out (?:when|till|until) (?:it is |"
    "its )?dark", "(?:leave|leaving) the flat without", "eat alone in the dark", "lost (?:my )?job because",
    "not been to a (?:shop|party|wedding)", "cancelled my own", "so no window catches", "stay at the back",
    "(?:has |have )?not left (?:the|my|her|his) (?:house|home|flat|room|apartment)", "(?:can not|do not|will not|"
    r"never|stopped|could not|afraid to|scared to|refuse to|ashamed to|embarrassed to|did not|not) (?:\w+ "
    ")?(?:leav(?:e|ing) (?:(?:the|my) )?(?:house|home|room)|go(?:ing)? (?:out(?:side)?|to (?:the )?(?:work|school|"
    "church|shop|college|uni|my mum 's funeral|funeral))|be seen|see (?:people|friends)|open the door|hold a "
    "job|let (?:anybody|anyone|my boyfriend|people|my own doctor) (?:see|look)|stand in front|sit where|do (?:video "
    r"calls|daylight|restaurants)|have (?:\\w+ )?photos)", "can not (?:work|study)", "house ?bound",
    "only go out when", "stay in with the curtains", "(?:wear|wears|wearing|worn) (?:the |a |my )?(?:mask|scarf|"
    "hood)(?: still)? (?:everywhere|indoors|in 20|since|even|all|inside)", "(?:got )?fired",
    "(?:lost|lost already) my (?:work|job)",
    "(?:i|she|he|and|uni) dropped (?:out|me)", "broke off my", "i skip (?:life|work|lectures)", "cross the road when",
    "with the lights (?:on|off)", "eyes on (?:the )?floor", "plan every (?:train|table)",
    "(?:turn|turned) (?:the car|back) around", "on hold", "not (?:seen|met) my friends since", "not eaten in front of",
    "without a mask on")
SEES_ALONE = said(
    f"(?:friends?|every ?one|family|people|nobody|no one|husband|wife|partner|doctors?|surgeons?|clinics?|they|"
    f"sister|son|else|ppl) {gap(3)}(?:says?|said|tells?|tell|else|can|believes?|sees?) (?:me )?(?:(?:that|they|he|"
    rf"she|it|i|there) )?(?:{gap(2)})?(?:can not|do not|could not|does not|nothing|imagin\w+|look normal|is normal|"
    f"face is lovely|the asymmetry|me i am pretty|me im pretty|to be nice)", "(?:there is|there 's|says|is) nothing "
    "(?:there|to fix|wrong|deformed)",
    "only i can see", "(?:nobody|no one) (?:else )?(?:sees|believes|can see)", "i am imagining it", "too kind to say",
    "(?:in|all in) my head it (?:is|'s)", "refused to treat me|refuse to treat", "none of them can find",
    "(?:they are|theyre|they re) (?:lying|wrong|mocking)", "completely normal her|cheeks are completely normal")
OTHERS_SAY = said("(?:friends?|every ?one|family|people|doctors?|surgeons?) (?:says?|tell me) (?:they|he|she) (?:can "
                  "not|do not) see (?:it|them|what i)")
DISBELIEVED = said(
    "(?:there is|there 's)(?! nothing)", "(?:they|theyre) (?:are |re )?(?:lying|wrong|mocking)",
    "i (?:see|swear|know|hate|could scream|am imagining)", "they are wrong", "only i", "all i", "every",
    "all the time", "melted",
    "i look", "crying", "cries", "(?:procedures?|treatments?|surgeons|photos|creams|loan)", "clinics?")
STARED_AT = said(
    r"(?:every ?one|every ?body|people|they all|all people|strangers)(?: on the bus)? (?:\w+ )?(?:stares?|staring|"
    r"laugh(?:s|ing)?|points?|disgusted|look) (?:at |about )?my (?:\w+ )?(?:face|neck|jowls|chin|skin|eyes|cheeks|lids|"
    "nose)", "i know it is about my", "when (?:people|strangers) (?:cough|laugh|whisper|look)",
    "filming (?:how )?my face")
ONLY_THOUGHT = said(
    "can not switch it off", "can not hear what people say", "from morning to night", "radio in my head",
    "(?:nothing else|all that is|only thing) (?:is )?(?:on|in) my (?:mind|head)", "all i (?:can )?(?:think|talk) "
    "(?:about|of)", "it is all i (?:talk|think)", "only thing i (?:can )?think", "every (?:waking )?(?:thought|"
    "minute) is", "(?:can not|could not) (?:stop (?:thinking|obsessing|looking|worrying|checking)|concentrate|focus)",
    r"(?:i am|he is|she is|am) obsess\w*(?: with| about| over)?",
    r"obsess\w+ (?:about|over|with) (?:my|the)", "last hour i did not think", "(?:i )?dream of it",
    r"thinks? about my \w+ every")
MONSTROUS = said(
    "(?:look|am|i 'm|face is|still|so|too|most) (?:like )?(?:a |so |completely )?(?:deformed|monster|hideous|"
    "disgusting|the ugliest|ugliest|freak|grotesque|repulsive)(?: person)?", "face so disgusting")
MANY_DONE = said(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d+|many|several|so many|multiple) (?:\w+ "
    ")?(?:procedures|surgeries|operations|treatments|surgeons|creams)", r"procedure (?:no|number) \d",
    r"\d+(?:th|nd|rd)? (?:th )?time injector|(?:redone|redoing) (?:because|bc|since|it)", r"they did my \w+ they did",
    r"spent my savings|every spare \w+ is going|a loan on treatments", "which (?:face ?lift|device) (?:technique "
    ")?is the? ?(?:most complete|strongest)")
UNHAPPY = said(r"still (?:\w+ )?(?:hate|unhappy|not happy|disgust\w*|ugly|hideous|the ugliest)", "hate my",
               "never right", "nothing is wrong", "only i can see", "none of them", "who do i see next", "son says",
               "all the time", "what is left to do")
FUN = (JOKING, said(
    "cheesecake", "in general", "skincare", "(?:essay|debate|psychology)", "spf", "team", "on teams", "jade roller",
    "glasses", "specs", r"meditat\w*", "reading face", "delighted", "on holiday", "lip ?stick", "knackered",
    "friend is never happy", "treated for", "psychologist", "i treat", "locksmith", "wave", "not vain",
    "never lost sleep", "for correct form", "flu season",
    r"compliment\w*", "it 's my job"))

RULES = (
    *eating.RULES,
    *regret.RULES,
    *pressure.RULES,
    Rule("di_bdd", DISTRESS, (
        Signs((CHECKS,), unless=FUN, slow=True, asked=True),
        Signs((AVOIDS,), (LOOKS,), FUN, slow=True, asked=True),
        Signs((STARED_AT,), unless=FUN, slow=True, asked=True),
        Signs((MANY_DONE,), (UNHAPPY,), FUN, slow=True, asked=True, reach=12),
        Signs((ONLY_THOUGHT,), (LOOKS,), FUN, slow=True, asked=True),
        Signs((SEES_ALONE,), (LOOKS, DISBELIEVED), FUN, slow=True, asked=True),
        Signs((OTHERS_SAY,), unless=FUN, slow=True),
        Signs((MONSTROUS,), unless=FUN, slow=True, asked=True),
    )),
)
