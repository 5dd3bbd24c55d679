import type { Situation } from '../../demo/sitter/situation.ts';
import { readCoach, untilCoach } from '../../tools/browsers/coach.ts';
import type { CueId } from '../../utils/cues/types.ts';
import { expect, test } from './support/test.ts';
import { type HeardCall, openHeardCall, PATIENT_MS, sit } from './support/visit.ts';

/** Below what 16-bit sound can hold: a microphone that gives nothing. */
const NOTHING_DBFS = -90;
/** So long nothing may come up that should not: a cue of nothing holds within 1.5 s. */
const LEFT_ALONE_MS = 4_000;

/** A call in which the microphone is listened to, and all is well. */
async function openGoodCall(...of: Parameters<typeof openHeardCall>): Promise<HeardCall> {
  const heard = await openHeardCall(...of);
  await sit(heard.call);
  await untilCoach(heard.page, 'all is well', ({ holding }) => holding.length === 0, PATIENT_MS);
  return heard;
}

test('a microphone that gives nothing is told of, and one that is muted is left alone', async ({
  driven,
  demo,
  camera,
}) => {
  const { page, call } = await openGoodCall(driven, demo, camera);
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

/** What is said of sound looks back over many seconds, and needs words in them. */
const LONG_MS = 90_000;
const TALKING = { movement: 'talking' } as const;

/** The cue holds while it sounds so, and stops when it sounds well again; nothing else holds beside it. */
async function soundsSo(
  { page, call }: HeardCall,
  cue: CueId,
  change: Partial<Situation>,
): Promise<void> {
  await test.step(cue, async () => {
    await sit(call, change);
    const held = ({ holding }: { holding: readonly string[] }) => holding.includes(cue);
    await untilCoach(page, `${cue} holds`, held, LONG_MS);
    expect((await readCoach(page))?.holding).toEqual([cue]);
    await sit(call, TALKING);
    await untilCoach(page, `${cue} is over`, (coach) => !held(coach), LONG_MS);
  });
}

test('faint speech and a loud room hold their cues in a real call', async ({
  driven,
  demo,
  camera,
}) => {
  test.setTimeout(8 * 60_000);
  const heard = await openGoodCall(driven, demo, camera);
  const { page, call } = heard;
  await call.evaluate('clinic.setClinicianTalking(false)');
  await soundsSo(heard, 'too-quiet', { ...TALKING, speechLevelDbfs: -56, roomNoiseDbfs: -82 });
  await soundsSo(heard, 'noisy', { ...TALKING, roomNoiseDbfs: -29 });
  await page.close();
});

test('the clinician who comes back out of the loudspeaker holds echo in a real call', async ({
  driven,
  demo,
  camera,
}) => {
  test.setTimeout(8 * 60_000);
  const { page, call } = await openGoodCall(driven, demo, camera);
  const echo = ({ holding }: { holding: readonly string[] }) => holding.includes('echo');
  await call.evaluate('clinic.setClinicianTalking(true)');
  await call.evaluate(`sitter.overhear(document.querySelector('#remote-view').srcObject)`);
  await untilCoach(page, 'echo holds', echo, LONG_MS);
  await call.evaluate('sitter.overhear(null)');
  await untilCoach(page, 'echo is over', (coach) => !echo(coach), LONG_MS);
  await page.close();
});
