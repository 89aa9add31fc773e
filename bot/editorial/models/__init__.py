"""The shape of every content file. The checks, the JSON schemas and the template all come from these models.

Field names are the editors' interface (``bot/content/README.md``); descriptions are what an editor reads in
completion, in the template and in a fault's remedy.
"""
from __future__ import annotations

from bot.editorial.models.base import Review, SeeDermatologist, Shape
from bot.editorial.models.conversation import Conversation, Further, Turn
from bot.editorial.models.routine import Routine, RoutineStep
from bot.editorial.models.safety import Safety, SafetyReview, SafetyRule, Touches, Withholds
from bot.editorial.models.shelves import (
    Condition,
    Conditions,
    Debate,
    Debates,
    Glossary,
    Phrases,
    Referral,
    Referrals,
    Source,
    Sources,
    Taxonomy,
    Term,
)
from bot.editorial.models.subject import (
    Area,
    Article,
    Claim,
    Entry,
    Figure,
    Glance,
    GlanceCell,
    Headline,
    NoneFound,
    Study,
    Subject,
)

__all__ = [
    "Area", "Article", "Claim", "Condition", "Conditions", "Conversation", "Debate", "Debates", "Entry", "Figure",
    "Further",
    "Glance", "GlanceCell", "Glossary", "Headline", "NoneFound", "Phrases", "Referral", "Referrals", "Review",
    "Routine", "RoutineStep", "Safety", "SafetyReview", "SafetyRule", "SeeDermatologist", "Shape", "Source",
    "Sources", "Study", "Subject", "Taxonomy", "Term", "Touches", "Turn", "Withholds",
]
