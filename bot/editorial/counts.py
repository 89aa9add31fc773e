"""How much content there is, by family."""
from __future__ import annotations

from collections import Counter

from bot.editorial import models
from bot.editorial.library import Library


def counts(library: Library) -> str:
    """A line a family of subjects, one for the areas, a total, and one for everything else."""
    subjects, claims, headlines = Counter[str](), Counter[str](), Counter[str]()
    for file in library.of(models.Subject):
        subjects[file.family] += 1
        claims[file.family] += len(file.shape.claims)
        headlines[file.family] += len(file.shape.headlines)
    areas = list(library.of(models.Area))
    of_areas = sum(len(file.shape.headlines) for file in areas)
    lines = [f"  {family:18}{subjects[family]:4} subjects {claims[family]:4} claims {headlines[family]:4} headlines"
             for family in sorted(subjects)]
    lines.append(f"  {'areas':18}{len(areas):4} areas                {of_areas:4} headlines")
    lines.append(f"  {'together':18}{sum(subjects.values()):4} subjects {sum(claims.values()):4} claims "
                 f"{sum(headlines.values()) + of_areas:4} headlines")
    others = {"sources": library.all_sources, "referrals": library.referrals, "glossary terms": library.terms,
              "routines": library.routines, "debates": library.debates, "conditions": library.conditions,
              "safety rules": library.safety_rules}
    lines.append("  " + ", ".join(f"{len(records)} {name}" for name, records in others.items()))
    return "\n".join(lines)
