import type { TrackOrigin } from '../messages/tap-overlay.ts';
import type { TrackKind } from './tracks.ts';

/** What a sender of an open connection carries. */
export interface Sent<Track> {
  readonly track: Track;
  readonly kind: TrackKind;
  readonly live: boolean;
  /**
   * This sender has carried the patient before, as a camera or by choice: a canvas on it now is the
   * patient behind a filter, and while it carries nothing, the camera is off.
   */
  readonly carriedOwn: boolean;
}

export interface Chosen<Track> {
  readonly track: Track;
  readonly origin: TrackOrigin;
}

/** What is known of the page besides its senders. */
export interface Cameras<Track> {
  /** Live tracks of getUserMedia, newest last. */
  readonly live: readonly Track[];
  /** getUserMedia has given something before; false where the page put its own on top of ours. */
  readonly everGiven: boolean;
  /** There is a sender that has carried the patient, though it may carry nothing now. */
  readonly ownSender: boolean;
}

/**
 * Which track is the patient's: what is sent comes before what is only live. Among the sent ones the
 * newest camera, then what is on a sender that had the patient before. Only when there is no such sender,
 * whatever was sent first: a virtual background from the start, or a page with its own getUserMedia; on
 * a loopback page the patient's side comes before the other's. Screens are never the patient.
 * @param sent in the order in which the senders were first seen
 */
export function chooseOwn<Track>(
  sent: readonly Sent<Track>[],
  cameras: Cameras<Track>,
): Chosen<Track> | null {
  const live = sent.filter((one) => one.live && one.kind !== 'screen');
  const sentCameras = live.filter(({ kind }) => kind === 'camera').map(({ track }) => track);
  const mayBeAny = !cameras.ownSender && (cameras.live.length > 0 || !cameras.everGiven);
  const best =
    cameras.live.findLast((camera) => sentCameras.includes(camera)) ??
    sentCameras.at(-1) ??
    live.find(({ carriedOwn }) => carriedOwn)?.track ??
    (mayBeAny ? live[0]?.track : undefined);
  if (best !== undefined) return { track: best, origin: 'sender' };
  const newest = cameras.live.at(-1);
  return newest === undefined ? null : { track: newest, origin: 'camera' };
}
