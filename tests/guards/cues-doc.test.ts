import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CUE_IDS } from '../../utils/cues/types.ts';
import { LANGUAGES } from '../../utils/languages/languages.ts';
import { TIP_NUMBERS } from '../../utils/languages/tip-numbers.ts';
import { createWords, isWordKey } from '../../utils/languages/words.ts';
import { CATALOGUE } from '../../utils/senses/catalogue.ts';

/** Rows of docs/cues.md: | `id` | number | area | speed | … | */
const ROWS = [
  ...readFileSync('docs/cues.md', 'utf8').matchAll(
    /^\| `([a-z-]+)` \| (\d+) \| (\w+) \| (\w+) \| /gm,
  ),
].map(([, id, tip, area, speed]) => ({ id, tip: Number(tip), area, speed }));

describe('docs/cues.md', () => {
  it('lists the catalogue in its order, with number, area and speed', () => {
    expect(ROWS).toEqual(
      CATALOGUE.map(({ id, area, speed }) => ({ id, tip: TIP_NUMBERS[id], area, speed })),
    );
  });

  it('and the catalogue has every id', () => {
    expect(CATALOGUE.map(({ id }) => id).toSorted()).toEqual([...CUE_IDS].toSorted());
  });

  it.each(LANGUAGES)('every cue has its words in %s', (language) => {
    const words = createWords(language);
    for (const { id } of CATALOGUE) {
      const key = `cue.${id}.tip`;
      expect(isWordKey(key), key).toBe(true);
      if (isWordKey(key)) expect(words.t(key).length).toBeGreaterThan(0);
    }
  });
});
