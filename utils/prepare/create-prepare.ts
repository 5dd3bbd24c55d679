import * as v from 'valibot';
import type { Neutral } from '../circumstances.ts';
import type { CoachState } from '../coach/state.ts';
import type { CameraSupport } from '../cues/types.ts';
import {
  type Answers,
  answer,
  answersSchema,
  type DeviceResult,
  firstAnswers,
  type PrepareEvent,
} from './answers.ts';
import type { DeviceKind } from './device-trouble.ts';
import { judgeConnection } from './line.ts';
import { DEVICE_OFF, type Live, type LiveDevice } from './live.ts';
import { createMicrophoneJudge, type Heard, type MicrophoneState } from './microphone-judge.ts';
import type { ClinicPage, LiveCoach, PreparePlatform, Remembered, Running } from './platform.ts';
import type { PreparePresses } from './presses.ts';
import type { StepId } from './steps.ts';

export interface Prepare {
  readonly press: PreparePresses;
  /** Nobody sees the page now, or it goes, or someone sees it again: camera and microphone follow. */
  setHidden(hidden: boolean): void;
  /** Learnt or forgotten, here or on another page. */
  setNeutral(neutral: Neutral | null): void;
  setSupport(support: CameraSupport): void;
}

export interface PrepareOptions {
  readonly platform: PreparePlatform;
  readonly known: Remembered | null;
  readonly likelyCountry: string | null;
  readonly neutral: Neutral | null;
  readonly support: CameraSupport;
  readonly clinics: readonly ClinicPage[];
  /** The computer itself speaks now: the microphone hears it, and nobody has said anything. */
  readonly isReading: () => boolean;
  readonly onChange: (answers: Answers, live: Live) => void;
}

/** Which device a step needs. */
const DEVICE_OF_STEP: Partial<Record<StepId, DeviceKind>> = {
  microphone: 'microphone',
  camera: 'camera',
  height: 'camera',
};

const NOTHING_CHOSEN = { camera: null, microphone: null, speaker: null } as const;

