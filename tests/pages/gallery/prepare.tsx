import type { StepProps, Surroundings } from '../../../components/prepare/step-props.ts';
import { PrepareView } from '../../../entrypoints/prepare/view.tsx';
import { AT_THE_START, type CoachState } from '../../../utils/coach/state.ts';
import type { Words } from '../../../utils/languages/words.ts';
import { SYSTEM_NAMES } from '../../../utils/platform/system-name.ts';
import { type Answers, firstAnswers, WHERES } from '../../../utils/prepare/answers.ts';
import {
  DEVICE_KINDS,
  type DeviceKind,
  type DeviceTrouble,
  TROUBLES_OF,
} from '../../../utils/prepare/device-trouble.ts';
import { judgeConnection } from '../../../utils/prepare/line.ts';
import { DEVICE_OFF, type Live } from '../../../utils/prepare/live.ts';
import type { Heard } from '../../../utils/prepare/microphone-judge.ts';
import { MENDS } from '../../../utils/prepare/outcome.ts';
import { offer, type State } from './show.ts';

const nothing = () => undefined;
/** Nothing that is pressed here does anything. */
const press = new Proxy({} as StepProps['press'], { get: () => nothing });

const FIRST = firstAnswers({
  returning: false,
  chosen: { camera: null, microphone: null, speaker: null },
  where: null,
  country: 'SE',
});

const LIVE: Live = {
  camera: DEVICE_OFF,
  microphone: DEVICE_OFF,
  heard: null,
  hearBack: 'idle',
  playing: 'idle',
  speakers: [],
  coach: null,
  height: { known: false, answer: 'none', support: 'unknown' },
  testing: false,
  clinics: [],
};

const SURROUNDINGS: Surroundings = {
  browserName: 'chrome',
  systemName: 'windows',
  privateWindow: false,
  canChooseSpeaker: true,
  asksForSpeaker: false,
  openSettings: nothing,
};

/** Names as Windows gives them: long, and in one word. */
const DEVICES = [
  { id: 'one', label: 'Integrated Camera (04f2:b6d9)' },
  { id: 'two', label: 'Mikrofonmatris (Realtek(R) Högdefinitionsljudenhet)' },
];

function prepare(
  words: Words,
  answers: Partial<Answers>,
  live: Partial<Live> = {},
  surroundings: Partial<Surroundings> = {},
  more: { readonly readAloud?: boolean } = {},
) {
  return (
    <PrepareView
      words={words}
      answers={{ ...FIRST, ...answers }}
      live={{ ...LIVE, ...live }}
      surroundings={{ ...SURROUNDINGS, ...surroundings }}
      press={press}
      readAloud={null}
      onReadAloud={nothing}
      onLanguage={nothing}
      {...more}
    />
  );
}

const ON = { ...DEVICE_OFF, run: 'on' } as const;
const HEARD: Heard = { hearing: 'listening', levelDbfs: -30, clipped: false, thin: false };
const COACH: CoachState = {
  ...AT_THE_START,
  phase: 'preview',
  vision: 'on',
  areas: { ...AT_THE_START.areas, picture: 'good', light: 'good', place: 'good' },
};
const TIP: CoachState = {
  ...COACH,
  holding: [{ id: 'too-dark', sinceMs: 0 }],
  presented: { kind: 'tip', tip: { id: 'too-dark', shownAtMs: 1, announce: true } },
};

const COVERED: CoachState = {
  ...COACH,
  holding: [{ id: 'camera-covered', sinceMs: 0 }],
  presented: { kind: 'tip', tip: { id: 'camera-covered', shownAtMs: 1, announce: true } },
};

