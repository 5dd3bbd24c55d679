import { gainOfDbfs, noiseSamples, SPEECH_LOOP_MS, speechSamples } from '../sitter/speech.ts';

export interface Voice {
  /** A fresh live track of the same sound. */
  track(): MediaStreamTrack;
  /** Level of speech while sentences last (undefined: silent), and of the room's noise. */
  set(speechDbfs: number | undefined, noiseDbfs: number): void;
  /** What a loudspeaker beside the microphone plays comes back, later and fainter; null: no loudspeaker. */
  overhear(stream: MediaStream | null): void;
  remove(): void;
}

export interface VoiceOptions {
  seed: number;
  pitchHz: number;
  /** On the clock that the mouth moves by. */
  nowMs?: number;
}

const SAMPLE_RATE_HZ = 16_000;
/** From a laptop's loudspeakers to its microphone, without anything that cancels it. */
const ECHO = { afterS: 0.12, gainDb: -8 } as const;

/** A murmuring voice in a room; nothing where the browser has no sound (no AudioContext). */
export function createVoice({ seed, pitchHz, nowMs = 0 }: VoiceOptions): Voice | undefined {
  if (typeof AudioContext === 'undefined') return undefined;
  const context = new AudioContext();
  const speech = loop(context, speechSamples(SAMPLE_RATE_HZ, seed, pitchHz));
  const room = loop(context, noiseSamples(SAMPLE_RATE_HZ, seed));
  speech.source.start(0, (nowMs % SPEECH_LOOP_MS) / 1000);
  room.source.start();
  // A page that nobody has touched may not start sound; the first press does.
  const touched = new AbortController();
  const resume = () =>
    void context.resume().then(
      () => touched.abort(),
      () => undefined,
    );
  for (const kind of ['pointerdown', 'keydown']) {
    addEventListener(kind, resume, { signal: touched.signal, capture: true });
  }
  resume();
  const echo = new DelayNode(context, { delayTime: ECHO.afterS });
  const echoGain = new GainNode(context, { gain: gainOfDbfs(ECHO.gainDb) });
  echo.connect(echoGain);
  let loudspeaker: MediaStreamAudioSourceNode | undefined;
  return {
    track() {
      const destination = context.createMediaStreamDestination();
      for (const sound of [speech.gain, room.gain, echoGain]) sound.connect(destination);
      return destination.stream.getAudioTracks()[0] as MediaStreamTrack;
    },
    set(speechDbfs, noiseDbfs) {
      speech.gain.gain.value = speechDbfs === undefined ? 0 : gainOfDbfs(speechDbfs);
      room.gain.gain.value = gainOfDbfs(noiseDbfs);
    },
    overhear(stream) {
      loudspeaker?.disconnect();
      loudspeaker = stream ? context.createMediaStreamSource(stream) : undefined;
      loudspeaker?.connect(echo);
    },
    remove() {
      touched.abort();
      void context.close();
    },
  };
}

function loop(context: AudioContext, samples: Float32Array) {
  const buffer = context.createBuffer(1, samples.length, SAMPLE_RATE_HZ);
  buffer.getChannelData(0).set(samples);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.loop = true;
  const gain = context.createGain();
  gain.gain.value = 0;
  source.connect(gain);
  return { source, gain };
}
