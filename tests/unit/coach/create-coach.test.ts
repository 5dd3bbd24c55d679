import { describe, expect, it } from 'vitest';
import { createCoach } from '../../../utils/coach/create-coach.ts';
import type { CoachState } from '../../../utils/coach/state.ts';
import type { ConnectionObservation } from '../../../utils/connection-observation.ts';
import type { CoachToOverlay, OverlayToCoach } from '../../../utils/messages/overlay-coach.ts';
import { GOOD_CONNECTION } from '../connection/line.ts';
import { look } from '../cues/trace.ts';

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
    cannotChange: new Set(),
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
function firstTip(lengthMs: number, speaks: (atMs: number) => boolean) {
  const { receive, states } = startCall();
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

describe('while all is well', () => {
  /** @returns which frames went to the worker, of so many that show the same */
  function searched(frames: number, lumaAt: (frame: number) => number) {
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

  it('it looks at once when the picture changes', () => {
    expect(searched(7, (frame) => (frame < 3 ? 90 : 120))).toEqual([0, 2, 3, 5]);
  });
});
