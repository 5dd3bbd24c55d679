import type { Scenario } from '../scenario.ts';
import { bodies } from './bodies.ts';
import { elevations } from './elevations.ts';
import { goodPictures } from './good.ts';
import { mutedSittings } from './muted.ts';
import { neutrals } from './neutrals.ts';
import { positives } from './positives.ts';

/** Everything that the bench looks at; the same list each time. */
export function allScenarios(): Scenario[] {
  return [
    ...goodPictures(),
    ...positives(),
    ...bodies(),
    ...neutrals(),
    ...mutedSittings(),
    ...elevations(),
  ];
}

/** Every n-th of each kind, and of each cue's positives, for development. */
export function someOf(scenarios: readonly Scenario[], every: number): Scenario[] {
  const seen = new Map<string, number>();
  return scenarios.filter(({ name, kind }) => {
    const set = kind === 'positive' ? name.replace(/-\d+$/, '') : kind;
    const count = seen.get(set) ?? 0;
    seen.set(set, count + 1);
    return count % every === 0;
  });
}
