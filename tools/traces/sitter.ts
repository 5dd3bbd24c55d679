/**
 * npx tsx tools/traces/sitter.ts [name part]
 *
 * Puts the rendered sitter into each situation, looks with the real vision code, and prints what holds:
 * every situation its own cue, the good ones none, on all ten skin tones.
 */
import type { Plugin } from 'vite';
import type { Situation } from '../../demo/sitter/situation.ts';
import { createJudge } from '../../utils/cues/judge.ts';
import { readCanonicalMesh } from '../models/canonical-mesh.ts';
import { readFaceSources } from '../models/sources.ts';
import { openPage } from './browser.ts';
import { LOOKS_PER_SECOND } from './clips.ts';

interface Case {
  readonly name: string;
  readonly changes: Partial<Situation>;
  readonly must: string | null;
  /** May hold as well. */
  readonly may?: readonly string[];
  readonly seconds?: number;
}

const TONES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const FAST_S = 1.6;
const SLOW_S = 6;

const CASES: readonly Case[] = [
  { name: 'good', changes: {}, must: null, seconds: SLOW_S },
  { name: 'talking', changes: { movement: 'talking' }, must: null, seconds: SLOW_S },
  { name: 'nodding', changes: { movement: 'nodding' }, must: null, seconds: SLOW_S },
  { name: 'hand', changes: { inHand: 'hand' }, must: null, may: ['no-face'] },
  { name: 'cup', changes: { inHand: 'cup' }, must: null },
  { name: 'two people', changes: { secondPerson: true }, must: null, seconds: SLOW_S },
  { name: 'tilted 25', changes: { rollDeg: 25 }, must: null, seconds: SLOW_S },
  { name: 'covered', changes: { lensCovered: true }, must: 'camera-covered' },
  { name: 'empty', changes: { present: false }, must: 'no-face' },
  {
    name: 'walking out',
    changes: { movement: 'walking-out' },
    seconds: SLOW_S,
    must: 'no-face',
    may: ['off-centre'],
  },
  { name: 'far 150', changes: { distanceCm: 150 }, must: 'too-far' },
  { name: 'far 250', changes: { distanceCm: 250 }, must: 'too-far' },
  { name: 'near 100', changes: { distanceCm: 90 }, must: null },
  { name: 'near 45', changes: { distanceCm: 45 }, must: null },
  { name: 'close 30', changes: { distanceCm: 30 }, must: 'too-close', may: ['off-centre'] },
  { name: 'left', changes: { offsetXRatio: 0.25 }, must: 'off-centre:left' },
  { name: 'right', changes: { offsetXRatio: -0.25 }, must: 'off-centre:right' },
  { name: 'up', changes: { offsetYRatio: 0.35 }, must: 'off-centre:up' },
  { name: 'down', changes: { offsetYRatio: -0.3 }, must: 'off-centre:down' },
  {
    name: 'walking about',
    changes: { movement: 'walking-about' },
    must: 'hold-still',
    seconds: 8,
    may: ['off-centre'],
  },
  { name: 'turned 45', changes: { yawDeg: 45 }, must: 'turned-away', seconds: SLOW_S },
  { name: 'turned -45', changes: { yawDeg: -45 }, must: 'turned-away', seconds: SLOW_S },
  { name: 'turned 15', changes: { yawDeg: 15 }, must: null, seconds: SLOW_S },
  ...[-30, -25, -15, -10, -5, 5, 10, 20, 25, 30].map((deg) => ({
    name: `camera at ${deg}`,
    changes: { cameraElevationDeg: deg },
    must: deg <= -25 ? 'camera-too-low' : deg >= 20 ? 'camera-too-high' : null,
    seconds: SLOW_S,
  })),
  ...TONES.flatMap((skinTone): Case[] => [
    { name: `tone ${skinTone}`, changes: { skinTone }, must: null },
    {
      name: `tone ${skinTone}, white wall`,
      changes: { skinTone, backgroundReflectance: 0.85 },
      must: null,
    },
    {
      name: `tone ${skinTone}, dark wall`,
      changes: { skinTone, backgroundReflectance: 0.05 },
      must: null,
    },
    {
      name: `tone ${skinTone}, light from above`,
      changes: { skinTone, lightDirection: 'top' },
      must: null,
    },
    {
      name: `tone ${skinTone}, light from left`,
      changes: { skinTone, lightDirection: 'left' },
      must: null,
    },
    { name: `tone ${skinTone}, dim`, changes: { skinTone, lightLevel: 0.3 }, must: null },
    { name: `tone ${skinTone}, dark`, changes: { skinTone, lightLevel: 0.03 }, must: 'too-dark' },
    {
      name: `tone ${skinTone}, very dark`,
      changes: { skinTone, lightLevel: 0.015 },
      must: 'too-dark',
    },
    {
      name: `tone ${skinTone}, window behind`,
      changes: { skinTone, lightDirection: 'behind' },
      must: 'backlit',
      may: ['too-dark'],
    },
  ]),
];

