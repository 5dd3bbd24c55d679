import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../utils/cues/arbiter/speech.ts';
import type { SceneChange, Speech } from '../../../utils/cues/types.ts';
import { type Activity, conversation, type Moment } from '../support/conversation.ts';
import { moments, run, type Script } from './run.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const LENGTH_S = 20 * 60;

/**
 * The hardest judge there can be: each thing that a patient does makes each cue hold that it could, as
 * fast as its declaration allows, and moves are known two seconds late.
 */
const COULD_HOLD: Readonly<Record<Activity, readonly string[]>> = {
  sitting: [],
  drinking: ['no-face', 'camera-too-high'],
  'reading-a-list': ['off-centre:down', 'turned-away', 'camera-too-high'],
  'hands-before-face': ['no-face', 'too-dark'],
  'showing-the-throat': ['too-close', 'off-centre:up', 'too-dark', 'camera-too-low'],
  gesturing: [],
  'standing-up': ['no-face', 'hold-still'],
  walking: ['too-far', 'no-face', 'hold-still'],
  'sitting-down': ['no-face', 'hold-still'],
};
const SCENE_OF: Readonly<Partial<Record<Activity, SceneChange>>> = {
  'reading-a-list': 'head-down',
  'showing-the-throat': 'very-near',
  'standing-up': 'away',
  walking: 'whole-body',
  'sitting-down': 'away',
};
const FAST_HOLD_S = 1.5;
const FAST_STOP_S = 1;
const MOVE_KNOWN_AFTER_S = 2;

function scriptOf(trace: readonly Moment[]): Script {
  const holds: Record<string, [number, number][]> = {};
  const scenes: { scene: SceneChange; at: [number, number] }[] = [];
  for (const { activity, fromS, toS } of acts(trace)) {
    for (const name of COULD_HOLD[activity]) {
      const stretches = holds[name] ?? [];
      holds[name] = stretches;
      const last = stretches.at(-1);
      // Standing up, walking and sitting down are one absence.
      if (last && fromS < last[1] + FAST_HOLD_S) last[1] = toS + FAST_STOP_S;
      else stretches.push([fromS + FAST_HOLD_S, toS + FAST_STOP_S]);
    }
    const scene = SCENE_OF[activity];
    if (scene) scenes.push({ scene, at: [fromS + MOVE_KNOWN_AFTER_S, toS] });
  }
  return { lengthS: LENGTH_S, holds, scenes, speech: speechOf(trace) };
}

function acts(trace: readonly Moment[]) {
  const found: { activity: Activity; fromS: number; toS: number }[] = [];
  for (const { atMs, activity } of trace) {
    const last = found.at(-1);
    if (last?.activity === activity) last.toS = atMs / 1000;
    else found.push({ activity, fromS: atMs / 1000, toS: atMs / 1000 });
  }
  return found;
}

/** Through the real watch, from the levels of both sides. */
function speechOf(trace: readonly Moment[]): (atS: number) => Speech {
  const watch = createSpeech();
  const said = new Map<number, Speech>();
  for (const { atMs, levels } of trace) {
    watch.hear(levels);
    said.set(atMs / 1000, watch.at(atMs));
  }
  return (atS) => said.get(atS) ?? 'unknown';
}

const SIX_UNMENDABLE = {
  'too-dark': [[0, LENGTH_S]],
  backlit: [[0, LENGTH_S]],
  'too-far': [[0, LENGTH_S]],
  'off-centre:left': [[0, LENGTH_S]],
  'camera-too-low': [[0, LENGTH_S]],
  'hold-still': [[0, LENGTH_S]],
} as const;

describe.each(SEEDS)('a conversation of 20 minutes (seed %d)', (seed) => {
  const trace = conversation({ seed, lengthS: LENGTH_S });
  const script = scriptOf(trace);

  it('has all that patients do, and pauses', () => {
    const done = new Set(trace.map(({ activity }) => activity));
    expect([...done].sort()).toEqual(Object.keys(COULD_HOLD).sort());
    const silent = trace.filter(({ atMs }) => script.speech?.(atMs / 1000) === 'silent').length;
    expect(silent / trace.length).toBeGreaterThan(0.01);
    expect(silent / trace.length).toBeLessThan(0.3);
  });

  it('brings no tip', () => {
    expect(moments(script)).toEqual([]);
  });

  it('brings no tip even if nobody ever speaks', () => {
    expect(moments({ ...script, speech: () => 'silent' })).toEqual([]);
  });

  it('with six causes that cannot be mended: five tips at most, none while somebody speaks', () => {
    const shown = run({ ...script, holds: SIX_UNMENDABLE });
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThanOrEqual(5);
    for (const { fromS } of shown) expect(script.speech?.(fromS)).toBe('silent');
    expect(shown.filter(({ fromS }) => fromS < 60).length).toBeLessThanOrEqual(2);
  });
});

describe('the same without what the rules are for', () => {
  const trace = conversation({ seed: 1, lengthS: LENGTH_S });
  it('moves that are not known as such would bring tips', () => {
    const shown = moments({ ...scriptOf(trace), scenes: [], speech: () => 'silent' });
    expect(shown.length).toBeGreaterThan(0);
  });
});
