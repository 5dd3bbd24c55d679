import type { ArrivalObservation } from '../playback-observation.ts';
import type { Arrived } from './connection-stats.ts';

/** What of the page decides how the counters are to be understood. */
export interface ArrivalFacts {
  readonly overMs: number | null;
  expects(kind: 'audio' | 'video'): boolean;
  readonly isMixed: boolean;
}

/** Of several streams of one kind what they are together: of two who are in the call, one is enough. */
export function arrivalOf(
  arrived: readonly Arrived[],
  { overMs, expects, isMixed }: ArrivalFacts,
): ArrivalObservation {
  const sounds = arrived.filter(({ kind }) => kind === 'audio');
  const pictures = arrived.filter(({ kind }) => kind === 'video');
  // Chromium has no entry for a stream of which nothing has come yet.
  const ifNone = overMs === null ? null : 0;
  const energy = sum(
    sounds.map(({ playedEnergy }) => playedEnergy),
    null,
  );
  return {
    overMs,
    sound: {
      isExpected: expects('audio'),
      packets: sum(
        sounds.map(({ packets }) => packets),
        ifNone,
      ),
      isPlayed: energy === null ? null : energy > 0,
      isMixed,
    },
    picture: {
      isExpected: expects('video'),
      packets: sum(
        pictures.map(({ packets }) => packets),
        ifNone,
      ),
      frames: sum(
        pictures.map(({ frames }) => frames),
        ifNone,
      ),
    },
  };
}

/** Null where nothing is told; one that is smaller than before began anew. */
function sum(counts: readonly (number | null)[], ifNone: number | null): number | null {
  if (counts.length === 0) return ifNone;
  const told = counts.filter((count) => count !== null);
  return told.length === 0 ? null : told.reduce((all, count) => all + Math.max(0, count), 0);
}
