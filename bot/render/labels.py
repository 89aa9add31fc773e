"""The words that stand for slugs in every rendering."""
from __future__ import annotations

from collections.abc import Mapping

from bot.model import AWAITING

EVIDENCE: Mapping[str, str] = {
    "strong": "strong evidence",
    "moderate": "moderate evidence",
    "limited": "limited evidence",
    "very_limited": "very limited evidence",
    "expert_opinion": "expert opinion, not tested",
    "anecdote": "personal stories",
    "brand_claim": "a seller's claim",
}
_OPEN = {"mixed": "Not settled", "neutral": "Good to know"}
_BOTH = {"mixed": "Evidence on both sides", "neutral": "Good to know"}
_REPORTED = {"supports": "What is reported", "opposes": "What speaks against it", **_OPEN}
_ADVISED = {"supports": "What is advised", "opposes": "What speaks against it", **_OPEN}
#: Headings of the sides, by the kind of the question; "risk" claims support that the risk is real.
SIDES: Mapping[str, Mapping[str, str]] = {
    "default": {"supports": "What speaks for it", "opposes": "What speaks against it", **_BOTH},
    "risk": {"supports": "What speaks for a risk", "opposes": "What speaks against a risk", **_BOTH},
    "cause": {"supports": "What is thought to cause it", "opposes": "What speaks against it", **_OPEN},
    "how_to": {"supports": "What is advised or was tested", "opposes": "What speaks against it", **_OPEN},
    "comparison": {"supports": "In favour", "opposes": "Against", **_BOTH},
    "suitability": {"supports": "Whom it may suit", "opposes": "Reasons to take care", **_BOTH},
    "timeline": _REPORTED, "cost": _REPORTED, "definition": _REPORTED,
    "professional": _ADVISED, "prevention": _ADVISED, "tracking": _ADVISED,
}
ROWS: Mapping[str, str] = {
    "works": "Does it work?", "evidence": "Evidence", "time_to_results": "Time to results",
    "lasts": "How long it lasts", "risks": "Risks", "cost": "Cost",
    "definition": "What it is", "cause": "Why it happens", "effort": "Effort",
}
SOURCE_KINDS: Mapping[str, str] = {
    "systematic_review": "review of studies", "rct": "randomised trial", "controlled_trial": "controlled trial",
    "uncontrolled_study": "study without a comparison group", "lab_study": "lab study", "guideline": "guideline",
    "professional_body": "professional body", "health_service": "health service",
    "academic_press_release": "university press release", "news": "news report", "trade_article": "trade article",
    "brand_article": "company article", "blog": "blog", "user_comment": "reader's comment",
}
VERDICTS: Mapping[str, str] = {
    "agrees": "better sources agree", "agrees_in_part": "better sources agree in part",
    "tempers": "better sources are more careful", "contradicts": "better sources disagree",
    "unsupported": "we found no source that supports it", "uncontested": "we found no source against it",
    "unverified": "we could not check it",
}
REVIEW: Mapping[str, str] = {
    "editorial": "checked by an editor, not by a doctor",
    "clinical": "checked by a clinician",
    AWAITING: "not checked by a clinician yet",
}
#: What stands over a safety answer, by its level.
LEVELS: Mapping[str, str] = {
    "emergency": "Emergency", "urgent": "Get help soon", "distress": "You are not alone", "caution": "Take care",
}
#: How many of four bars the evidence meter fills. The last three are no levels of evidence from studies.
STRENGTH: Mapping[str, int] = {
    "strong": 4, "moderate": 3, "limited": 2, "very_limited": 1, "expert_opinion": 0, "anecdote": 0, "brand_claim": 0,
}


def sides_for(kind: str | None) -> Mapping[str, str]:
    """The headings of the four stances for a question of that kind."""
    return SIDES.get(kind or "default", SIDES["default"])


def ended(sentence: str) -> str:
    """The sentence with a mark at its end."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
