/** Bad reception: a thousand cuts, over each of the three transports, and the server killed in between. Nothing is lost. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { skip } from "../harness/chromium";
import { Troubled, TRANSPORTS, type Away, type Transport } from "../harness/troubled";
import { until } from "../harness/wait";
import { world } from "../harness/world";

const CUTS = 1020; // in all
const VISITORS = 4; // for each transport
const WITHIN = 5000; // milliseconds

test(`${CUTS} cuts: nothing lost, nothing twice, in order, and connected again within ${WITHIN / 1000} s`, { skip }, async (context) => {
  const { assistant, browser } = world();
  const transports = Object.keys(TRANSPORTS) as Transport[];
  const visitors = await Promise.all(transports.flatMap((transport, kind) => Array.from({ length: VISITORS }, async (_, number) =>
    ({ transport, troubled: await Troubled.start(browser, assistant.port, transport, 100 * kind + number) }))));
  const cuts = (): number => visitors.reduce((sum, { troubled }) => sum + [...troubled.cuts.values()].reduce((all, each) => all + each, 0), 0);
  const away: Away[] = [];
  const all = Promise.all(visitors.map(({ troubled }) => troubled.suffer(CUTS / visitors.length, away)));
  for (const share of [0.3, 0.6]) {
    await Promise.race([until("cuts", () => cuts() > share * CUTS, 600_000), all]);
    const gone: Away = { from: performance.now(), to: Number.POSITIVE_INFINITY };
    away.push(gone);
    await assistant.killRasa();
    await assistant.startRasa();
    gone.to = performance.now();
  }
  await all;
  for (const { troubled } of visitors) await troubled.account(assistant.address);
  for (const transport of transports) {
    const of = visitors.filter((each) => each.transport === transport).map((each) => each.troubled);
    const delays = of.flatMap((each) => each.delays).sort((one, other) => one - other);
    const told = Object.fromEntries(["before_send", "during_reply", "after_reply", "half_open"].map(
      (kind) => [kind, of.reduce((sum, each) => sum + (each.cuts.get(kind) ?? 0), 0)]));
    context.diagnostic(`${transport}: ${JSON.stringify(told)}, messages ${of.reduce((sum, each) => sum + each.said.length, 0)}, ` +
      `until the answer, without the assistant's own time: median ${Math.round(delays[delays.length >> 1] ?? 0)} ms, slowest ${Math.round(delays.at(-1) ?? 0)} ms`);
  }
  const slow = visitors.flatMap(({ transport, troubled }) => troubled.delays.filter((each) => each > WITHIN).map((each) => `${transport} ${Math.round(each)} ms`));
  assert.deepEqual(slow, []);
  assert.ok(cuts() >= 1000, `only ${cuts()} cuts`);
  await Promise.all(visitors.map(({ troubled }) => troubled.leave()));
});
