import { untilCoach } from '../../tools/browsers/coach.ts';
import { expect, test } from './support/test.ts';
import { callFrame, joinCall, PATIENT_MS, sit } from './support/visit.ts';

/** Below what 16-bit sound can hold: a microphone that gives nothing. */
const NOTHING_DBFS = -90;
/** So long nothing may come up that should not: a cue of nothing holds within 1.5 s. */
const LEFT_ALONE_MS = 4_000;

test('a microphone that gives nothing is told of, and one that is muted is left alone', async ({
  driven,
  demo,
  camera,
}) => {
  const page = await driven.newTab(camera);
  await page.goto(`${demo.url}?wait=never&controls=0`);
  const call = await callFrame(page);
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview', PATIENT_MS);
  // Pressed by hand: only then may a page listen.
  await call.click('#to-waiting-room');
  await joinCall(page, call);
  await sit(call);
  await untilCoach(page, 'all is well', ({ holding }) => holding.length === 0, PATIENT_MS);

  const silent = ({ holding }: { holding: readonly string[] }) => holding.includes('no-sound');
  await test.step('nothing comes', async () => {
    await sit(call, { roomNoiseDbfs: NOTHING_DBFS });
    await untilCoach(page, 'no-sound holds', silent, PATIENT_MS);
  });
  await test.step('muted by the page, nothing is said of it', async () => {
    await call.click('#mic');
    await untilCoach(page, 'no-sound is over', (coach) => !silent(coach), PATIENT_MS);
    const endAt = Date.now() + LEFT_ALONE_MS;
    while (Date.now() < endAt) {
      expect((await untilCoach(page, 'the coach', () => true)).holding).not.toContain('no-sound');
      await new Promise((done) => setTimeout(done, 200));
    }
  });
  await test.step('opened again, it is heard again', async () => {
    await call.click('#mic');
    await untilCoach(page, 'no-sound holds', silent, PATIENT_MS);
    await sit(call);
    await untilCoach(page, 'no-sound is over', (coach) => !silent(coach), PATIENT_MS);
  });
  await page.close();
});
