import { findMedia } from './find-media.ts';
import type { HandedTracks } from './tap-link.ts';

/** How sure we are, best first. */
export type SelfViewOrigin = 'sender' | 'camera' | 'device' | 'elimination';

export interface SelfView {
  readonly video: MediaStreamTrack;
  readonly audio: MediaStreamTrack | null;
  readonly origin: SelfViewOrigin;
}

/** A video element of the page that plays a stream. */
export interface ShownStream {
  readonly video: MediaStreamTrack;
  readonly audio: MediaStreamTrack | null;
  /** Has a box on the page, not only a place in its tree. */
  readonly shown: boolean;
}

/** What tap and page have told so far. */
export interface Evidence {
  readonly handed: HandedTracks | null;
  /** The tap was there before the page's own scripts, so it has seen every receiver. */
  readonly tapFromStart: boolean;
  readonly notSelf: readonly string[];
}

/**
 * Which track is the patient's own (design, fact 5), best evidence first:
 * 1. and 2. what the tap hands over: the sender's track, or one that came out of getUserMedia;
 * 3. a track of a real device in a video of the page: groupId is set on those only, in both browsers;
 * 4. by elimination: the tap has seen everything and nothing came through it, since the page put its own
 *    getUserMedia on top; then a shown track that no receiver delivered, and no screen, is the patient's.
 *    As soon as anything at all was received, this is not tried: the far end's picture is never looked at.
 */
export function chooseSelfView(
  { handed, tapFromStart, notSelf }: Evidence,
  shown: readonly ShownStream[],
): SelfView | null {
  if (handed && isLive(handed.video)) return handed;
  const local = shown.filter(({ video }) => isLive(video) && !notSelf.includes(video.id));
  const device = local.find(({ video }) => isDevice(video));
  if (device) return { ...device, audio: ownAudio(device), origin: 'device' };
  if (!tapFromStart || handed || notSelf.length > 0) return null;
  const left = local.find((one) => one.shown && !isGenerated(one.video) && !isScreen(one.video));
  return left ? { ...left, audio: ownAudio(left), origin: 'elimination' } : null;
}

const isLive = ({ readyState }: MediaStreamTrack) => readyState === 'live';
const isDevice = (track: MediaStreamTrack) =>
  Boolean(track.getSettings().groupId) && !isScreen(track);
const isScreen = (track: MediaStreamTrack) => Boolean(track.getSettings().displaySurface);
/** Chromium: pages that decode the call themselves show the far end by such a track. */
const isGenerated = (track: MediaStreamTrack) =>
  typeof MediaStreamTrackGenerator !== 'undefined' && track instanceof MediaStreamTrackGenerator;
/** A microphone in the same stream; sound of another kind may be the far end's. */
const ownAudio = ({ audio }: ShownStream) => (audio && isDevice(audio) ? audio : null);

declare const MediaStreamTrackGenerator: (new () => MediaStreamTrack) | undefined;

/** The streams that play in videos of the page. */
export function findShownStreams(document: Document): ShownStream[] {
  return findMedia(document)
    .filter((element) => element instanceof HTMLVideoElement)
    .flatMap(readVideo);
}

/** @returns one or none */
export function readVideo(element: HTMLVideoElement): ShownStream[] {
  const stream = element.srcObject;
  if (!(stream instanceof MediaStream)) return [];
  const [video] = stream.getVideoTracks();
  const [audio = null] = stream.getAudioTracks();
  return video ? [{ video, audio, shown: element.getClientRects().length > 0 }] : [];
}

/** Is this the patient's track, or another one of a camera (the raw picture behind a filter)? */
export function isOwnTrack(track: MediaStreamTrack, self: SelfView | null): boolean {
  return track.id === self?.video.id || isDevice(track);
}
