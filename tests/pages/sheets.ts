import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { LANGUAGES } from '../../utils/languages/languages.ts';
import type {} from './gallery/show.ts';

const NOTE =
  'The picture froze twice. I could hear all the time. Next time I sit at the kitchen table.';

/** What a person prints: each is one page, without anything to press. Made as PDFs by the browser itself. */
const SHEETS = [
  { name: 'report', view: 'calls', state: 'one' },
  { name: 'card', view: 'relatives', state: 'card' },
] as const;

export async function printSheets(
  browser: Browser,
  origin: string,
  options: { readonly shots?: string | undefined; readonly only?: string | undefined },
): Promise<string[]> {
  const problems: string[] = [];
  const page = await browser.newPage();
  const { shots, only } = options;
  for (const { name, view, state } of SHEETS) {
    if (only && only !== view) continue;
    await page.goto(`${origin}/${view}.html`);
    for (const language of LANGUAGES) {
      await page.evaluate((to) => window.gallery.show(to.state, to.language), { state, language });
      const note = page.locator('textarea');
      const hasNote = (await note.count()) > 0;
      if (hasNote) await note.fill(NOTE);
      const pdf = await page.pdf({
        format: 'A4',
        margin: { top: '1.5cm', bottom: '1.5cm', left: '1.5cm', right: '1.5cm' },
      });
      const found = [...problemsOf(pdf), ...(await problemsOnPaper(page, hasNote))];
      problems.push(...found.map((problem) => `${name}, ${language}: ${problem}`));
      if (shots) await writeFile(join(shots, `${name}-${language}.pdf`), pdf);
    }
  }
  await page.close();
  return problems;
}

function problemsOf(pdf: Buffer): string[] {
  const pages = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
  return pages === 1 ? [] : [`${pages} pages`];
}

async function problemsOnPaper(page: Page, hasNote: boolean): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => ({
    note: document.querySelector<HTMLElement>('.note-printed')?.innerText ?? '',
    presses: [...document.querySelectorAll('button, a, input, textarea, summary')].filter(
      (one) => (one as HTMLElement).offsetParent !== null,
    ).length,
  }));
  await page.emulateMedia({ media: null });
  return [
    ...(hasNote && seen.note !== NOTE ? [`the note is printed as "${seen.note}"`] : []),
    ...(seen.presses > 0 ? [`${seen.presses} controls are printed`] : []),
  ];
}
