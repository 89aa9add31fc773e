"""The parts that subjects play in a question: a method, a sign, a cause, a person."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

METHOD, SIGN, CAUSE, PERSON = "method", "sign", "cause", "person"
_ROLES = {
    "exercise": METHOD, "massage": METHOD, "skincare": METHOD, "lifestyle": METHOD, "procedures": METHOD,
    "signs": SIGN, "causes": CAUSE, "people_and_proof": PERSON,
}
#: Where a sign is. Who asks about jowls asks about the jaw.
SIGN_AREAS: Mapping[str, str] = {
    "jowls": "jaw", "double_chin": "chin", "eye_bags": "under_eye", "dark_circles": "under_eye",
    "nasolabial_folds": "nasolabial_fold", "marionette_lines": "mouth",
}
#: Exercises for one place; somewhere else it takes others.
EXERCISE_AREAS: Mapping[str, frozenset[str]] = {
    "cheek_lifter": frozenset({"cheek"}), "jawline_toner": frozenset({"jaw", "chin"}),
    "brow_smoothener": frozenset({"brow", "forehead"}), "neck_tightener": frozenset({"neck", "chin"}),
    "eye_exercise": frozenset({"upper_eyelid", "under_eye", "brow"}), "mouth_exercise": frozenset({"mouth"}),
}
EXERCISE = "facial_exercise"
FamilyOf = Callable[[str], str | None]


class Roles:
    """Sorts subjects by what they are; ``family_of`` gives a subject's family, or None."""

    def __init__(self, family_of: FamilyOf) -> None:
        self._family_of = family_of

    def of(self, slug: str) -> str:
        """The role of a subject; what is not known counts as a method."""
        return _ROLES.get(self._family_of(slug) or "", METHOD)

    def only(self, subjects: Sequence[str], *roles: str) -> tuple[str, ...]:
        """The subjects that have one of the roles."""
        return tuple(slug for slug in subjects if self.of(slug) in roles)

    def replaced(self, old: Sequence[str], new: Sequence[str], kind: str | None) -> tuple[str, ...]:
        """``new``, with what of ``old`` plays another part: "and fillers?" after Botox for jowls is fillers for jowls.

        In a question about causes, a habit and a cause are of a kind.
        """
        alike = {METHOD, CAUSE} if kind == "cause" else set[str]()
        taken = {self.of(slug) for slug in new}
        if taken & alike:
            taken |= alike
        return tuple(dict.fromkeys([*new, *(slug for slug in old if self.of(slug) not in taken)]))


def without_elsewhere(subjects: Sequence[str], areas: Sequence[str]) -> tuple[str, ...]:
    """``subjects`` without signs that are found in other places than ``areas``; all of them when there is no area."""
    return tuple(slug for slug in subjects if not areas or SIGN_AREAS.get(slug) in (None, *areas))


def fit_for(subjects: Sequence[str], areas: Sequence[str]) -> tuple[str, ...]:
    """``subjects``, with exercises at large in place of one that is for other places than ``areas``."""
    return tuple(dict.fromkeys(
        EXERCISE if areas and not EXERCISE_AREAS.get(slug, frozenset(areas)) & set(areas) else slug
        for slug in subjects))


def with_sign_areas(subjects: Sequence[str], areas: Sequence[str]) -> tuple[str, ...]:
    """``areas`` with those that the signs among ``subjects`` bring along."""
    return tuple(dict.fromkeys([*areas, *(SIGN_AREAS[slug] for slug in subjects if slug in SIGN_AREAS)]))
