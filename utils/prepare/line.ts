import { ROUND_TRIP_MS } from '../connection/thresholds.ts';

/** What the browser says of the line by itself, without asking anybody. Firefox says only `online`. */
export interface LineFacts {
  readonly online: boolean;
  /** Mbit/s towards us, rounded by the browser and never above 10; null: not given. */
  readonly downlinkMbps: number | null;
  /** Round trip of its own requests, rounded to 25 ms; null: not given. */
  readonly roundTripMs: number | null;
}

/** What came of a call of this page to itself. */
export interface LoopbackFacts {
  /** Pictures that went through an encoder and a decoder, each second of the last ones; null: no connection. */
  readonly framesPerSecond: number | null;
  /** Packets of sound that arrived each second; null: no connection. */
  readonly soundPacketsPerSecond: number | null;
}

export const GRADES = ['good', 'weak', 'none', 'not-known'] as const;
export type Grade = (typeof GRADES)[number];

/** For sound and picture apart: what this computer can, and what the browser says of the line. */
export interface ConnectionVerdict {
  readonly online: boolean;
  readonly computer: { readonly sound: Grade; readonly picture: Grade };
  readonly line: { readonly sound: Grade; readonly picture: Grade };
}

/**
 * WICG Network Information API, effective connection types: below 0.07 Mbit/s ("2g") small pictures of a page,
 * below 0.7 ("3g") sound and small video, above it real-time video.
 */
const SOUND_MBPS = 0.07;
const PICTURE_MBPS = 0.7;
/** Opus sends a packet each 20 ms, and in silence (DTX, RFC 7587) 2.5 a second. */
const SOUND_PACKETS_PER_SECOND = 2;

/**
 * Pictures that a computer should get through. No standard says how few are too few: at 8 a second lips and voice
 * fall apart for us, at 12 they do not. A call on a good line has 15 to 30.
 */
const PICTURES_PER_SECOND = 12;

export function judgeConnection(line: LineFacts, loopback: LoopbackFacts): ConnectionVerdict {
  return {
    online: line.online,
    computer: { sound: soundOf(loopback), picture: pictureOf(loopback) },
    line: {
      sound: lineGrade(line, SOUND_MBPS),
      picture: lineGrade(line, PICTURE_MBPS),
    },
  };
}

function soundOf({ soundPacketsPerSecond }: LoopbackFacts): Grade {
  if (soundPacketsPerSecond === null) return 'none';
  return soundPacketsPerSecond >= SOUND_PACKETS_PER_SECOND ? 'good' : 'none';
}

function pictureOf({ framesPerSecond }: LoopbackFacts): Grade {
  if (framesPerSecond === null || framesPerSecond === 0) return 'none';
  return framesPerSecond >= PICTURES_PER_SECOND ? 'good' : 'weak';
}

function lineGrade({ online, downlinkMbps, roundTripMs }: LineFacts, neededMbps: number): Grade {
  if (!online) return 'none';
  const isSlow = downlinkMbps !== null && downlinkMbps < neededMbps;
  const isLate = roundTripMs !== null && roundTripMs >= ROUND_TRIP_MS.enter;
  if (isSlow || isLate) return 'weak';
  return downlinkMbps === null ? 'not-known' : 'good';
}

/** Sound or picture as a whole: the worse of the two; what the line is not known to be does not count. */
export function gradeOf(verdict: ConnectionVerdict, of: 'sound' | 'picture'): Grade {
  const grades = [verdict.computer[of], verdict.line[of]];
  return (['none', 'weak', 'good'] as const).find((grade) => grades.includes(grade)) ?? 'not-known';
}
