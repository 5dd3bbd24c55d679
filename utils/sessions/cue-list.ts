import { isMended } from '../cues/arbiter/cleared.ts';
import type { CueDirection, Judgement, Presented } from '../cues/types.ts';
import { BIN_MS, isKept, type KeptCueId, type SessionCue } from './messages.ts';
import { CUES_AT_MOST } from './schema.ts';

/** Put right: cleared within this time after the tip was shown (docs/session-format.md). */
export const PUT_RIGHT_WITHIN_MS = 60_000;

/** One time that a cue held. Its own times stay in memory; the log gets bins. */
interface Episode {
  readonly id: KeptCueId;
  readonly direction: CueDirection | undefined;
  readonly atBin: number;
  lastBin: number;
  shownAtMs: number | null;
  holds: boolean;
  cleared: boolean;
  putRight: boolean;
}

export interface CueList {
  /** `atMs` since the start of the session. */
  add(atMs: number, judgement: Judgement, presented: Presented): void;
  list(): readonly SessionCue[];
}

/** The cues of a session. One that comes and goes within two bins is one entry, so that nothing finer is kept. */
export function createCueList(): CueList {
  const episodes: Episode[] = [];

  return {
    add(atMs, judgement, presented) {
      const bin = Math.floor(atMs / BIN_MS);
      const shownId = presented.kind === 'tip' ? presented.tip.id : null;

      const holding = judgement.holding.flatMap(({ id, direction }) => {
        if (!isKept(id)) return [];
        const same = episodes.findLast((old) => old.id === id && old.direction === direction);
        if (same && bin - same.lastBin <= 1) return same;
        const begun = begin(id, direction, bin);
        if (episodes.length < CUES_AT_MOST) episodes.push(begun);
        return begun;
      });
      for (const episode of holding) {
        episode.lastBin = bin;
        episode.holds = true;
        episode.cleared = false;
        episode.putRight = false;
        if (episode.id === shownId) episode.shownAtMs ??= atMs;
      }
      for (const episode of episodes) {
        if (!episode.holds || holding.includes(episode)) continue;
        episode.holds = false;
        episode.cleared = isMended(episode.id, judgement);
        episode.putRight =
          episode.cleared &&
          episode.shownAtMs !== null &&
          atMs - episode.shownAtMs <= PUT_RIGHT_WITHIN_MS;
      }
    },
    list: () => episodes.map(toSessionCue),
  };
}

function begin(id: KeptCueId, direction: CueDirection | undefined, bin: number): Episode {
  return {
    id,
    direction,
    atBin: bin,
    lastBin: bin,
    shownAtMs: null,
    holds: true,
    cleared: false,
    putRight: false,
  };
}

function toSessionCue({ id, direction, atBin, shownAtMs, cleared, putRight }: Episode): SessionCue {
  const cue = {
    id,
    atS: (atBin * BIN_MS) / 1000,
    shown: shownAtMs !== null,
    cleared,
    putRight,
  };
  return direction ? { ...cue, direction } : cue;
}
