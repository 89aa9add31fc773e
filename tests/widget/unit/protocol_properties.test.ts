/** Whatever is lost, doubled, reordered or cut: in the end each message is there exactly once, in order. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Network } from "./server_log";

type Step = (network: Network) => void;

const copies = fc.constantFrom(0, 1, 1, 1, 2);
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Step>((network) => network.say()) },
  { weight: 4, arbitrary: fc.constant<Step>((network) => network.send()) },
  { weight: 1, arbitrary: fc.constant<Step>((network) => network.remind()) },
  { weight: 1, arbitrary: fc.constant<Step>((network) => { network.server.refusals += 1; }) },
  { weight: 2, arbitrary: fc.constant<Step>((network) => network.reconnect()) },
  { weight: 8, arbitrary: fc.record({ place: fc.nat(5), copies }).map(({ place, copies }): Step => (network) => network.arrive("up", place, copies)) },
  { weight: 16, arbitrary: fc.record({ place: fc.nat(5), copies }).map(({ place, copies }): Step => (network) => network.arrive("down", place, copies)) },
);

test("nothing lost, nothing twice, in order", () => {
  fc.assert(fc.property(fc.array(steps, { maxLength: 120, size: "max" }), (plan) => {
    const network = new Network();
    network.reconnect();
    for (const step of plan) {
      step(network);
      const numbers = network.page.items.map((each) => each.seq);
      assert.deepEqual(numbers, numbers.map((_, place) => place + 1), "at no time a gap, a double or another order");
    }
    network.settle();
    const { page, server, said } = network;
    assert.deepEqual(page.items.map((each) => each.seq), server.log.map((each) => each.seq));
    assert.deepEqual(page.items.flatMap((each) => (each.by === "visitor" ? [each.id] : [])), said, "each message once, as said");
    assert.deepEqual(page.outbox, []);
    assert.ok(!page.behind());
  }), { numRuns: 500 });
});

test("each reply is news at most once", () => {
  fc.assert(fc.property(fc.array(steps, { maxLength: 120, size: "max" }), (plan) => {
    const network = new Network();
    network.reconnect();
    for (const step of plan) step(network);
    network.settle();
    assert.deepEqual(network.heard, [...new Set(network.heard)].toSorted((one, other) => one - other));
  }), { numRuns: 200 });
});

test("what waits is never forgotten before the server has it", () => {
  fc.assert(fc.property(fc.array(steps, { maxLength: 80, size: "max" }), (plan) => {
    const network = new Network();
    network.reconnect();
    for (const step of plan) {
      step(network);
      const here = new Set(network.page.unsent().map((each) => each.id));
      const there = new Set(network.server.log.flatMap((each) => (each.by === "visitor" ? [each.id] : [])));
      assert.deepEqual(network.said.filter((id) => !here.has(id) && !there.has(id)), []);
    }
  }), { numRuns: 200 });
});
