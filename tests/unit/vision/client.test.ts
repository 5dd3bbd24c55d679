import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Observation } from '../../../utils/observation.ts';
import { createVision, type VisionState } from '../../../utils/vision/client.ts';
import type { ClientToVision, Look, VisionToClient } from '../../../utils/vision/messages.ts';

/** The other end of the wire, driven by hand. */
function createWorker() {
  const listeners = new Map<string, (event: { data?: unknown }) => void>();
  return {
    received: [] as ClientToVision[],
    terminated: false,
    postMessage(message: ClientToVision) {
      this.received.push(message);
    },
    addEventListener(type: string, listener: (event: { data?: unknown }) => void) {
      listeners.set(type, listener);
    },
    terminate() {
      this.terminated = true;
    },
    say: (message: VisionToClient) => listeners.get('message')?.({ data: message }),
    die: () => listeners.get('error')?.({}),
  };
}

const observation: Observation = {
  capturedAtMs: 1,
  camera: 'live',
  picture: null,
  faces: [],
  others: null,
  person: null,
  call: null,
};
const aLook = (): Look => ({
  capturedAtMs: 1,
  sourceWidthPx: 640,
  sourceHeightPx: 360,
  searchOthers: true,
  pixels: { format: 'I420', widthPx: 4, heightPx: 2, bytes: new Uint8Array(12) },
});

function setUp() {
  const workers: ReturnType<typeof createWorker>[] = [];
  const states: VisionState[] = [];
  const observed: Observation[] = [];
  const failed: string[] = [];
  const vision = createVision({
    workerFactory: () => {
      const worker = createWorker();
      workers.push(worker);
      return worker;
    },
    baseUrl: '/',
    onObservation: (seen) => observed.push(seen),
    onState: (state) => states.push(state),
    onFailed: (message) => failed.push(message),
  });
  const latest = () => workers.at(-1) as ReturnType<typeof createWorker>;
  return { vision, workers, states, observed, failed, latest };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the vision client', () => {
  it('starts the worker, looks, and hands on what it sees', () => {
    const { vision, latest, states, observed } = setUp();
    expect(latest().received).toEqual([{ kind: 'start', baseUrl: '/', faces: true }]);
    expect(vision.look(aLook())).toBe(false);
    latest().say({ kind: 'ready', vision: 'on' });
    expect(vision.look(aLook())).toBe(true);
    latest().say({ kind: 'observation', observation, inferenceMs: 5 });
    expect(observed).toEqual([observation]);
    expect(states).toEqual(['on']);
  });

  it('has one frame in work and drops the others', () => {
    const { vision, latest } = setUp();
    latest().say({ kind: 'ready', vision: 'on' });
    expect([vision.look(aLook()), vision.look(aLook())]).toEqual([true, false]);
    latest().say({ kind: 'observation', observation, inferenceMs: 5 });
    expect(vision.look(aLook())).toBe(true);
  });

  it('goes on without faces where vision is off', () => {
    const { vision, latest, states } = setUp();
    latest().say({ kind: 'ready', vision: 'off', reason: 'no WebGL2' });
    expect(states).toEqual(['off']);
    expect(vision.look(aLook())).toBe(true);
  });

  it('survives an unreadable frame', () => {
    const { vision, latest, failed, states } = setUp();
    latest().say({ kind: 'ready', vision: 'on' });
    vision.look(aLook());
    latest().say({ kind: 'failed', message: 'odd' });
    expect(failed).toEqual(['odd']);
    expect(vision.look(aLook())).toBe(true);
    expect(states).toEqual(['on']);
  });

  it.each([
    ['an error', (worker: ReturnType<typeof createWorker>) => worker.die()],
    ['silence', () => vi.advanceTimersByTime(21_000)],
  ])('restarts once after %s, then says so and goes on without faces', (_, kill) => {
    const { vision, workers, latest, states, failed } = setUp();
    for (const expected of [
      ['on', 'starting'],
      ['on', 'starting', 'on', 'crashed'],
    ]) {
      latest().say({ kind: 'ready', vision: 'on' });
      vision.look(aLook());
      kill(latest());
      expect(states).toEqual(expected);
    }
    expect(failed, 'who waits for the lost frame hears of it').toHaveLength(2);
    expect(latest().received).toEqual([{ kind: 'start', baseUrl: '/', faces: false }]);
    expect(vision.look(aLook())).toBe(false);
    latest().say({ kind: 'ready', vision: 'off' });
    expect(vision.look(aLook())).toBe(true);
    kill(latest());
    expect(states.at(-1)).toBe('crashed');
    expect(failed).toHaveLength(3);
    expect(workers).toHaveLength(3);
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
    expect(vision.look(aLook())).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes many unreadable frames for a crash', () => {
    const { vision, workers, latest, failed } = setUp();
    latest().say({ kind: 'ready', vision: 'on' });
    for (let i = 0; i < 5; i++) {
      vision.look(aLook());
      latest().say({ kind: 'failed', message: 'context lost' });
    }
    expect(workers).toHaveLength(2);
    expect(failed).toHaveLength(5);
  });

  it('a worker that never becomes ready is a crash too', () => {
    const { states } = setUp();
    vi.advanceTimersByTime(100_000);
    expect(states).toEqual(['starting', 'crashed']);
  });

  it('idle is not silence', () => {
    const { latest, states } = setUp();
    latest().say({ kind: 'ready', vision: 'on' });
    vi.advanceTimersByTime(600_000);
    expect(states).toEqual(['on']);
  });

  it('closes a bitmap that it cannot hand on, and leaves nothing behind', () => {
    const { vision, latest } = setUp();
    const close = vi.fn();
    const bitmap = { close } as unknown as ImageBitmap;
    vision.look({ ...aLook(), pixels: { format: 'bitmap', bitmap } });
    expect(close).toHaveBeenCalledOnce();
    vision.remove();
    expect(latest().terminated).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
