import { createRandom, type Random } from '../../../tests/unit/support/random.ts';
import { createCoach } from '../../../utils/coach/create-coach.ts';
import type { CoachState } from '../../../utils/coach/state.ts';
import type { CueId } from '../../../utils/cues/types.ts';
import { createListener } from '../../../utils/hearing/listener.ts';
import type { OverlayToCoach } from '../../../utils/messages/overlay-coach.ts';
import type { Observation } from '../../../utils/observation.ts';
import { anyVoice, levelDbfs, speaks, spurtFrom, type Talk, talk } from './talk.ts';

/** One visit: the patient waits, then talks with the clinician. */
export interface CallScript {
  readonly seed: number;
  readonly waitingMs: number;
  readonly callMs: number;
  /** What vision would say of a frame. */
  readonly see: (atMs: number, ownSpeaks: boolean) => Observation;
  /** Every moment is a pause: nothing but the rules keeps a tip back. */
  readonly nobodySpeaks?: boolean;
}

export interface ShownTip {
  readonly id: CueId;
  /** Since the call began. */
  readonly atMs: number;
  /** Who really spoke as it came. */
  readonly over: 'nobody' | 'patient' | 'clinician';
  /** How long they had been speaking. */
  readonly intoSpeechMs: number;
  /** How long both sides then still said nothing. */
  readonly silenceLeftMs: number;
}

export interface CallResult {
  readonly tips: readonly ShownTip[];
  /** Most cues that held at once, and for which share of the call. */
  readonly heldAtOnce: { readonly most: number; readonly share: number };
}

/** The coach looks 2 to 4 times a second; a look takes its time in the worker. */
const LOOK_EVERY_MS = { least: 250, most: 500 };
const LOOK_TAKES_MS = { least: 25, most: 120 };
/** utils/capture reads the levels every 200 ms; a busy page's timer is late, and a message takes a moment. */
const LEVELS_EVERY_MS = 200;
const TIMER_LATE_MS = 20;
const MESSAGE_TAKES_MS = { least: 0.5, most: 4 };

interface Happening {
  readonly dueMs: number;
  readonly happens: () => void;
}

/** Plays one visit to the real coach, as the overlay and the worker would, and says what it showed when. */
export async function runCall(script: CallScript): Promise<CallResult> {
  const { seed, waitingMs, callMs } = script;
  const random = createRandom(seed);
  const lengthMs = waitingMs + callMs;
  const spoken = spokenIn(script, random);
  const coach = startCoach();
  const tips: ShownTip[] = [];
  const held = new Map<number, number>();
  let looks = 0;
  let nowMs = 0;
  /** A tip of the waiting room that still stands is none of the call's. */
  let lastShownAtMs = waitingMs;

  coach.onState = ({ presented, phase, holding }, isLook) => {
    if (phase !== 'in-call') return;
    if (isLook) {
      looks += 1;
      held.set(holding.length, (held.get(holding.length) ?? 0) + 1);
    }
    if (presented.kind !== 'tip' || presented.tip.shownAtMs <= lastShownAtMs) return;
    lastShownAtMs = presented.tip.shownAtMs;
    tips.push({ id: presented.tip.id, atMs: nowMs - waitingMs, ...whoSpeaks(spoken, nowMs) });
  };

  const happenings = [
    ...levelHappenings(script, spoken, random, coach.receive),
    ...lookHappenings(script, spoken, random, coach.look),
    { dueMs: waitingMs, happens: () => coach.receive({ kind: 'phase', phase: 'in-call' }) },
  ].sort((a, b) => a.dueMs - b.dueMs);
  for (const { dueMs, happens } of happenings) {
    if (dueMs > lengthMs) break;
    nowMs = dueMs;
    happens();
    // The coach's promises to the log are kept as they would be, and do not pile up.
    await null;
  }
  const most = Math.max(0, ...held.keys());
  return { tips, heldAtOnce: { most, share: (held.get(most) ?? 0) / Math.max(1, looks) } };
}

