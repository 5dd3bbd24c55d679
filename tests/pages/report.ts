import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { LANGUAGES } from '../../utils/languages/languages.ts';
import type {} from './gallery/show.ts';

const NOTE =
  'The picture froze twice. I could hear all the time. Next time I sit at the kitchen table.';

/** A call on paper: one page, with the person's own words, and nothing to press. Made as a PDF by the browser itself. */
export async function printReport(
  browser: Browser,
  origin: string,
  shots: string | undefined,
): Promise<string[]> {
  const problems: string[] = [];
  const page = await browser.newPage();
  await page.goto(`${origin}/calls.html`);
  for (const language of LANGUAGES) {
    await page.evaluate((to) => window.gallery.show('one', to), language);
    await page.fill('textarea', NOTE);
    const pdf = await page.pdf({
      format: 'A4',
      margin: { top: '1.5cm', bottom: '1.5cm', left: '1.5cm', right: '1.5cm' },
    });
    const pages = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
    if (pages !== 1) problems.push(`report, ${language}: ${pages} pages`);
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() => ({
      note: document.querySelector<HTMLElement>('.note-printed')?.innerText ?? '',
      presses: [...document.querySelectorAll('button, a, input, textarea, summary')].filter(
        (one) => (one as HTMLElement).offsetParent !== null,
      ).length,
    }));
    if (seen.note !== NOTE)
      problems.push(`report, ${language}: the note is printed as "${seen.note}"`);
    if (seen.presses > 0)
      problems.push(`report, ${language}: ${seen.presses} controls are printed`);
    await page.emulateMedia({ media: null });
    if (shots) await writeFile(join(shots, `report-${language}.pdf`), pdf);
  }
  await page.close();
  return problems;
}
