"""Content for tests: made up, rich in kinds of records, never shown to anyone.

``small_content`` has every kind of record; ``tag`` stands in its texts, so that two versions differ everywhere.
``large_content`` has the size of a real release. ``contents`` draws arbitrary consistent content (Hypothesis).
"""
from __future__ import annotations

import random
from array import array
from functools import cache

from hypothesis import strategies as st

from bot.model import (
    Area,
    ArticleCheck,
    CautionRule,
    Claim,
    Condition,
    Content,
    Debate,
    Glance,
    GlossaryTerm,
    Headline,
    NoneFound,
    Passage,
    Phrase,
    Referral,
    Review,
    Routine,
    RoutineStep,
    SafetyLevel,
    SeeDermatologist,
    Source,
    Study,
    Subject,
    Touches,
    VocabularyEntry,
    Withheld,
)

REVIEW = Review("editorial", "2026-11-21", "2027-11-21")
VECTOR_SIZE = 384


def source(id: str = "example_trial", *, tag: str = "", commercial: bool = False) -> Source:
    return Source(id=id, title=f"Example title {id} {tag}".strip(), publisher="Example Press", year=2020,
                  url=f"https://example.org/{id}", kind="brand_article" if commercial else "controlled_trial",
                  commercial_interest=commercial, authors="Example Group",
                  funding="Sells what it writes about." if commercial else "")


def claim(id: str = "ex_firmness", *, tag: str = "", subjects: tuple[str, ...] = ("facial_exercise",),
          areas: tuple[str, ...] = ("jaw",), sources: tuple[str, ...] = ("example_trial",), stance: str = "supports",
          kind: str = "effectiveness") -> Claim:
    return Claim(
        id=id, kind=kind, subjects=subjects, areas=areas, stance=stance, evidence="limited", sources=sources,
        text=f"Daily exercises made the cheeks of some people look fuller. {tag}".strip(), checked="2026-11-21",
        caveat="The study was small.", conditions=("jaw_joint",),
        figures={"participants": 27, "weeks": 20, "share": 0.5, "by_area": {"cheek": [1, 2.5]}, "note": None},
        study=Study("before and after", 27, "20 weeks", "not stated"),
        article=ArticleCheck("example_shop", "Exercises lift the face.", "tempers"),
        asked_as=("do facial exercises work", "can I train my jaw"),
    )


def subject(slug: str = "facial_exercise", *, tag: str = "", parent: str | None = None) -> Subject:
    return Subject(
        slug=slug, family="exercise", name=slug.replace("_", " "), also_called=("face workout", "face gym"),
        see_dermatologist=SeeDermatologist("See a dermatologist when it hurts.", ("pain",), ("example_trial",)),
        review=REVIEW, parent=parent, routines=("ten_minutes",),
        headlines=(
            Headline("effectiveness", f"Exercises may help a little. {tag}".strip(), "limited", ("ex_firmness",),
                     ("is it worth it",)),
            Headline("risk", f"Few risks are known. {tag}".strip(), "very_limited", ("ex_wrinkles",)),
        ),
        none_found=(NoneFound("risk", "opposes", "None found.", "2026-11-21"),),
        glance={"works": Glance("a little", ("ex_firmness",)), "cost": Glance("no figure", ())},
    )


def area(slug: str = "jaw", *, tag: str = "") -> Area:
    seen = SeeDermatologist("See a doctor when one side drops.", ("one side",))
    return Area(slug, slug, (f"{slug}line",), seen, REVIEW,
                (Headline("cause", f"The {slug} changes with age. {tag}".strip(), "moderate", ("ex_firmness",)),),
                (NoneFound("effectiveness", "supports", "None found.", "2026-11-21"),))


def routine(tag: str = "") -> Routine:
    return Routine(
        slug="ten_minutes", title=f"Ten minutes {tag}".strip(), also_called=("short routine",),
        subjects=("facial_exercise",), areas=("jaw", "cheek"), minutes=10, frequency="daily", min_weeks=8,
        steps=(RoutineStep("Cheek lifter", "Smile and lift.", "cheek", "zygomaticus", 1, 10, 5, None),
               RoutineStep("Rest", "Let go.", "jaw", duration_seconds=30, moves=("wide_mouth",))),
        warnings=("Stop when it hurts.",), note="Its timing was not tested.", evidence="very_limited",
        sources=("example_trial",), review=REVIEW,
    )


