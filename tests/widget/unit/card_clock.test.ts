/** The timer's arithmetic: right whatever the ticks do. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { keepRun, keptRun } from "../../../bot/widget/src/card/kept_run";
import { digits, elapsed, holdAt, left, paused, type Run, type Shape, started, STOPPED } from "../../../bot/widget/src/card/clock";

const JAW: Shape = { seconds: 192, sets: 3, reps: 8, hold: 8 };

test("time counts from the clock, not from ticks", () => {
  const run = started(STOPPED, 1_000);
  assert.equal(left(run, JAW, 1_000), 192);
  assert.equal(left(run, JAW, 1_001), 192);
  assert.equal(left(run, JAW, 2_000), 191);
  assert.equal(left(run, JAW, 1_000 + 192_000), 0);
  assert.equal(left(run, JAW, 1_000 + 9_000_000), 0, "a tab that slept for hours");
});

test("starting what runs and pausing what stands change nothing", () => {
  const run = started(STOPPED, 5);
  assert.deepEqual(started(run, 900), run);
  const stood = paused(run, 905);
  assert.deepEqual(paused(stood, 99_999), stood);
});

test("a clock that is set back never adds time", () => {
  assert.equal(left(started(STOPPED, 10_000), JAW, 4_000), 192);
});

test("any order of starts and pauses adds up to the time in between", () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(60_000))), (moves) => {
    let run: Run = STOPPED;
    let now = 1_000_000;
    let ran = 0;
    for (const [starts, later] of moves) {
      run = starts ? started(run, now) : paused(run, now);
      if (starts) ran += later;
      now += later;
    }
    assert.equal(elapsed(run, now), ran);
  }));
});

test("holds and sets follow each other to the end", () => {
  const run = started(STOPPED, 0);
  assert.deepEqual(holdAt(run, JAW, 0), { hold: 1, holds: 8, set: 1, sets: 3 });
  assert.deepEqual(holdAt(run, JAW, 8_000), { hold: 2, holds: 8, set: 1, sets: 3 });
  assert.deepEqual(holdAt(run, JAW, 64_000), { hold: 1, holds: 8, set: 2, sets: 3 });
  assert.deepEqual(holdAt(run, JAW, 999_000), { hold: 8, holds: 8, set: 3, sets: 3 });
});

test("a step that is not made of holds has none", () => {
  const run = started(STOPPED, 0);
  assert.equal(holdAt(run, { seconds: 60, sets: 0, reps: 0, hold: 0 }, 0), null);
  assert.equal(holdAt(run, { seconds: 20, sets: 0, reps: 0, hold: 20 }, 0), null, "one hold is the whole step");
  assert.equal(holdAt(run, { seconds: 120, sets: 3, reps: 8, hold: 8 }, 0), null, "figures that do not add up to the time");
});

test("digits", () => {
  assert.deepEqual([0, 9, 60, 192, 3_600].map(digits), ["0:00", "0:09", "1:00", "3:12", "60:00"]);
});

test("a run is found again under its own card, unless it is over or is no run", () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value) };
  const run: Run = { before: 2_000, since: 10_000 };
  keepRun({ key: "b14", timers: storage }, run);
  assert.deepEqual(keptRun({ key: "b14", timers: storage }, JAW, 20_000), run);
  assert.deepEqual(keptRun({ key: "b15", timers: storage }, JAW, 20_000), STOPPED);
  assert.deepEqual(keptRun({ key: "b14", timers: storage }, JAW, 900_000), STOPPED);
  for (const broken of ["", "null", "{", "[]", '{"key":"b14","before":"2","since":null}', '{"key":"b14","before":1,"since":"x"}']) {
    kept.set("plumbline.timer", broken);
    assert.deepEqual(keptRun({ key: "b14", timers: storage }, JAW, 20_000), STOPPED, broken);
  }
  const full = { getItem: () => { throw new Error("none"); }, setItem: () => { throw new Error("full"); } };
  keepRun({ key: "b14", timers: full }, run);
  assert.deepEqual(keptRun({ key: "b14", timers: full }, JAW, 20_000), STOPPED);
});
