"""When a sign began: within hours, over days, or over weeks and months."""
from __future__ import annotations

from bot.nlu.safety.words import ONSET, said

NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|couple|several|some|half)"
DAY = r"(?:mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
MONTH = ("(?:january|february|april|june|july|august|september|october|november|december|spring|summer|autumn|"
         "fall|winter|easter|christmas|new year|diwali|ramadan|half term|mid term|the holidays)")
#: What a day is made of: "since the shower", "over coffee", "after church".
HAPPENING = (
    "(?:shower|bath|nap|siesta|breakfast|lunch|dinner|supper|tea|coffee|meal|work|school|meeting|call|service|"
    "church|bed|noon|midday|midnight|morning|afternoon|arvo|evening|night|swim|walk|drive|prayers?|film|cinema|shops?|"
    r"choir|party|wudu|soup|main course|news|checkout|queue|take|bingo|\d+ ?(?:am|pm|o'clock|oclock))")
HOURS = said(
    ONSET.pattern, "rn", "tonight", "last nite", "yday", "this arvo", "came on", "came over", "mid", "straight away",
    rf"(?:since|after|at|during|over|between|before|from|until|by|around|about|from) (?:\w+ ){{0,2}}{HAPPENING}",
    r"(?:since|around|from|about|until|before) \d{1,2}(?! (?:years?|weeks?|days?|months?|percent))",
    r"since (?:i|he|she|we|they) (?:\w+ )?(?:woke|wake|got|get|stood|came|sat|fed|put|ate|pray\w*|slept|had (?:my|his|"
    "her|a))",
    rf"(?:{NUMBER} ){{1,3}}(?:second|secs?|minutes?|mins?|hours?|hrs?)(?: ago| back| now)?", "quarter of an hour",
    r"when (?:i|he|she) (?:woke|got up|stood up|put in|drank|played it back)", "all (?:of )?(?:a|the) sudden",
    "in (?:one|a|1) (?:second|sec|minute|moment|instant|snap)", "like a snap", "all in one go", "just like that",
    r"(?:was|were|worked) (?:\w+ )?(?:ok|fine|alright|normal|straight|good|even)", "(?:it )?only just", "mid sentence",
    "not before", "just (?:sat|woke|collapsed|slid|slipped|fell|went|gone|said|came|turned|told|happened)",
    "my (?:wife|husband|son|daughter|mum) (?:is typing|type)", "siesta", r"gone (?:again|now)",
    r"back (?:to normal|now)")
#: Over days: what is too slow for a stroke and too quick for age.
DAYS = said(
    rf"(?:over|in|for|within|during|past|last|since|about|{NUMBER}) (?:\w+ ){{0,3}}(?:days|nights)", "this week",
    "all week", r"day (?:\d|one|two|three|four|five|six|seven)",
    rf"(?:since|on|began|started|from|after|until|by) {DAY}",
    rf"{DAY} (?:\w+ ){{1,12}}{DAY}", r"(?:since|over|at|this|last) (?:the )?week ?end", "last week", "a week",
    r"(?:each|every|by the) (?:day|night|morning|session|evening)", "the day before yesterday", "days? ago",
    "since the week", "day by day", r"one week", r"(?:36|48|72) (?:hours|hrs|h)", "in one week", "weaker and weaker",
    r"(?:\d+|few|two|three|four|five|six|seven|ten) (?:\d+ )?days?", "days now", "bit by bit", r"less (?:and|n|&) less",
    "more and more")
#: Over weeks and months, and what is called new.
WEEKS = said(
    rf"(?:{NUMBER}|past|last|recent|these|for|over|coming) (?:\w+ )?(?:weeks?|wks?|months?|fortnight)",
    "(?:this|last|past|a|second|third|next|the) (?:week|fortnight|month|season|spring|summer|autumn|year)",
    "week (?:two|three|four|2|3|4|5|6)", "(?:second|third|fourth|fifth) (?:week|month)", "on and off", "on n off",
    rf"(?:since|at|till?|until|before|in|during|between|than|around|from) (?:\w+ ){{0,3}}{MONTH}",
    r"(?:since|began|started|starting|ever since) (?:\w+ ){0,4}", "these days", "lately", r"recent\w*", "newly?",
    "never (?:used to|did|was)", "month ago", "months ago", "never before", r"was (?:not|n't) (?:like|so|there|this)",
    "every day", "keeps", "nowadays", "most days", "times (?:a|an|per) (?:day|hour|week)", "many times", "still does")
SLOWLY = said(
    "each day", "every day", "each (?:morning|evening|night)", "bit by bit", r"slow\w*", r"gradual\w*", "days",
    "weeks?",
    "months?", "weekend", "day before yesterday", r"day (?:\d|two|three|four)", "fortnight", r"less (?:and|n|&) less",
    "more and more", rf"(?:since|on) {DAY}", "each week", "week by week")
#: Nothing new: checked, known, lifelong, or of both sides alike.
KNOWN = said(
    "since (?:my )?(?:birth|childhood|teens|teenage|school days|forever)", "born", "as a young",
    r"(?:in|since) my (?:teens|twenties|"
    r"thirties|forties)", "as (?:ever|always|long as)", "forever", "baby (?:photos?|pictures?|album)", r"always",
    "family thing", "runs in", "lifelong", "long known", "no change", "never changed", "unchanged", "since (?:19|20)"
    r"\d\d", "decades?", "for years", r"\w+ years", "over the years", "stable", "both", "equally", "evenly", "alike",
    r"(?:doctor|gp|optician|neurologist|dentist) (?:\w+ )?(?:knows?|checked|checks|follows|sees)", "wore off",
    "worn off", "in general", "generally", "when i let go", "when i relax", "used to be")
