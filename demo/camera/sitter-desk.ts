import packedMesh from 'virtual:canonical-mesh';
import { createFlatSitter } from '../sitter/flat-sitter.ts';
import { unpackMesh } from '../sitter/mesh.ts';
import { createSitter, type Sitter } from '../sitter/sitter.ts';
import {
  between,
  GOOD_SITUATION,
  type Movement,
  type Situation,
  situationOfQuery,
  withChanges,
} from '../sitter/situation.ts';
import type { Seen } from '../sitter/view.ts';
import { createVoice, type Voice } from './voice.ts';

export const FRAMES_PER_SECOND = 15;
const SEED = 1;
const PITCH_HZ = 170;
const SPEAKS: readonly Movement[] = ['talking', 'gesturing'];

export interface Truth extends Situation {
  /** What a perfect observer would measure in the latest frame, movement included. */
  seen: Seen;
  /** Time of the latest frame, on the sitter's own clock. */
  nowMs: number;
  framesDrawn: number;
}

/** `window.sitter`: the handle for tests and for the controls on the call page. */
export interface SitterDesk {
  /** Changes the situation at once; what is not named stays. @throws RangeError on a bad field. */
  set(changes: Partial<Situation>): void;
  /** Goes over to another situation evenly, as a person does who leans forward. */
  moveTo(changes: Partial<Situation>, durationMs: number): Promise<void>;
  /** Back to the situation about which a coach has nothing to say. */
  reset(): void;
  /** The situation in force; needs no picture. */
  situation(): Situation;
  truth(): Truth;
  /** Calls back after every change of the situation. */
  onChange(listener: (situation: Situation) => void): () => void;
  /** One still frame at a chosen time, for measurements; needs no camera. */
  frame(changes: Partial<Situation>, nowMs: number): HTMLCanvasElement;
  /** Time taken to draw the latest frames, including the wait for the drawing to be finished. */
  renderMs(frames?: number): { median: number; max: number };
  /** As when the camera's cable is pulled: every live video track ends and says so. */
  unplug(): void;
  liveTracks(): { video: number; audio: number };
  /** The microphone stands beside a loudspeaker that plays this; null: the sitter has a headset on. */
  overhear(stream: MediaStream | null): void;
}

/** The desk, and what the virtual camera takes from it. */
export interface SitterSource extends SitterDesk {
  videoTrack(): MediaStreamTrack;
  audioTrack(): MediaStreamTrack | undefined;
}

export function createSitterDesk(): SitterSource {
  const startMs = performance.now();
  const clockMs = () => performance.now() - startMs;
  const listeners = new Set<(situation: Situation) => void>();
  const live = { video: new Set<MediaStreamTrack>(), audio: new Set<MediaStreamTrack>() };
  let situation = situationOfQuery(new URLSearchParams(location.search));
  let movementSinceMs = 0;
  let sitter: Sitter | undefined;
  let voice: Voice | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let glide: { from: Situation; to: Situation; startMs: number; durationMs: number } | undefined;
  let glideDone: (() => void) | undefined;
  let frameMs = 0;
  let framesDrawn = 0;

  // The picture costs nothing until someone asks for the camera.
  const theSitter = () => {
    sitter ??= hasWebgl2()
      ? createSitter({ mesh: unpackMesh(packedMesh), seed: SEED })
      : createFlatSitter({ seed: SEED });
    return sitter;
  };
  const setVoice = () => {
    const talking = situation.present && SPEAKS.includes(situation.movement);
    voice?.set(talking ? situation.speechLevelDbfs : undefined, situation.roomNoiseDbfs);
  };
  const change = (next: Situation) => {
    if (next.movement !== situation.movement) movementSinceMs = clockMs();
    situation = next;
    setVoice();
    for (const listener of listeners) listener(situation);
  };
  const endGlide = () => {
    glide = undefined;
    glideDone?.();
    glideDone = undefined;
  };
  const draw = () => {
    frameMs = clockMs();
    if (glide) {
      const share = Math.min(1, (frameMs - glide.startMs) / glide.durationMs);
      change(between(glide.from, glide.to, share));
      if (share === 1) endGlide();
    }
    theSitter().render(situation, frameMs, movementSinceMs);
    framesDrawn++;
  };
  const tick = () => {
    for (const tracks of [live.video, live.audio]) {
      for (const track of tracks) if (track.readyState === 'ended') tracks.delete(track);
    }
    if (live.video.size > 0 || glide) {
      if (theSitter().isDrawn()) draw();
    } else {
      clearInterval(timer);
      timer = undefined;
    }
  };
  const run = () => {
    timer ??= setInterval(tick, 1000 / FRAMES_PER_SECOND);
  };

  return {
    set(changes) {
      const next = withChanges(situation, changes);
      endGlide();
      change(next);
    },
    moveTo(changes, durationMs) {
      const to = withChanges(situation, changes);
      endGlide();
      glide = { from: situation, to, startMs: clockMs(), durationMs };
      run();
      return new Promise((resolve) => {
        glideDone = resolve;
      });
    },
    reset() {
      endGlide();
      change({ ...GOOD_SITUATION });
    },
    situation: () => ({ ...situation }),
    truth() {
      const seen = theSitter().seen(situation, frameMs, movementSinceMs);
      return { ...situation, seen, nowMs: frameMs, framesDrawn };
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    frame(changes, nowMs) {
      theSitter().render(withChanges({ ...GOOD_SITUATION }, changes), nowMs);
      return theSitter().canvas;
    },
    renderMs(frames = 30) {
      const times: number[] = [];
      for (let i = 0; i < frames; i++) {
        const before = performance.now();
        theSitter().render(situation, clockMs() + i * 66, movementSinceMs);
        theSitter().finish();
        times.push(performance.now() - before);
      }
      times.sort((a, b) => a - b);
      return { median: times[frames >> 1] as number, max: times.at(-1) as number };
    },
    unplug() {
      for (const track of live.video) {
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
    },
    liveTracks() {
      tick();
      return { video: live.video.size, audio: live.audio.size };
    },
    overhear(stream) {
      voice?.overhear(stream);
    },
    videoTrack() {
      const track = theSitter()
        .canvas.captureStream(FRAMES_PER_SECOND)
        .getVideoTracks()[0] as MediaStreamTrack;
      live.video.add(track);
      draw();
      run();
      return track;
    },
    audioTrack() {
      voice ??= createVoice({ seed: SEED, pitchHz: PITCH_HZ, nowMs: clockMs() });
      setVoice();
      const track = voice?.track();
      if (track) live.audio.add(track);
      return track;
    },
  };
}

function hasWebgl2(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}
