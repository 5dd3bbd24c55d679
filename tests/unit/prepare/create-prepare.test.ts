import { describe, expect, it, vi } from 'vitest';
import { AT_THE_START, type CoachState } from '../../../utils/coach/state.ts';
import type { Answers } from '../../../utils/prepare/answers.ts';
import { createPrepare, type PrepareOptions } from '../../../utils/prepare/create-prepare.ts';
import type { DeviceKind, DeviceTrouble } from '../../../utils/prepare/device-trouble.ts';
import type { Live } from '../../../utils/prepare/live.ts';
import type { SoundReading } from '../../../utils/prepare/microphone-judge.ts';
import type { PreparePlatform, Remembered } from '../../../utils/prepare/platform.ts';

/** A computer in memory: devices that can be refused, pulled out and looked at from outside. */
function computer(start: { progress?: unknown } = {}) {
  const world = {
    allowed: new Set<DeviceKind>(),
    troubles: {} as Partial<Record<DeviceKind, DeviceTrouble>>,
    why: 'stopped' as DeviceTrouble,
    hears: true,
    asked: [] as (readonly [DeviceKind, string | null])[],
    tracks: [] as FakeTrack[],
    remembered: [] as Remembered[],
    progress: start.progress as unknown,
    reading: (_: SoundReading): void => undefined,
    coachState: (_: CoachState): void => undefined,
    coaches: 0,
    listening: 0,
    neutralAnswer: vi.fn(),
    openedPages: [] as string[],
    loopback: async () => ({ framesPerSecond: 24, soundPacketsPerSecond: 50 }),
    get lit() {
      return world.tracks.filter(({ readyState }) => readyState === 'live').map(({ kind }) => kind);
    },
  };
  const platform: PreparePlatform = {
    devices: {
      list: async () => [],
      isAllowed: async (kind) => world.allowed.has(kind),
      async open(kind, id) {
        world.asked.push([kind, id]);
        const trouble = world.troubles[kind];
        if (trouble) return { kind: 'trouble', trouble };
        const track = new FakeTrack(kind);
        world.tracks.push(track);
        return { kind: 'open', stream: streamOf(track), usedId: id };
      },
      whyStopped: async () => world.why,
      onChange: () => undefined,
    },
    sound: {
      canChoose: false,
      askForSpeaker: null,
      play: async () => world.hears,
      listen(_stream, onReading) {
        world.reading = onReading;
        world.listening += 1;
        return {
          remove() {
            world.listening -= 1;
          },
        };
      },
      hearBack: async () => true,
    },
    coach(_stream, _neutral, on) {
      world.coachState = on.state;
      world.coaches += 1;
      return {
        learnNeutral: world.neutralAnswer,
        setNeutral: () => undefined,
        remove() {
          world.coaches -= 1;
        },
      };
    },
    line: () => ({ online: true, downlinkMbps: 10, roundTripMs: 50 }),
    loopback: () => world.loopback(),
    progress: {
      read: () => world.progress,
      write(progress) {
        world.progress = JSON.parse(JSON.stringify(progress));
      },
    },
    keep: {
      remember: (known) => world.remembered.push(known),
      neutral: { write: async () => undefined, remove: async () => undefined },
      support: () => undefined,
    },
    openPage: (address) => world.openedPages.push(address),
  };
  return { world, platform };
}

class FakeTrack extends EventTarget {
  readyState = 'live';
  constructor(readonly kind: DeviceKind) {
    super();
  }
  stop() {
    this.readyState = 'ended';
  }
}
const streamOf = (track: FakeTrack) => ({ getTracks: () => [track] }) as unknown as MediaStream;

const settle = () => new Promise((done) => setTimeout(done));

async function open(options: Partial<PrepareOptions> = {}, { world, platform } = computer()) {
  const seen = {} as { answers: Answers; live: Live };
  const prepare = createPrepare({
    platform,
    known: null,
    likelyCountry: 'SE',
    neutral: null,
    support: 'unknown',
    clinics: [],
    isReading: () => false,
    onChange: (answers, live) => Object.assign(seen, { answers, live }),
    ...options,
  });
  await settle();
  const go = async (step: Answers['step']) => {
    prepare.press.go(step);
    await settle();
  };
  return { world, platform, prepare, press: prepare.press, seen, go };
}

const FINISHED: Remembered = {
  finished: true,
  chosen: { camera: 'mine', microphone: null, speaker: null },
  where: 'computer',
  country: 'SE',
};
const GOOD: CoachState = { ...AT_THE_START, areas: { ...AT_THE_START.areas, light: 'good' } };
const reading = (atMs: number, levelDbfs: number): SoundReading => ({
  atMs,
  levelDbfs,
  peak: 0.1,
  bands: { below4kHz: -30, above4kHz: -50, above8kHz: -60 },
  muted: false,
  sampleRateHz: null,
});

