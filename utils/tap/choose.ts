import type { TrackOrigin } from '../messages/tap-overlay.ts';
import type { TrackKind } from './tracks.ts';

/** A live track on a sender of an open connection. */
export interface SentTrack<Track> {
  readonly track: Track;
  readonly kind: TrackKind;
  /** This sender has carried a camera before: a canvas on it now is the patient behind a filter. */
  readonly carriedCamera: boolean;
}

export interface Chosen<Track> {
  readonly track: Track;
  readonly origin: TrackOrigin;
}

/**
 * Which track is the patient's: what is sent comes before what is only live. Among the sent ones the
 * newest camera, then a sender that had a camera (replaceTrack to a canvas), then whatever was sent first:
 * a virtual background from the start, and on a loopback page the patient's side comes before the other's.
 * @param sent in the order in which the senders were first seen; screens are never the patient
 * @param cameras live ones, newest last
 */
export function chooseOwn<Track>(
  sent: readonly SentTrack<Track>[],
  cameras: readonly Track[],
): Chosen<Track> | null {
  const own = sent.filter(({ kind }) => kind !== 'screen');
  const sentCameras = own.filter(({ kind }) => kind === 'camera').map(({ track }) => track);
  const best =
    cameras.findLast((camera) => sentCameras.includes(camera)) ??
    sentCameras.at(-1) ??
    own.find(({ carriedCamera }) => carriedCamera)?.track ??
    own[0]?.track;
  if (best !== undefined) return { track: best, origin: 'sender' };
  const newest = cameras.at(-1);
  return newest === undefined ? null : { track: newest, origin: 'camera' };
}
