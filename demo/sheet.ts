/**
 * npx tsx demo/sheet.ts [file.png] [name part]
 *
 * Draws the sitter in every look beside each other, to be looked at by a person: whatever else is
 * measured, the drawn people must look like people.
 */
import { writeFile } from 'node:fs/promises';
import { launchChromium } from '../tools/browsers/chromium.ts';
import type { SitterDesk } from './camera/sitter-desk.ts';
import { startDemo } from './server.ts';
import { HEAD_SHAPES } from './sitter/head-shapes.ts';
import {
  COMPANIES,
  EYEWEARS,
  HAIRS,
  IN_HAND,
  LIGHT_DIRECTIONS,
  MOVEMENTS,
  ON_FACES,
  type Situation,
} from './sitter/situation.ts';

interface Look {
  readonly name: string;
  readonly changes: Partial<Situation>;
}

/** At this time who gestures has a hand up, and who reads has the head bowed. */
const NOW_MS = 6700;

const each = <K extends keyof Situation>(
  key: K,
  values: readonly Situation[K][],
  more: Partial<Situation> = {},
): Look[] =>
  values.map((value) => ({ name: `${key} ${value}`, changes: { [key]: value, ...more } }));

const LOOKS: readonly Look[] = [
  ...each('headShape', [...HEAD_SHAPES.keys()]),
  ...each('hair', HAIRS),
  ...each('hair', HAIRS, { yawDeg: 40, headShape: 4 }),
  ...each('eyewear', EYEWEARS),
  ...[0.2, 0.5, 0.8].map((glareRatio): Look => {
    return { name: `glare ${glareRatio}`, changes: { eyewear: 'glasses', glareRatio } };
  }),
  { name: 'glasses aside', changes: { eyewear: 'glasses', yawDeg: 35, headShape: 2 } },
  { name: 'patch aside', changes: { eyewear: 'eye-patch', yawDeg: 35, hair: 'none' } },
  ...each('onFace', ON_FACES),
  { name: 'mask aside', changes: { onFace: 'mask', yawDeg: 45, hair: 'short', headShape: 8 } },
  { name: 'tube aside', changes: { onFace: 'nasal-tube', yawDeg: -35, headShape: 9 } },
  ...each('inHand', IN_HAND),
  ...each('company', COMPANIES, { distanceCm: 70 }),
  { name: 'beside, centred', changes: { company: 'beside', distanceCm: 70, offsetXRatio: -0.19 } },
  { name: 'print at 130', changes: { company: 'shirt-print', distanceCm: 130 } },
  ...each('movement', MOVEMENTS),
  ...each('lightDirection', LIGHT_DIRECTIONS),
  ...[2, 4, 6, 8].flatMap((lightLevel) => each('skinTone', [1, 5, 10], { lightLevel })),
  ...each('blurRatio', [0.003, 0.01, 0.02]),
  { name: 'focus on the wall', changes: { blurRatio: 0.01, focusOn: 'background' } },
  ...each('rollDeg', [25, 60, 90, -90]),
  ...each('verticalFovDeg', [30, 60]),
];

const TILE = { width: 320, height: 180, columns: 5 };
const [file = 'sitter.png', part = ''] = process.argv.slice(2);
const looks = LOOKS.filter(({ name }) => name.includes(part));

const demo = await startDemo({});
const browser = await launchChromium({ extension: null });
try {
  const page = await browser.context.newPage();
  await page.goto(`${demo.url}?camera=none&controls=0&wait=never`);
  const url = await page.evaluate(drawSheet, { looks, tile: TILE, nowMs: NOW_MS });
  await writeFile(file, Buffer.from(url.split(',')[1] as string, 'base64'));
  console.log(`${file}: ${looks.length} looks`);
} finally {
  await browser.context.close();
  await demo.close();
}

/** Runs in the page. */
function drawSheet(sheet: { looks: readonly Look[]; tile: typeof TILE; nowMs: number }): string {
  const { width, height, columns } = sheet.tile;
  const { sitter } = window as unknown as { sitter: SitterDesk };
  const canvas = document.createElement('canvas');
  canvas.width = columns * width;
  canvas.height = Math.ceil(sheet.looks.length / columns) * height;
  const g = canvas.getContext('2d') as CanvasRenderingContext2D;
  g.font = '13px sans-serif';
  sheet.looks.forEach(({ name, changes }, i) => {
    const [x, y] = [(i % columns) * width, Math.floor(i / columns) * height];
    g.drawImage(sitter.frame(changes, sheet.nowMs), x, y, width, height);
    g.fillStyle = 'rgba(0, 0, 0, 0.6)';
    g.fillRect(x, y, 8 + g.measureText(name).width, 18);
    g.fillStyle = '#fff';
    g.fillText(name, x + 4, y + 13);
  });
  return canvas.toDataURL('image/png');
}
