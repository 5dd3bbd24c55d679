import { GOOD_SITUATION, type Situation } from '../../demo/sitter/situation.ts';
import { readCoach, untilCoach } from '../../tools/browsers/coach.ts';
import { expect, test } from './support/test.ts';

/** The head so far down that no face is found, and the person plainly there. */
const BOWED: Partial<Situation> = { pitchDeg: -60 };

/** Longer than the notice needs before it comes: 2 s before the call, and the time to know. */
const NOTICE_WOULD_HAVE_COME_MS = 8_000;

test('of somebody without a face it is said once that faces cannot be judged, and no cue holds', async ({
  driven,
  demo,
  camera,
}) => {
  const page = await driven.newTab(camera);
  const set = (situation: Partial<Situation>) =>
    page.evaluate(`sitter.set(${JSON.stringify({ ...GOOD_SITUATION, ...situation })})`);
  await page.goto(demo.url);
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview');

  await set(BOWED);
  const said = await untilCoach(page, 'it is said', ({ notice }) => notice === 'faceless');
  expect(said).toMatchObject({ holding: [], tip: 'none' });

  await set({});
  await untilCoach(page, 'the notice goes', ({ notice }) => notice === null);

  await set(BOWED);
  const endAt = Date.now() + NOTICE_WOULD_HAVE_COME_MS;
  while (Date.now() < endAt) expect((await readCoach(page))?.notice).toBeNull();
  expect(await readCoach(page)).toMatchObject({ holding: [], tip: 'none' });

  await set({ present: false });
  await untilCoach(page, 'no-face, now that nobody is there', ({ holding }) =>
    holding.includes('no-face'),
  );
  await page.close();
});
