/**
 * Opens Chromium with the extension on the demo clinic. With a display: a window, for a person to play
 * with. Without: walks the sitter through six situations, prints what holds and each tip as it comes, and
 * leaves a screenshot and the session's JSON in demo-run/.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cameraScriptPath, startDemo } from '../../demo/server.ts';
import { GOOD_SITUATION, type Situation } from '../../demo/sitter/situation.ts';
import type { CueDirection, CueId } from '../../utils/cues/types.ts';
import { cueTip } from '../../utils/languages/cue-words.ts';
import { createWords } from '../../utils/languages/words.ts';
import { exportJson } from '../../utils/sessions/export.ts';
import type { SessionList } from '../../utils/sessions/messages.ts';
import type { DrivenPage } from '../browsers/browser.ts';
import { type ChromiumBrowser, launchChromium } from '../browsers/chromium.ts';
import { type CoachView, readCoach } from '../browsers/coach.ts';
import { WALK } from './situations.ts';

const OUT = 'demo-run';
const EXTENSION = '.output/chrome-mv3-e2e';
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const words = createWords('en');

const demo = await startDemo({});
/** The drawn person as the browser's camera: there before the page, as a real camera is. */
const camera = await readFile(await cameraScriptPath(), 'utf8');
if (hasDisplay) await showToPerson();
else await walkAlone();
await demo.close();

async function showToPerson(): Promise<void> {
  const browser = await launchChromium({ extension: EXTENSION, headless: false });
  const page = await browser.newTab(camera);
  await page.goto(demo.url);
  console.log(`
The demo clinic is open in Chromium, and Eyelevel is on there: ${demo.url}
The person in the picture is drawn. Change camera height, light and place at the side of the page, and
see what Eyelevel says. Join the waiting room to have a call. Close the window to end.`);
  await new Promise<void>((done) => browser.context.once('close', () => done()));
}

async function walkAlone(): Promise<void> {
  console.log(`
There is no display, so this is the demo clinic in headless Chromium, with what Eyelevel sees and says.
The person in the picture is drawn; what holds is judged from that picture by the extension itself.
`);
  const browser = await launchChromium({ extension: EXTENSION });
  const page = await browser.newTab(camera);
  await page.goto(`${demo.url}?wait=never&lang=en`);
  const startedAt = Date.now();
  const stopWatching = watch(page, (line) => print(startedAt, line));

  await until(page, 30_000, 'the coach judges the picture', ({ phase }) => phase === 'preview');
  for (const { what, sitter, cue } of WALK) {
    print(startedAt, `— ${what}`);
    await setSitter(page, { ...GOOD_SITUATION, ...sitter });
    await until(page, 20_000, cue, ({ holding, tip }) => holding.includes(cue) && tip === cue);
    if (cue === 'backlit') await screenshot(page, 'coached');
    print(startedAt, '— put right');
    await setSitter(page, GOOD_SITUATION);
    await until(page, 20_000, `${cue} stops`, ({ holding }) => !holding.includes(cue));
  }

  print(startedAt, '— the clinician joins: from now on tips wait for a pause in the talk');
  await page.evaluate('clinic.toWaitingRoom()');
  await page.evaluate('clinic.clinicianJoins()');
  await until(page, 20_000, 'the call', ({ phase }) => phase === 'in-call');
  await setSitter(page, { ...GOOD_SITUATION, lightLevel: 0.03 });
  await wait(20_000);
  await setSitter(page, GOOD_SITUATION);
  await wait(16_000);
  await screenshot(page, 'in-call');
  await page.evaluate('clinic.leave()');
  await until(page, 15_000, 'the end', ({ phase }) => phase === 'ended').catch(() => undefined);
  stopWatching();
  await saveSession(browser);
  await browser.close();
}

/** Prints each change of what holds, and each tip in the words that the person reads. */
function watch(page: DrivenPage, say: (line: string) => void): () => void {
  let last: CoachView | null = null;
  let on = true;
  const look = async () => {
    while (on) {
      const coach = await readCoach(page);
      if (coach && coach.phase !== last?.phase) say(`phase: ${coach.phase}`);
      if (coach && String(coach.holding) !== String(last?.holding ?? [])) {
        say(`holds: ${coach.holding.join(', ') || 'nothing'}`);
      }
      if (coach && coach.tip !== 'none' && coach.tip !== last?.tip) say(`tip:   “${text(coach)}”`);
      last = coach ?? last;
      await wait(100);
    }
  };
  void look();
  return () => {
    on = false;
  };
}

function text({ tip, direction, phase }: CoachView): string {
  const cue = { id: tip as CueId, ...(direction ? { direction: direction as CueDirection } : {}) };
  return cueTip(words, cue, phase as 'preview').replace('\n', ' ');
}

async function until(
  page: DrivenPage,
  timeoutMs: number,
  what: string,
  isSo: (coach: CoachView) => boolean,
): Promise<void> {
  const endAt = Date.now() + timeoutMs;
  while (Date.now() < endAt) {
    const coach = await readCoach(page);
    if (coach && isSo(coach)) return;
    await wait(100);
  }
  throw new Error(`Waited ${timeoutMs / 1000} s in vain for: ${what}`);
}

function setSitter(page: DrivenPage, situation: Partial<Situation>): Promise<unknown> {
  return page.evaluate(`sitter.set(${JSON.stringify(situation)})`);
}

async function screenshot(page: DrivenPage, name: string): Promise<void> {
  await mkdir(OUT, { recursive: true });
  await page.screenshot({ path: `${OUT}/${name}.png` });
  console.log(`           (picture: ${OUT}/${name}.png)`);
}

async function saveSession(browser: ChromiumBrowser): Promise<void> {
  const popup = await browser.extensionPage('popup.html');
  const { records } = (await popup.evaluate(
    `chrome.runtime.sendMessage({ kind: 'session', message: { op: 'list' } })`,
  )) as SessionList;
  await mkdir(OUT, { recursive: true });
  await writeFile(`${OUT}/session.json`, exportJson(records));
  console.log(`\nThe log of this call: ${OUT}/session.json (docs/session-format.md explains it)`);
}

function print(startedAt: number, line: string): void {
  console.log(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s   ${line}`);
}

function wait(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
