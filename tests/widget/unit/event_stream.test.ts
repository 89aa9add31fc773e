/** Server-sent events, cut into pieces anywhere. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { EventStream } from "../../../bot/widget/src/transport/event_stream";

test("frames come whole and in order, wherever the stream is cut", () => {
  const line = fc.oneof(fc.integer({ min: 1 }).map((seq) => `data: ${JSON.stringify({ t: "seen", upto: seq })}\n\n`), fc.constant(":\n\n"));
  fc.assert(fc.property(fc.array(line), fc.array(fc.nat(200)), (lines, cuts) => {
    const text = lines.join("");
    const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((one, other) => one - other), text.length];
    const stream = new EventStream();
    const frames = places.slice(1).flatMap((end, place) => stream.read(text.slice(places[place], end)));
    assert.deepEqual(frames, lines.filter((each) => each.startsWith("data")).map((each) => JSON.parse(each.slice(6)) as unknown));
  }));
});