def small_content(tag: str = "") -> Content:
    """Every kind of record at least once, links in several orders, empty and missing values."""
    return Content(
        subjects=(subject(tag=tag), subject("face_yoga", tag=tag, parent="facial_exercise")),
        areas=(area(tag=tag), area("cheek", tag=tag)),
        claims=(
            claim(tag=tag),
            claim("ex_wrinkles", tag=tag, subjects=("face_yoga", "facial_exercise"), areas=("jaw", "cheek"),
                  sources=("example_shop", "example_trial"), stance="opposes", kind="risk"),
            Claim("ex_plain", "definition", ("face_yoga",), (), "neutral", "moderate", f"Yoga for the face. {tag}",
                  ("example_trial",), "2026-11-21"),
        ),
        sources=(source(tag=tag), source("example_shop", tag=tag, commercial=True),
                 Source("example_old", "Ältere Quelle – 肌", "", None, None, "blog", False)),
        conditions=(Condition("jaw_joint", "jaw joint disorder", ("TMJ", "TMD")),),
        referrals=(Referral("ref_jaw", f"A jaw that hurts {tag}", "a dentist", "It may be the joint.",
                            ("Is it the joint?",), ("example_trial",), "within weeks",
                            ("facial_exercise",), ("jaw",), ("jaw_joint",)),),
        glossary=(GlossaryTerm("platysma", "platysma", ("neck muscle",), f"A flat muscle of the neck. {tag}",
                               ("example_trial",)),),
        routines=(routine(tag),),
        debates=(Debate("debate_wrinkles", "Do exercises make wrinkles?", "risk", ("facial_exercise",), (),
                        ("ex_wrinkles",), ("ex_firmness",), f"Sources disagree. {tag}"),),
        phrases=(Phrase("clarify", f"What would you like to know? {tag}"), Phrase("about", "More about {name}")),
        cautions=(
            CautionRule("ca_jaw", "a sore jaw", f"Go easy on your jaw. {tag}", ("example_trial",), ("jaw_joint",),
                        Touches(("face_yoga",), ("exercise",), ("jaw",)), Withheld(("face_yoga",), ("wide_mouth",)),
                        True),
            CautionRule("ca_plain", "pain", "Stop when it hurts.", ()),
        ),
        safety_levels=(SafetyLevel("em_droop", "emergency"),),
    )


def large_content(tag: str = "", claims: int = 300) -> Content:
    """A release of real size: 70 subjects, 11 areas, ``claims`` claims, 250 sources."""
    small, choose = small_content(tag), random.Random(7)
    subjects = [subject(f"subject_{n}", tag=f"{tag} {n}") for n in range(70)]
    areas = [area(f"area_{n}", tag=tag) for n in range(11)]
    sources = [source(f"source_{n}", tag=tag) for n in range(250)]
    many = [
        claim(f"claim_{n}", tag=f"{tag} {n}", subjects=tuple(s.slug for s in choose.sample(subjects, 2)),
              areas=(choose.choice(areas).slug,), sources=tuple(s.id for s in choose.sample(sources, 3)))
        for n in range(claims)
    ]
    return Content(tuple(subjects), tuple(areas), tuple(many), tuple(sources), small.conditions, small.referrals,
                   small.glossary, small.routines, small.debates,
                   small.phrases, small.cautions, small.safety_levels)


def passages_of(content: Content, vectors: bool = True) -> tuple[Passage, ...]:
    """A passage for every headline, claim, asked-as question and term; vectors depend on the text alone."""
    texts = [(f"claim:{claim.id}", text, claim.kind, claim.subjects, claim.areas)
             for claim in content.claims for text in (claim.text, *(f"{q} {claim.id}" for q in claim.asked_as))]
    texts += [(f"headline:{owner.slug}/{headline.kind}", headline.text, headline.kind, (owner.slug,), ())
              for owner in content.subjects for headline in owner.headlines]
    texts += [(f"term:{term.slug}", term.text, "definition", (), ()) for term in content.glossary]
    return tuple(Passage(*fields, vector=vector_of(fields[1]) if vectors else None) for fields in texts)


@cache
def vector_of(text: str) -> array[float]:
    """Any unit vector (float32) that only this text has."""
    values = [byte - 127.5 for byte in random.Random(text).randbytes(VECTOR_SIZE)]
    length = sum(value * value for value in values) ** 0.5
    return array("f", [value / length for value in values])


def vocabulary_of(content: Content) -> tuple[VocabularyEntry, ...]:
    entries = [VocabularyEntry("subject", item.slug, (item.name, *item.also_called)) for item in content.subjects]
    entries += [VocabularyEntry("area", item.slug, (item.name, *item.also_called)) for item in content.areas]
    entries += [VocabularyEntry("condition", item.slug, item.also_called) for item in content.conditions]
    entries += [VocabularyEntry("term", item.slug, item.also_called) for item in content.glossary]
    return tuple(entries)


