/** Chromium's NetworkInformation, as far as it is used. */
interface NetworkInformation {
  readonly downlink?: number;
  readonly rtt?: number;
}

/**
 * Without this the page would break in Firefox, which has no `navigator.connection`: it only knows whether it is
 * online. Chromium says what it has seen of late, rounded (Mbit/s, at most 10; ms, to 25).
 */
export function lineFacts(): {
  readonly online: boolean;
  readonly downlinkMbps: number | null;
  readonly roundTripMs: number | null;
} {
  const { connection } = navigator as { connection?: NetworkInformation };
  return {
    online: navigator.onLine,
    downlinkMbps: connection?.downlink ?? null,
    roundTripMs: connection?.rtt ?? null,
  };
}