const mesh: Plugin = {
  name: 'canonical-mesh',
  resolveId: (id) => (id === 'virtual:canonical-mesh' ? `\0${id}` : undefined),
  async load(id) {
    if (id !== '\0virtual:canonical-mesh') return undefined;
    const { vertices, triangles } = readCanonicalMesh((await readFaceSources()).geometry);
    const base64 = (values: Float32Array | Uint16Array) =>
      Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
    return `export default ${JSON.stringify({ vertices: base64(vertices), triangles: base64(triangles) })};`;
  },
};

const only = process.argv[2] ?? '';
const { page, close } = await openPage('sitter', { plugins: [mesh] });
let wrong = 0;
const elevationErrors: number[] = [];
try {
  for (const { name, changes, must, may = [], seconds = FAST_S } of CASES) {
    if (!name.includes(only)) continue;
    const scene = { changes, looks: seconds * LOOKS_PER_SECOND, stepMs: 1000 / LOOKS_PER_SECOND };
    const { observations, truth } = await page.evaluate((s) => window.watchSitter(s), scene);
    const judge = createJudge();
    const looks = observations.map((observation) =>
      judge
        .observe(observation)
        .holding.map(({ id, direction }) => (direction ? `${id}:${direction}` : id)),
    );
    const held = [...new Set(looks.flat())];
    const last = looks.at(-1) ?? [];
    const unexpected = held.filter(
      (id) => id !== must && !may.includes(id.split(':')[0] as string),
    );
    const ok = (must === null || last.includes(must)) && unexpected.length === 0;
    if (!ok) wrong++;
    const end = observations.at(-1);
    const face = end?.faces?.[0];
    const numbers = face
      ? [
          `iod ${((face.iodRatio * 640) / truth.iodPx).toFixed(2)} of truth`,
          `distance ${face.distanceCm.toFixed(0)} cm of ${truth.distanceCm.toFixed(0)}`,
          `elevation ${face.cameraElevationDeg.toFixed(0)} of ${truth.cameraElevationDeg.toFixed(0)}`,
          `azimuth ${face.cameraAzimuthDeg.toFixed(0)} of ${truth.cameraAzimuthDeg.toFixed(0)}`,
          `face ${face.luminance.face.toFixed(3)}`,
          `whites ${face.eyeWhiteLuminance?.toFixed(3) ?? '-'}`,
        ]
      : ['no face'];
    if (face) elevationErrors.push(Math.abs(face.cameraElevationDeg - truth.cameraElevationDeg));
    const { backgroundBrightLuminance, meanLuma, structureLuma, noiseLuma } = end?.picture ?? {};
    numbers.push(
      `behind ${backgroundBrightLuminance?.toFixed(3)}`,
      `mean ${meanLuma?.toFixed(0)}`,
      `structure ${structureLuma?.toFixed(1)}`,
      `noise ${noiseLuma?.toFixed(1)}`,
    );
    const first = looks.findIndex((ids) => ids.length > 0);
    const since = first < 0 ? '' : ` from ${(first / LOOKS_PER_SECOND).toFixed(1)} s`;
    console.log(
      `${ok ? 'ok  ' : 'FAIL'} ${name}: ${held.join(', ') || 'silent'}${since} (${numbers.join(', ')})`,
    );
  }
} finally {
  await close();
}
const mean = elevationErrors.reduce((a, b) => a + b, 0) / Math.max(1, elevationErrors.length);
console.log(`${wrong} faults; camera elevation off by ${mean.toFixed(1)} degrees on average`);
process.exitCode = wrong === 0 ? 0 : 1;
