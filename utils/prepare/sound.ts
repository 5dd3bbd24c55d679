import { dbfsOfSamples } from '../capture/levels.ts';
import { askForSpeaker } from '../platform/ask-for-speaker.ts';
import { canChooseOutput, soundOutput } from '../platform/sound-output.ts';
import type { SoundBands, SoundReading } from './microphone-judge.ts';
import type { Sound } from './platform.ts';

/** C5, E5, G5, twice: in the middle of speech, where old ears still hear well. */
const NOTES_HZ = [523.25, 659.25, 783.99, 523.25, 659.25, 783.99];
const NOTE_S = 0.42;
/** Of full scale: as loud as speech at -12 dBFS, so that the volume is set for a voice. */
const NOTE_GAIN = 0.25;
/** A computer without a speaker never starts its clock. */
const START_WITHIN_MS = 1_500;

const READ_EVERY_MS = 100;
/** 85 ms at 48 kHz, hardly less than a reading covers. */
const FFT_SIZE = 4096;
/** Between the bands is the edge that a resampler needs. */
const BANDS_HZ = {
  below4kHz: [100, 3_500],
  above4kHz: [4_300, 7_600],
  above8kHz: [8_500, 16_000],
} as const;

/** Long enough for a sentence. */
const HEAR_BACK_MS = 4_000;

/** Sound out and in, by WebAudio. Nothing is stored: what is recorded is played once, from memory. */
export function createSound(): Sound {
  return {
    canChoose: canChooseOutput(),
    askForSpeaker: askForSpeaker(),

    async play(speakerId, signal) {
      return withOutput(speakerId, signal, (context, output) => {
        const startS = context.currentTime + 0.05;
        for (const [index, hz] of NOTES_HZ.entries()) {
          playNote(context, output, hz, startS + index * NOTE_S);
        }
        return (NOTES_HZ.length + 1) * NOTE_S;
      });
    },

    listen(stream, onReading) {
      const [track] = stream.getAudioTracks();
      const context = new AudioContext();
      void context.resume().catch(() => undefined);
      const analyser = new AnalyserNode(context, { fftSize: FFT_SIZE, smoothingTimeConstant: 0 });
      context.createMediaStreamSource(stream).connect(analyser);
      const samples = new Float32Array(FFT_SIZE);
      const spectrum = new Float32Array(analyser.frequencyBinCount);
      const read = (): SoundReading => {
        analyser.getFloatTimeDomainData(samples);
        analyser.getFloatFrequencyData(spectrum);
        return {
          atMs: performance.now(),
          levelDbfs: dbfsOfSamples(samples, samples.length),
          peak: samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0),
          bands: bandsOf(spectrum, context.sampleRate),
          muted: track?.muted ?? false,
          sampleRateHz: track?.getSettings().sampleRate ?? null,
        };
      };
      const timer = setInterval(() => {
        if (context.state === 'running') onReading(read());
      }, READ_EVERY_MS);
      return {
        remove() {
          clearInterval(timer);
          void context.close().catch(() => undefined);
        },
      };
    },

    async hearBack(stream, speakerId, signal, onPlaying) {
      const recorded = await record(stream, signal).catch(() => null);
      if (!recorded || signal.aborted) return false;
      return withOutput(speakerId, signal, async (context, output) => {
        const buffer = await context.decodeAudioData(recorded);
        const source = new AudioBufferSourceNode(context, { buffer });
        source.connect(output);
        source.start();
        onPlaying();
        return buffer.duration;
      }).catch(() => false);
    },
  };
}

/**
 * Makes a way for sound, lets it be used, and takes it down when the sound is over or nobody wants it any more.
 * @param use returns how many seconds the sound takes
 * @returns false where no sound can be made
 */
async function withOutput(
  speakerId: string | null,
  signal: AbortSignal,
  use: (context: AudioContext, output: AudioNode) => number | Promise<number>,
): Promise<boolean> {
  const context = new AudioContext();
  try {
    await Promise.race([context.resume(), afterMs(START_WITHIN_MS, signal)]);
    if (context.state !== 'running' || signal.aborted) return false;
    const output = await soundOutput(context, speakerId);
    await afterMs((await use(context, output)) * 1000, signal);
    return true;
  } finally {
    void context.close().catch(() => undefined);
  }
}

function playNote(context: AudioContext, output: AudioNode, hz: number, atS: number): void {
  const oscillator = new OscillatorNode(context, { type: 'triangle', frequency: hz });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setTargetAtTime(NOTE_GAIN, atS, 0.02);
  gain.gain.setTargetAtTime(0, atS + NOTE_S / 2, 0.1);
  oscillator.connect(gain).connect(output);
  oscillator.start(atS);
  oscillator.stop(atS + 2 * NOTE_S);
}

/** Levels of the bands in dBFS, from an AnalyserNode's spectrum in dB. */
export function bandsOf(spectrum: Float32Array, sampleRateHz: number): SoundBands {
  const hzPerBin = sampleRateHz / 2 / spectrum.length;
  const level = ([fromHz, toHz]: readonly [number, number]) => {
    let power = 0;
    const last = Math.min(spectrum.length - 1, Math.floor(toHz / hzPerBin));
    for (let bin = Math.ceil(fromHz / hzPerBin); bin <= last; bin++) {
      power += 10 ** ((spectrum[bin] as number) / 10);
    }
    return Math.max(-200, 10 * Math.log10(power));
  };
  return {
    below4kHz: level(BANDS_HZ.below4kHz),
    above4kHz: level(BANDS_HZ.above4kHz),
    above8kHz: level(BANDS_HZ.above8kHz),
  };
}

/** Some seconds of the microphone, in memory. */
async function record(stream: MediaStream, signal: AbortSignal): Promise<ArrayBuffer> {
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  const ended = new Promise<void>((done, fail) => {
    recorder.onstop = () => done();
    recorder.onerror = () => fail(new Error('The recorder failed.'));
  });
  recorder.ondataavailable = ({ data }) => parts.push(data);
  recorder.start();
  await afterMs(HEAR_BACK_MS, signal);
  if (recorder.state !== 'inactive') recorder.stop();
  await ended;
  return new Blob(parts).arrayBuffer();
}

/** At once when it is not wanted any more. */
function afterMs(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}
