import { findCoach, untilCoach } from '../../tools/browsers/coach.ts';
import { startCall } from './support/call.ts';
import { KEEP_TRACKS, launchWithLamp } from './support/lamp.ts';
import { watchOwnWorld } from './support/own-world.ts';
import { expect, test } from './support/test.ts';
import { callFrame, joinCall, openHeardCall, PATIENT_MS, sit, until } from './support/visit.ts';

const CUE = 'muted-while-talking';
/** Longer than the cue takes. */
const LISTENS_MS = 8_000;

test('who talks while the microphone is off is told of it, and not once it is on', async ({
  driven,
  demo,
  camera,
}) => {
  test.setTimeout(240_000);
  const { page, call } = await openHeardCall(driven, demo, camera);
  await call.evaluate('clinic.setClinicianTalking(false)');

  const neverWithin = async (what: string, ms: number) => {
    const held = untilCoach(page, what, ({ holding }) => holding.includes(CUE), ms);
    await expect(held, what).rejects.toThrow();
  };
  await sit(call, { movement: 'talking' });
  await neverWithin('the microphone is on', LISTENS_MS);
  await sit(call);
  await call.click('#mic');
  await neverWithin('nobody talks', LISTENS_MS);

  await sit(call, { movement: 'talking' });
  const beganAt = Date.now();
  await untilCoach(page, 'it holds', ({ holding }) => holding.includes(CUE), PATIENT_MS);
  console.log(`  held ${Date.now() - beganAt} ms after the talk began`);
  await untilCoach(page, 'it is said', ({ tip }) => tip === CUE, PATIENT_MS);
  await call.click('#mic');
  await untilCoach(page, 'it stops', ({ holding }) => !holding.includes(CUE), PATIENT_MS);
  await untilCoach(page, 'the tip goes', ({ tip }) => tip === 'none', PATIENT_MS);
  await page.close();
});

/** Counts, in the extension's own world, each way to listen to a track, to keep one, or to open one. */
const COUNT_LISTENING = `{
  globalThis.listened = [];
  const count = (owner, name) => {
    const original = owner[name];
    owner[name] = function (...args) {
      globalThis.listened.push(name);
      return original.apply(this, args);
    };
  };
  count(AudioContext.prototype, 'createMediaStreamSource');
  count(AudioContext.prototype, 'close');
  count(MediaStreamTrack.prototype, 'clone');
  count(MediaStream.prototype, 'clone');
  count(MediaDevices.prototype, 'getUserMedia');
}`;

test('a microphone that is off is not heard, cloned or opened @chromium', async ({
  driven,
  demo,
  camera,
}) => {
  test.setTimeout(180_000);
  const page = await driven.newTab(camera);
  const own = await watchOwnWorld(driven, page);
  await page.goto(`${demo.url}?wait=never&controls=0`);
  const call = await callFrame(page);
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview', PATIENT_MS);
  await own.evaluate(COUNT_LISTENING);
  const listened = () => own.evaluate<string[]>('globalThis.listened');
  await call.click('#to-waiting-room');
  await call.click('#mic');
  await joinCall(page, call);
  await sit(call, { movement: 'talking' });
  // Before it was off it may have been listened to; then it was let go.
  await until('it is let go', async () => [undefined, 'close'].includes((await listened()).at(-1)));
  const before = await listened();
  await untilCoach(page, 'it holds', ({ holding }) => holding.includes(CUE), PATIENT_MS);
  expect(await listened(), 'while it is off').toEqual(before);

  // Without this, a count of nothing at all would pass.
  await call.click('#mic');
  await until('it is listened to while it is on', async () =>
    (await listened()).slice(before.length).includes('createMediaStreamSource'),
  );
  await call.click('#mic');
  await until('and not once it is off again', async () => (await listened()).at(-1) === 'close');
  await untilCoach(page, 'it holds again', ({ holding }) => holding.includes(CUE), PATIENT_MS);
  expect(await listened()).toEqual([...before, 'createMediaStreamSource', 'close']);
  await page.close();
});

/** Counts, in the coach, the samples and levels that reach it: all that Eyelevel hears comes through there. */
const COUNT_SAMPLES = `(() => {
  globalThis.samplesHeard = 0;
  const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  Object.defineProperty(MessageEvent.prototype, 'data', {
    configurable: true,
    get() {
      const data = get.call(this);
      if (data?.kind === 'sound') globalThis.samplesHeard += data.samples.length;
      if (data?.kind === 'levels' && data.ownDbfs !== null) globalThis.samplesHeard += 1;
      return data;
    },
  });
})()`;

test('no sample and no level of a microphone that is off reaches the coach', async ({
  driven,
  demo,
  camera,
}) => {
  test.setTimeout(180_000);
  const { page, call } = await openHeardCall(driven, demo, camera);
  await sit(call, { movement: 'talking' });
  const coach = await findCoach(page);
  if (!coach) throw new Error('The call has no coach.');
  await coach.evaluate(COUNT_SAMPLES);
  const heard = () => coach.evaluate<number>('globalThis.samplesHeard');
  const comes = async (when: string) => {
    const before = await heard();
    await until(when, async () => (await heard()) > before);
  };
  await comes('samples come while it is on');

  await call.click('#mic');
  await untilCoach(
    page,
    'it is known to be off',
    ({ holding }) => holding.includes(CUE),
    PATIENT_MS,
  );
  const before = await heard();
  await new Promise((done) => setTimeout(done, LISTENS_MS));
  expect(await heard(), 'while it is off').toBe(before);

  await call.click('#mic');
  await comes('samples come again');
  await page.close();
});

test('the microphone goes out when the page stops it, though the coach is there', async ({
  browserKind,
  demo,
}) => {
  test.skip(browserKind === 'chromium', 'Chromium does not tell; there every call is counted.');
  const lamp = await launchWithLamp(browserKind);
  const page = await lamp.driven.newTab(KEEP_TRACKS);
  const microphoneIs = (on: boolean, when: string) =>
    expect.poll(() => lamp.isMicrophoneOn(), { message: when }).toBe(on);
  await page.goto(`${demo.url}?camera=real&wait=never`);
  await page.bringToFront();
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview');
  await startCall(page);
  await untilCoach(page, 'the call', ({ phase }) => phase === 'in-call');
  await microphoneIs(true, 'in the call');
  await page.evaluate(
    `givenTracks.filter(({ kind }) => kind === 'audio').forEach((track) => track.stop())`,
  );
  await microphoneIs(false, 'stopped by the page');
  await untilCoach(page, 'the call goes on', ({ phase }) => phase === 'in-call');
  expect(await lamp.isMicrophoneOn(), 'and stays off').toBe(false);
  await lamp.close();
});