_ids = st.text("abcdefghijklmnopqrstuvwxyz_0123456789", min_size=1, max_size=8)
_texts = st.text(st.characters(codec=None), max_size=12)  # any character, also NUL and lone surrogates
_values = st.recursive(
    st.none() | st.booleans() | st.integers(-2**53, 2**53) | st.floats(allow_nan=False, allow_infinity=False) | _texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_texts, inner, max_size=2), max_leaves=4,
)


def _some(items: st.SearchStrategy, most: int = 3) -> st.SearchStrategy:
    return st.lists(items, max_size=most).map(tuple)


def _unique(items: st.SearchStrategy, key: str) -> st.SearchStrategy:
    return st.lists(items, max_size=3, unique_by=lambda item: getattr(item, key)).map(tuple)


_seen = st.builds(SeeDermatologist, _texts, _some(_texts), _some(_texts))
_headlines = _some(st.builds(Headline, _ids, _texts, _ids, _some(_texts), _some(_texts)), 2)
_none_found = _some(st.builds(NoneFound, _texts, _texts, _texts, _texts), 2)
_reviews = st.builds(Review, _texts, _texts, _texts)
_glances = st.dictionaries(_texts, st.builds(Glance, _texts, _some(_texts)), max_size=2)
_numbers = st.none() | st.integers(0, 3000)
_steps = st.builds(RoutineStep, _texts, _texts, _texts, _texts, _numbers, _numbers, _numbers, _numbers,
                   _some(_texts))
_subjects = st.builds(Subject, _ids, _ids, _texts, _some(_texts), _seen, _reviews, _headlines, _none_found, _glances,
                      st.none() | _ids, _some(_texts))
_areas = st.builds(Area, _ids, _texts, _some(_texts), _seen, _reviews, _headlines, _none_found)
_sources = st.builds(Source, _ids, _texts, _texts, _numbers, st.none() | _texts, _ids, st.booleans(), _texts, _texts)
_studies = st.none() | st.builds(Study, _texts, _numbers, _texts, _texts)
_articles = st.none() | st.builds(ArticleCheck, _texts, _texts, _texts)
_touches = st.builds(Touches, _some(_texts), _some(_texts), _some(_texts))
_withheld = st.builds(Withheld, _some(_texts), _some(_texts))
_minutes = st.none() | st.integers(0, 90) | st.floats(0, 90)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Consistent content: ids are unique, and claims name only what is there."""
    subjects, areas = draw(_unique(_subjects, "slug")), draw(_unique(_areas, "slug"))
    sources = draw(_unique(_sources, "id"))

    def named(records: tuple, key: str) -> st.SearchStrategy:
        return _some(st.sampled_from([getattr(record, key) for record in records])) if records else st.just(())

    claims = st.builds(
        Claim, _ids, _ids, named(subjects, "slug"), named(areas, "slug"), _ids, _ids, _texts, named(sources, "id"),
        _ids, _texts, _some(_texts), st.dictionaries(_texts, _values, max_size=3), _studies, _articles, _some(_texts),
    )
    return Content(
        subjects, areas, draw(_unique(claims, "id")), sources,
        draw(_unique(st.builds(Condition, _ids, _texts, _some(_texts)), "slug")),
        draw(_unique(st.builds(Referral, _ids, _texts, _texts, _texts, _some(_texts), _some(_texts), _texts,
                               _some(_texts), _some(_texts), _some(_texts), st.booleans()), "id")),
        draw(_unique(st.builds(GlossaryTerm, _ids, _texts, _some(_texts), _texts, _some(_texts)), "slug")),
        draw(_unique(st.builds(Routine, _ids, _texts, _some(_texts), _some(_texts), _some(_texts), _minutes, _texts,
                               _numbers, _some(_steps), _some(_texts), _texts, _ids, _some(_texts), _reviews), "slug")),
        draw(_unique(st.builds(Debate, _ids, _texts, _ids, _some(_texts), _some(_texts), _some(_texts), _some(_texts),
                               _texts), "id")),
        draw(_unique(st.builds(Phrase, _ids, _texts), "name")),
        draw(_unique(st.builds(CautionRule, _ids, _texts, _texts, _some(_texts), _some(_texts), _touches, _withheld,
                               st.booleans(), _ids), "id")),
        draw(_unique(st.builds(SafetyLevel, _ids, _ids), "id")),
    )
