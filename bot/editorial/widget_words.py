"""The words that stand for slugs, for the web widget: one source, ``bot/render/labels.py``, for every rendering."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.render import labels

GROUP = "labels"


def with_labels(words: Mapping[str, Any]) -> dict[str, Any]:
    """The widget's words with the group of labels as it has to be; everything else stays, in its order."""
    return {**words, GROUP: {
        "evidence": dict(labels.EVIDENCE),
        "strength": dict(labels.STRENGTH),
        "levels": dict(labels.LEVELS),
        "sides": {kind: dict(sides) for kind, sides in labels.SIDES.items()},
        "rows": dict(labels.ROWS),
        "source_kinds": dict(labels.SOURCE_KINDS),
        "verdicts": dict(labels.VERDICTS),
        "review": dict(labels.REVIEW),
    }}
