"""A claim stands on sources that are good enough for its level, and says so when they are not independent."""
from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from bot.editorial.faults import Fault
from bot.editorial.library import Library, PlacedClaim
from bot.editorial.lists import any_word, load
from bot.model import EVIDENCE_LEVELS

#: Kinds of source that do not carry a claim alone above expert opinion.
WEAK = {"news", "trade_article", "brand_article", "blog", "user_comment"}
_OPINION = EVIDENCE_LEVELS.index("expert_opinion")


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    names_brand = any_word(load("wording")["brand_claim_claim"])
    names_source = any_word(word for group in load("wording")["lone_source"] for word in group)
    for claim in library.all_claims:
        shape = claim.shape
        if not shape.sources:
            yield _fault(claim, "sources", "claim-without-source", "has no source.",
                         "Cite one of sources.yml, or leave the claim out.")
            continue
        if shape.evidence == "brand_claim" and not names_brand.search(shape.text):
            yield _fault(claim, "text", "brand-not-named", "is a brand's claim and does not say who claims it.",
                         "Say it in the sentence, for example 'The maker says …'.")
        kinds = [library.sources[source].kind for source in shape.sources if source in library.sources]
        if len(kinds) == len(shape.sources) and WEAK.issuperset(kinds):
            yield from _lone(claim, kinds, names_source.search(f"{shape.text} {shape.caveat}") is not None)
        if shape.article and shape.article.source not in shape.sources:
            yield _fault(claim, "article", "article-not-cited", f"checks '{shape.article.source}' without citing it.",
                         "Add it to the claim's sources, behind the better ones.")


def _lone(claim: PlacedClaim, kinds: Sequence[str], named: bool) -> Iterator[Fault]:
    level = claim.shape.evidence
    found = ", ".join(dict.fromkeys(kind.replace("_", " ") for kind in kinds))
    if level in EVIDENCE_LEVELS and EVIDENCE_LEVELS.index(level) < _OPINION:
        yield _fault(claim, "evidence", "weak-source", f"is '{level}' and only {found} stands behind it.",
                     "Cite a study, guideline or health body first, or set evidence: expert_opinion.")
    if not named:
        yield _fault(claim, "text", "lone-source-not-named", f"rests on {found} alone and does not say so.",
                     "Say in the sentence who says it, for example 'One article says …'.")


def _fault(claim: PlacedClaim, key: str, code: str, cause: str, remedy: str) -> Fault:
    return claim.file.fault(claim.loc + (key,), code, f"claim '{claim.shape.id}' {cause}", remedy)
