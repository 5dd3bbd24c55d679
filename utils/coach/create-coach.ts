import type { Phase } from '../areas.ts';
import type { Neutral } from '../circumstances.ts';
import { createConnectionJudge } from '../connection/judge.ts';
import { createArbiter } from '../cues/arbiter/arbiter.ts';
import { createSpeech } from '../cues/arbiter/speech.ts';
import { createJudge } from '../cues/judge.ts';
import type { CueId, Judgement, Presented, SenseJudgement } from '../cues/types.ts';
import type { Listener } from '../hearing/listener.ts';
import type { CoachToOverlay, OverlayToCoach } from '../messages/overlay-coach.ts';
import type { CallQuality, CameraState, Observation } from '../observation.ts';
import { createPlaybackJudge, type PlaybackJudgement } from '../playback/judge.ts';
import { join } from '../senses/join.ts';
import type { SessionMessage, SessionReply } from '../sessions/messages.ts';
import { createRecorder } from '../sessions/recorder.ts';
import { createSoundJudge } from '../sound/judge.ts';
import type { Vision, VisionState } from '../vision/client.ts';
import { createLearning } from './learning.ts';
import { FIRST_LOOKS_MS, isSlowLook, nextLookMs, waitBeforeNextLook } from './pace.ts';
import { createSparing } from './sparing.ts';
import { AT_THE_START, type CoachState } from './state.ts';

export interface CoachOptions {
  readonly port: MessagePort;
  /** Makes the worker's client; observations come back in the order of the looks. */
  readonly startVision: (on: {
    onObservation(observation: Observation): void;
    onState(state: VisionState): void;
    onFailed(): void;
  }) => Vision;
  /** Turns samples into numbers; null where no sound comes. */
  readonly listener: Listener | null;
  readonly cannotChange: ReadonlySet<CueId>;
  /** Tips that are not given, by the settings. */
  readonly silent: ReadonlySet<CueId>;
  readonly keepCannotChange: (cues: ReadonlySet<CueId>) => void;
  /** What is known of the person; null where nothing was learnt. */
  readonly neutral: Neutral | null;
  /** Null in a private window: nothing is learnt there. */
  readonly keepNeutral: ((neutral: Neutral) => Promise<void>) | null;
  /** To the background; the background drops what comes from a private tab. */
  readonly record: (message: SessionMessage) => Promise<SessionReply>;
  readonly onState: (state: CoachState) => void;
  /** Nobody sees the page now. */
  readonly isHidden: () => boolean;
}

/** What the person can press on the panel. */
export interface CoachPresses {
  pause(paused: boolean): void;
  cannotChange(id: CueId): void;
  accompanied(accompanied: boolean): void;
  /** They do not hear the clinic, or do now. */
  cannotHear(cannotHear: boolean): void;
  fold(folded: boolean): void;
  move(dxPx: number, dyPx: number): void;
  moveEnd(): void;
  size(widthPx: number, heightPx: number): void;
  offCall(): void;
  forget(): Promise<void>;
}

export interface Coach {
  readonly press: CoachPresses;
  /** Learnt, or forgotten, here or on another page. */
  setNeutral(neutral: Neutral | null): void;
  /** Changed on another page: what may be asked again. */
  setCannotChange(cues: ReadonlySet<CueId>): void;
  /** The settings were changed. */
  setSilent(cues: ReadonlySet<CueId>): void;
  /** The page goes: writes what is not yet written. */
  end(): void;
}

