"""Insults, mockery, and pressure from others to change a face."""
from __future__ import annotations

from bot.nlu.safety.rules import DISTRESS, Rule, Signs
from bot.nlu.safety.words import JOKING, gap, said

CLOSE = (
    "(?:partner|boyfriend|bf|husband|hubby|girlfriend|gf|wife|mother|mum|mom|mummy|dad|papa|father|parents?|boss|"
    "manager|agency|agent|family|kids|children|people|they|he|she|ex|every ?one|class ?mates|class|colleagues?|"
    "friends?|"
    r"sisters?|brothers?|guys|lads|girls|boys|nurses|customers|coach|teacher|director|cousins?|uncle|aunt\w*|team "
    r"?mates|in law|suegra|son|fianc\w*|landlord|hr|man i love|women|chat|mates|pastor 's wife|consultant|squadron|"
    "young ones)")
_BEAST = (
    "(?:ugly|hideous|disgusting|old (?:and |hag|cow|goat|woman|bag|witch)|a (?:monster|pig|witch|hag)|revolting|"
    "repulsive|fat ?face|worthless|droopy|turkey|granny|hag|corpse|pelican|bull ?dog|basset|witch|wrinkles|two chins|"
    "melted|sack|"
    r"gobble|sloth|goat|cow|candle|walrus|toad|past (?:my|her|his) sell by|painful to look|embarrass\w*|ashamed|sick|"
    "let myself go|dummy|sad cheeks|fat (?:face|cheeks)|wasted|moon face|chipmunk|grandma|grandpa|sunk)")
#: "He says my face is a sack": heard only where a word of insult is there.
INSULTED = said(
    f"{CLOSE} {gap(3)}(?:says?|say|calls?|called|told|tells?|keeps? (?:saying|calling|telling)|thinks?|said|finds?|"
    f"shouts?|announced|joked|call) {gap(4)}(?:i|me|my|her|him) {gap(7)}{_BEAST}",
    f"(?:called|calls?|calling) (?:me|her|him) {gap(3)}(?:{_BEAST}|names)", f"get called {gap(2)}{_BEAST}")
BEAST = said(_BEAST, "names")
SCORNED = said(
    "(?:wear|put) a bag (?:on|over)?", "ashamed of (?:me|my (?:face|neck|looks))", "i disgust (?:him|her)",
    "age?ing like milk", "not buy from saggy", "bag on that", "this is what i paid for", "pinches (?:the skin|me|my)",
    "(?:this|that|an) old (?:bag|hag|cow)",
    "called names", "(?:my|your|her) face makes (?:me|him|her) sick", "says? my (?:face|neck|chin) (?:is|revolts|"
    "disgusts)", "revolts (?:him|her)",
    rf"(?:embarrass\w+|ashamed) to be seen with {gap(1)}(?:me|an|her|him)?", "can not look at me",
    "look at what i really am", "nothing can save that", "(?:says|said) no (?:boy|man|one) will",
    "who will marry (?:this|her|me|you)", "face like (?:yours|mine) ", "woman i married", "compares? me (?:with|to)",
    rf"{CLOSE} (?:\w+ )?(?:list|lists|rings? to list|circles|zooms? in on) {gap(3)}(?:what|wrong|photos)")
MOCKED = said(
    "(?:am|get|got|being|been|was|gets|is) (?:being )?bullied", "bullied(?= (?:for|about|at|by|because|every|double|"
    r"me|again)\b)", "bull(?:y|ies) (?:me|her|him)", r"(?:boys|girls|kids|they|every ?one|class\w*|lads|mates|"
    "colleagues|"
    r"people|all) (?:\w+ ){0,2}(?:laugh(?:s|ed|ing)?|snigger\w*) (?:at )?(?:me|her|him)", "all snigger",
    "(?:his|her|their) favourite joke", "joke (?:about|at) my", "make photo of my", "puts? (?:anti ?wrinkle )?(?:ads|"
    "leaflets) on my",
    r"(?:mocks?|mocked|mocking|sham(?:e|es|ed|ing)|humiliat\w+|insult\w*) (?:me|"
    "my|her|about|for|because|by)", "(?:boys|kids|girls|they|everyone|lads) (?:tease|teased) (?:me|her|him)",
    "was humiliated", "(?:made|make|makes|making) (?:fun|a meme|memes|a poll|a group ?chat) (?:of|on|with|w/|about|"
    "out of) ?(?:me|my|her|whether)?",
    "made a (?:tik ?tok|meme|poll|group ?chat|video) (?:of|on|w/|with|about)", "(?:laugh(?:s|ed|ing)?|giggles?|"
    r"giggled) (?:at|about) (?:my (?:\w+ )?(?:face|neck|chin|jowls|cheeks|sagging|lids|eyes))", "laugh me",
    "everyone laughed(?! with)", "hr laughed|mates laughed", "bark at me", "(?:rates|rated|rating) (?:every ?one 's |"
    "my |our )?faces?", r"throw \w+ at me", r"hold up a pic\w*", "spams", "posts? my (?:photos|pictures) next to",
    "do an impression of my", "sent round", "leave anti ?age?ing leaflets", r"comment\w* on my (?:face|chin|neck) at "
    "every", "grabs my chin|holds? my chin skin|pinches? my cheeks? in front", "pushes my face away", "goes gobble",
    "hold my chin skin", "printed on my locker", "sending me (?:pictures|surgeons|photos|prices)", "pushed around for",
    r"sends me (?:\w+ ){0,3}(?:email|pictures|photos) (?:about|of)", "threw my (?:cream|make ?up)|hides my make ?up",
    "nobody sits by me", "(?:been )?on at me about my", "controlling how i look")
