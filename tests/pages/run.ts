/**
 * Every view in every state, looked at by axe and by a ruler, in light and dark, narrow and wide, with large
 * text, in both languages; then the coach, pressed and moved. Fails on any violation.
 *
 *   npx tsx tests/pages/run.ts                 the checks
 *   npx tsx tests/pages/run.ts --shots DIR     and a screenshot of each, to look at
 *   npx tsx tests/pages/run.ts --only prepare  one view alone, without pressing and moving
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import axe from 'axe-core';
import type { Language } from '../../utils/languages/languages.ts';
import { behave } from './behaviours.ts';
import type {} from './gallery/show.ts';
import { openGallery } from './open-gallery.ts';
import { printSheets } from './sheets.ts';

interface Look {
  readonly name: string;
  readonly language: Language;
  readonly colorScheme: 'light' | 'dark';
  /** Of the page; `wide` is the width that the view gets at home. */
  readonly width: 'wide' | 320;
  /** The reader's own text size, 16 px being 100 %. */
  readonly textPx: 16 | 32;
  readonly forcedColors?: boolean;
}

const LOOKS: readonly Look[] = [
  { name: 'light-sv', language: 'sv', colorScheme: 'light', width: 'wide', textPx: 16 },
  { name: 'dark-en', language: 'en', colorScheme: 'dark', width: 'wide', textPx: 16 },
  { name: 'narrow-en', language: 'en', colorScheme: 'light', width: 320, textPx: 16 },
  { name: 'large-sv', language: 'sv', colorScheme: 'dark', width: 320, textPx: 32 },
  {
    name: 'forced-sv',
    language: 'sv',
    colorScheme: 'dark',
    width: 'wide',
    textPx: 16,
    forcedColors: true,
  },
];

const VIEWS = [
  { view: 'coach', widePx: 330 },
  { view: 'popup', widePx: 400 },
  { view: 'calls', widePx: 1000 },
  { view: 'options', widePx: 1000 },
  { view: 'by-phone', widePx: 1000 },
  { view: 'relatives', widePx: 1000 },
  { view: 'welcome', widePx: 1000 },
  { view: 'prepare', widePx: 1000 },
] as const;

/** 44 px, as the design asks: more than the 24 px of WCAG 2.2 AA. */
const TARGET_PX = 44;

const { values: options } = parseArgs({
  options: { shots: { type: 'string' }, only: { type: 'string' } },
});
const views = VIEWS.filter(({ view }) => !options.only || view === options.only);
const gallery = await openGallery(VIEWS.map(({ view }) => view));

const browser = await chromium.launch({
  executablePath: process.env.EYELEVEL_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

const problems: string[] = [];
let looked = 0;
try {
  if (options.shots) mkdirSync(options.shots, { recursive: true });
  for (const look of LOOKS) {
    for (const { view, widePx } of views) {
      const context = await browser.newContext({
        viewport: { width: look.width === 'wide' ? widePx : look.width, height: 640 },
        colorScheme: look.colorScheme,
        forcedColors: look.forcedColors ? 'active' : 'none',
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`${view}, ${look.name}: ${message.text()}`);
      });
      page.on('pageerror', (error) => problems.push(`${view}, ${look.name}: ${error.message}`));
      await page.goto(`${gallery.origin}/${view}.html`);
      await page.evaluate((px) => {
        document.documentElement.style.fontSize = `${px}px`;
      }, look.textPx);
      await page.evaluate(axe.source);
      for (const state of await page.evaluate(() => window.gallery.names)) {
        await page.evaluate(([name, language]) => window.gallery.show(name, language), [
          state,
          look.language,
        ] as const);
        if (options.shots) {
          const path = join(options.shots, `${view}-${state}-${look.name}.png`);
          await page.screenshot({ path, fullPage: true });
        }
        const found = [...(await violations(page)), ...(await misfits(page))];
        problems.push(...found.map((what) => `${view}/${state}, ${look.name}: ${what}`));
        looked += 1;
      }
      await context.close();
    }
  }
  if (!options.only) problems.push(...(await behave(browser, gallery.origin)));
  problems.push(...(await printSheets(browser, gallery.origin, options)));
} finally {
  await browser.close();
  gallery.close();
}

for (const problem of problems) console.error(problem);
console.log(`${looked} pages looked at (axe ${axe.version}), ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;

/** What axe says, all rules: also the best practices. A closed disclosure is opened first. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const result = (await page.evaluate('axe.run()')) as axe.AxeResults;
  return result.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help}: ${node.html.slice(0, 120)}`),
  );
}

/** Nothing reaches out of the page sideways, no control is smaller than a finger, none is covered. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate((targetPx) => {
    const found: string[] = [];
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) {
      found.push(`scrolls sideways: ${page.scrollWidth} px in ${page.clientWidth} px`);
    }
    for (const control of document.querySelectorAll<HTMLElement>(
      'button, summary, a, select, label:has(input)',
    )) {
      const { width, height } = control.getBoundingClientRect();
      if (width < targetPx || height < targetPx) {
        found.push(`small control, ${width} x ${height} px: ${control.outerHTML.slice(0, 80)}`);
      }
      if (control.scrollWidth > control.clientWidth + 1) {
        found.push(`text cut off: ${control.textContent}`);
      }
    }
    if (document.activeElement !== document.body) found.push('took the focus');
    return found;
  }, TARGET_PX);
}
