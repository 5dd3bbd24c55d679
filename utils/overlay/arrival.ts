import type { Arrival, ArrivalObservation, ArrivingStream } from '../playback-observation.ts';

/**
 * What comes, of all streams of one kind together: of two who are in the call, one is enough. What no player of the page
 * has is left out where another one is had: a page that tries its own line receives what it sends.
 * @param held ids of the tracks that the page's players have
 */
export function arrivalOf(
  { overMs, isSoundExpected, isPictureExpected, isMixed, streams }: Arrival,
  held: ReadonlySet<string>,
): ArrivalObservation {
  const of = (kind: ArrivingStream['kind']) => {
    const all = streams.filter((stream) => stream.kind === kind);
    const shown = all.filter(({ trackId }) => held.has(trackId));
    return shown.length > 0 ? shown : all;
  };
  const [sounds, pictures] = [of('audio'), of('video')];
  // Chromium has no entry for a stream of which nothing has come yet.
  const ifNone = overMs === null ? null : 0;
  const told = sounds.map(({ isPlayed }) => isPlayed).filter((isPlayed) => isPlayed !== null);
  return {
    overMs,
    sound: {
      isExpected: isSoundExpected,
      packets: sum(sounds, 'packets', ifNone),
      isPlayed: told.length === 0 ? null : told.includes(true),
      isMixed,
    },
    picture: {
      isExpected: isPictureExpected,
      packets: sum(pictures, 'packets', ifNone),
      frames: sum(pictures, 'frames', ifNone),
    },
  };
}

/** Null where nothing is told. */
function sum(
  streams: readonly ArrivingStream[],
  name: 'packets' | 'frames',
  ifNone: number | null,
): number | null {
  if (streams.length === 0) return ifNone;
  const told = streams.map((stream) => stream[name]).filter((count) => count !== null);
  return told.length === 0 ? null : told.reduce((all, count) => all + count, 0);
}
