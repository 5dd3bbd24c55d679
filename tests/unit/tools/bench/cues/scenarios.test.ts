import { describe, expect, it } from 'vitest';
import { BENCHED_IDS, type BenchedId } from '../../../../../tools/bench/cues/benched.ts';
import { KINDS, looksOf, type Scenario } from '../../../../../tools/bench/cues/scenario.ts';
import { allScenarios, someOf } from '../../../../../tools/bench/cues/scenarios/index.ts';
import { runsOf } from '../../../../../tools/bench/cues/score.ts';
import { traceKey } from '../../../../../tools/bench/cues/trace.ts';
import { truthOf } from '../../../../../tools/bench/cues/truth.ts';
import { PICTURE_CUES } from '../../../../../utils/cues/picture-cues.ts';

const all = allScenarios().map((scenario) => ({ scenario, truth: truthOf(scenario) }));
const cueOf = ({ name }: Scenario) => name.replace(/-\d+$/, '') as BenchedId;
const of = (kind: string) => all.filter(({ scenario }) => scenario.kind === kind);

/** Issue 3: at least so many of each. */
const POSITIVES = 50;
const NEGATIVES = 200;
const GOOD_MINUTES = 40;
/** What two cores trace in half an hour. */
const LOOKS_AT_MOST = 75_000;

describe('the scenarios', () => {
  it('are of every picture cue in the catalogue, in its class', () => {
    const fromCatalogue = PICTURE_CUES.map(({ id }) => id).toSorted();
    expect(BENCHED_IDS.toSorted()).toEqual(fromCatalogue);
  });

  it.each(BENCHED_IDS)('of %s are enough', (id) => {
    const scored = [...of('positive'), ...of('good')];
    const runs = scored.map(({ truth }) => runsOf(truth, id));
    const bad = runs.flat().filter(({ state }) => state === 'bad');
    expect(bad.length).toBeGreaterThanOrEqual(POSITIVES);
    const never = runs.filter((states) => states.every(({ state }) => state === 'good'));
    expect(never.length).toBeGreaterThanOrEqual(NEGATIVES);
  });

  it('of one cue bring about that cue, and begin and end well', () => {
    for (const { scenario, truth } of of('positive')) {
      const cue = cueOf(scenario);
      const bad = BENCHED_IDS.filter((id) => truth.some((frame) => frame.of[id] === 'bad'));
      expect(bad, scenario.name).toEqual([cue]);
      for (const frame of [truth[0], truth.at(-1)]) {
        expect(
          BENCHED_IDS.filter((id) => frame?.of[id] !== 'good'),
          scenario.name,
        ).toEqual([]);
      }
    }
  });

  it('of good picture are good all along, for long enough, on every skin in every light', () => {
    const good = of('good');
    const ms = good.reduce((sum, { scenario }) => sum + scenario.lengthMs, 0);
    expect(ms / 60_000).toBeGreaterThanOrEqual(GOOD_MINUTES);
    for (const { scenario, truth } of good) {
      const not = BENCHED_IDS.filter((id) => truth.some((frame) => frame.of[id] !== 'good'));
      expect(not, scenario.name).toEqual([]);
    }
    const met = new Set(
      good.map(({ scenario: { base } }) =>
        [base.skinTone, base.lightDirection, base.lightLevel].join(),
      ),
    );
    expect(met.size).toBe(10 * 6);
  });

  it('are each once, and the same each time', () => {
    const keys = all.map(({ scenario }) => traceKey(scenario));
    expect(new Set(all.map(({ scenario }) => scenario.name)).size).toBe(all.length);
    expect(allScenarios().map(traceKey)).toEqual(keys);
  });

  it('can be traced in half an hour', () => {
    const looks = all.reduce((sum, { scenario }) => sum + looksOf(scenario), 0);
    expect(looks).toBeLessThanOrEqual(LOOKS_AT_MOST);
  });

  it('of a quick run are about a tenth, some of each kind and of each cue', () => {
    const some = someOf(allScenarios(), 11);
    expect(some.length).toBeLessThan(all.length / 8);
    expect(new Set(some.map(({ kind }) => kind))).toEqual(new Set(KINDS));
    const cues = some.filter(({ kind }) => kind === 'positive').map(cueOf);
    expect(new Set(cues)).toEqual(new Set(BENCHED_IDS));
  });
});
