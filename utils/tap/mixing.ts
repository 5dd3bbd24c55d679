import type { LocalTracks } from './tracks.ts';

/** Whether the page takes sound that is not the patient's into an audio graph of its own. */
export interface Mixing {
  /** @param source what the page made a source of its graph from: a stream, or a track */
  note(source: unknown): void;
  readonly isMixed: boolean;
}

/**
 * Pages do so to play the far end through it, beside a muted player, or only to show how loud it is: which of both, cannot
 * be seen. Once is for good.
 */
export function createMixing(tracks: LocalTracks): Mixing {
  let isMixed = false;
  return {
    note(source) {
      const audio =
        source instanceof MediaStream ? source.getAudioTracks() : [source as MediaStreamTrack];
      isMixed ||= audio.some((track) => tracks.kindOf(track) === 'other');
    },
    get isMixed() {
      return isMixed;
    },
  };
}
