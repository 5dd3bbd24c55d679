import type { ConnectionObservation } from '../../../utils/connection-observation.ts';
import { readTapMessage } from '../../../utils/overlay/untrusted.ts';

/** An entry of getStats() as the browser gave it, all its fields. */
export type StatsEntry = Readonly<Record<string, unknown>>;

/** One look of a party at its own connection. */
export interface Look {
  /** Unix time. */
  readonly atMs: number;
  readonly iceState: RTCIceConnectionState;
  readonly entries: readonly StatsEntry[];
  /** What the product's reader made of it in the page, after the product's schema. */
  readonly observation: ConnectionObservation;
}

/** As often as the coach looks. */
export const LOOK_EVERY_MS = 2000;

/** As it reaches the coach: through the product's schema. @throws Error where that refuses it */
export function throughSchema(observation: ConnectionObservation): ConnectionObservation {
  const message = readTapMessage(structuredClone({ kind: 'connection', connection: observation }));
  if (message?.kind !== 'connection' || !message.connection) {
    throw new Error('The schema refuses what the reader says.');
  }
  return message.connection;
}
