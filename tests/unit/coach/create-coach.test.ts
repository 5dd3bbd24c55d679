import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../utils/areas.ts';
import { createCoach } from '../../../utils/coach/create-coach.ts';
import type { CoachState } from '../../../utils/coach/state.ts';
import type { ConnectionObservation } from '../../../utils/connection-observation.ts';
import { createListener } from '../../../utils/hearing/listener.ts';
import type { CoachToOverlay, OverlayToCoach } from '../../../utils/messages/overlay-coach.ts';
import { GOOD_CONNECTION } from '../connection/line.ts';
import { faceAt, look } from '../cues/trace.ts';

const LEVELS_EVERY_MS = 200;
const LOOK_EVERY_MS = 500;
const QUIET_DBFS = -62;
const VOICE_DBFS = -28;

type StartVision = Parameters<typeof createCoach>[0]['startVision'];
/** No worker is needed to judge a camera that is off. */
const NO_VISION: StartVision = () => ({
  state: 'on',
  look: () => false,
  remove: () => undefined,
});

/** A call from the port's side. */
function startCall(startVision = NO_VISION) {
  const states: CoachState[] = [];
  const sent: CoachToOverlay[] = [];
  const port: Pick<MessagePort, 'postMessage' | 'onmessage'> = {
    postMessage: (message: CoachToOverlay) => sent.push(message),
    onmessage: null,
  };
  const coach = createCoach({
    port: port as MessagePort,
    startVision,
    listener: createListener(() => null),
    cannotChange: new Set(),
    silent: new Set(),
    keepCannotChange: () => undefined,
    neutral: null,
    keepNeutral: null,
    record: async () => ({ kept: true }),
    isHidden: () => false,
    onState: (state) => states.push(state),
  });
  const receive = (data: OverlayToCoach) =>
    port.onmessage?.call(port as MessagePort, new MessageEvent('message', { data }));
  receive({ kind: 'phase', phase: 'in-call' });
  return { coach, receive, states, sent };
}

/** Runs the call and says when the first tip came, and how often the panel was shown anew by levels. */
function firstTip(lengthMs: number, speaks: (atMs: number) => boolean, cannotHear = false) {
  const { coach, receive, states } = startCall();
  if (cannotHear) coach.press.cannotHear(true);
  let renderedByLevels = 0;
  for (let atMs = 0; atMs <= lengthMs; atMs += 100) {
    const before = states.length;
    if (atMs % LEVELS_EVERY_MS === 0) {
      const ownDbfs = speaks(atMs) ? VOICE_DBFS : QUIET_DBFS;
      receive({ kind: 'levels', atMs, ownDbfs, farDbfs: QUIET_DBFS });
      renderedByLevels += states.length - before;
    }
    if (states.at(-1)?.presented.kind === 'tip') return { atMs, renderedByLevels };
    // Asked for before the levels of the same moment came: the frame is older than they are.
    if (atMs % LOOK_EVERY_MS === 0) {
      receive({ kind: 'no-frame', capturedAtMs: atMs - 60, camera: 'off' });
    }
  }
  return { atMs: null, renderedByLevels };
}

describe('a tip that waits for a pause', () => {
  it('comes as the pause is heard, and not with a later look', () => {
    // Silent from 12.0 s on; a pause is known 1.5 s later, between two looks.
    expect(firstTip(20_000, (atMs) => atMs < 12_000).atMs).toBe(13_600);
  });

  it('does not come while somebody speaks', () => {
    expect(firstTip(20_000, () => true).atMs).toBeNull();
  });

  it('shows the panel anew only when it comes', () => {
    expect(firstTip(20_000, (atMs) => atMs < 12_000).renderedByLevels).toBe(1);
    expect(firstTip(8_000, () => false).renderedByLevels).toBe(0);
  });
});

describe('a microphone that is off', () => {
  /** Talks all the time, as the lips in the picture say. @returns which cues held, and which tips came */
  function talk(muted: boolean | null, phase: Phase = 'in-call') {
    const { receive, states } = startCall(({ onObservation }) => ({
      state: 'on',
      look({ capturedAtMs }) {
        const lipGapIod = (capturedAtMs / EVERY_MS) % 2 === 0 ? 0.02 : 0.15;
        onObservation(look(capturedAtMs, { face: { lipGapIod } }));
        return true;
      },
      remove: () => undefined,
    }));
    const EVERY_MS = 240;
    receive({ kind: 'phase', phase });
    receive({ kind: 'microphone', muted });
    for (let atMs = 0; atMs <= 20_000; atMs += EVERY_MS) {
      receive({ kind: 'levels', atMs, ownDbfs: muted ? null : QUIET_DBFS, farDbfs: QUIET_DBFS });
      receive({
        kind: 'frame',
        capturedAtMs: atMs,
        sourceWidthPx: 1280,
        sourceHeightPx: 720,
        // Not spared, whatever it shows.
        pixels: { format: 'bitmap', bitmap: {} as ImageBitmap },
      });
    }
    const held = states.flatMap(({ holding }) => holding.map(({ id }) => id));
    const said = states.flatMap(({ presented }) =>
      presented.kind === 'tip' ? presented.tip.id : [],
    );
    return { held: [...new Set(held)], said: [...new Set(said)] };
  }

  it('while the lips move holds, and is said though nobody hears the patient pause', () => {
    const cue = 'muted-while-talking';
    expect(talk(true)).toEqual({ held: [cue], said: [cue] });
  });

  it.each<[string, boolean | null, Phase]>([
    ['that is on', false, 'in-call'],
    ['of which nobody knows', null, 'in-call'],
    ['before the call', true, 'waiting'],
    ['in the preview', true, 'preview'],
  ])('%s is no cue', (_, muted, phase) => {
    expect(talk(muted, phase)).toEqual({ held: [], said: [] });
  });
});

