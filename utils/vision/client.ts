import type { Observation } from '../observation.ts';
import type { ClientToVision, Look, VisionToClient } from './messages.ts';

/**
 * `starting`: the model loads. `on`: faces are found. `off`: this browser cannot (no WebGL2); light and
 * movement are still judged. `crashed`: the worker died twice; a last one, without the model,
 * goes on with light and movement. When that dies too, nothing is judged any more.
 */
export type VisionState = 'starting' | 'on' | 'off' | 'crashed';

/** The part of Worker that is used, so that a test can join the two ends in memory. */
export interface VisionWorkerLike {
  postMessage(message: ClientToVision, transfer: Transferable[]): void;
  addEventListener(
    type: 'message' | 'error' | 'messageerror',
    listener: (event: { data?: unknown }) => void,
  ): void;
  terminate(): void;
}

export interface VisionOptions {
  readonly workerFactory: () => VisionWorkerLike;
  /** Where `models/` and `wasm/` lie, with a slash at the end. */
  readonly baseUrl: string;
  readonly onObservation: (observation: Observation, inferenceMs: number) => void;
  /** Each change, with the reason as the browser says it, for the log of a developer. */
  readonly onState: (state: VisionState, reason?: string) => void;
  /** A frame could not be read: no Observation comes of it, the next frame may be sent. */
  readonly onFailed?: (message: string) => void;
}

export interface Vision {
  readonly state: VisionState;
  /** Looks at one frame. False when it cannot now (busy, starting, gone): the frame is dropped. */
  look(look: Look): boolean;
  remove(): void;
}

/** A worker without an answer for this long is dead: a worker can die without an error (fact 4). */
const ANSWER_WITHIN_MS = 20_000;
/** The model's first load on a slow, busy machine. */
const READY_WITHIN_MS = 30_000;
const RESTARTS = 1;
/** So many unreadable frames in a row (a lost WebGL context) count as a crash. */
const FAILURES_IN_A_ROW = 5;

export function createVision(options: VisionOptions): Vision {
  let state: VisionState = 'starting';
  let worker: VisionWorkerLike | null = null;
  let ready = false;
  let busy = false;
  let restarts = 0;
  let failures = 0;
  let watchdog: ReturnType<typeof setTimeout> | undefined;

  function enter(next: VisionState, reason?: string): void {
    state = next;
    options.onState(next, reason);
  }

  function expectAnswer(withinMs: number): void {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => crashed('no answer'), withinMs);
  }

  function start(): void {
    const mine = options.workerFactory();
    worker = mine;
    ready = false;
    busy = false;
    failures = 0;
    mine.addEventListener('message', ({ data }) => {
      if (mine === worker) answered(data as VisionToClient);
    });
    for (const type of ['error', 'messageerror'] as const) {
      mine.addEventListener(type, () => {
        if (mine === worker) crashed(type);
      });
    }
    expectAnswer(READY_WITHIN_MS);
    const faces = state !== 'crashed';
    mine.postMessage({ kind: 'start', baseUrl: options.baseUrl, faces }, []);
  }

  function answered(message: VisionToClient): void {
    clearTimeout(watchdog);
    if (message.kind === 'ready') {
      ready = true;
      if (state !== 'crashed') enter(message.vision, message.reason);
      return;
    }
    busy = false;
    if (message.kind === 'observation') {
      failures = 0;
      options.onObservation(message.observation, message.inferenceMs);
    } else {
      if (++failures >= FAILURES_IN_A_ROW) crashed(message.message);
      options.onFailed?.(message.message);
    }
  }

  function stop(): void {
    clearTimeout(watchdog);
    worker?.terminate();
    worker = null;
    busy = false;
  }

  function crashed(reason: string): void {
    const lostAFrame = busy;
    stop();
    if (state !== 'crashed') {
      enter(restarts < RESTARTS ? 'starting' : 'crashed', reason);
      restarts++;
      start();
    }
    if (lostAFrame) options.onFailed?.(reason);
  }

  start();
  return {
    get state() {
      return state;
    },
    look(look) {
      const { pixels } = look;
      if (!worker || !ready || busy) {
        if (pixels.format === 'bitmap') pixels.bitmap.close();
        return false;
      }
      busy = true;
      expectAnswer(ANSWER_WITHIN_MS);
      const handed = pixels.format === 'I420' ? pixels.bytes.buffer : pixels.bitmap;
      worker.postMessage({ kind: 'look', ...look }, [handed]);
      return true;
    },
    remove: stop,
  };
}
