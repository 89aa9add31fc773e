"""“Was this helpful?”: which answers are asked about, the buttons, and what a visitor's word about one is tied to."""
from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.answers.phrases import fill
from bot.model import Answer, Suggestion

VERDICTS = ("helpful", "not_helpful", "wrong")
#: Types that say something of their own. Nobody is asked to rate a safety answer or a question back.
RATED = frozenset({"answer", "comparison", "routine", "tracking"})


def claims_of(answer: Answer) -> tuple[str, ...]:
    """Ids of the claims that an answer shows, in its order."""
    cells = (claim for row in answer.rows for cell in row.cells for claim in cell.claims)
    return tuple(dict.fromkeys([*(point.id for point in answer.points), *cells]))


def about(answer: Answer) -> dict[str, Any]:
    """What feedback on an answer is kept with, as plain JSON values: nothing that the visitor told of themselves."""
    kept = {"release": answer.release, "kind": answer.question.kind, "subjects": list(answer.question.subjects),
            "areas": list(answer.question.areas), "claims": list(claims_of(answer))}
    # Digits only: letters could be read as words by the safety screen.
    return {"id": str(zlib.crc32(json.dumps([kept, answer.type, answer.question.page]).encode())), **kept}


def with_feedback(answer: Answer, phrases: Mapping[str, str]) -> Answer:
    """The answer with a button for each verdict, where it is one to be rated."""
    if answer.type not in RATED:
        return answer
    payload = json.dumps({"answer": about(answer)["id"]})
    buttons = (Suggestion(fill(phrases, f"feedback_{verdict}"), f"/{verdict}{payload}") for verdict in VERDICTS)
    return replace(answer, feedback=tuple(buttons))