describe('another sense than the picture', () => {
  const cutLine = { ...GOOD_CONNECTION, isHeard: false, iceState: 'disconnected' } as const;
  it('is joined to what the picture says, and asks for no more looks', () => {
    const { receive, states, sent } = startCall();
    const now = () => states.at(-1);
    const goOn = (fromMs: number, toMs: number, connection: ConnectionObservation | null) => {
      for (let atMs = fromMs; atMs < toMs; atMs += 2000) {
        receive({ kind: 'connection', atMs, connection });
        receive({ kind: 'no-frame', capturedAtMs: atMs, camera: 'absent' });
      }
    };
    goOn(0, 10_000, GOOD_CONNECTION);
    expect(now()?.areas.connection).toBe('good');
    goOn(10_000, 20_000, cutLine);
    expect(now()?.holding.map(({ id }) => id)).toEqual(['offline']);
    expect(now()?.areas.connection).toBe('could-be-better');
    const waits = sent.flatMap((message) => (message.kind === 'next-frame' ? message.afterMs : []));
    expect(Math.min(...waits.slice(-3))).toBeGreaterThan(240);
    goOn(20_000, 24_000, null);
    expect(now()?.holding).toEqual([]);
    expect(now()?.areas.connection).toBe('not-judged');
  });
});

describe('who cannot hear the clinic', () => {
  const playback = {
    arrival: {
      overMs: 2000,
      sound: { isExpected: true, packets: 100, isPlayed: true, isMixed: false },
      picture: { isExpected: true, packets: 200, frames: 50 },
    },
    players: { sound: 'on', isOtherSpeaker: true, showsPicture: null },
  } as const;

  it('says so by one press, is told what is known, and ends it by one more', () => {
    const { coach, receive, states } = startCall();
    const now = () => states.at(-1);
    const see = (atMs: number) =>
      receive({ kind: 'no-frame', capturedAtMs: atMs, camera: 'absent' });
    receive({ kind: 'playback', atMs: 0, playback });
    see(100);
    expect(now()).toMatchObject({ cannotHear: false, holding: [] });
    coach.press.cannotHear(true);
    expect(now()).toMatchObject({
      cannotHear: true,
      hearing: { finding: 'plays', isOtherSpeaker: true },
    });
    see(600);
    expect(now()?.holding).toEqual([{ id: 'cannot-hear-clinic', sinceMs: 100 }]);
    expect(now()?.areas.sound).toBe('could-be-better');
    coach.press.cannotHear(false);
    see(1100);
    expect(now()).toMatchObject({ cannotHear: false, holding: [] });
  });

  it('gets no tip meanwhile: the panel has one thing to say', () => {
    expect(firstTip(20_000, () => false).atMs).not.toBeNull();
    expect(firstTip(20_000, () => false, true).atMs).toBeNull();
  });

  it('is no longer asked when the call is over', () => {
    const { coach, receive, states } = startCall();
    coach.press.cannotHear(true);
    receive({ kind: 'phase', phase: 'ended' });
    expect(states.at(-1)?.cannotHear).toBe(false);
  });
});

describe('the sound', () => {
  it('is judged of what is heard, and left alone when it is muted', () => {
    const { receive, states } = startCall();
    const ids = () => states.at(-1)?.holding.map(({ id }) => id);
    const hear = (fromMs: number, toMs: number, sample: number) => {
      for (let atMs = fromMs + 200; atMs <= toMs; atMs += 200) {
        const samples = Float32Array.from({ length: 9_600 }, (_, i) => (i % 2 ? sample : -sample));
        receive({ kind: 'sound', atMs, sampleRateHz: 48_000, samples, far: null });
        receive({ kind: 'no-frame', capturedAtMs: atMs, camera: 'absent' });
      }
    };
    hear(0, 2_000, 0);
    expect(ids()).toEqual(['no-sound']);
    hear(2_000, 3_000, 0.01);
    expect(ids()).toEqual([]);
    hear(3_000, 15_000, 0.01);
    hear(15_000, 17_000, 0);
    expect(ids()).toEqual(['no-sound']);
    expect(states.at(-1)?.areas.sound).toBe('could-be-better');
    receive({ kind: 'unheard', atMs: 17_200 });
    receive({ kind: 'no-frame', capturedAtMs: 17_200, camera: 'absent' });
    expect(ids()).toEqual([]);
    expect(states.at(-1)?.areas.sound).toBe('not-judged');
  });
});