/** Leads through the steps. A device is on while its step is on screen, and at no other time. */
export function createPrepare(options: PrepareOptions): Prepare {
  const { platform, known } = options;
  const { devices, sound, keep } = platform;
  let answers = readProgress(options);
  let neutral = options.neutral;
  let live: Live = {
    camera: DEVICE_OFF,
    microphone: DEVICE_OFF,
    heard: null,
    hearBack: 'idle',
    playing: 'idle',
    speakers: [],
    coach: null,
    height: { known: neutral !== null, answer: 'none', support: options.support },
    testing: false,
    clinics: options.clinics,
  };
  let finished = known?.finished ?? false;
  let hidden = false;
  let coach: LiveCoach | null = null;
  /** The person has seen the bar move. */
  let confirmed = false;
  /** What runs for the step on screen; aborted when it is left, and made anew for the next one. */
  let stage = new AbortController();

  const show = () => options.onChange(answers, live);
  const change = (part: Partial<Live>) => {
    live = { ...live, ...part };
    show();
  };
  const changeDevice = (kind: DeviceKind, part: Partial<LiveDevice>) =>
    change({ [kind]: { ...live[kind], ...part } });
  const remember = () => {
    const { chosen, where, country } = answers;
    keep?.remember({ finished, chosen, where, country });
  };
  /** Takes an answer without leaving the step. */
  const take = (event: PrepareEvent) => {
    answers = answer(answers, event);
    platform.progress.write(answers);
    show();
  };
  const result = (device: DeviceKind, outcome: DeviceResult) => {
    if (answers[device] !== outcome) take({ kind: 'device', device, result: outcome });
  };

  /** It could be turned on: what stood in the way before does so no more. */
  const tryAnew = (device: DeviceKind) => {
    if (answers[device] !== 'works') result(device, 'untried');
  };

  const leaveStage = () => {
    stage.abort();
    stage = new AbortController();
    coach = null;
    live = {
      ...live,
      camera: { ...live.camera, run: 'off', stream: null, trouble: null },
      microphone: { ...live.microphone, run: 'off', stream: null, trouble: null },
      heard: null,
      hearBack: 'idle',
      playing: 'idle',
      coach: null,
      testing: false,
      height: { ...live.height, answer: 'none' },
    };
  };
  /** To be stopped with the step. */
  const owned = (running: Running, signal: AbortSignal) =>
    signal.addEventListener('abort', () => running.remove(), { once: true });

  const enterStage = async () => {
    const { step } = answers;
    if (hidden) return;
    if (step === 'connection' && answers.connection === null) void test();
    if (step === 'speaker') void listSpeakers();
    const kind = DEVICE_OF_STEP[step];
    const { signal } = stage;
    // Without a question to the person; else they press the button, and the question comes then.
    if (kind && (await devices.isAllowed(kind)) && !signal.aborted) void turnOn();
  };
  const move = (event: PrepareEvent) => {
    leaveStage();
    take(event);
    if (answers.step === 'end') {
      finished = true;
      remember();
    }
    void enterStage();
  };

  const turnOn = async () => {
    const kind = DEVICE_OF_STEP[answers.step];
    if (!kind || hidden || live[kind].run === 'asking') return;
    leaveStage();
    const { signal } = stage;
    changeDevice(kind, { run: 'asking' });
    const opened = await devices.open(kind, answers.chosen[kind]);
    if (signal.aborted) {
      if (opened.kind === 'open') stopTracks(opened.stream);
      return;
    }
    if (opened.kind === 'trouble') {
      changeDevice(kind, { run: 'off', trouble: opened.trouble });
      result(kind, opened.trouble);
      void listChoices(kind, signal);
      return;
    }
    const { stream, usedId } = opened;
    owned({ remove: () => stopTracks(stream) }, signal);
    for (const track of stream.getTracks()) {
      track.addEventListener('ended', () => void stopped(kind), { signal });
    }
    changeDevice(kind, { run: 'on', stream, usedId });
    if (kind === 'microphone') startListening(stream, signal);
    else startCoach(stream, signal);
    void listChoices(kind, signal);
  };

  /** While it was on: unplugged, taken by the system, or a no that came later. */
  const stopped = async (kind: DeviceKind) => {
    leaveStage();
    show();
    const { signal } = stage;
    const trouble = await devices.whyStopped(kind);
    if (signal.aborted) return;
    changeDevice(kind, { trouble });
    result(kind, trouble);
    void listChoices(kind, signal);
  };

  const listChoices = async (kind: DeviceKind, signal: AbortSignal) => {
    const choices = await devices.list(kind);
    if (!signal.aborted) changeDevice(kind, { choices });
  };
  const listSpeakers = async () => {
    if (sound.canChoose) change({ speakers: await devices.list('speaker') });
  };

  const startListening = (stream: MediaStream, signal: AbortSignal) => {
    const judge = createMicrophoneJudge();
    const onReading = (heard: Heard) => {
      change({ heard });
      const outcome = confirmed ? 'works' : RESULT_OF_MICROPHONE[heard.hearing];
      if (outcome) result('microphone', outcome);
      if (heard.thin !== answers.thinSound) take({ kind: 'thin-sound', thin: heard.thin });
    };
    confirmed = false;
    tryAnew('microphone');
    owned(
      sound.listen(stream, (reading) => {
        if (!options.isReading()) onReading(judge.hear(reading));
      }),
      signal,
    );
  };

  const startCoach = (stream: MediaStream, signal: AbortSignal) => {
    tryAnew('camera');
    const onState = (state: CoachState) => {
      if (signal.aborted) return;
      change({ coach: state });
      const outcome = cameraResult(state);
      // Not every end is told: then the coach is the first to see it.
      if (outcome === 'no-picture' && hasEnded(stream)) return void stopped('camera');
      if (outcome) result('camera', outcome);
    };
    coach = platform.coach(stream, neutral, {
      state: onState,
      neutral: (learnt) => changeHeight({ answer: learnt === 'learnt' ? 'none' : learnt }),
    });
    owned(coach, signal);
  };

  const changeHeight = (part: Partial<Live['height']>) =>
    change({ height: { ...live.height, ...part } });

  const test = async () => {
    const { signal } = stage;
    change({ testing: true });
    const facts = await platform
      .loopback(signal)
      .catch(() => ({ framesPerSecond: null, soundPacketsPerSecond: null }));
    if (signal.aborted) return;
    live = { ...live, testing: false };
    take({ kind: 'connection', verdict: judgeConnection(platform.line(), facts) });
  };

  devices.onChange(() => {
    const kind = DEVICE_OF_STEP[answers.step];
    if (kind) void listChoices(kind, stage.signal);
    if (answers.step === 'speaker') void listSpeakers();
  });

  show();
  void enterStage();

  return {
    press: {
      next: () => move({ kind: 'next' }),
      back: () => move({ kind: 'back' }),
      go: (step) => move({ kind: 'go', step }),
      form: (form) => move({ kind: 'form', form }),
      restart: () => move({ kind: 'restart' }),
      where: (where) => take({ kind: 'where', where }),
      async playSound() {
        if (live.playing === 'playing') return;
        const { signal } = stage;
        change({ playing: 'playing' });
        const made = await sound.play(answers.chosen.speaker, signal);
        if (signal.aborted) return;
        change({ playing: made ? 'played' : 'no-output' });
        if (!made) take({ kind: 'speaker', answer: 'not-heard' });
      },
      speaker(heard) {
        if (heard === 'heard' || heard === 'not-used') {
          answers = answer(answers, { kind: 'speaker', answer: heard });
          move({ kind: 'next' });
        } else take({ kind: 'speaker', answer: heard });
      },
      async askForSpeaker() {
        const chosen = await sound.askForSpeaker?.();
        if (!chosen) return;
        take({ kind: 'chosen', device: 'speaker', id: chosen.id });
        remember();
        await listSpeakers();
      },
      choose(device, id) {
        take({ kind: 'chosen', device, id });
        remember();
        if (device === 'speaker') return;
        result(device, 'untried');
        void turnOn();
      },
      turnOn: () => void turnOn(),
      barMoves() {
        confirmed = true;
        result('microphone', 'works');
      },
      async hearBack() {
        const { stream } = live.microphone;
        if (!stream || live.hearBack === 'recording' || live.hearBack === 'playing') return;
        const { signal } = stage;
        change({ hearBack: 'recording' });
        const onPlaying = () => {
          if (!signal.aborted) change({ hearBack: 'playing' });
        };
        const heard = await sound.hearBack(stream, answers.chosen.speaker, signal, onPlaying);
        if (!signal.aborted) change({ hearBack: heard ? 'idle' : 'failed' });
      },
      heightAnswer(pressed) {
        if (pressed === 'yes') coach?.learnNeutral();
        changeHeight({ answer: pressed === 'yes' ? 'looking' : pressed });
      },
      async someoneElse() {
        await keep?.neutral.remove();
        changeHeight({ answer: 'forgotten' });
      },
      support: (support) => keep?.support(support),
      testAgain() {
        take({ kind: 'connection', verdict: null });
        void test();
      },
      listed: (item, done) => take({ kind: 'listed', item, done }),
      country(country) {
        take({ kind: 'country', country });
        remember();
      },
      openPage: (address) => platform.openPage(address),
    },
    setHidden(next) {
      if (next === hidden) return;
      hidden = next;
      if (!hidden) return void enterStage();
      const { camera, microphone } = live;
      leaveStage();
      // Who looks into the computer's settings finds the steps again on the way back.
      changeDevice('camera', { trouble: camera.trouble });
      changeDevice('microphone', { trouble: microphone.trouble });
    },
    setNeutral(next) {
      neutral = next;
      coach?.setNeutral(next);
      changeHeight({ known: next !== null });
    },
    setSupport: (support) => changeHeight({ support }),
  };
}

/** What a reload left behind comes first, then what is remembered. */
function readProgress({ platform, known, likelyCountry }: PrepareOptions): Answers {
  const left = v.safeParse(answersSchema, platform.progress.read());
  if (left.success) return left.output;
  return firstAnswers({
    returning: known?.finished ?? false,
    chosen: known?.chosen ?? NOTHING_CHOSEN,
    where: known?.where ?? null,
    country: known?.country ?? likelyCountry,
  });
}

/** Null: nothing is known yet. */
const RESULT_OF_MICROPHONE: Readonly<Record<MicrophoneState, DeviceResult | null>> = {
  listening: null,
  heard: 'works',
  silent: 'silent',
  quiet: 'no-voice',
  steady: 'no-voice',
};

/** Null: nothing is known yet. */
function cameraResult({ holding, areas }: CoachState): DeviceResult | null {
  const ids = holding.map(({ id }) => id);
  if (ids.includes('camera-covered')) return 'covered';
  if (ids.includes('camera-off')) return 'no-picture';
  return areas.light === 'not-judged' ? null : 'works';
}

function hasEnded(stream: MediaStream): boolean {
  return stream.getTracks().every(({ readyState }) => readyState === 'ended');
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
