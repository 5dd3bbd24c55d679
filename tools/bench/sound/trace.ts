import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createListener } from '../../../utils/hearing/listener.ts';
import { createVoiceActivity } from '../../../utils/hearing/voice-activity.ts';
import type { SoundObservation } from '../../../utils/sound-observation.ts';
import { dbOf, powerOf } from './level.ts';
import { RATE_HZ } from './programs.ts';
import type { Heard, Scenario } from './scenario.ts';

/** One look, as the coach has it. Null: nothing was listened to. */
export interface TraceLook {
  readonly atMs: number;
  readonly said: SoundObservation | null;
}

const LOOK_MS = 200;
/** The tap reads the far end's level of one packet, as often as the overlay reads its own sound, but not at one time. */
const FAR_AGE_MS = 70;
const PACKET_MS = 20;
const CACHE = join('node_modules', '.cache', 'eyelevel', 'sound-traces');
const LISTENER = 'utils/hearing';

const wasm = readFileSync('node_modules/@jitsi/rnnoise-wasm/dist/rnnoise.wasm');

/** What the product's own code hears in a scenario; kept, since it takes longer than all the rest. */
export async function traceOf(scenario: Scenario): Promise<readonly TraceLook[]> {
  const heard = scenario.make();
  const path = join(CACHE, `${hashOf(heard)}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as TraceLook[];
  const looks = await listenTo(heard);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(path, JSON.stringify(looks, shorter));
  return looks;
}

async function listenTo({ own, muted, far }: Heard): Promise<readonly TraceLook[]> {
  const voice = await createVoiceActivity(new Uint8Array(wasm).buffer);
  const listener = createListener(() => voice);
  const looks: TraceLook[] = [];
  const samplesALook = (LOOK_MS * RATE_HZ) / 1000;
  for (let from = 0; from + samplesALook <= own.length; from += samplesALook) {
    const to = from + samplesALook;
    const atMs = (1000 * to) / RATE_HZ;
    if (muted && atMs > 1000 * muted.fromS && atMs <= 1000 * muted.toS) {
      listener.reset();
      looks.push({ atMs, said: null });
      continue;
    }
    const said = listener.hear({
      kind: 'sound',
      atMs,
      sampleRateHz: RATE_HZ,
      samples: own.slice(from, to),
      far: far ? levelOf(far, atMs - FAR_AGE_MS) : null,
    });
    looks.push({ atMs, said });
  }
  return looks;
}

function levelOf(far: Float32Array, atMs: number): { dbfs: number; atMs: number } {
  const to = Math.round((atMs * RATE_HZ) / 1000);
  const packet = far.subarray(Math.max(0, to - (PACKET_MS * RATE_HZ) / 1000), to);
  return { dbfs: Math.max(-100, dbOf(powerOf(packet))), atMs };
}

const shorter = (_key: string, value: unknown) =>
  typeof value === 'number' ? Math.round(1e4 * value) / 1e4 : value;

const listener = createHash('sha256');
for (const file of readdirSync(LISTENER).toSorted()) {
  listener.update(readFileSync(join(LISTENER, file)));
}
const listenerVersion = listener.digest('hex');

function hashOf({ own, far, muted }: Heard): string {
  const hash = createHash('sha256').update(`${listenerVersion} ${JSON.stringify(muted ?? null)}`);
  for (const samples of [own, far]) {
    if (samples)
      hash.update(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
  }
  return hash.digest('hex').slice(0, 24);
}