describe('while all is well', () => {
  /** @returns which frames went to the worker, of so many that show the same */
  function searched(frames: number, lumaAt: (frame: number) => number, muted = false) {
    const looked: number[] = [];
    const { receive, sent } = startCall(({ onObservation }) => ({
      state: 'on',
      look({ capturedAtMs }) {
        looked.push(capturedAtMs / EVERY_MS);
        onObservation(look(capturedAtMs, {}));
        return true;
      },
      remove: () => undefined,
    }));
    receive({ kind: 'microphone', muted });
    for (let frame = 0; frame < frames; frame++) {
      const bytes = new Uint8Array(160 * 90 * 1.5).fill(lumaAt(frame));
      receive({
        kind: 'frame',
        capturedAtMs: frame * EVERY_MS,
        sourceWidthPx: 160,
        sourceHeightPx: 90,
        pixels: { format: 'I420', widthPx: 160, heightPx: 90, bytes },
      });
    }
    // Each frame is answered with the wish for the next one, spared or not.
    expect(sent.filter(({ kind }) => kind === 'next-frame')).toHaveLength(frames + 1);
    return looked;
  }
  const EVERY_MS = 480;

  it('the model looks at every other frame', () => {
    expect(searched(7, () => 90)).toEqual([0, 2, 4, 6]);
  });

  it('it looks at every one while the microphone is off, for the lips are small', () => {
    expect(searched(4, () => 90, true)).toEqual([0, 1, 2, 3]);
  });

  it('it looks at once when the picture changes', () => {
    expect(searched(7, (frame) => (frame < 3 ? 90 : 120))).toEqual([0, 2, 3, 5]);
  });
});

describe('looking back', () => {
  /** A call of half a minute, over. */
  async function callThatEnded() {
    const call = startCall();
    const lookAt = (atMs: number) =>
      call.receive({ kind: 'no-frame', capturedAtMs: atMs, camera: 'off' });
    for (let atMs = 0; atMs <= 30_000; atMs += LOOK_EVERY_MS) lookAt(atMs);
    const during = call.states.at(-1)?.lookBack;
    call.receive({ kind: 'phase', phase: 'ended' });
    lookAt(31_000);
    // The log answers.
    await new Promise((done) => setTimeout(done, 0));
    return { ...call, during };
  }

  it('is offered once the call is over and was kept', async () => {
    const { states, during } = await callThatEnded();
    expect(during).toBeNull();
    expect(states.at(-1)?.lookBack).toMatch(/^[\da-f-]{36}$/);
  });

  it('is not offered any more when the call is forgotten, or another one begins', async () => {
    const { coach, states } = await callThatEnded();
    coach.press.forget();
    await new Promise((done) => setTimeout(done, 0));
    expect(states.at(-1)?.lookBack).toBeNull();

    const again = await callThatEnded();
    again.receive({ kind: 'phase', phase: 'in-call' });
    expect(again.states.at(-1)?.lookBack).toBeNull();
  });
});

it('a tip that was turned off in the settings is not given, and the sign still shows what holds', () => {
  const { coach, receive, states } = startCall(({ onObservation }) => ({
    state: 'on',
    look({ capturedAtMs }) {
      onObservation(look(capturedAtMs, { face: faceAt(0.85, 0.4) }));
      return true;
    },
    remove: () => undefined,
  }));
  receive({ kind: 'phase', phase: 'preview' });
  coach.setSilent(new Set(['off-centre']));
  const sit = (fromMs: number, toMs: number) => {
    for (let atMs = fromMs; atMs < toMs; atMs += 240) {
      const pixels = { format: 'bitmap', bitmap: {} as ImageBitmap } as const;
      receive({
        kind: 'frame',
        capturedAtMs: atMs,
        sourceWidthPx: 1280,
        sourceHeightPx: 720,
        pixels,
      });
    }
    return states.at(-1);
  };
  const silent = sit(0, 10_000);
  expect(silent?.holding.map(({ id }) => id)).toEqual(['off-centre']);
  expect(silent?.areas.place).toBe('could-be-better');
  expect(silent?.presented.kind).toBe('none');
  coach.setSilent(new Set());
  expect(sit(10_000, 12_000)?.presented).toMatchObject({ kind: 'tip', tip: { id: 'off-centre' } });
});

it('a tip that may come again may come in the call that goes on', () => {
  const { coach, states } = startCall();
  coach.press.cannotChange('too-dark');
  expect([...(states.at(-1)?.cannotChange ?? [])]).toEqual(['too-dark']);
  coach.setCannotChange(new Set());
  expect(states.at(-1)?.cannotChange.size).toBe(0);
});
