import type { DrivenPage } from '../../tools/browsers/browser.ts';
import { findCoach, untilCoach } from '../../tools/browsers/coach.ts';
import { startTestPages } from './support/pages.ts';
import { expect, launch, test } from './support/test.ts';

/**
 * Runs before any extension's script, in both browsers: it keeps what the browser itself gave, so that the
 * page can say whether it got the very same object. An async function settles as the browser's own promise.
 */
const KEEP_NATIVE_OUTCOMES = `{
  const outcomes = [];
  window.nativeOutcomes = outcomes;
  const { apply } = Reflect;
  const { getUserMedia } = MediaDevices.prototype;
  const keep = async (promise) => {
    try {
      const stream = await promise;
      outcomes[outcomes.length] = stream;
      return stream;
    } catch (error) {
      outcomes[outcomes.length] = error;
      throw error;
    }
  };
  const methods = {
    getUserMedia(...args) {
      return keep(apply(getUserMedia, this, args));
    },
  };
  MediaDevices.prototype.getUserMedia = methods.getUserMedia;
}`;

/** What the page sees from its first script to the end of a call; each is one function of the page. */
const SECTIONS = [
  'camera',
  'errors',
  'rejections',
  'adapter',
  'connection',
  'cameraLater',
] as const;

type Notes = Record<string, unknown>;

async function takeNotes(page: DrivenPage, untilCoached: () => Promise<unknown>): Promise<Notes> {
  const note = (name: string) => page.evaluate<unknown>(`neutral.${name}()`);
  const notes: Notes = {};
  for (const name of ['globals', 'functions', 'elements', 'messages'] as const) {
    notes[`${name} before the camera`] = await note(name);
  }
  for (const name of SECTIONS) {
    if (name === 'cameraLater') await untilCoached();
    notes[name] = await note(name);
  }
  for (const name of ['globals', 'functions', 'messages'] as const) {
    notes[`${name} at the end`] = await note(name);
  }
  return notes;
}

test('a page sees the same with and without Eyelevel, and its call goes on when everything throws', async ({
  driven,
  browserKind,
}) => {
  const pages = await startTestPages();
  const address = `${pages.url}neutral.html`;

  const plain = await launch(browserKind, { extension: null });
  const plainPage = await plain.newTab(KEEP_NATIVE_OUTCOMES);
  await plainPage.goto(address);
  const expected = await takeNotes(plainPage, async () => undefined);
  await plain.close();
  // The coach's iframe is one that a page can see, by its element as by window[0] (docs/for-clinics.md).
  (expected['globals at the end'] as { window: string[] }).window.unshift('0');

  const page = await driven.newTab(KEEP_NATIVE_OUTCOMES);
  await page.goto(address);
  const wrapped = `!MediaDevices.prototype.getUserMedia.toString().includes('keep(')`;
  expect(await page.evaluate(wrapped), 'the tap is there').toBe(true);
  const seen = await takeNotes(page, () =>
    untilCoach(page, 'the page is coached', ({ phase }) => phase === 'preview'),
  );
  for (const [name, value] of Object.entries(expected)) {
    expect.soft(seen[name], name).toEqual(value);
  }
  expect(seen.camera, 'the very stream of the browser').toMatchObject({ same: true });
  expect(seen.cameraLater).toEqual({ unchanged: true, count: 2 });

  await test.step('what throws in the tap does not reach the call', async () => {
    const broken = await page.evaluate<Notes>('neutral.callWhileBroken()');
    expect(broken, 'pictures arrive').toMatchObject({ frames: true, given: true });
    expect(broken.thrown, 'the tap ran into something').toBeGreaterThan(0);
  });

  await test.step('what throws in the coach does not reach the page', async () => {
    const coach = await findCoach(page);
    await coach?.evaluate(`{
      const fail = () => { throw new Error('broken coach'); };
      for (const [owner, name] of [[MessagePort.prototype, 'postMessage'], [Array.prototype, 'map'],
        [Worker.prototype, 'postMessage'], [Map.prototype, 'get'], [window, 'queueMicrotask']]) {
        owner[name] = fail;
      }
    }`);
    const errors = await page.evaluate<Notes>('neutral.errors()');
    expect(errors).toEqual(expected.errors);
  });
  await page.close();
  await pages.close();
});