_PROCEDURE = (
    r"(?:botox|fillers?|surgery|face ?lift|lift|operation|procedure|nose job|rhinoplasty|lip filler|lipo\w*|threads?|"
    r"eye ?lids?(?: \w+)?|neck(?: ?lift| done)?|peel|work done|injected|it (?:done|fixed|lifted)|jaw reduction|chin|"
    r"buccal fat|fresh(?:er)?|younger|a little something|fix\w*|young)")
_IN_CHARGE = (r"(?:boss|manager|agent|agency|boyfriend|bf|husband|girlfriend|wife|partner|fianc\w*|parents?|papa|mum|"
              "mom|mother|hr|he|she|they|clients|salon|sister)")
PUSHED = said(
    "leave (?:u|you|me) if (?:u|you|i) do not", rf"(?:says?|said|told|gave) {gap(5)}{_PROCEDURE} (?:\w+ ){{0,4}}or "
    f"(?:i|back|else|leave|the|lose|no)", "or (?:i am|im) off the team", "otherwise the contract",
    "(?:parents|mother|father|family) (?:have |has )?(?:already |'s already )?paid (?:for|the)", r"get my \w+ done or",
    "slid over a voucher",
    f"{_IN_CHARGE} {gap(2)}(?:told|tells|asked|orders?|wants?|want) (?:me )?to (?:get|have|"
    f"undergo) {gap(3)}{_PROCEDURE}", rf"{CLOSE} {gap(2)}(?:forc\w+|pressur\w+|making|makes|insists?|pushing|pushes|"
    f"pushed|demands?) (?:on )?(?:me|i) (?:to |into )?{gap(4)}{_PROCEDURE}",
    "(?:forced|pressured|pushed) (?:me )?(?:to|into) (?:sign|get|have|book)", f"(?:he|she|they) (?:will|'ll|would|"
    f"'d) (?:leave|find (?:someone|another)|dump me|bring (?:a )?second wife) {gap(4)}(?:if|by|unless|fresher|"
    f"younger)", f"(?:says?|said|say) (?:if|either|get|before) {gap(6)}{_PROCEDURE}", "leave if i do not",
    "find (?:someone|some one) (?:fresher|younger)",
    "if i (?:loved|love) (?:him|her)", f"either (?:i )?get {gap(3)}{_PROCEDURE}", "(?:lift|surgery|filler|botox) or "
    "no more", "lose (?:your|ur|my) (?:chair|job|place|contract)", "want(?:s|ed)? a fresher face",
    r"booked (?:me for|the \w+ himself|my \w+ without)", "fixed the surgery date", "get it (?:fixed|lifted|done) "
    "(?:first|or)|get it fixed or",
    "off reception|come off camera", "second wife", f"offering to pay for {gap(2)}(?:lipo|surgery|botox|filler|a "
    f"nose job) {gap(4)}", "bring second wife", "he must approve", "i have said no", "would not let me leave",
    "if i do not (?:get|do|have) (?:the |my |a |it |filler)?")
HURT = said(
    "(?:me|my|i|her|she|we)")
CALM = (JOKING, said(
    "we (?:both )?(?:giggle|laugh|tease)", "have a laugh", "years ago", "in the seventies", r"19\d\d",
    "(?:shop|sales) (?:assistant|lady)", "long forgotten", "i adore it", "bless (?:him|her)", "no offence",
    "in that film", "her way", "of all", "gently", "asleep", "i call (?:them|him|her)", "love(?:s)? my face",
    "peer pressure", "under pressure", "how much pressure", "dentist", "dermatologist",
    "optician", "to smile more in", "for fun", "recommended", "kindly", "proud", "physio", "happy", "book club",
    "rude to", "advert", "collagen voucher"))

RULES = (
    Rule("di_pressure_bullying", DISTRESS, (
        Signs((INSULTED,), (BEAST,), CALM, slow=True, asked=True),
        Signs((SCORNED,), unless=CALM, slow=True, asked=True),
        Signs((MOCKED,), (HURT,), CALM, slow=True, asked=True),
        Signs((PUSHED,), unless=CALM, slow=True, asked=True),
    )),
)
