"""Messages that are full of signs and tell of nobody who is ill: a play, a lesson, a dream, a family legend.

A finding is withheld for the whole message, so only what cannot stand beside a real sign belongs here. What merely
makes one sentence harmless is among the ``unless`` of a sign.
"""
from __future__ import annotations

from bot.nlu.safety.words import said

TOLD_TALE = said(
    # on a stage, on paper, in a dream
    "murder mystery", "in act (?:one|two|three)", "student film", "special effects", "i wrote a thriller",
    "fever dream", "i dreamt", "plays? the patient", "my theatre group",
    # in a lesson or at work
    "first aid trainer", "told us in training", "i do speech therapy with", "medical students come", "consent form",
    "health page was", "on a forum said", "the story goes", "quiz machine")
