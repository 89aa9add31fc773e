/** The arithmetic of a step's timer. Times are milliseconds of the system's clock, which goes on while a tab sleeps. */

/** How a step is divided; zero where the source gives no figure. */
export interface Shape {
  readonly seconds: number;
  readonly sets: number;
  readonly reps: number;
  readonly hold: number;
}

/** A timer that ran for `before` milliseconds, and runs on since `since` unless that is null. */
export interface Run {
  readonly before: number;
  readonly since: number | null;
}

export const STOPPED: Run = { before: 0, since: null };

/** The run as it goes on from now. */
export function started(run: Run, now: number): Run {
  return run.since === null ? { before: run.before, since: now } : run;
}

/** The run as it stands still from now. */
export function paused(run: Run, now: number): Run {
  return { before: elapsed(run, now), since: null };
}

/** Milliseconds that it has run for. A clock that was set back counts as one that stood still. */
export function elapsed(run: Run, now: number): number {
  return run.before + (run.since === null ? 0 : Math.max(0, now - run.since));
}

/** Whole seconds that are left, from `seconds` down to 0. */
export function left(run: Run, shape: Shape, now: number): number {
  return Math.max(0, Math.ceil(shape.seconds - elapsed(run, now) / 1000));
}

export interface Hold {
  readonly hold: number;
  readonly holds: number;
  readonly set: number;
  readonly sets: number;
}

/** Which hold of which set it is, both from 1; null for a step that is not made of holds. */
export function holdAt(run: Run, shape: Shape, now: number): Hold | null {
  const holds = shape.reps || 1;
  const sets = shape.sets || 1;
  if (!shape.hold || holds * sets < 2 || holds * sets * shape.hold !== shape.seconds) return null;
  const at = Math.min(Math.floor(elapsed(run, now) / 1000 / shape.hold), holds * sets - 1);
  return { hold: (at % holds) + 1, holds, set: Math.floor(at / holds) + 1, sets };
}

/** "3:05". */
export function digits(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
