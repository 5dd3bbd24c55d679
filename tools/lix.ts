/**
 * How easy the Swedish is. LIX = words / sentences + 100 * long words / words, where a long word has
 * more than six letters (Björnsson 1968). Under 30 is very easy, as in a book for children. Printed for
 * each group of texts and for all together; above the limit the command fails.
 *
 *   npx tsx tools/lix.ts
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Issue 2, item 6. */
export const LIX_LIMIT = 30;
const LONG_WORD_LETTERS = 6;

/** One text a string. A text without a full stop is one sentence: a label, a title. */
export function lix(texts: readonly string[]): number {
  let words = 0;
  let longWords = 0;
  let sentences = 0;
  for (const text of texts) {
    for (const sentence of plain(text).split(/[.!?:]+(?:\s|$)/)) {
      const found = sentence.match(/[\p{L}\p{N}]+(?:[-’'.][\p{L}\p{N}]+)*/gu) ?? [];
      if (found.length === 0) continue;
      sentences += 1;
      words += found.length;
      longWords += found.filter((word) => word.length > LONG_WORD_LETTERS).length;
    }
  }
  return words === 0 ? 0 : words / sentences + (100 * longWords) / words;
}

/** Without ICU's own signs: of a plural the last form is read, a value counts as one short word. */
function plain(text: string): string {
  return text
    .replace(/\{\w+, (?:plural|select),.*other \{([^{}]*)\}\}/g, '$1')
    .replace(/\{\w+\}/g, 'x')
    .replace(/#/g, '1');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../locales/sv.json', import.meta.url);
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const groups = new Map<string, string[]>();
  for (const [key, text] of Object.entries(texts)) {
    // A cue's tips are the heart: they are their own group beside names and the rest.
    const group = /^cue\..*\.(tip|tip-before|spoken)$/.test(key)
      ? 'cue tips'
      : (key.split('.')[0] ?? key);
    groups.set(group, [...(groups.get(group) ?? []), text]);
  }
  const all = Object.values(texts);
  const rows = [...groups, ['all', all] as const].map(
    ([name, list]) => [name, list.length, lix(list)] as const,
  );
  for (const [name, count, value] of rows) {
    const mark = value > LIX_LIMIT ? '  too hard' : '';
    console.log(
      `${name.padEnd(12)} ${String(count).padStart(4)} texts  LIX ${value.toFixed(1)}${mark}`,
    );
  }
  console.log('\nhardest single texts (not judged alone):');
  const single = Object.entries(texts).map(([key, text]) => ({ key, text, value: lix([text]) }));
  for (const { key, text, value } of single.sort((a, b) => b.value - a.value).slice(0, 8)) {
    console.log(`  ${value.toFixed(0).padStart(3)}  ${key}: ${text}`);
  }
  if (rows.some(([, , value]) => value > LIX_LIMIT)) {
    console.error(`\nLIX is above ${LIX_LIMIT}: shorter sentences, shorter words.`);
    process.exitCode = 1;
  }
}