const GOOD_LOOPBACK = { framesPerSecond: 24, soundPacketsPerSecond: 50 };
const GOOD_LINE = { online: true, downlinkMbps: 10, roundTripMs: 50 };
const CONNECTED = judgeConnection(GOOD_LINE, GOOD_LOOPBACK);
const CONNECTIONS = {
  good: CONNECTED,
  slow: judgeConnection({ ...GOOD_LINE, downlinkMbps: 0.4 }, GOOD_LOOPBACK),
  'line-not-known': judgeConnection(
    { online: true, downlinkMbps: null, roundTripMs: null },
    GOOD_LOOPBACK,
  ),
  offline: judgeConnection({ ...GOOD_LINE, online: false }, GOOD_LOOPBACK),
  'slow-computer': judgeConnection(GOOD_LINE, { ...GOOD_LOOPBACK, framesPerSecond: 5 }),
  'no-call': judgeConnection(GOOD_LINE, { framesPerSecond: null, soundPacketsPerSecond: null }),
};

const ALL_WORKS: Partial<Answers> = {
  step: 'end',
  speaker: 'heard',
  microphone: 'works',
  camera: 'works',
  connection: CONNECTED,
};
/** What leads to each thing to mend, alone. */
const TO_MEND: Readonly<Record<(typeof MENDS)[number], Partial<Answers>>> = {
  offline: { connection: CONNECTIONS.offline },
  computer: { connection: CONNECTIONS['no-call'] },
  microphone: { microphone: 'silent' },
  speaker: { speaker: 'not-heard' },
  camera: { camera: 'covered' },
  'thin-sound': { thinSound: true },
  'slow-line': { connection: CONNECTIONS.slow },
  'busy-computer': { connection: CONNECTIONS['slow-computer'] },
};

const microphone = (heard: Partial<Heard>, live: Partial<Live> = {}): State => {
  const works = heard.hearing === 'heard';
  return (words) =>
    prepare(
      words,
      { step: 'microphone', microphone: works ? 'works' : 'untried' },
      {
        microphone: { ...ON, choices: DEVICES, usedId: 'two' },
        heard: { ...HEARD, ...heard },
        ...live,
      },
    );
};
const camera = (coach: CoachState, answers: Partial<Answers> = {}): State => {
  return (words) =>
    prepare(words, { step: 'camera', ...answers }, { camera: { ...ON, choices: DEVICES }, coach });
};
const trouble = (
  device: DeviceKind,
  what: DeviceTrouble,
  surroundings: Partial<Surroundings> = {},
): State => {
  const live = { [device]: { ...DEVICE_OFF, trouble: what, choices: DEVICES } };
  return (words) => prepare(words, { step: device }, live, surroundings);
};

