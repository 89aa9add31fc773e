"""What Plumbline talks about, as plain immutable records.

This module imports nothing of the project, so every other part may import it. Slugs (kinds, subjects,
areas, stances, levels, source kinds) are those of ``bot/content/taxonomy.yml``; dates are ISO strings
(``2026-11-21``) because they travel unchanged from the editors' files to the visitor's screen.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

SUPPORTS, OPPOSES, MIXED, NEUTRAL = "supports", "opposes", "mixed", "neutral"

#: Evidence levels from the strongest to the weakest.
EVIDENCE_LEVELS: tuple[str, ...] = (
    "strong", "moderate", "limited", "very_limited", "expert_opinion", "anecdote", "brand_claim",
)

#: Question kinds whose answer must show two sides, or say in writing that none was found.
TWO_SIDED_KINDS = frozenset({"effectiveness", "risk", "evidence", "comparison", "product"})

#: What a step of a routine or a claim can ask of the body that some visitors are told to leave out. jaw_resistance:
#: the jaw works against a force or is pushed forward. wide_mouth: the mouth opens wide, also to an "O". neck_pressure
#: and eye_pressure: hands or tools touch the front or sides of the neck, or press or rub round the eyes.
Move = Literal[
    "jaw_resistance", "wide_mouth", "chewing", "head_tilt_back", "neck_pressure", "eye_pressure", "rubbing", "scraping",
    "strong_effort",
]

#: How a step of a routine moves, for its drawing. spread: cream or oil is put on. puff: the cheeks fill with air.
#: shapes: the lips make wide and narrow shapes. open_lift: the mouth is an "O" and the cheeks rise. hold_down: the
#: brows push up against fingers. chin_up: the head tips back. jaw_forward: the jaw slides forward. tilt: the head leans
#: to each side. swing: something held between the lips goes up and down. The other words say it.
Motion = Literal[
    "spread", "circles", "knead", "stroke_up", "stroke_up_from_neck", "stroke_out", "stroke_down_to_neck",
    "stroke_across", "roll", "lift", "smile", "puff", "shapes", "open_lift", "hold_down", "close_eyes", "chin_up",
    "jaw_forward", "tilt", "swing",
]

#: What of an answer is wanted most: it in short, where it comes from, what speaks against it.
Focus = Literal["", "simple", "sources", "against"]

#: What a safety rule says of itself until a clinician has signed it off.
AWAITING = "awaiting_clinical_sign_off"

#: Rows of a comparison, in the order in which they are shown.
COMPARISON_ROWS: tuple[str, ...] = ("works", "evidence", "time_to_results", "lasts", "risks", "cost")


@dataclass(frozen=True)
class Question:
    """One question: a kind, the subjects, areas, conditions and glossary terms that the words name."""

    kind: str | None
    subjects: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    page: int = 0  # 0 is the first answer; each further page shows the next "more evidence"
    focus: Focus = ""  # what of the answer is wanted most
    of: str | None = None  # with a focus: the kind of the answer that it is about, where that is another


@dataclass(frozen=True)
class Situation:
    """What this conversation knows of the visitor; it never leaves the conversation."""

    cautions: tuple[str, ...] = ()  # ids of caution rules that apply, in the order told
    conditions: tuple[str, ...] = ()  # conditions behind them
    open_rule: str | None = None  # emergency or urgent rule that nobody has settled yet


@dataclass(frozen=True)
class Source:
    """A page, paper or person that a claim rests on. ``url`` is the address a visitor may see, or None."""

    id: str
    title: str
    publisher: str
    year: int | None
    url: str | None
    kind: str
    commercial_interest: bool
    authors: str = ""
    funding: str = ""  # who pays or sells, in one short sentence; shown when commercial_interest


@dataclass(frozen=True)
class Study:
    """The study behind a claim, where there is one."""

    design: str
    participants: int | None = None
    duration: str = ""
    funded_by: str = ""


@dataclass(frozen=True)
class ArticleCheck:
    """How a popular article's statement stands against the better sources of the claim that carries it."""

    source: str
    says: str
    verdict: str  # agrees, agrees_in_part, tempers, contradicts, unsupported, uncontested, unverified


