import { describe, expect, it } from 'vitest';
import { CHOICES } from '../../../demo/clinic/sitter-panel.ts';
import { type Word, wordsIn } from '../../../demo/clinic/words.ts';

describe('the words of the sitter panel', () => {
  it.each(['sv', 'en'] as const)('name each choice (%s), none as another', (lang) => {
    const words = wordsIn(lang);
    for (const [key, choices] of Object.entries(CHOICES)) {
      const said = choices.map((choice) => words(`${key}.${choice}` as Word));
      for (const [i, word] of said.entries()) expect(word, `${key}.${choices[i]}`).toBeTruthy();
      expect(new Set(said).size, key).toBe(choices.length);
    }
  });
});
