import { GOOD_SITUATION, type Situation } from '../../demo/sitter/situation.ts';
import { readCoach, untilCoach } from '../../tools/browsers/coach.ts';
import { expect, test } from './support/test.ts';
import { openHeardCall, sit } from './support/visit.ts';

/**
 * What a patient does in a call, in real time: nothing of it is wrong, so nothing of it may bring a tip. Twenty
 * minutes of it, faster than real time and through the judgement alone: tests/unit/arbiter/conversation.test.ts.
 */
interface Act {
  readonly what: string;
  readonly forS: number;
  readonly sitter: Partial<Situation>;
  /** How long the way there takes; a person does not jump. */
  readonly wayS?: number;
}

const LISTENS: Act = { what: 'listens', forS: 12, sitter: {} };
const TALKS: Act = { what: 'talks', forS: 18, sitter: { movement: 'talking' } };
const TALK = [TALKS, LISTENS, TALKS, LISTENS];

const ACTS: readonly Act[] = [
  ...TALK,
  { what: 'drinks', forS: 6, sitter: { inHand: 'cup', pitchDeg: 14 }, wayS: 1 },
  ...TALK,
  { what: 'reads a list', forS: 20, sitter: { pitchDeg: -32 }, wayS: 1 },
  TALKS,
  { what: 'has a hand before the face', forS: 4, sitter: { inHand: 'hand' } },
  LISTENS,
  { what: 'shows the throat', forS: 18, sitter: { distanceCm: 26, pitchDeg: 12 }, wayS: 2 },
  { what: 'sits back', forS: 3, sitter: {}, wayS: 2 },
  ...TALK,
  { what: 'stands up', forS: 4, sitter: { distanceCm: 90, offsetYRatio: 0.6 }, wayS: 2 },
  {
    what: 'walks about when asked to',
    forS: 20,
    sitter: { distanceCm: 260, movement: 'walking-about' },
    wayS: 2,
  },
  { what: 'sits down', forS: 4, sitter: {}, wayS: 3 },
  ...TALK,
  { what: 'drinks again', forS: 6, sitter: { inHand: 'cup', pitchDeg: 14 }, wayS: 1 },
  LISTENS,
];

test('five minutes of conversation bring no tip @long', async ({ driven, demo, camera }) => {
  test.setTimeout(15 * 60_000);
  expect(ACTS.reduce((sum, { forS }) => sum + forS, 0)).toBeGreaterThanOrEqual(300);
  const { page, call } = await openHeardCall(driven, demo, camera);

  const tips: string[] = [];
  const held = new Map<string, Set<string>>();
  for (const { what, forS, sitter, wayS = 0 } of ACTS) {
    const to = { ...GOOD_SITUATION, ...sitter };
    await call.evaluate(`void sitter.moveTo(${JSON.stringify(to)}, ${wayS * 1000})`);
    const endAt = Date.now() + forS * 1000;
    while (Date.now() < endAt) {
      const coach = await readCoach(page);
      if (coach?.phase !== 'in-call') throw new Error(`${what}: ${JSON.stringify(coach)}`);
      if (coach.tip !== 'none') tips.push(`${what}: ${coach.tip}`);
      for (const id of coach.holding) held.set(what, (held.get(what) ?? new Set()).add(id));
      await new Promise((done) => setTimeout(done, 200));
    }
  }
  for (const [what, ids] of held) console.log(`  held while the patient ${what}: ${[...ids]}`);
  expect(tips, 'tips').toEqual([]);
  // The judgement was at work: without this a coach that sees nothing would pass.
  expect([...held.keys()], 'something held on the way').not.toEqual([]);

  await test.step('a cause that is none of these does bring one', async () => {
    await call.evaluate('clinic.setClinicianTalking(false)');
    await sit(call, { lensCovered: true });
    await untilCoach(page, 'the tip', ({ tip }) => tip === 'camera-covered', 150_000);
  });
  await page.close();
});
