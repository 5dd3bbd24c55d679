import type { ConnectionObservation, Loss } from '../connection-observation.ts';
import { median } from '../signals/history.ts';
import { GAP_MS, LOSS_RATIO, RAMP_UP_MS, RECENT_MS, WINDOW_MS } from './thresholds.ts';

/** The line over the last seconds. Null: not known. */
export interface ConnectionSignals {
  readonly atMs: number;
  readonly roundTrip: Lateness | null;
  readonly jitter: Lateness | null;
  readonly lossSent: LossSignal | null;
  readonly lossReceived: LossSignal | null;
  /** Null also while the call finds out what the line can carry. */
  readonly limit: LimitSignal | null;
  /** Null until something was heard for the first time. */
  readonly silence: Silence | null;
}

export interface Lateness {
  /** Median of three looks at least. */
  readonly ms: number;
  /** The best of the last looks alone, since a busy computer adds to single ones; null: none was told. */
  readonly recentMs: number | null;
}

export interface LossSignal {
  readonly ratio: number;
  readonly lostPackets: number;
  /** Time that the reports cover, and how many they are. */
  readonly overMs: number;
  readonly reports: number;
  /** Share of the reports that tell of noticeable loss. */
  readonly lossyShare: number;
  /** Of the last seconds alone; null: no report. */
  readonly recentRatio: number | null;
}

export interface LimitSignal {
  /** Median. */
  readonly availableKbps: number;
  /** How much longer than the quickest of this call the round trip is: what waits before a line that is full. */
  readonly queue: Lateness;
}

export interface Silence {
  /** How long nothing has come; 0: something came since the look before. */
  readonly forMs: number;
  /** The browser's own checks of the way fail. */
  readonly isBroken: boolean;
}

interface Look {
  readonly atMs: number;
  readonly said: ConnectionObservation;
}

export interface ConnectionMemory {
  readonly sinceMs: number | null;
  readonly looks: readonly Look[];
  readonly quickestMs: number | null;
  readonly wasHeard: boolean;
  readonly silentMs: number;
  /** When something was heard again after a look without. What was lost before that was the silence. */
  readonly heardAgainMs: number;
}

export const NO_CONNECTION: ConnectionMemory = {
  sinceMs: null,
  looks: [],
  quickestMs: null,
  wasHeard: false,
  silentMs: 0,
  heardAgainMs: Number.NEGATIVE_INFINITY,
};

/** @param said null: there is no connection */
export function updateConnectionSignals(
  before: ConnectionMemory,
  said: ConnectionObservation | null,
  nowMs: number,
): { readonly memory: ConnectionMemory; readonly signals: ConnectionSignals } {
  const memory = said ? remember(before, said, nowMs) : NO_CONNECTION;
  const looks = looksWithin(memory.looks, nowMs, WINDOW_MS);
  const recentLooks = looksWithin(looks, nowMs, RECENT_MS);
  const all = looks.map((look) => look.said);
  const recent = recentLooks.map((look) => look.said);
  const loss = (of: (said: ConnectionObservation) => Loss | null) => {
    const reports = (some: readonly Look[]) =>
      some.flatMap(({ atMs, said }) => {
        const told = of(said);
        return told && atMs - told.overMs >= memory.heardAgainMs ? [told] : [];
      });
    return lossSignal(reports(looks), reports(recentLooks));
  };
  return {
    memory,
    signals: {
      atMs: nowMs,
      roundTrip: lateness(all, recent, ({ roundTripMs }) => roundTripMs),
      jitter: lateness(all, recent, ({ received }) => received.jitterMs),
      lossSent: loss(({ sent }) => sent.loss),
      lossReceived: loss(({ received }) => received.loss),
      limit:
        nowMs - (memory.sinceMs ?? nowMs) < RAMP_UP_MS ? null : limitSignal(memory, all, recent),
      silence: silenceOf(memory, said),
    },
  };
}

function remember(
  before: ConnectionMemory,
  said: ConnectionObservation,
  nowMs: number,
): ConnectionMemory {
  const lastMs = before.looks.at(-1)?.atMs ?? nowMs;
  const isGap = Math.max(said.overMs ?? 0, nowMs - lastMs) > GAP_MS;
  const from = isGap ? NO_CONNECTION : before;
  const { sinceMs, looks, wasHeard, silentMs, heardAgainMs } = from;
  const roundTripsMs = [from.quickestMs, said.roundTripMs].filter((ms) => ms !== null);
  // What lies between the looks of a gap says nothing of now.
  const isSilent = !isGap && said.isHeard === false;
  return {
    sinceMs: sinceMs ?? nowMs,
    looks: [...looksWithin(looks, nowMs, WINDOW_MS), { atMs: nowMs, said }],
    quickestMs: roundTripsMs.length > 0 ? Math.min(...roundTripsMs) : null,
    wasHeard: wasHeard || said.isHeard === true,
    silentMs: isSilent ? silentMs + (said.overMs ?? nowMs - lastMs) : said.isHeard ? 0 : silentMs,
    heardAgainMs: said.isHeard && silentMs > 0 ? nowMs : heardAgainMs,
  };
}

function silenceOf(memory: ConnectionMemory, said: ConnectionObservation | null): Silence | null {
  if (!said || !memory.wasHeard) return null;
  return {
    forMs: memory.silentMs,
    isBroken: said.iceState === 'disconnected' || said.iceState === 'failed',
  };
}

function lateness(
  all: readonly ConnectionObservation[],
  recent: readonly ConnectionObservation[],
  of: (said: ConnectionObservation) => number | null,
): Lateness | null {
  const ms = medianOfTold(all.map(of));
  const last = recent.map(of).filter((value) => value !== null);
  return ms === null ? null : { ms, recentMs: last.length > 0 ? Math.min(...last) : null };
}

function lossSignal(reports: readonly Loss[], recent: readonly Loss[]): LossSignal | null {
  const whole = total(reports);
  if (!whole) return null;
  return {
    ratio: whole.lost / whole.packets,
    lostPackets: whole.lost,
    overMs: reports.reduce((sum, { overMs }) => sum + overMs, 0),
    reports: reports.length,
    lossyShare: reports.filter(({ ratio }) => ratio >= LOSS_RATIO.exit).length / reports.length,
    recentRatio: ratioOf(total(recent)),
  };
}

function total(reports: readonly Loss[]): { lost: number; packets: number } | null {
  const packets = reports.reduce((sum, report) => sum + report.packets, 0);
  const lost = reports.reduce((sum, report) => sum + report.ratio * report.packets, 0);
  return packets > 0 ? { lost, packets } : null;
}

const ratioOf = (loss: ReturnType<typeof total>) => (loss ? loss.lost / loss.packets : null);

function limitSignal(
  { quickestMs }: ConnectionMemory,
  all: readonly ConnectionObservation[],
  recent: readonly ConnectionObservation[],
): LimitSignal | null {
  const availableKbps = medianOfTold(all.map(({ availableOutKbps }) => availableOutKbps));
  const queue = lateness(all, recent, ({ roundTripMs }) =>
    roundTripMs === null || quickestMs === null ? null : roundTripMs - quickestMs,
  );
  return availableKbps === null || queue === null ? null : { availableKbps, queue };
}

function looksWithin(looks: readonly Look[], nowMs: number, ms: number): readonly Look[] {
  return looks.filter(({ atMs }) => nowMs - atMs < ms);
}

/** Null with fewer than three values, of which one may be a spike. */
function medianOfTold(values: readonly (number | null)[]): number | null {
  const told = values.filter((value) => value !== null);
  return told.length < 3 ? null : median(told);
}