const states: Record<string, State> = {
  again: (words) => prepare(words, { form: 'short', step: 'again' }),
  where: (words) => prepare(words, {}),
  speaker: (words) => prepare(words, { step: 'speaker' }),
  'read-aloud': (words) => prepare(words, { step: 'list' }, {}, {}, { readAloud: true }),
  'speaker-playing': (words) => prepare(words, { step: 'speaker' }, { playing: 'playing' }),
  'speaker-played': (words) => prepare(words, { step: 'speaker' }, { playing: 'played' }),
  'speaker-not-heard': (words) =>
    prepare(words, { step: 'speaker', speaker: 'not-heard' }, { playing: 'played' }),
  'speaker-choose': (words) =>
    prepare(
      words,
      { step: 'speaker', speaker: 'not-heard', chosen: { ...FIRST.chosen, speaker: 'two' } },
      { playing: 'played', speakers: DEVICES },
    ),
  'speaker-choose-firefox': (words) =>
    prepare(
      words,
      { step: 'speaker', speaker: 'not-heard' },
      { playing: 'played' },
      { asksForSpeaker: true },
    ),
  'speaker-no-output': (words) => prepare(words, { step: 'speaker' }, { playing: 'no-output' }),
  microphone: (words) => prepare(words, { step: 'microphone' }),
  'microphone-asking': (words) =>
    prepare(words, { step: 'microphone' }, { microphone: { ...DEVICE_OFF, run: 'asking' } }),
  'microphone-listening': microphone({}),
  'microphone-heard': microphone({ hearing: 'heard', levelDbfs: -20 }),
  'microphone-thin': microphone({ hearing: 'heard', thin: true }),
  'microphone-clipped': microphone({ hearing: 'heard', levelDbfs: -3, clipped: true }),
  'microphone-silent': microphone({ hearing: 'silent', levelDbfs: -100 }),
  'microphone-quiet': microphone({ hearing: 'quiet', levelDbfs: -55 }),
  'microphone-recording': microphone({ hearing: 'heard' }, { hearBack: 'recording' }),
  'microphone-playing': microphone({ hearing: 'heard' }, { hearBack: 'playing' }),
  'microphone-not-played': microphone({ hearing: 'heard' }, { hearBack: 'failed' }),
  camera: (words) => prepare(words, { step: 'camera' }),
  'camera-asking': (words) =>
    prepare(words, { step: 'camera' }, { camera: { ...DEVICE_OFF, run: 'asking' } }),
  'camera-starting': camera(AT_THE_START),
  'camera-good': camera(COACH, { camera: 'works' }),
  'camera-tip': camera(TIP, { camera: 'works' }),
  'camera-good-now': camera(
    { ...COACH, presented: { kind: 'good-now', untilMs: 0, cleared: 'too-dark' } },
    { camera: 'works' },
  ),
  'camera-covered': camera(COVERED, { camera: 'covered' }),
  'camera-no-picture': camera(COACH, { camera: 'no-picture' }),
  'camera-faceless': camera({ ...COACH, presented: { kind: 'faceless', announce: true } }),
  'camera-no-webgl': camera({ ...COACH, vision: 'off' }, { camera: 'works' }),
  height: (words) => prepare(words, { step: 'height' }),
  'height-asks': (words) => prepare(words, { step: 'height' }, { camera: ON, coach: COACH }),
  'height-known': (words) =>
    prepare(
      words,
      { step: 'height' },
      { camera: ON, coach: COACH, height: { known: true, answer: 'none', support: 'laptop' } },
    ),
  'height-private': (words) =>
    prepare(words, { step: 'height' }, { camera: ON, coach: COACH }, { privateWindow: true }),
  'connection-testing': (words) => prepare(words, { step: 'connection' }, { testing: true }),
  list: (words) => prepare(words, { step: 'list', listed: ['phone', 'charger'] }),
  'end-all-works': (words) =>
    prepare(words, ALL_WORKS, {
      clinics: [{ name: 'Vård och hälsa (Västra Götalandsregionen)', address: '' }],
    }),
  'end-left-out': (words) => prepare(words, { ...ALL_WORKS, camera: 'skipped' }),
  'end-another-country': (words) => prepare(words, { ...ALL_WORKS, country: null }),
  'end-two-to-mend': (words) =>
    prepare(words, { ...ALL_WORKS, ...TO_MEND.microphone, ...TO_MEND.camera }),
};
for (const where of WHERES) {
  states[`where-${where}`] = (words) => prepare(words, { where });
}
for (const [name, connection] of Object.entries(CONNECTIONS)) {
  states[`connection-${name}`] = (words) => prepare(words, { step: 'connection', connection });
}
for (const mend of MENDS) {
  states[`end-mend-${mend}`] = (words) => prepare(words, { ...ALL_WORKS, ...TO_MEND[mend] });
}
for (const device of DEVICE_KINDS) {
  for (const what of TROUBLES_OF[device]) states[`${device}-${what}`] ??= trouble(device, what);
  states[`${device}-refused-firefox`] = trouble(device, 'refused', {
    browserName: 'firefox',
    openSettings: null,
  });
}
for (const systemName of SYSTEM_NAMES) {
  states[`camera-refused-by-system-${systemName}`] = trouble('camera', 'refused-by-system', {
    systemName,
  });
}

offer(states);
