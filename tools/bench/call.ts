/** Coached and uncoached calls of the demo clinic, in Chromium, before a recorded camera: what benches share. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Situation } from '../../demo/sitter/situation.ts';
import type { Area } from '../../utils/areas.ts';
import type { DrivenPage } from '../browsers/browser.ts';
import { type ChromiumBrowser, launchChromium } from '../browsers/chromium.ts';
import { findCoach, untilCoach } from '../browsers/coach.ts';

/** What Chromium takes a camera file to have. */
const CAMERA_FPS = 30;
const CAMERA_S = 6;
/** After the camera is on again: the encoder finds its pace, and what held for the camera that was off stops. */
export const SETTLE_MS = 5_000;

export const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

export interface BenchedCall {
  readonly browser: ChromiumBrowser;
  readonly page: DrivenPage;
}

export interface RecordedCamera {
  /** One MJPEG file for each situation, in their order. */
  readonly files: readonly string[];
  remove(): Promise<void>;
}

/**
 * The sitter as files that Chromium takes for a camera. Drawn live, the sitter would share the software GPU
 * with the coach's worker, which no real camera does.
 */
export async function recordSitter(
  demoUrl: string,
  situations: readonly Partial<Situation>[],
): Promise<RecordedCamera> {
  const folder = await mkdtemp(join(tmpdir(), 'eyelevel-camera-'));
  const browser = await launchChromium({ extension: null });
  const page = await browser.newTab();
  await page.goto(`${demoUrl}?wait=never&controls=0&ask=press`);
  const files: string[] = [];
  for (const situation of situations) {
    const pictures: Buffer[] = [];
    for (let at = 0; at < CAMERA_S * CAMERA_FPS; at++) {
      const url = await page.evaluate<string>(
        `sitter.frame(${JSON.stringify(situation)}, ${(at * 1000) / CAMERA_FPS}).toDataURL('image/jpeg', 0.9)`,
      );
      pictures.push(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
    }
    const file = join(folder, `${files.length}.mjpeg`);
    // An MJPEG file is one JPEG after the other.
    await writeFile(file, Buffer.concat(pictures));
    files.push(file);
  }
  await browser.close();
  return { files, remove: () => rm(folder, { recursive: true }) };
}

/** A call that runs; a coached one has its coach. */
export async function startCall(
  demoUrl: string,
  options: {
    readonly cameraFile: string;
    readonly extension: string | null;
    readonly args?: readonly string[];
    /** False: a call of pictures alone. */
    readonly microphone?: boolean;
  },
): Promise<BenchedCall> {
  const browser = await launchChromium(options);
  const page = await browser.newTab();
  await page.goto(
    `${demoUrl}?camera=real&wait=never&controls=0&microphone=${options.microphone === false ? 0 : 1}`,
  );
  while (!(await page.evaluate('clinic.phase === "preview"'))) await wait(100);
  await page.evaluate('clinic.clinicianJoins()');
  if (options.extension) {
    await untilCoach(page, 'the call is coached', ({ phase }) => phase === 'in-call', 60_000);
  }
  return { browser, page };
}

/** A coach that sees nothing would cost nothing. */
export async function untilAreaIs(
  page: DrivenPage,
  area: Area,
  state: 'good' | 'could-be-better',
): Promise<void> {
  const endAt = Date.now() + 60_000;
  while (Date.now() < endAt) {
    const coach = await findCoach(page);
    const isSo = await coach?.evaluate(
      `document.querySelector('[data-area=${area}]')?.dataset.state === '${state}'`,
    );
    if (isSo) return;
    await wait(200);
  }
  throw new Error(`The coach does not judge ${area} as ${state}.`);
}

/** Turns camera and microphone off: a call that is not measured leaves the machine to the one that is. */
export function rest(page: DrivenPage): Promise<unknown> {
  return page.evaluate('clinic.setMic(false), clinic.setCamera(false)');
}

/** Ends the rest. */
export async function resume(page: DrivenPage): Promise<void> {
  await page.evaluate('clinic.setMic(true), clinic.setCamera(true)');
  await wait(SETTLE_MS);
}

/** Lets a resting call run, and measures it for so long. */
export async function inCall<T>(page: DrivenPage, measure: () => Promise<T>): Promise<T> {
  await resume(page);
  const measured = await measure();
  await rest(page);
  return measured;
}

/** Frames a second that the call sends. */
export async function sentFps(page: DrivenPage, seconds: number): Promise<number> {
  await page.evaluate('clinic.sentFps()');
  await wait(seconds * 1000);
  return page.evaluate<number>('clinic.sentFps()');
}
