import type { DrivenFrame, DrivenPage } from '../../tools/browsers/browser.ts';
import { findCoach, readCoach, untilCoach } from '../../tools/browsers/coach.ts';
import type { CueId } from '../../utils/cues/types.ts';
import { expect, test } from './support/test.ts';
import { openHeardCall, PATIENT_MS, press, until } from './support/visit.ts';

/** Whether the clinic is heard and seen, in a real call: the demo clinic's players, its counters, its clinician. */

/** Sound that came and ceased is waited for a minute (utils/playback/thresholds.ts). */
const CEASED_MS = 90_000;

async function holdsAndClears(
  page: DrivenPage,
  call: DrivenFrame,
  cue: CueId,
  [cause, mend]: readonly [string, string],
  withinMs = PATIENT_MS,
): Promise<void> {
  await test.step(cue, async () => {
    await call.evaluate(cause);
    const coach = await untilCoach(
      page,
      `${cue} holds`,
      ({ holding }) => holding.includes(cue),
      withinMs,
    );
    expect(coach.holding).toEqual([cue]);
    await call.evaluate(mend);
    await untilCoach(page, `${cue} clears`, ({ holding }) => holding.length === 0, PATIENT_MS);
  });
}

/** Nothing holds for so long. */
async function nothingHolds(page: DrivenPage, what: string, forMs: number): Promise<void> {
  await test.step(what, async () => {
    const endAt = Date.now() + forMs;
    while (Date.now() < endAt) {
      expect((await readCoach(page))?.holding, what).toEqual([]);
      await new Promise((done) => setTimeout(done, 500));
    }
  });
}

test('what keeps the clinic from being heard and seen holds its cue, and nothing else does', async ({
  driven,
  demo,
  camera,
}) => {
  test.setTimeout(10 * 60_000);
  const { page, call } = await openHeardCall(driven, demo, camera);
  await call.evaluate('clinic.setClinicianTalking(true)');
  await untilCoach(page, 'a good call', ({ holding }) => holding.length === 0, PATIENT_MS);
  await nothingHolds(page, 'a good call', 20_000);

  await call.evaluate('clinic.setSpeaker(false)');
  await new Promise((done) => setTimeout(done, 2_000));
  await call.evaluate('clinic.setSpeaker(true)');
  await nothingHolds(page, 'muted for two seconds', 12_000);
  await holdsAndClears(page, call, 'cannot-hear-clinic', [
    'clinic.setSpeaker(false)',
    'clinic.setSpeaker(true)',
  ]);
  const view = `document.querySelector('#remote-view')`;
  await holdsAndClears(page, call, 'cannot-hear-clinic', [
    `${view}.volume = 0; undefined`,
    `${view}.volume = 1; undefined`,
  ]);
  await holdsAndClears(page, call, 'cannot-hear-clinic', [
    `${view}.pause()`,
    `void ${view}.play()`,
  ]);

  await call.evaluate(`clinic.setClinicianSound('muted').then(() => clinic.setSpeaker(false))`);
  await nothingHolds(page, 'both are muted: nothing is said that could be missed', 20_000);
  await call.evaluate(`clinic.setSpeaker(true); clinic.setClinicianSound('on')`);

  await holdsAndClears(page, call, 'picture-frozen', [
    `clinic.setClinicianPicture('frozen')`,
    `clinic.setClinicianPicture('on')`,
  ]);
  await call.evaluate(`clinic.setClinicianPicture('off')`);
  await nothingHolds(page, 'the clinician’s camera is off on purpose', 30_000);
  await call.evaluate(`clinic.setClinicianPicture('on')`);

  await holdsAndClears(
    page,
    call,
    'no-sound-from-clinic',
    [`clinic.setClinicianSound('none')`, `clinic.setClinicianSound('on')`],
    CEASED_MS,
  );
  await page.close();
});

test('who cannot hear presses, is told what is known, and ends it by one more press', async ({
  driven,
  demo,
  camera,
}) => {
  test.setTimeout(4 * 60_000);
  const { page, call } = await openHeardCall(driven, demo, camera, '&lang=en');
  await call.evaluate('clinic.setClinicianTalking(true)');
  const finding = async () => {
    const coach = await findCoach(page);
    const script = `document.querySelector('[data-finding]')?.dataset.finding ?? null`;
    return coach ? coach.evaluate<string | null>(script).catch(() => null) : null;
  };
  // The one after Pause tips.
  const pressHearing = async () =>
    (await findCoach(page))?.click('.talk > .control:nth-of-type(2)');

  await press(pressHearing, 'the walk begins', async () => (await finding()) !== null);
  await until('sound comes', async () => (await finding()) === 'plays');
  await untilCoach(page, 'it holds', ({ holding }) => holding.includes('cannot-hear-clinic'));
  await call.evaluate('clinic.setSpeaker(false)');
  await until('the page is silent', async () => (await finding()) === 'page-off');
  await call.evaluate(`clinic.setSpeaker(true); clinic.setClinicianSound('none')`);
  await until('nothing comes', async () => (await finding()) === 'nothing-comes');
  await call.evaluate(`clinic.setClinicianSound('on')`);
  await press(pressHearing, 'it is closed', async () => (await finding()) === null);
  await untilCoach(page, 'it clears', ({ holding }) => holding.length === 0, PATIENT_MS);
  await page.close();
});