@dataclass(frozen=True)
class Claim:
    """The atom of content: one or two plain sentences with their evidence. ``subjects[0]`` is its home file."""

    id: str
    kind: str
    subjects: tuple[str, ...]
    areas: tuple[str, ...]
    stance: str
    evidence: str
    text: str
    sources: tuple[str, ...]
    checked: str
    caveat: str = ""
    conditions: tuple[str, ...] = ()
    figures: Mapping[str, Any] = field(default_factory=dict)
    study: Study | None = None
    article: ArticleCheck | None = None
    asked_as: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()  # that its words tell a visitor to make


@dataclass(frozen=True)
class Headline:
    """The bottom line of one cell (a subject or an area, and a kind), at most 30 words."""

    kind: str
    text: str
    evidence: str
    claims: tuple[str, ...]  # the claims that carry it
    asked_as: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoneFound:
    """A side that was looked for and not found, in writing: "None found as of DATE"."""

    kind: str
    side: str  # supports or opposes
    text: str
    as_of: str


@dataclass(frozen=True)
class SeeDermatologist:
    """When to be seen: one line and the signs that should bring a visitor in."""

    text: str
    when: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Review:
    """Who has looked at the words: ``editorial`` (an editor) or ``clinical``; and until when it holds."""

    status: str
    on: str
    due: str


@dataclass(frozen=True)
class Glance:
    """One cell of a comparison table: a few words, and the claims that carry them."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Subject:
    """A cause, method, product group, sign or kind of person that visitors ask about."""

    slug: str
    family: str
    name: str
    also_called: tuple[str, ...]
    see_dermatologist: SeeDermatologist
    review: Review
    headlines: tuple[Headline, ...] = ()
    none_found: tuple[NoneFound, ...] = ()
    glance: Mapping[str, Glance] = field(default_factory=dict)  # row of COMPARISON_ROWS -> cell
    parent: str | None = None  # the broader subject that answers where this one has nothing
    routines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Area:
    """A part of the face. ``whole_face`` answers questions that name neither subject nor area."""

    slug: str
    name: str
    also_called: tuple[str, ...]
    see_dermatologist: SeeDermatologist
    review: Review
    headlines: tuple[Headline, ...] = ()
    none_found: tuple[NoneFound, ...] = ()


@dataclass(frozen=True)
class Condition:
    """Something about the visitor that changes an answer, such as pregnancy or a jaw-joint disorder."""

    slug: str
    name: str
    also_called: tuple[str, ...]


@dataclass(frozen=True)
class Referral:
    """Whom to see in a situation, why, and what to ask."""

    id: str
    situation: str
    who_to_see: str
    why: str
    questions_to_ask: tuple[str, ...]
    sources: tuple[str, ...]
    how_soon: str = ""
    subjects: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    checks_credentials: bool = False  # how to check who treats you: goes with every answer on whom to see


@dataclass(frozen=True)
class GlossaryTerm:
    """A word that visitors meet, in plain language."""

    slug: str
    term: str
    also_called: tuple[str, ...]
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class RoutineStep:
    """One step of a routine. Times in seconds; None where the source gives none."""

    name: str
    instruction: str
    area: str
    muscle: str = ""
    sets: int | None = None
    reps: int | None = None
    hold_seconds: int | None = None
    duration_seconds: int | None = None
    moves: tuple[Move, ...] = ()
    motion: Motion | None = None


@dataclass(frozen=True)
class Routine:
    """Steps in order, as the sources describe them, with warnings first."""

    slug: str
    title: str
    also_called: tuple[str, ...]
    subjects: tuple[str, ...]
    areas: tuple[str, ...]
    minutes: float | None
    frequency: str
    min_weeks: int | None
    steps: tuple[RoutineStep, ...]
    warnings: tuple[str, ...]
    note: str  # what is and is not shown about it, and where its timing does not add up
    evidence: str
    sources: tuple[str, ...]
    review: Review


@dataclass(frozen=True)
class Debate:
    """A point on which sources disagree: both sides' claims and a balanced summary."""

    id: str
    topic: str
    kind: str
    subjects: tuple[str, ...]
    areas: tuple[str, ...]
    supports: tuple[str, ...]  # claim ids
    opposes: tuple[str, ...]  # claim ids
    summary: str


