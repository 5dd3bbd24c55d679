import type { Phase } from '../areas.ts';
import type { FromBackground, PanelPlace, Presence } from '../messages/background.ts';
import type { Trouble } from '../messages/overlay-coach.ts';
import type { UntrustedTapMessage } from '../messages/tap-overlay.ts';
import type { Arrival, PlaybackObservation } from '../playback-observation.ts';
import { arrivalOf } from './arrival.ts';
import { cameraFrameOrigins } from './camera-frames.ts';
import { type Coaching, createCoaching } from './coaching.ts';
import { createPlayers } from './players.ts';
import {
  chooseSelfView,
  type Evidence,
  findShownStreams,
  isOwnTrack,
  readVideo,
  type SelfView,
} from './self-view.ts';
import { openTapLink } from './tap-link.ts';
import { troubleOfName } from './trouble.ts';

/** The extension, as the overlay sees it. */
export interface OverlayRoom {
  readonly document: Document;
  readonly coachUrl: string;
  readonly signal: AbortSignal;
  offer(nonce: string): Promise<PanelPlace | null>;
  remember(place: PanelPlace): void;
  say(presence: Presence): void;
  sayCameraFrames(origins: readonly string[]): void;
  /** Subscribes to the background. @returns the unsubscribe */
  onTold(callback: (message: FromBackground) => void): () => void;
  /** False after the extension was updated or removed under us. */
  isAlive(): boolean;
}

/** Smaller frames have no room for a tip beside the picture (issue: 320 x 200 px). */
const MIN_WIDTH_PX = 320;
const MIN_HEIGHT_PX = 200;
/** While there is something to follow or to find. */
const TICK_MS = 1000;
/** A page that shows no camera so long after the last sign of one is left in peace until the next sign. */
const SEARCH_MS = 60_000;
/** A video that starts may be the far end's: the tap gets time to say so. */
const SETTLE_MS = 200;
/** A call that was there before us and shows no picture of the patient by then can only be reloaded. */
const RELOAD_AFTER_MS = 5000;

