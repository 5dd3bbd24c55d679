import { quietly } from './natives.ts';

export type TrackKind = 'camera' | 'screen' | 'other';

/** The page's own local tracks: what came out of getUserMedia and getDisplayMedia. */
export interface LocalTracks {
  addCamera(stream: MediaStream): void;
  addScreen(stream: MediaStream): void;
  /** `other`: a canvas, a generated sound, or something from the far end. */
  kindOf(track: MediaStreamTrack): TrackKind;
  /** Live tracks of getUserMedia, newest last. */
  live(kind: 'audio' | 'video'): MediaStreamTrack[];
  /** How often getUserMedia gave something. */
  readonly given: number;
}

export function createLocalTracks(): LocalTracks {
  const kinds = new WeakMap<MediaStreamTrack, TrackKind>();
  let cameras: MediaStreamTrack[] = [];
  let given = 0;

  /** Clones carry no mark, but settings tell: groupId is set on real devices only, in both browsers. */
  const judge = (track: MediaStreamTrack): TrackKind => {
    let kind: TrackKind = 'other';
    quietly(() => {
      const settings = track.getSettings();
      if (settings.displaySurface) kind = 'screen';
      else if (settings.groupId) kind = 'camera';
    });
    return kind;
  };

  const kindOf = (track: MediaStreamTrack): TrackKind => {
    const known = kinds.get(track);
    if (known) return known;
    const kind = judge(track);
    kinds.set(track, kind);
    return kind;
  };

  return {
    addCamera(stream) {
      given += 1;
      for (const track of stream.getTracks()) {
        // Old pages ask getUserMedia for a screen; its settings say so.
        kinds.set(track, judge(track) === 'screen' ? 'screen' : 'camera');
        if (kinds.get(track) === 'camera') cameras.push(track);
      }
    },
    // Firefox gives no displaySurface: there, only this tells a shared screen.
    addScreen(stream) {
      for (const track of stream.getTracks()) kinds.set(track, 'screen');
    },
    kindOf,
    live(kind) {
      cameras = cameras.filter(({ readyState }) => readyState === 'live');
      return cameras.filter((track) => track.kind === kind);
    },
    get given() {
      return given;
    },
  };
}
