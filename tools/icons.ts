/**
 * Renders assets/icon.svg to public/icon/<size>.png, where wxt looks for the extension's icons. The PNGs
 * are committed: a build needs no browser. Run again when the drawing changes.
 *
 *   npx tsx tools/icons.ts
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const SIZES_PX = [16, 32, 48, 128];

const svg = readFileSync(new URL('../assets/icon.svg', import.meta.url), 'utf8');
const folder = fileURLToPath(new URL('../public/icon/', import.meta.url));
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES_PX) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    await page.screenshot({ path: `${folder}${size}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
console.log(`icons written: ${SIZES_PX.join(', ')} px`);
