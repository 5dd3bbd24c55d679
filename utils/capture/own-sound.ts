import { dbfsOfSamples, LEVEL_EVERY_MS } from './levels.ts';

/** What the patient's own microphone gave since the reading before. */
export interface OwnSound {
  /** Level of the last 200 ms. */
  readonly dbfs: number;
  readonly sampleRateHz: number;
  /** What is new, -1 to 1; of a late reading the last 0.7 s. Whoever gets them may hand them over. */
  readonly samples: Float32Array<ArrayBuffer>;
}

/** 683 ms at 48 kHz: more than a reading needs, since a busy page reads late (design, fact 16). */
const FFT_SIZE = 32768;

/** Listens to the patient's own microphone while it is open. It never opens, clones or keeps one. */
export interface OwnSoundSource {
  setTrack(track: MediaStreamTrack | null): void;
  /** Null: not known, or muted on purpose and so not listened to. */
  read(): OwnSound | null;
  remove(): void;
}

interface Graph {
  readonly context: AudioContext;
  readonly analyser: AnalyserNode;
  /** Up to where it has been read, on the context's clock. */
  readS: number;
}

export function createOwnSound(): OwnSoundSource {
  let track: MediaStreamTrack | null = null;
  let graph: Graph | null = null;
  const recent = new Float32Array(FFT_SIZE);

  const audible = () => track?.readyState === 'live' && track.enabled && !track.muted;

  const connect = () => {
    // Without a press of the person on this page the browser would refuse, and say so on its console.
    if (!track || navigator.userActivation?.hasBeenActive === false) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = FFT_SIZE;
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    graph = { context, analyser, readS: context.currentTime };
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
      // What was said just before it was muted is dropped with it.
      if (!audible()) {
        disconnect();
        return null;
      }
      if (!graph) connect();
      if (graph?.context.state !== 'running') return null;
      const { context, analyser } = graph;
      const { sampleRate, currentTime } = context;
      const count = Math.round((currentTime - graph.readS) * sampleRate);
      graph.readS = currentTime;
      if (count <= 0) return null;
      analyser.getFloatTimeDomainData(recent);
      return {
        dbfs: dbfsOfSamples(recent, (sampleRate * LEVEL_EVERY_MS) / 1000),
        sampleRateHz: sampleRate,
        samples: recent.slice(-Math.min(count, FFT_SIZE)),
      };
    },
    remove: disconnect,
  };
}
