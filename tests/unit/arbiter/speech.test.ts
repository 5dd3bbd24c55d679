import { describe, expect, it } from 'vitest';
import {
  createSpeech,
  LEVELS_MISSING_MS,
  PAUSE_KNOWN_MS,
} from '../../../utils/cues/arbiter/speech.ts';
import type { Speech } from '../../../utils/cues/types.ts';

type Level = number | null;
const QUIET = -62;
const VOICE = -28;
const STEP_MS = 200;

interface Room {
  readonly own?: (atS: number) => Level;
  readonly far?: (atS: number) => Level;
  readonly ownMuted?: (atS: number) => boolean;
  readonly lost?: (atS: number) => boolean;
}

/** What is said at each step, from levels every 200 ms. */
function listen(
  lengthS: number,
  { own, far, ownMuted, lost }: Room,
): { atS: number; speech: Speech }[] {
  const watch = createSpeech();
  const said: { atS: number; speech: Speech }[] = [];
  for (let atMs = 0; atMs <= lengthS * 1000; atMs += STEP_MS) {
    const atS = atMs / 1000;
    const ownDbfs = own ? own(atS) : QUIET;
    const farDbfs = far ? far(atS) : QUIET;
    if (!lost?.(atS)) watch.hear({ atMs, ownDbfs, farDbfs, ownMuted: ownMuted?.(atS) ?? false });
    said.push({ atS, speech: watch.at(atMs) });
  }
  return said;
}

const last = (lengthS: number, room: Room) => listen(lengthS, room).at(-1)?.speech;
/** A voice with the dips between words and a breath now and then. */
const voice = (dbfs: number) => (atS: number) => {
  if (atS % 6 > 5.4) return QUIET;
  return dbfs + 5 * Math.sin(atS * 7);
};

describe('a pause of both sides', () => {
  const cases: [string, Room, Speech | undefined][] = [
    ['nobody speaks', {}, 'silent'],
    ['the own side speaks', { own: voice(VOICE) }, 'speaking'],
    ['the far side speaks', { far: voice(VOICE) }, 'speaking'],
    ['both speak', { own: voice(VOICE), far: voice(VOICE) }, 'speaking'],
    ['a soft voice in a quiet room', { own: voice(-42) }, 'speaking'],
    ['digital silence on both sides', { own: () => -Infinity, far: () => -Infinity }, 'silent'],
    ['a faint hiss after zeros', { own: (atS) => (atS < 10 ? -Infinity : -55) }, 'silent'],
    ['a fan that runs all the time', { own: (atS) => -44 + 2 * Math.sin(atS * 5) }, 'silent'],
    ['a voice over the fan', { own: (atS) => (atS < 10 ? -44 : -30) }, 'speaking'],
    ['one who talks from the first moment', { own: () => -26 }, 'speaking'],
    ['the own side is not known', { own: () => null }, 'unknown'],
    ['the far side is not known', { far: () => null }, 'unknown'],
    ['neither is known', { own: () => null, far: () => null }, 'unknown'],
    ['a muted side says nothing in the call', { own: () => null, ownMuted: () => true }, 'silent'],
    [
      'the far side speaks to one who is muted',
      { own: () => null, ownMuted: () => true, far: voice(VOICE) },
      'speaking',
    ],
    ['no levels come', { lost: () => true }, 'unknown'],
    ['no levels come any more', { lost: (atS) => atS > 15 }, 'unknown'],
  ];
  it.each(cases)('%s', (_, room, expected) => {
    expect(last(20, room)).toBe(expected);
  });

  it('is one only after 1.5 s', () => {
    const said = listen(10, { own: (atS) => (atS < 5 ? VOICE : QUIET) });
    const firstS = said.find(({ atS, speech }) => atS >= 5 && speech === 'silent')?.atS ?? 0;
    expect(firstS).toBeCloseTo(6.6, 5);
  });

  it('ends with the first word', () => {
    const said = listen(10, { far: (atS) => (atS < 5 ? QUIET : VOICE) });
    expect(said.find(({ atS }) => atS === 5)?.speech).toBe('speaking');
  });

  it('the breath between words of one speaker is none', () => {
    const said = listen(20, { own: voice(VOICE) }).filter(({ atS }) => atS > 1);
    expect(said.map(({ speech }) => speech)).not.toContain('silent');
  });

  it('a turn that passes from one side to the other is none', () => {
    const turn = (atS: number) => Math.floor(atS / 3) % 2 === 0;
    const said = listen(30, {
      own: (atS) => (turn(atS) ? VOICE : QUIET),
      far: (atS) => (turn(atS) ? QUIET : VOICE),
    });
    expect(said.map(({ speech }) => speech)).not.toContain('silent');
  });

  it('a level between the two edges neither begins nor ends a pause', () => {
    const between = QUIET + 2 + 7.5;
    const speechOf = (before: number, after: number) => {
      const own = (atS: number) =>
        atS < 10 ? QUIET : atS < 12 ? before : atS < 20 ? between : after;
      return last(20, { own });
    };
    expect(speechOf(VOICE, QUIET)).toBe('speaking');
    expect(speechOf(QUIET, QUIET)).toBe('silent');
  });

  it('but it may be how a word begins, so that no tip comes with it', () => {
    const between = QUIET + 2 + 7.5;
    expect(last(20, { far: (atS) => (atS < 19.9 ? QUIET : between) })).toBe('speaking');
  });

  it('half a minute of talk without a breath stays talk', () => {
    expect(last(120, { own: (atS) => (atS < 5 ? QUIET : -32) })).toBe('speaking');
  });

  it('a hiccup of the levels is no silence, and no ignorance', () => {
    const said = listen(10, { lost: (atS) => atS > 5 && atS < 5.9 });
    expect(said.filter(({ atS }) => atS > 1).map(({ speech }) => speech)).not.toContain('unknown');
    const long = listen(10, { lost: (atS) => atS > 5 && atS < 7 });
    expect(long.find(({ atS }) => atS === 6.8)?.speech).toBe('unknown');
    expect(long.find(({ atS }) => atS === 7)?.speech).toBe('speaking');
    expect(LEVELS_MISSING_MS).toBeLessThan(2_000);
  });

  it('what was not heard yet is no silence: somebody may have begun', () => {
    const watch = createSpeech();
    for (let atMs = 0; atMs <= 3_000; atMs += STEP_MS) {
      watch.hear({ atMs, ownDbfs: QUIET, farDbfs: QUIET });
    }
    expect(watch.at(3_000)).toBe('silent');
    expect(watch.at(3_000 + PAUSE_KNOWN_MS)).toBe('silent');
    expect(watch.at(3_000 + PAUSE_KNOWN_MS + 1)).toBe('speaking');
    expect(PAUSE_KNOWN_MS).toBeLessThan(STEP_MS);
  });

  it('a side that comes back begins its pause anew', () => {
    const said = listen(10, { own: (atS) => (atS > 5 && atS < 5.5 ? null : QUIET) });
    expect(said.find(({ atS }) => atS === 5.6)?.speech).toBe('speaking');
    expect(said.at(-1)?.speech).toBe('silent');
  });
});
