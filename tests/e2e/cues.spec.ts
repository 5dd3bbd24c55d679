import { GOOD_SITUATION, type Situation } from '../../demo/sitter/situation.ts';
import { findCoach, readCoach, untilCoach } from '../../tools/browsers/coach.ts';
import type { CueDirection, CueId } from '../../utils/cues/types.ts';
import { expect, test } from './support/test.ts';

interface Case {
  readonly cue: CueId;
  readonly direction?: CueDirection;
  readonly sitter: Partial<Situation>;
}

/** One situation for each cue that the sitter can bring about; each is put right before the next. */
const CASES: readonly Case[] = [
  { cue: 'too-dark', sitter: { lightLevel: 0.03 } },
  { cue: 'backlit', sitter: { lightDirection: 'behind' } },
  { cue: 'side-lit', sitter: { lightDirection: 'left' } },
  { cue: 'too-bright', sitter: { lightLevel: 8 } },
  { cue: 'camera-covered', sitter: { lensCovered: true } },
  { cue: 'no-face', sitter: { present: false } },
  { cue: 'too-far', sitter: { distanceCm: 150 } },
  { cue: 'too-close', sitter: { distanceCm: 30 } },
  { cue: 'off-centre', direction: 'left', sitter: { offsetXRatio: 0.3 } },
  { cue: 'off-centre', direction: 'right', sitter: { offsetXRatio: -0.3 } },
  { cue: 'off-centre', direction: 'up', sitter: { offsetYRatio: 0.36 } },
  { cue: 'off-centre', direction: 'down', sitter: { offsetYRatio: -0.3 } },
  { cue: 'camera-too-low', sitter: { cameraElevationDeg: -28 } },
  { cue: 'camera-too-high', sitter: { cameraElevationDeg: 27 } },
  { cue: 'turned-away', sitter: { yawDeg: 48 } },
  { cue: 'tilted', sitter: { rollDeg: 25 } },
  { cue: 'hold-still', sitter: { movement: 'walking-about' } },
  { cue: 'camera-shaking', sitter: { cameraShakeDeg: 2 } },
  { cue: 'out-of-focus', sitter: { blurRatio: 0.009 } },
  { cue: 'someone-else-in-view', sitter: { company: 'beside' } },
];

test('before the call each situation holds its cue, shows its tip, and both end when it is put right', async ({
  driven,
  demo,
  camera,
}) => {
  test.setTimeout(CASES.length * 60_000);
  const page = await driven.newTab(camera);
  const set = (situation: Partial<Situation>) =>
    page.evaluate(`sitter.set(${JSON.stringify({ ...GOOD_SITUATION, ...situation })})`);
  const pressPlace = async () => (await findCoach(page))?.click('[data-area="place"]');
  const untilFree = (cue: CueId) =>
    untilCoach(page, 'no other tip', ({ tip }) => tip === 'none' || tip === cue);
  await page.goto(demo.url);
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview');

  const said = new Set<CueId>();
  for (const { cue, direction, sitter } of CASES) {
    await test.step(`${cue} ${direction ?? ''}`, async () => {
      await set(sitter);
      await untilCoach(page, `${cue} holds`, ({ holding }) => holding.includes(cue));
      // The same tip comes no sooner than 30 s after it left; who presses the pictogram is told at once. Not while
      // another tip is shown: who jumps from place to place like this one may be told to hold still first.
      const asks = said.has(cue) && (await untilFree(cue)).tip !== cue;
      if (asks) await pressPlace();
      const coach = await untilCoach(page, `${cue} is said`, ({ tip }) => tip === cue);
      expect(coach.direction).toBe(direction ?? null);
      if (asks) await pressPlace();
      said.add(cue);
      await set({});
      await untilCoach(page, `${cue} stops`, ({ holding }) => holding.length === 0);
      await untilCoach(page, 'the tip goes', ({ tip }) => tip === 'none');
    });
  }
  expect((await readCoach(page))?.phase).toBe('preview');
  await page.close();
});
