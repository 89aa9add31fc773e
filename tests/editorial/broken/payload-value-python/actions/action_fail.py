"""An action as the check for names of responses sees it."""

FAILED = "utter_failed"
ASK = '/ask_effectiveness{"subject": "guasha"}'
