import type { CueId } from '../cues/types.ts';
import { lineFacts } from '../platform/line-facts.ts';
import type { VisionWorkerLike } from '../vision/client.ts';
import { createDevices } from './devices.ts';
import { createLiveCoach } from './live-coach.ts';
import { callOneself } from './loopback.ts';
import type { PreparePlatform } from './platform.ts';
import { createSound } from './sound.ts';

const PROGRESS_KEY = 'eyelevel-prepare';
/** What worked longer ago than this does not work "now". */
const PROGRESS_FOR_MS = 60 * 60 * 1000;

/** Prepare in any page of a browser. What an extension adds comes in: where it keeps, and how it opens pages. */
export function createWebPlatform(around: {
  readonly workerFactory: () => VisionWorkerLike;
  readonly baseUrl: string;
  readonly cannotChange: ReadonlySet<CueId>;
  readonly silent: ReadonlySet<CueId>;
  readonly keep: PreparePlatform['keep'];
  readonly openPage: (address: string) => void;
}): PreparePlatform {
  const { keep, openPage, ...vision } = around;
  return {
    devices: createDevices(),
    sound: createSound(),
    coach: (stream, neutral, on) =>
      createLiveCoach({ ...vision, stream, neutral, keepNeutral: keep?.neutral.write ?? null, on }),
    line: lineFacts,
    loopback: callOneself,
    // Visitor's data of this tab alone: it outlives a reload, and goes with the tab.
    progress: {
      read() {
        const { progress, atMs } = JSON.parse(sessionStorage.getItem(PROGRESS_KEY) ?? '{}');
        return Date.now() - atMs < PROGRESS_FOR_MS ? progress : null;
      },
      write(progress) {
        sessionStorage.setItem(PROGRESS_KEY, JSON.stringify({ progress, atMs: Date.now() }));
      },
    },
    keep,
    openPage,
  };
}
