import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FORBIDDEN_WORDS, wordProblems } from '../../tools/guards/words.ts';

const texts = [
  ...readdirSync('locales').map((file) => `locales/${file}`),
  'README.md',
  'docs/store.md',
  'docs/privacy.md',
].filter((path) => existsSync(path));

/** Every word a person reads; keys are names in code. */
function words(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  if (!path.endsWith('.json')) return [text];
  const values: string[] = [];
  JSON.parse(text, (_key, value) => {
    if (typeof value === 'string') values.push(value);
  });
  return values;
}

describe('words', () => {
  it.each(texts)('of %s claim nothing medical and blame nobody', (path) => {
    expect(words(path).flatMap((text) => wordProblems(path, text))).toEqual([]);
  });

  it.each([
    'Helps your doctor diagnose you.',
    'Hjälper vid behandling.',
    'Spot symptoms early.',
    'Monitors your health during the call.',
    'Measures your heart rate.',
    'A clinically tested tool.',
    'Collects patient data.',
    'Eyelevel övervakar dig.',
    'Monitoring of your\nhealth at home.',
    'You are too dark.',
    'Du är för mörk.',
    'Du sitter fel.',
    'You forgot the lamp.',
    'You look good!',
  ])('refuses “%s”', (text) => expect(wordProblems('text', text)).not.toEqual([]));

  it.each([
    'The picture is dark. Turn on a lamp.',
    'Bilden är mörk. Tänd en lampa.',
    'Eyelevel is not a medical device.',
    'It gives no information for\ndiagnosis or treatment.',
    'Something went wrong. The call goes on.',
    'Läkaren ser bilden.',
    'Look at the monitor. The health service says so.',
  ])('lets through “%s”', (text) => expect(wordProblems('text', text)).toEqual([]));

  it('are listed for people in docs/intended-purpose.md', () => {
    const doc = readFileSync('docs/intended-purpose.md', 'utf8');
    expect(
      FORBIDDEN_WORDS.map(({ what }) => what).filter((what) => !doc.includes(`- ${what}`)),
    ).toEqual([]);
  });
});