describe('camera and microphone', () => {
  it('are asked for when the person presses, one at a time', async () => {
    const { world, press, go, seen } = await open();
    await go('microphone');
    expect(world.asked).toEqual([]);
    press.turnOn();
    await settle();
    expect(world.asked).toEqual([['microphone', null]]);
    expect(world.lit).toEqual(['microphone']);
    expect(seen.live.microphone.run).toBe('on');
  });

  it('come on by themselves where no question comes', async () => {
    const { world, go } = await open();
    world.allowed.add('camera');
    await go('camera');
    expect(world.lit).toEqual(['camera']);
    expect(world.coaches).toBe(1);
  });

  it.each(['next', 'back'] as const)('go off when the step is left: %s', async (way) => {
    const { world, press, go } = await open();
    world.allowed.add('microphone');
    await go('microphone');
    expect([world.lit, world.listening]).toEqual([['microphone'], 1]);
    press[way]();
    await settle();
    expect([world.lit, world.listening]).toEqual([[], 0]);
  });

  it('go off when nobody sees the page, and come back', async () => {
    const { world, prepare, go, seen } = await open();
    world.allowed.add('camera');
    await go('camera');
    prepare.setHidden(true);
    expect([world.lit, world.coaches, seen.live.camera.run]).toEqual([[], 0, 'off']);
    prepare.setHidden(false);
    await settle();
    expect([world.lit, world.coaches]).toEqual([['camera'], 1]);
  });

  it('stay off when the step was left while the browser asked', async () => {
    const { world, press, go } = await open();
    await go('camera');
    press.turnOn();
    press.back();
    await settle();
    expect(world.tracks).toHaveLength(1);
    expect(world.lit).toEqual([]);
  });

  it('keep what helps while the person looks into the computer’s settings', async () => {
    const { world, prepare, press, go, seen } = await open();
    world.troubles.camera = 'refused-by-system';
    await go('camera');
    press.turnOn();
    await settle();
    prepare.setHidden(true);
    prepare.setHidden(false);
    await settle();
    expect(seen.live.camera).toMatchObject({ run: 'off', trouble: 'refused-by-system' });
  });

  it('do without each other: a refused one is walked past', async () => {
    const { world, press, go, seen } = await open();
    world.troubles.microphone = 'refused';
    await go('microphone');
    press.turnOn();
    await settle();
    expect(seen.live.microphone).toMatchObject({ run: 'off', trouble: 'refused' });
    press.next();
    await settle();
    press.turnOn();
    await settle();
    expect(world.lit).toEqual(['camera']);
    expect(seen.answers).toMatchObject({ step: 'camera', microphone: 'refused' });
  });

  it('say when they stop: pulled out, or a no that came later', async () => {
    const { world, press, go, seen } = await open();
    await go('camera');
    press.turnOn();
    await settle();
    world.why = 'refused';
    world.tracks[0]?.stop();
    world.tracks[0]?.dispatchEvent(new Event('ended'));
    await settle();
    expect(seen.live.camera).toMatchObject({ run: 'off', trouble: 'refused' });
    expect(seen.answers.camera).toBe('refused');
    press.turnOn();
    await settle();
    expect(seen.live.camera).toMatchObject({ run: 'on', trouble: null });
    expect(seen.answers.camera).toBe('untried');
  });

  it('are the ones that the person chose, now and the next time', async () => {
    const { world, press, go } = await open({ known: FINISHED });
    world.allowed.add('camera');
    await go('camera');
    press.choose('camera', 'other');
    await settle();
    expect(world.asked).toEqual([
      ['camera', 'mine'],
      ['camera', 'other'],
    ]);
    expect(world.lit).toEqual(['camera']);
    expect(world.remembered.at(-1)?.chosen.camera).toBe('other');
  });
});

describe('the voice', () => {
  const hear = (world: ReturnType<typeof computer>['world'], levels: (s: number) => number) => {
    for (let s = 0; s < 14; s += 0.1) world.reading(reading(s * 1000, levels(s)));
  };

  it('works when it is heard', async () => {
    const { world, go, seen } = await open();
    world.allowed.add('microphone');
    await go('microphone');
    hear(world, (s) => (s % 1 < 0.5 ? -25 : -60));
    expect(seen.answers.microphone).toBe('works');
  });

  it('is helped when none comes, and the person knows better', async () => {
    const { world, press, go, seen } = await open();
    world.allowed.add('microphone');
    await go('microphone');
    hear(world, () => -30);
    expect(seen.answers.microphone).toBe('no-voice');
    press.barMoves();
    world.reading(reading(15_000, -30));
    expect(seen.answers.microphone).toBe('works');
  });
});

describe('a voice of the computer', () => {
  it('is not taken for the person’s, though the microphone hears it', async () => {
    let isReading = true;
    const { world, go, seen } = await open({ isReading: () => isReading });
    world.allowed.add('microphone');
    await go('microphone');
    const speak = () => {
      for (let s = 0; s < 14; s += 0.1) world.reading(reading(s * 1000, s % 1 < 0.5 ? -25 : -60));
    };
    speak();
    expect(seen.answers.microphone).toBe('untried');
    isReading = false;
    speak();
    expect(seen.answers.microphone).toBe('works');
  });
});