/** Joins the rooms for one call: frame -> vision -> judge -> arbiter -> panel and log. Data goes one way. */
export function createCoach(options: CoachOptions): Coach {
  const { port } = options;
  const judge = createJudge();
  let { neutral } = options;
  const learning = createLearning();
  let arbiter = createArbiter();
  const speech = createSpeech();
  const connectionJudge = createConnectionJudge();
  const playbackJudge = createPlaybackJudge();
  const soundJudge = createSoundJudge();
  let recorder = createRecorder({ id: crypto.randomUUID() });

  let state: CoachState = { ...AT_THE_START, cannotChange: options.cannotChange };
  let sharing = false;
  let quality: CallQuality | null = null;
  let microphoneMuted: boolean | null = null;
  /** What each sense beside the picture said last. */
  let connection: SenseJudgement | null = null;
  let playback: PlaybackJudgement | null = null;
  let sound: SenseJudgement | null = null;
  let judged: Judgement | null = null;
  let decidedAtMs = Number.NEGATIVE_INFINITY;
  let askedAtMs = performance.now();
  let slowLooks = 0;
  const sparing = createSparing();
  let { silent } = options;

  const change = (part: Partial<CoachState>) => {
    state = { ...state, ...part };
    options.onState(state);
  };
  const joined = (picture: Judgement) =>
    join(
      picture,
      [connection, playback, sound].filter((sense) => sense !== null),
    );
  const beforeCall = () => state.phase === 'waiting' || state.phase === 'preview';
  /** Before the call nobody is to hear. */
  const mutedInCall = () => (state.phase === 'in-call' ? microphoneMuted : null);
  const send = (message: CoachToOverlay) => port.postMessage(message);
  /** @returns whether the log took it */
  const record = async (message: SessionMessage): Promise<boolean> => {
    const { kept, problem: logProblem = null } = await options.record(message);
    if (logProblem !== state.logProblem) change({ logProblem });
    if (message.op === 'close' && kept) change({ lookBack: message.id });
    if (message.op === 'forget') change({ lookBack: null });
    return logProblem === null;
  };
  const recordAll = (messages: readonly SessionMessage[]) => Promise.all(messages.map(record));

  const askForNextLook = (everyMs = FIRST_LOOKS_MS) => {
    const nowMs = performance.now();
    const afterMs = waitBeforeNextLook(everyMs, nowMs - askedAtMs);
    askedAtMs = nowMs + afterMs;
    send({ kind: 'next-frame', afterMs });
  };

  /** Levels overtake a frame that is being looked at: the arbiter's time never goes back. */
  const decide = (judgement: Judgement, atMs: number): Presented => {
    const nowMs = Math.max(atMs, decidedAtMs);
    decidedAtMs = nowMs;
    return arbiter.decide(judgement, {
      nowMs,
      phase: state.phase,
      speech: speech.at(nowMs),
      sharing,
      // Folded, or while it helps who cannot hear, the panel has no room for it: a tip would count as shown and be seen
      // by nobody.
      paused: state.paused || state.folded || state.cannotHear,
      cannotChange: new Set([...state.cannotChange, ...silent]),
      accompanied: state.accompanied,
      microphoneMuted: mutedInCall(),
    });
  };

  const onObservation = (seen: Observation) => {
    const observation = { ...seen, call: quality };
    judged = judge.observe(observation, {
      neutral,
      accompanied: state.accompanied,
      beforeCall: beforeCall(),
      microphoneMuted: mutedInCall(),
    });
    const judgement = joined(judged);
    const presented = decide(judgement, observation.capturedAtMs);
    void recordAll(recorder.record(judgement, presented, state.phase, Date.now()));
    const { holding, areas } = judgement;
    change({ holding, areas, presented });
    void learn(observation.capturedAtMs);
    slowLooks = isSlowLook(performance.now() - askedAtMs) ? slowLooks + 1 : 0;
    const { picture } = observation;
    const changeLuma = picture?.changeLuma ?? null;
    const hidden = options.isHidden();
    // Looking more often tells nothing of the other senses.
    askForNextLook(nextLookMs({ judgement: judged, changeLuma, call: quality, slowLooks, hidden }));
  };

  /** Said only when it is so: first kept, then told. */
  const learn = async (nowMs: number) => {
    const learnt = learning.look(nowMs, judge.settledNeutral);
    if (!learnt) return;
    const { neutral, result } = learnt;
    const kept = neutral ? options.keepNeutral?.(neutral) : undefined;
    const isSo = await Promise.resolve(kept).then(
      () => true,
      () => false,
    );
    send({ kind: 'neutral', result: isSo ? result : 'not-settled' });
  };

  const sayCannotHear = (cannotHear: boolean) => {
    // On the clock of the looks, which is the page's.
    playback = playbackJudge.say(cannotHear, judged?.atMs ?? 0);
    change({ cannotHear });
  };

  /** One page can have several calls, one after the other: each is a session of its own. */
  const enterPhase = (phase: Phase) => {
    if (phase !== 'in-call') sayCannotHear(false);
    if (state.phase === 'ended' && phase !== 'ended') {
      recorder = createRecorder({ id: crypto.randomUUID() });
      arbiter = createArbiter();
      change({ paused: false, accompanied: false, forgotten: false, lookBack: null });
    }
    change({ phase });
  };

  const vision = options.startVision({
    onObservation(observation) {
      sparing.looked(observation);
      onObservation(observation);
    },
    onState: (visionState) => change({ vision: visionState }),
    onFailed: () => askForNextLook(),
  });

  const withoutFrame = (capturedAtMs: number, camera: CameraState) =>
    onObservation({
      capturedAtMs,
      camera,
      picture: null,
      faces: null,
      others: null,
      person: null,
      call: null,
    });

  port.onmessage = ({ data }: MessageEvent<OverlayToCoach>) => {
    switch (data.kind) {
      case 'frame': {
        // The lips are small: while the microphone is off, nothing says that they are as they were.
        const spared = sparing.spare(data, mutedInCall() ? null : judged);
        if (spared) onObservation(spared);
        // Dropped, never queued: while the model loads, or when the worker is gone.
        else if (!vision.look({ ...data, searchOthers: beforeCall() || state.accompanied }))
          askForNextLook();
        break;
      }
      case 'no-frame':
        withoutFrame(data.capturedAtMs, data.camera);
        break;
      case 'phase':
        enterPhase(data.phase);
        break;
      case 'sharing':
        sharing = data.active;
        break;
      case 'levels':
        speech.hear({ ...data, ownMuted: mutedInCall() === true });
        playbackJudge.hear(data.farDbfs, data.atMs);
        // A pause of the talk is short: a tip that waits for one does not wait for the next look.
        if (judged && state.presented.kind === 'none' && speech.at(data.atMs) === 'silent') {
          const presented = decide(joined(judged), data.atMs);
          if (presented.kind !== 'none') change({ presented });
        }
        break;
      case 'microphone':
        microphoneMuted = data.muted;
        break;
      case 'quality':
        quality = data.quality;
        break;
      case 'connection':
        connection = connectionJudge.observe(data.connection, data.atMs);
        break;
      case 'playback':
        playback = playbackJudge.observe(data.playback, data.atMs);
        change({ hearing: playback.hearing });
        break;
      case 'sound':
        sound = soundJudge.observe(options.listener?.hear(data) ?? null, data.atMs);
        break;
      case 'unheard':
        options.listener?.reset();
        sound = soundJudge.observe(null, data.atMs);
        break;
      case 'trouble':
        change({ trouble: data.trouble });
        break;
      case 'learn-neutral':
        if (options.keepNeutral) learning.begin();
        break;
      case 'folded':
        change({ folded: data.folded });
        break;
    }
  };
  send({ kind: 'ready' });
  askForNextLook();
  options.onState(state);

  return {
    press: {
      pause: (paused) => change({ paused, presented: { kind: 'none' } }),
      cannotChange(id) {
        const cues = new Set(state.cannotChange).add(id);
        options.keepCannotChange(cues);
        change({ cannotChange: cues });
      },
      accompanied: (accompanied) => change({ accompanied }),
      cannotHear: sayCannotHear,
      fold(folded) {
        send({ kind: 'fold', folded });
        change({ folded });
      },
      move: (dxPx, dyPx) => send({ kind: 'move', dxPx, dyPx }),
      moveEnd: () => send({ kind: 'move-end' }),
      size: (widthPx, heightPx) => send({ kind: 'size', widthPx, heightPx }),
      offCall: () => send({ kind: 'off' }),
      async forget() {
        // Said only when it is so.
        const done = await recordAll(recorder.forget());
        change({ forgotten: done.every(Boolean) });
      },
    },
    setNeutral(next) {
      neutral = next;
    },
    setSilent(cues) {
      silent = cues;
    },
    setCannotChange: (cues) => change({ cannotChange: cues }),
    end: () => void recordAll(recorder.end()),
  };
}
