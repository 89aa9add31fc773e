"""An action as the check for names of responses sees it."""

FAILED = "utter_fail"
ASK = '/ask_effectiveness{"subject": "gua_sha"}'
