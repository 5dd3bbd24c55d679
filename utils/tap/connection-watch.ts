import type { ConnectionObservation } from '../connection-observation.ts';
import {
  type ConnectionCounters,
  type ConnectionReport,
  readConnection,
} from './connection-stats.ts';
import { apply, NativePromise, promiseThen, quietly } from './natives.ts';

/** The cues of the line look back over three looks (utils/connection/thresholds.ts), and have 10 s. */
const ASK_EVERY_MS = 2000;

/** One connection, and its statistics when they come. */
export interface AskedConnection extends Omit<ConnectionReport, 'report'> {
  readonly report: Promise<RTCStatsReport>;
}

export interface ConnectionWatch {
  /** At each look. @param inCall only a call has a line to speak of */
  look(inCall: boolean, nowMs: number): void;
}

/**
 * Asks now and then what the page's connections say of the line, and tells it: numbers only. One question at a
 * time: a browser that is slow to answer is not asked again meanwhile. Null is said once, when it is no longer known.
 */
export function createConnectionWatch(options: {
  readonly ask: () => readonly AskedConnection[];
  readonly onConnection: (connection: ConnectionObservation | null) => void;
}): ConnectionWatch {
  let counters: ConnectionCounters | null = null;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let said = false;
  /** Answers to an older question are not read. */
  let question = 0;
  let waiting = false;

  const say = (connection: ConnectionObservation | null) => {
    if (connection === null && !said) return;
    said = connection !== null;
    options.onConnection(connection);
  };
  const forget = () => {
    question += 1;
    waiting = false;
    counters = null;
    askedAtMs = Number.NEGATIVE_INFINITY;
    say(null);
  };
  const read = (reports: readonly ConnectionReport[]) => {
    const seen = readConnection(reports, counters);
    counters = seen?.counters ?? null;
    say(seen?.observation ?? null);
  };

  const ask = () => {
    const asked = options.ask();
    if (asked.some(({ report }) => !(report instanceof NativePromise))) return;
    question += 1;
    const mine = question;
    const reports: ConnectionReport[] = [];
    let left = asked.length;
    waiting = left > 0;
    const done = () => {
      left -= 1;
      if (left > 0 || mine !== question) return;
      waiting = false;
      quietly(() => read(reports));
    };
    for (const { id, iceState, report } of asked) {
      apply(promiseThen, report, [
        (answer: RTCStatsReport) => {
          reports.push({ id, iceState, report: answer });
          done();
        },
        // It closed meanwhile.
        done,
      ]);
    }
    if (left === 0) read([]);
  };

  return {
    look(inCall, nowMs) {
      if (!inCall) {
        if (said || counters || waiting) forget();
        return;
      }
      if (waiting || nowMs - askedAtMs < ASK_EVERY_MS) return;
      askedAtMs = nowMs;
      ask();
    },
  };
}