describe('the camera', () => {
  it('works once light is seen, and says when something covers it', async () => {
    const { world, go, seen } = await open();
    world.allowed.add('camera');
    await go('camera');
    world.coachState(AT_THE_START);
    expect(seen.answers.camera).toBe('untried');
    world.coachState({ ...AT_THE_START, holding: [{ id: 'camera-covered', sinceMs: 0 }] });
    expect(seen.answers.camera).toBe('covered');
    world.coachState(GOOD);
    expect(seen.answers.camera).toBe('works');
  });
});

describe('a camera that ends without a word', () => {
  it('is said to have stopped, with a way to try again', async () => {
    const { world, go, seen } = await open();
    world.allowed.add('camera');
    await go('camera');
    world.tracks[0]?.stop();
    world.coachState({ ...AT_THE_START, holding: [{ id: 'camera-off', sinceMs: 0 }] });
    await settle();
    expect(seen.live.camera).toMatchObject({ run: 'off', trouble: 'stopped' });
  });
});

describe('the speaker', () => {
  it('was heard: on to the next', async () => {
    const { press, go, seen } = await open();
    await go('speaker');
    press.playSound();
    await settle();
    expect(seen.live.playing).toBe('played');
    press.speaker('heard');
    expect(seen.answers).toMatchObject({ step: 'microphone', speaker: 'heard' });
  });

  it('is not used: passes', async () => {
    const { press, go, seen } = await open();
    await go('speaker');
    press.speaker('not-used');
    expect(seen.answers).toMatchObject({ step: 'microphone', speaker: 'not-used' });
  });

  it('makes no sound: that is to be mended, without a question', async () => {
    const { world, press, go, seen } = await open();
    world.hears = false;
    await go('speaker');
    press.playSound();
    await settle();
    expect(seen.live.playing).toBe('no-output');
    expect(seen.answers.speaker).toBe('not-heard');
  });

  it('was not heard: the step stays, and helps', async () => {
    const { press, go, seen } = await open();
    await go('speaker');
    press.speaker('not-heard');
    expect(seen.answers).toMatchObject({ step: 'speaker', speaker: 'not-heard' });
  });
});

describe('the connection', () => {
  it('is tried when the step comes, once, and again on a press', async () => {
    const { world, press, go, seen } = await open();
    const loopback = vi.spyOn(world, 'loopback');
    await go('connection');
    expect(seen.answers.connection?.computer).toEqual({ sound: 'good', picture: 'good' });
    await go('list');
    await go('connection');
    expect(loopback).toHaveBeenCalledTimes(1);
    press.testAgain();
    await settle();
    expect(loopback).toHaveBeenCalledTimes(2);
  });

  it('that cannot be made at all is no silence', async () => {
    const { world, go, seen } = await open();
    world.loopback = () => Promise.reject(new Error('no WebRTC'));
    await go('connection');
    expect(seen.answers.connection?.computer).toEqual({ sound: 'none', picture: 'none' });
    expect(seen.live.testing).toBe(false);
  });

  it('that was left does not answer', async () => {
    const { world, press, go, seen } = await open();
    let answerIt = (_: { framesPerSecond: number; soundPacketsPerSecond: number }) => {};
    world.loopback = () =>
      new Promise((done) => {
        answerIt = done;
      });
    await go('connection');
    press.next();
    answerIt({ framesPerSecond: 1, soundPacketsPerSecond: 1 });
    await settle();
    expect(seen.answers.connection).toBeNull();
  });
});

describe('what is remembered', () => {
  it('makes the next time short', async () => {
    const first = await open();
    expect(first.seen.answers.step).toBe('where');
    await first.go('end');
    const known = first.world.remembered.at(-1);
    expect(known).toMatchObject({ finished: true });
    const second = await open({ known: known ?? null });
    expect(second.seen.answers).toMatchObject({ step: 'again', form: 'short' });
  });

  it('outlives a reload in the middle', async () => {
    const first = await open();
    first.press.where('app');
    await first.go('list');
    first.press.listed('phone', true);
    const second = await open({}, computer({ progress: first.world.progress }));
    expect(second.seen.answers).toEqual(first.seen.answers);
  });

  it('is nothing in a private window', async () => {
    const { world, platform } = computer();
    const { press, go } = await open({}, { world, platform: { ...platform, keep: null } });
    press.country('NO');
    await go('end');
    expect(world.remembered).toEqual([]);
  });
});

describe('the camera’s height', () => {
  it('is learnt after a yes, and an unlikely one is said', async () => {
    const { world, press, go, seen } = await open();
    world.allowed.add('camera');
    await go('height');
    press.heightAnswer('yes');
    expect(world.neutralAnswer).toHaveBeenCalledOnce();
    expect(seen.live.height.answer).toBe('looking');
  });
});