@dataclass(frozen=True)
class Touches:
    """Whose answers show a caution first. All three empty: every answer about a method."""

    subjects: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


@dataclass(frozen=True)
class Withheld:
    """What is not offered to a visitor: subjects, with those they are the parents of, and moves."""

    subjects: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True)
class CautionRule:
    """Something a visitor says about themselves that is said first on every answer it touches, and changes it."""

    id: str
    name: str  # the reason in a few words: "jaw-joint trouble"
    message: str
    sources: tuple[str, ...]
    conditions: tuple[str, ...] = ()  # that it covers
    touches: Touches = Touches()
    withholds: Withheld = Withheld()
    blocks_routines: bool = False
    review_status: str = AWAITING


@dataclass(frozen=True)
class SafetyLevel:
    """The level of a rule whose fixed answer Rasa says alone: emergency, urgent or distress."""

    id: str
    level: str


@dataclass(frozen=True)
class Phrase:
    """A fixed sentence around an answer, with ``{placeholders}`` that the answers service fills."""

    name: str
    text: str


@dataclass(frozen=True)
class Content:
    """Everything the editors wrote, checked, before it has a release number."""

    subjects: tuple[Subject, ...]
    areas: tuple[Area, ...]
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    conditions: tuple[Condition, ...] = ()
    referrals: tuple[Referral, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    routines: tuple[Routine, ...] = ()
    debates: tuple[Debate, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    cautions: tuple[CautionRule, ...] = ()
    safety_levels: tuple[SafetyLevel, ...] = ()


@dataclass(frozen=True)
class ReleaseInfo:
    """One published release: a number that only grows, and a digest of its content (sha256, hex)."""

    number: int
    published_at: str  # ISO date and time, UTC
    digest: str
    claims: int
    current: bool


@dataclass(frozen=True)
class Release:
    """A whole release as the answers service reads it."""

    info: ReleaseInfo
    content: Content


@dataclass(frozen=True)
class Passage:
    """A searchable text of a release (headline, claim, asked-as question, glossary entry) and its cell.

    ``ref`` names where the text stands: ``claim:<id>``, ``headline:<subject or area>/<kind>`` or
    ``term:<slug>``. ``vector`` is the sentence embedding (float32, 384 values, unit length) or None.
    """

    ref: str
    text: str
    kind: str
    subjects: tuple[str, ...]
    areas: tuple[str, ...]
    vector: Sequence[float] | None = None


@dataclass(frozen=True)
class RetrievalHit:
    """A passage that a visitor's words come close to; ``score`` runs from 0 to 1."""

    ref: str
    kind: str
    subjects: tuple[str, ...]
    areas: tuple[str, ...]
    score: float


@dataclass(frozen=True)
class VocabularyEntry:
    """Words that name something: ``label`` is subject, area, condition or term; ``slug`` is its value."""

    label: str
    slug: str
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class Point:
    """A claim as an answer shows it."""

    id: str
    stance: str
    evidence: str
    text: str
    caveat: str
    sources: tuple[str, ...]
    study: Study | None = None
    article: ArticleCheck | None = None


@dataclass(frozen=True)
class NumberedSource:
    """A source with the number under which this answer cites it."""

    n: int
    source: Source


@dataclass(frozen=True)
class Caution:
    """A caution rule or a claim that must be read first because of something the visitor said."""

    id: str
    text: str
    sources: tuple[str, ...]
    review_status: str = "editorial"  # editorial, clinical or awaiting_clinical_sign_off


@dataclass(frozen=True)
class LeftOut:
    """A step or a subject that is not offered to this visitor, and the caution rule that is the reason."""

    name: str
    because: str  # the rule's name
    rule: str


@dataclass(frozen=True)
class Suggestion:
    """What to ask next: the words on the button and Rasa's payload (``/intent{"entity": "value"}``)."""

    title: str
    payload: str


@dataclass(frozen=True)
class ComparisonRow:
    """One row of a comparison: a cell per subject; ``claims`` is empty where there is no sourced figure."""

    row: str
    cells: tuple[Glance, ...]


@dataclass(frozen=True)
class Coached:
    """Where a visitor is in a routine that they are led through. ``step`` counts the steps that suit them, from 1."""

    state: str  # begun (warnings said, no step yet), running, paused, finished or stopped
    step: int  # 0 before the first
    of: int
    done: int
    seconds: int | None = None  # how long the step takes, where the source says


@dataclass(frozen=True)
class Week:
    """One week of a practice log, Monday to Sunday."""

    start: str  # ISO date of the Monday
    days: int
    sessions: int
    minutes: int  # of the sessions whose length is known


@dataclass(frozen=True)
class Progress:
    """What a practice log comes to; ``weeks`` has every week from the first to the present one, empty ones too."""

    sessions: int
    days: int
    streak: int  # days in a row, up to today or yesterday
    longest_streak: int
    week: int  # which week since the first session this is; 0 without a session
    aim: str  # weeks after which the source says to look back, such as "8 to 12"; or empty
    first_on: str = ""
    last_on: str = ""
    weeks: tuple[Week, ...] = ()


@dataclass(frozen=True)
class SetReminder:
    """A reminder as a visitor sees it. Times are local to ``time_zone``, an IANA name; empty in a calendar file."""

    what: str  # practice or photo
    time_of_day: str  # HH:MM
    every_days: int
    time_zone: str = ""


@dataclass(frozen=True)
class CalendarFile:
    """An iCalendar file (RFC 5545), for channels that cannot be written to first."""

    name: str
    text: str


@dataclass(frozen=True)
class PlanRequest:
    """What a visitor answered when a plan was made for them; empty where they skipped the question."""

    places: tuple[str, ...] = ()  # areas and signs
    since: str = ""  # days, weeks, months or years
    goals: tuple[str, ...] = ()  # proof, home, cost, risk: see bot/answers/plan.py
    conditions: tuple[str, ...] = ()
    minutes: int | None = None  # a day


@dataclass(frozen=True)
class PlanItem:
    """One thing of a plan. ``supports`` and ``opposes`` are ids of the answer's points."""

    subject: str
    name: str
    headline: str
    evidence: str  # the strongest that speaks for it
    supports: tuple[str, ...]
    opposes: tuple[str, ...]
    none_found: tuple[NoneFound, ...]
    time_to_results: Glance
    risks: Glance
    cost: Glance
    effort: str


@dataclass(frozen=True)
class Answer:
    """The one object that every channel renders and every test reads. See docs in HACKING.md."""

    type: str  # answer, comparison, routine, tracking, safety, clarify, out_of_scope
    release: int
    reviewed_on: str
    review_status: str
    question: Question  # as it was asked
    headline: str
    kind_answered: str | None = None  # differs from the question's kind where the nearest one answers; see ``note``
    evidence: str | None = None
    note: str = ""  # why the answer is broader than the question, when it is
    points: tuple[Point, ...] = ()
    none_found: tuple[NoneFound, ...] = ()
    more_points: int = 0
    debate: Debate | None = None
    steps: tuple[RoutineStep, ...] = ()
    routine: Routine | None = None
    columns: tuple[str, ...] = ()  # the names that head the cells of each row
    rows: tuple[ComparisonRow, ...] = ()
    plan: tuple[PlanItem, ...] = ()  # of a comparison that is a plan: what it says of each column, in the same order
    referrals: tuple[Referral, ...] = ()
    definition: GlossaryTerm | None = None
    explained: tuple[GlossaryTerm, ...] = ()  # hard words of an answer that was asked for in short
    sources: tuple[NumberedSource, ...] = ()
    cautions: tuple[Caution, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    feedback: tuple[Suggestion, ...] = ()  # "was this helpful?", on answers that say something of their own
    level: str = ""  # of a safety answer: emergency, urgent or caution
    rule: str = ""  # of a safety answer: what it is about
    see_dermatologist: SeeDermatologist | None = None
    suggestions: tuple[Suggestion, ...] = ()
    coached: Coached | None = None
    progress: Progress | None = None
    reminders: tuple[SetReminder, ...] = ()
    calendar: CalendarFile | None = None
