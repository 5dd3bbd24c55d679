import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createHearing } from '../../../utils/hearing/hearing.ts';
import type { Sound } from '../../../utils/hearing/listener.ts';
import { createVoiceActivity, FRAME_SAMPLES } from '../../../utils/hearing/voice-activity.ts';
import { createRandom } from '../support/random.ts';

const RATE_HZ = 48_000;

async function readWasm(): Promise<ArrayBuffer> {
  const bytes = readFileSync('node_modules/@jitsi/rnnoise-wasm/dist/rnnoise.wasm');
  return new Uint8Array(bytes).buffer;
}

/** A voice's pulses through the formants of an "a", in syllables; and what a quiet room gives. */
function vowel(i: number): number {
  if (i % 14_400 > 9_600) return 0;
  const sinceMs = ((i * 130) % RATE_HZ) / 130 / 48;
  const ring = (hz: number) => Math.sin(2 * Math.PI * hz * (sinceMs / 1000)) * Math.exp(-sinceMs);
  return 0.2 * (ring(700) + 0.6 * ring(1_200) + 0.3 * ring(2_600));
}
const random = createRandom(1);
const room = () => random.noise(0.003);

const looks = (count: number, sampleAt: (i: number) => number): Sound[] =>
  Array.from({ length: count }, (_, look) => ({
    kind: 'sound',
    atMs: 200 * (look + 1),
    sampleRateHz: RATE_HZ,
    samples: Float32Array.from({ length: 9_600 }, (_, i) => sampleAt(look * 9_600 + i)),
    far: null,
  }));

test('the model takes syllables for a voice, and a quiet room rather for none', async () => {
  const voiceRatio = async (sampleAt: (i: number) => number) => {
    const model = await createVoiceActivity(await readWasm());
    const probabilities = Array.from({ length: 300 }, (_, frame) =>
      model.probability(
        Float32Array.from({ length: FRAME_SAMPLES }, (_, i) => sampleAt(frame * FRAME_SAMPLES + i)),
      ),
    );
    // It learns what a room is like in the first second.
    return probabilities.slice(100).filter((one) => one > 0.5).length / 200;
  };
  // Of a hiss alone it is never quite sure: what follows from it asks for a pitch, too.
  expect(await voiceRatio(vowel)).toBeGreaterThan(0.6);
  expect(await voiceRatio(room)).toBeLessThan(0.4);
});

test('it is loaded with the first sound, once', async () => {
  let asked = 0;
  const hearing = createHearing(() => {
    asked++;
    return readWasm();
  });
  expect(asked).toBe(0);
  const [first, ...others] = looks(10, vowel);
  if (first) hearing.hear(first);
  await expect
    .poll(async () => {
      const said = others.map((sound) => hearing.hear(sound));
      return said.at(-1)?.frames.at(-1)?.voice ?? 0;
    })
    .toBeGreaterThan(0.5);
  expect(asked).toBe(1);
});

test('where it cannot be loaded, levels are told all the same', async () => {
  const hearing = createHearing(() => Promise.reject(new Error('no wasm here')));
  const said = looks(3, vowel).map((sound) => hearing.hear(sound));
  await Promise.resolve();
  const frames = said.flatMap((one) => one.frames);
  expect(Math.max(...frames.map(({ dbfs }) => dbfs))).toBeGreaterThan(-30);
  expect(frames.every(({ voice }) => voice === 0)).toBe(true);
});
