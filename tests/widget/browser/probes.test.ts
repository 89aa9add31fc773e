/** What the other tests look with sees what it is meant to see: each probe, on pages whose faults are known. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { announcements } from "../harness/announcements";
import { violations } from "../harness/axe";
import { launch, skip } from "../harness/chromium";
import { controls, walk } from "../harness/keyboard";
import { Site } from "../harness/site";
import { tasksOf, timing } from "../harness/timing";
import { visit, type Visit } from "../harness/visit";
import { until } from "../harness/wait";

let browser: Browser;
let site: Site;
let elsewhere: Site;

before(async () => {
  if (skip) return;
  browser = await launch();
  site = await Site.start("default-src 'self' 'unsafe-inline' data:");
  elsewhere = await Site.start("default-src 'none'");
});

after(async () => {
  await browser?.close();
  await site?.stop();
  await elsewhere?.stop();
});

async function open(body: string, policy?: string): Promise<Visit> {
  const visitor = await visit(browser, [site.address]);
  await visitor.page.goto(site.page("/", { body, ...(policy ? { policy } : {}) }));
  return visitor;
}

/** What the watch says once it says something that matches. */
async function noticed({ watch }: Visit, what: RegExp): Promise<void> {
  await until(String(what), async () => (await watch.all()).some((each) => what.test(each)), 5000);
}

test("a page without faults is not complained of", { skip }, async () => {
  const { watch, page } = await open("<button>Go</button>");
  await page.getByText("Go").click();
  assert.deepEqual(await watch.all(), []);
});

for (const [name, body, what] of [
  ["script from a text", "<script>__xss()</script>", /^ran: /],
  ["a dialog", "<script>alert(1)</script>", /^dialog: 1/],
  ["script in a frame", "<iframe srcdoc='<script>__xss()</script>'></iframe>", /^ran: /],
  ["an error", "<script>undefined.x</script>", /^error: /],
  ["an error in the console", "<script>console.error('oh')</script>", /^console: oh/],
] as const) {
  test(`noticed: ${name}`, { skip }, async () => {
    await noticed(await open(body), what);
  });
}

test("noticed: a broken policy", { skip }, async () => {
  await noticed(await open("<b style='color: red'>x</b>", "default-src 'none'"), /^policy: style-src-attr inline/);
});

test("noticed: a request to somebody else", { skip }, async () => {
  await noticed(await open(`<img alt="" src="${elsewhere.address}/x.png">`, "img-src *"), /^request: http.*\/x\.png/);
});

const REGIONS = `
<div id="polite" aria-live="polite"></div><div id="hidden" aria-live="polite" aria-hidden="true"></div>
<div id="plain"></div><div id="log" role="log"></div><div id="host"></div>
<script>
const say = (id, text) => document.getElementById(id).append(Object.assign(document.createElement("p"), { textContent: text }));
const root = document.getElementById("host").attachShadow({ mode: "closed" });
root.innerHTML = "<div role=status></div>";
const alarm = () => document.getElementById("plain").append(Object.assign(document.createElement("p"), { role: "alert", textContent: "fire" }));
</script>`;

for (const [name, act, expected] of [
  ["text in a polite region", "say('polite', 'one')", [["one", false]]],
  ["two changes in one task are one", "say('polite', 'one'); say('polite', 'two')", [["one two", false]]],
  ["text elsewhere is none", "say('plain', 'one')", []],
  ["a hidden region says nothing", "say('hidden', 'one')", []],
  ["a region in a closed shadow root", "root.firstChild.textContent = 'one'", [["one", false]]],
  ["an alert that appears", "alarm()", [["fire", true]]],
  ["emptying a region is none", "document.getElementById('log').textContent = ' '", []],
] as const) {
  test(`announcements: ${name}`, { skip }, async () => {
    const { page } = await open(REGIONS);
    await page.addScriptTag({ content: act });
    await page.waitForTimeout(50);
    assert.deepEqual((await announcements(page)).map((each) => [each.text, each.urgent]), expected);
  });
}

test("the keyboard walk stops where the keyboard does, and the list of controls has what it misses", { skip }, async () => {
  const { page } = await open(`<button>One</button><a href="#x">Two</a><button disabled>Off</button><a>No link</a>
    <div id="host"></div><div tabindex="-1">Arrow keys</div><button tabindex="-1">Skipped</button><button hidden>Hidden</button>
    <script>document.getElementById("host").attachShadow({ mode: "open" }).innerHTML = "<button>Three</button>";</script>`);
  assert.deepEqual((await walk(page)).map((each) => each.name), ["One", "Two", "Three"]);
  assert.deepEqual((await controls(page)).map((each) => [each.name, each.host]), [["One", ""], ["Two", ""], ["Three", "div"]]);
});

test("axe looks into shadow roots and has every rule", { skip }, async () => {
  const { page } = await open(`<div id="host"></div><p><span id="faint">faint</span></p>
    <style>#faint { color: #666; background: #fff }</style>
    <script>document.getElementById("host").attachShadow({ mode: "open" }).innerHTML = "<button></button>";</script>`);
  const rules = (await violations(page)).map((each) => each.rule);
  assert.deepEqual(rules.sort(), ["button-name", "color-contrast-enhanced"]);
});

test("layout shift is measured", { skip }, async () => {
  const { page } = await open(`<p id="moved">moved</p><script>
    setTimeout(() => document.getElementById("moved").before(Object.assign(document.createElement("canvas"), { height: 200 })), 100);
  </script>`);
  await until("a shift", async () => (await timing(page)).shift > 0);
});

test("the tasks of a script are measured, and those before it are not", { skip }, async () => {
  const busy = (milliseconds: number): string => `{ const end = performance.now() + ${milliseconds}; while (performance.now() < end); }`;
  const add = 'setTimeout(() => document.head.append(Object.assign(document.createElement("script"), { src: "/busy.js" })))';
  site.file("/busy.js", "text/javascript", busy(200));
  site.file("/other.js", "text/javascript", `${busy(600)}; ${add}`);
  const { page } = await open("");
  const tasks = await tasksOf(page, ["busy.js"], async () => {
    await page.goto(site.page("/both", { body: '<p>Before</p><script src="/other.js"></script>' }));
    await page.waitForTimeout(1200);
  });
  assert.ok(tasks.some((each) => each > 50) && tasks.every((each) => each < 300), tasks.join(", "));
});
