/** Quietest level that is told apart from silence: below the noise of any microphone. */
const FLOOR_DBFS = -100;
/** Length of sound that one reading covers; readings come as often, so that nothing falls between. */
export const LEVEL_EVERY_MS = 200;
/** 683 ms at 48 kHz: more than a reading needs, since a busy page reads late (design, fact 16). */
const FFT_SIZE = 32768;

/** Level of a linear amplitude, 0 to 1. */
export function dbfsOfLinear(level: number): number {
  return Math.max(FLOOR_DBFS, 20 * Math.log10(level));
}

/** Level of the root mean square of the last `count` samples. */
export function dbfsOfSamples(samples: Float32Array, count: number): number {
  const from = Math.max(0, samples.length - count);
  let squares = 0;
  for (let i = from; i < samples.length; i++) squares += (samples[i] as number) ** 2;
  return dbfsOfLinear(Math.sqrt(squares / Math.max(1, samples.length - from)));
}

/** Reads how loud the patient's own microphone is. It never opens, clones or keeps one. */
export interface OwnLevel {
  setTrack(track: MediaStreamTrack | null): void;
  /** dBFS of the last 200 ms; null: not known, or muted on purpose and so not listened to. */
  read(): number | null;
  remove(): void;
}

export function createOwnLevel(): OwnLevel {
  let track: MediaStreamTrack | null = null;
  let graph: { context: AudioContext; analyser: AnalyserNode } | null = null;
  const samples = new Float32Array(FFT_SIZE);

  const audible = () => track?.readyState === 'live' && track.enabled && !track.muted;

  const connect = () => {
    // Without a press of the person on this page the browser would refuse, and say so on its console.
    if (!track || navigator.userActivation?.hasBeenActive === false) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = FFT_SIZE;
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    graph = { context, analyser };
  };
  const disconnect = () => {
    graph?.context.close().catch(() => undefined);
    graph = null;
  };

  return {
    setTrack(next) {
      if (next === track) return;
      disconnect();
      track = next;
    },
    read() {
      if (!audible()) {
        disconnect();
        return null;
      }
      if (!graph) connect();
      if (graph?.context.state !== 'running') return null;
      graph.analyser.getFloatTimeDomainData(samples);
      return dbfsOfSamples(samples, (graph.context.sampleRate * LEVEL_EVERY_MS) / 1000);
    },
    remove: disconnect,
  };
}
