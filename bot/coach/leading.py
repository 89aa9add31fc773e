"""Leads a visitor through a routine: a session and a wish in, an answer and the session after it out."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.answers.citing import finish
from bot.answers.index import ReleaseIndex
from bot.answers.phrases import fill
from bot.answers.routines import DEFAULT_METHOD, one_routine
from bot.answers.select import as_point
from bot.answers.suggestions import payload
from bot.answers.visitor import Visitor
from bot.coach.session import Session, advance, begin
from bot.coach.timing import length_of, seconds_of, spoken
from bot.coach.wishes import Wish
from bot.model import Answer, Coached, LeftOut, Question, Routine, RoutineStep, Situation, Suggestion

#: What is offered to press, by where the visitor is.
_BUTTONS: dict[str, tuple[str, ...]] = {
    "begun": ("next", "stop"),
    "running": ("next", "repeat", "skip", "how", "why", "pause", "stop"),
    "paused": ("resume", "repeat", "stop"),
}
#: Kinds of which one claim is the tip at the end, in the order in which they are gone through.
_TIP_KINDS = ("tracking", "how_to", "timeline")


@dataclass(frozen=True)
class Turn:
    """What is said, and the session after it; None when nothing is under way any more."""

    answer: Answer
    session: Session | None
    ended: Session | None = None  # the session that this turn ended, to be logged when a step of it was done


class Coach:
    """Leads through the routines of one release, for one visitor's situation."""

    def __init__(self, index: ReleaseIndex, situation: Situation) -> None:
        self._index = index
        self._visitor = Visitor(situation, index)

    def card(self, slug: str) -> Answer:
        """A routine to look at: what is left of it for this visitor, or why nothing is."""
        routine = self._index.routines[slug]
        return one_routine(routine, _question(routine), self._index, self._visitor)

    def begin(self, slug: str, now: datetime) -> Turn:
        """The warnings, what is left out and the honest length, before the first step."""
        routine = self._index.routines[slug]
        answer = self.card(slug)
        if answer.type != "routine":
            return Turn(answer, None)
        shown = length_of(answer.steps)
        note = " ".join((self._length(routine, shown.seconds, shown.untimed, bool(answer.left_out)), answer.note))
        session = replace(begin(slug, now), told=tuple(each.name for each in answer.left_out))
        headline = self._say("coach_begin", title=routine.title, steps=str(len(answer.steps)))
        return Turn(replace(answer, headline=headline, note=note, coached=Coached("begun", 0, len(answer.steps), 0),
                            steps=(), suggestions=self._buttons("begun")), session)

    def go_on(self, session: Session, wish: Wish, tips: int = 0, again: bool = False) -> Turn | None:
        """What follows a wish; None when the release has no such routine any more.

        Args:
            session: one that is under way.
            wish: what the visitor wants.
            tips: how many sessions were logged before, so that the tip at the end is another one each time.
            again: the visitor was away: first it is said where they were.
        """
        routine = self._index.routines.get(session.routine)
        if routine is None:
            return None
        kept, left_out = self._visitor.part_of(routine, routine.steps)
        if not kept and wish not in ("stop", "pause", "no"):  # what was left of it does not suit the visitor any more
            return Turn(self.card(session.routine), session)
        numbers = [number for number, step in enumerate(routine.steps, start=1) if step in kept]
        after = advance(session, wish, numbers)
        place = _Place(routine, after, numbers, left_out)
        answer = self._answer(place, wish, tips)
        if again and after.state == "running":
            greeting = self._say("coach_back_again", title=routine.title)
            answer = replace(answer, note=" ".join(filter(None, (greeting, answer.note))))
        after = replace(after, told=(*after.told, *(each.name for each in answer.left_out)))
        return Turn(answer, after, None) if after.under_way else Turn(answer, None, after)

    def _answer(self, place: _Place, wish: Wish, tips: int) -> Answer:
        state = place.session.state
        if state == "finished":
            return self._finished(place, tips)
        if state == "stopped":
            return self._plain(place, self._say("coach_stopped", done=place.done, steps=place.of), buttons="ended")
        if state == "begun":
            return self._plain(place, self._say("coach_not_begun", title=place.routine.title))
        name = place.step.name
        if state == "paused":
            return self._plain(place, self._say("coach_paused", step=place.number, steps=place.of, name=name))
        if wish == "where":
            return self._plain(place, self._say("coach_where", step=place.number, steps=place.of, name=name,
                                                left=str(int(place.of) - int(place.number))))
        if wish == "why":
            return self._why(place)
        headline = self._say("coach_step", step=place.number, steps=place.of, name=name)
        said = replace(self._plain(place, headline), steps=(place.step,), left_out=place.untold)
        return replace(said, note=self._how(place.step) if wish == "how" else self._time(place.step))

    def _why(self, place: _Place) -> Answer:
        step, routine = place.step, place.routine
        area = self._index.areas[step.area].name.lower()
        headline = (self._say("coach_why_muscle", name=step.name, area=area, muscle=step.muscle) if step.muscle
                    else self._say("coach_why", name=step.name, area=area))
        return finish(replace(self._plain(place, headline), note=routine.note, evidence=routine.evidence,
                              routine=replace(routine, warnings=(), steps=(step,))), self._index)

    def _how(self, step: RoutineStep) -> str:
        lines = []
        if step.sets and step.reps:
            lines.append(self._say("coach_how_sets", reps=str(step.reps), sets=str(step.sets)))
        elif step.reps:
            lines.append(self._say("coach_how_reps", reps=str(step.reps)))
        if step.hold_seconds:
            lines.append(self._say("coach_how_hold", seconds=str(step.hold_seconds)))
        return " ".join([*lines, self._time(step)])

    def _time(self, step: RoutineStep) -> str:
        seconds = seconds_of(step)
        return self._say("coach_time", time=spoken(seconds)) if seconds else self._say("coach_no_time")

    def _length(self, routine: Routine, seconds: int, untimed: int, shorter: bool) -> str:
        lines = []
        if routine.minutes and not shorter:
            lines.append(self._say("coach_length_says", minutes=f"{routine.minutes:g}"))
        if seconds:
            lines.append(self._say("coach_length_sum", time=spoken(seconds)))
        if untimed:
            lines.append(self._say("coach_length_untimed", steps=str(untimed)))
        return " ".join(lines)

    def _finished(self, place: _Place, tips: int) -> Answer:
        headline = self._say("coach_finished", done=place.done, steps=place.of, title=place.routine.title)
        claims = [claim for kind in _TIP_KINDS
                  for slug in dict.fromkeys((place.routine.subjects[0], DEFAULT_METHOD))
                  for claim in self._index.about_subject(slug, kind)
                  if claim.stance in ("supports", "neutral") and not self._visitor.against_claim(claim)]
        tip = (as_point(claims[tips % len(claims)]),) if claims else ()
        answer = replace(self._plain(place, headline, buttons="ended"), points=tip, kind_answered="routine")
        return finish(answer, self._index)

    def _plain(self, place: _Place, headline: str, buttons: str = "") -> Answer:
        routine, session = place.routine, place.session
        running = session.state in ("running", "paused") and session.at
        return Answer(
            type="routine", release=self._index.number, reviewed_on=routine.review.on,
            review_status=routine.review.status, question=_question(routine), headline=headline,
            coached=Coached(session.state, int(place.number) if running else 0, int(place.of), int(place.done),
                            seconds_of(place.step) if running else None),
            suggestions=self._buttons(buttons or session.state),
        )

    def _buttons(self, state: str) -> tuple[Suggestion, ...]:
        if state == "ended":
            return tuple(Suggestion(self._say(f"track_button_{wish}"), payload("ask_tracking", wish=wish))
                         for wish in ("progress", "remind"))
        return tuple(Suggestion(self._say(f"coach_button_{wish}"), payload("ask_routine", wish=wish))
                     for wish in _BUTTONS[state])

    def _say(self, phrase: str, /, **values: str) -> str:
        return fill(self._index.phrases, phrase, **values)


def _question(routine: Routine) -> Question:
    return Question("routine", routine.subjects[:1])


class _Place:
    """A session read against the steps that suit the visitor now."""

    def __init__(self, routine: Routine, session: Session, numbers: list[int], left_out: tuple[LeftOut, ...]) -> None:
        self.routine, self.session = routine, session
        self.of = str(len(numbers))
        self.done = str(len([number for number in session.done if number in numbers]))
        at = min(max(session.at, 1), len(routine.steps))
        self.step = routine.steps[at - 1]
        self.number = str(len([number for number in numbers if number <= at]))
        self.untold = tuple(each for each in left_out if each.name not in session.told)
