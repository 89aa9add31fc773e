"""Rasa actions: they turn a tracker into a question and an answer into a message, and decide nothing."""