function spokenIn({ nobodySpeaks, waitingMs, callMs }: CallScript, random: Random): Talk {
  if (nobodySpeaks) return { own: [], far: [] };
  const { own, far } = talk(random, callMs);
  const later = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => ({
    fromMs: fromMs + waitingMs,
    toMs: toMs + waitingMs,
  });
  return { own: own.map(later), far: far.map(later) };
}

function whoSpeaks({ own, far }: Talk, atMs: number): Omit<ShownTip, 'id' | 'atMs'> {
  const beginsMs = (side: Talk['own']) => spurtFrom(side, atMs)?.fromMs ?? Number.POSITIVE_INFINITY;
  const firstMs = Math.min(beginsMs(own), beginsMs(far));
  if (firstMs > atMs) return { over: 'nobody', intoSpeechMs: 0, silenceLeftMs: firstMs - atMs };
  const over = firstMs === beginsMs(far) ? 'clinician' : 'patient';
  return { over, intoSpeechMs: atMs - firstMs, silenceLeftMs: 0 };
}

/** Levels are read during the call only, as the overlay does. */
function levelHappenings(
  { waitingMs, callMs }: CallScript,
  { own, far }: Talk,
  random: Random,
  receive: (message: OverlayToCoach) => void,
): readonly Happening[] {
  const [ownVoice, farVoice] = [anyVoice(random), anyVoice(random)];
  const happenings: Happening[] = [];
  for (let atMs = waitingMs; atMs < waitingMs + callMs; ) {
    const fromMs = atMs;
    atMs += LEVELS_EVERY_MS + random.between(0, TIMER_LATE_MS);
    const heardAtMs = atMs;
    // A reading covers 200 ms, also when the one before was late.
    const heardFromMs = Math.max(fromMs, heardAtMs - LEVELS_EVERY_MS);
    const message: OverlayToCoach = {
      kind: 'levels',
      atMs: heardAtMs,
      ownDbfs: levelDbfs(own, ownVoice, heardFromMs, heardAtMs, random),
      farDbfs: levelDbfs(far, farVoice, heardFromMs, heardAtMs, random),
    };
    const takesMs = random.between(MESSAGE_TAKES_MS.least, MESSAGE_TAKES_MS.most);
    happenings.push({ dueMs: heardAtMs + takesMs, happens: () => receive(message) });
  }
  return happenings;
}

function lookHappenings(
  { see, waitingMs, callMs }: CallScript,
  { own }: Talk,
  random: Random,
  look: (observation: Observation) => void,
): readonly Happening[] {
  const everyMs = random.between(LOOK_EVERY_MS.least, LOOK_EVERY_MS.most);
  const happenings: Happening[] = [];
  for (let atMs = 0; atMs < waitingMs + callMs; atMs += everyMs + random.noise(10)) {
    const capturedAtMs = atMs;
    const takesMs = random.between(LOOK_TAKES_MS.least, LOOK_TAKES_MS.most);
    happenings.push({
      dueMs: capturedAtMs + takesMs,
      happens: () => look(see(capturedAtMs, speaks(own, capturedAtMs))),
    });
  }
  return happenings;
}

/** The real coach with both its ends in our hands. */
function startCoach() {
  let isLook = false;
  const port: Pick<MessagePort, 'postMessage' | 'onmessage'> = {
    postMessage: () => undefined,
    onmessage: null,
  };
  let onObservation: (observation: Observation) => void = () => undefined;
  const driven = {
    onState: (_state: CoachState, _isLook: boolean): void => undefined,
    receive(data: OverlayToCoach) {
      port.onmessage?.call(port as MessagePort, { data } as MessageEvent<OverlayToCoach>);
    },
    look(observation: Observation) {
      isLook = true;
      onObservation(observation);
      isLook = false;
    },
  };
  createCoach({
    port: port as MessagePort,
    startVision: (on) => {
      onObservation = on.onObservation;
      return { state: 'on', look: () => false, remove: () => undefined };
    },
    listener: createListener(() => null),
    cannotChange: new Set(),
    silent: new Set(),
    keepCannotChange: () => undefined,
    neutral: null,
    keepNeutral: null,
    record: async () => ({ kept: true }),
    isHidden: () => false,
    onState: (state) => driven.onState(state, isLook),
  });
  return driven;
}