/** Watches one frame of a page for the patient's camera, and coaches there. */
export function createOverlay(room: OverlayRoom): void {
  const { document } = room;
  const window = document.defaultView;
  if (!window) return;
  const owner = new AbortController();
  const signal = AbortSignal.any([room.signal, owner.signal]);
  const late = document.readyState !== 'loading';

  let evidence: Evidence = { handed: null, tapFromStart: false, notSelf: [] };
  let self: SelfView | null = null;
  let coaching: Coaching | null = null;
  let tapPhase: Phase = 'waiting';
  let sharing = false;
  let soundWithdrawn = false;
  let trouble: Trouble | null = null;
  /** A camera was asked for or found, and nobody has said that the coach is not wanted here. */
  let wanted = false;
  /** Off for this call. */
  let off = false;
  let lastSignMs = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let presence: Presence | null = null;
  let frames = '';
  const players = createPlayers(document);

  const say = (next: Presence) => {
    if (next === presence) return;
    presence = next;
    room.say(next);
  };

  const phase = (): Phase => {
    // A camera that the tap does not know of, since the page put its own getUserMedia on top.
    const unknown = tapPhase === 'waiting' && self && self.origin !== 'sender';
    return unknown ? 'preview' : tapPhase;
  };

  const hasRoom = () => window.innerWidth >= MIN_WIDTH_PX && window.innerHeight >= MIN_HEIGHT_PX;

  const removeCoaching = () => {
    coaching?.remove();
    coaching = null;
  };

  /** Makes coach and icon agree with what is known. */
  const update = () => {
    if (!wanted || off) {
      removeCoaching();
    } else if (!hasRoom()) {
      removeCoaching();
      say('frame-too-small');
    } else {
      coaching ??= startCoaching();
      say('coaching');
    }
    coaching?.setTracks(self?.video ?? null, self?.audio ?? null);
    coaching?.setPhase(phase());
    coaching?.setSharing(sharing);
    coaching?.setSoundWithdrawn(soundWithdrawn);
    coaching?.setTrouble(trouble);
  };

  const startCoaching = () =>
    createCoaching({
      document,
      coachUrl: room.coachUrl,
      offer: room.offer,
      remember: room.remember,
      isSelf: (video) => readVideo(video).some((one) => isOwnTrack(one.video, self)),
      onEnd(why) {
        coaching = null;
        off = true;
        say(why === 'lost' ? 'idle' : 'on');
      },
    });

  const search = () => {
    const shown = findShownStreams(document);
    const found = chooseSelfView(evidence, shown);
    // A camera that has ended stays the patient's: the coach says that it is off.
    if (found && found.video !== self?.video) {
      self = found;
      wanted = true;
      trouble = null;
    } else if (found) {
      self = found;
    } else if (self && evidence.notSelf.includes(self.video.id)) {
      self = null;
    }
    const waitedMs = performance.now() - lastSignMs;
    if (late && !self && shown.length > 0 && waitedMs > RELOAD_AFTER_MS) say('reload-needed');
    update();
  };

  /** Something happened that a camera may have to do with. */
  const onSign = (afterMs = 0) => {
    lastSignMs = performance.now();
    tickAfter(afterMs);
  };

  const tickAfter = (ms: number) => {
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(tick, ms);
  };
  const tick = () => {
    if (!room.isAlive()) return turnOff();
    const live = self?.video.readyState === 'live';
    if (!live || self?.origin === 'elimination') search();
    else update();
    if (live || coaching || performance.now() - lastSignMs < SEARCH_MS) tickAfter(TICK_MS);
  };

  const playbackOf = (arrival: Arrival): PlaybackObservation => {
    const now = players.look(performance.now(), evidence.notSelf);
    const arrived = arrivalOf(arrival, now.held);
    return {
      arrival: arrived,
      players: {
        sound: now.sound,
        isOtherSpeaker: now.isOtherSpeaker,
        // Where it moves, nobody has to look.
        showsPicture: arrived.picture.frames === 0 ? now.showsPicture() : null,
      },
    };
  };

  const onTapMessage = (message: UntrustedTapMessage) => {
    if (!room.isAlive()) return turnOff();
    switch (message.kind) {
      case 'far-level':
        return coaching?.setFarLevel(message.level);
      case 'sound-withdrawn':
        soundWithdrawn = message.withdrawn;
        return coaching?.setSoundWithdrawn(soundWithdrawn);
      case 'send-quality':
        return coaching?.setQuality(message.quality);
      case 'connection':
        return coaching?.setConnection(message.connection);
      case 'arrival':
        if (!message.arrival) players.forget();
        return coaching?.setPlayback(message.arrival && playbackOf(message.arrival));
      case 'tap-ready':
        evidence = { ...evidence, tapFromStart: message.fromStart };
        break;
      case 'not-self':
        evidence = { ...evidence, notSelf: message.trackIds };
        break;
      case 'camera-asked':
        wanted = true;
        break;
      case 'camera-failed':
        trouble = troubleOfName(message.name);
        break;
      case 'sharing':
        sharing = message.active;
        break;
      case 'phase':
        tapPhase = message.phase;
        // "Off for this call" ends with the call.
        if (message.phase === 'ended') {
          off = false;
          wanted = coaching !== null;
        }
        break;
    }
    update();
    onSign();
  };

  const onVideo = ({ target }: Event) => {
    if (target instanceof HTMLVideoElement && readVideo(target).length > 0) onSign(SETTLE_MS);
  };

  const lookAtFrames = () => {
    const origins = cameraFrameOrigins(document);
    if (origins.join() === frames) return;
    frames = origins.join();
    room.sayCameraFrames(origins);
  };
  const onLoad = ({ target }: Event) => {
    if (target instanceof HTMLIFrameElement || target === document) lookAtFrames();
  };

  const turnOff = () => {
    link.turnOff();
    owner.abort();
  };

  const link = openTapLink({
    document,
    signal,
    onMessage: onTapMessage,
    onTracks(handed) {
      evidence = { ...evidence, handed };
      self = null;
      lastSignMs = performance.now();
      search();
      tickAfter(TICK_MS);
    },
  });
  const unsubscribe = room.onTold((message) => {
    if (message.kind === 'turn-off') turnOff();
    if (message.kind === 'corner') coaching?.toCorner(message.corner);
    if (message.kind === 'coach-elsewhere') {
      // A camera that is newer than the one over there brings the coach back.
      wanted = false;
      update();
      // The icon speaks for the frame over there now.
      presence = 'on';
    }
  });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    unsubscribe();
    removeCoaching();
  });
  const capture = { signal, capture: true, passive: true };
  document.addEventListener('loadedmetadata', onVideo, capture);
  document.addEventListener('playing', onVideo, capture);
  document.addEventListener('load', onLoad, capture);
  document.addEventListener('DOMContentLoaded', lookAtFrames, capture);
  window.addEventListener('resize', update, capture);

  say('on');
  lookAtFrames();
  onSign();
}
