"""The safety screen: which messages tell of an emergency, an urgent sign or distress.

Deterministic and explainable: every finding names its rule and the words that fired. One family of rules a module, in
``families``; the fixed texts stand in ``bot/content/safety.yml``. No clinician has reviewed the rules.
"""
