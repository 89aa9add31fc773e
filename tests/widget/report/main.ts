/** `make widget-report`: measures the widgets side by side, prints the table, and writes screenshots. */
import { mkdirSync, writeFileSync } from "node:fs";
import { Assistant } from "../harness/assistant";
import { launch } from "../harness/chromium";
import { ROOT } from "../harness/project";
import { UNLIMITED } from "../harness/assistant";
import { measures, type Measures } from "./measures";
import { deepChat, plumbline, rasaWebchat } from "./subjects";
import { table } from "./table";

const FOLDER = `${ROOT}/var/widget-report`;

mkdirSync(FOLDER, { recursive: true });
const browser = await launch();
const assistant = await Assistant.start({ environment: UNLIMITED });
try {
  const all: Measures[] = [];
  for (const subject of [plumbline(), rasaWebchat(), deepChat()]) {
    console.log(`measuring ${subject.name}`);
    all.push(await measures(browser, subject, assistant.port));
    writeFileSync(`${FOLDER}/measures.json`, `${JSON.stringify(all, null, 1)}\n`);
  }
  const text = table(all);
  writeFileSync(`${FOLDER}/table.md`, `${text}\n`);
  console.log(`${text}\n\nScreenshots and details: ${FOLDER}`);
} finally {
  await browser.close();
  await assistant.stop();
}
