import { TYPE } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import en from '../../../locales/en.json';
import sv from '../../../locales/sv.json';
import { AREAS, PHASES, type Phase } from '../../../utils/areas.ts';
import {
  CAMERA_SUPPORTS,
  type CameraSupport,
  CUE_DIRECTIONS,
  CUE_IDS,
} from '../../../utils/cues/types.ts';
import {
  type CueWording,
  cueGoodNow,
  cueName,
  cueQuestions,
  cueSpoken,
  cueTip,
} from '../../../utils/languages/cue-words.ts';
import { chooseLanguage, LANGUAGES } from '../../../utils/languages/languages.ts';
import { TIP_NUMBERS, tipWithNumber } from '../../../utils/languages/tip-numbers.ts';
import { createWords, isWordKey, type Words } from '../../../utils/languages/words.ts';
import { PRESENCES } from '../../../utils/messages/background.ts';
import { TROUBLES } from '../../../utils/messages/overlay-coach.ts';

const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, sv };

const WORDINGS: readonly CueWording[] = CUE_IDS.flatMap((id): CueWording[] =>
  id === 'off-centre'
    ? [{ id }, ...CUE_DIRECTIONS.map((direction) => ({ id, direction }))]
    : [{ id }],
);

/** Every tip there is in a phase: each place of the camera, each amount. */
function allTips(words: Words, phase: Phase): string[] {
  return WORDINGS.flatMap((cue) =>
    CAMERA_SUPPORTS.flatMap((support) =>
      [undefined, 10].map((amountCm) =>
        cueTip(words, { ...cue, ...(amountCm && { amountCm }) }, phase, support),
      ),
    ),
  );
}

/** Names of the values that a text takes. */
function args(text: string): string[] {
  return new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true })
    .getAst()
    .flatMap((part) =>
      part.type === TYPE.literal || part.type === TYPE.pound ? [] : [String(part.value)],
    )
    .sort();
}

describe.each(LANGUAGES)('words in %s', (language) => {
  const texts = TEXTS[language] ?? {};
  const words = createWords(language);

  it('has the same keys as English, and no text is empty', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('shows no sign of code, such as a line break that became a backslash', () => {
    expect(Object.entries(texts).filter(([, text]) => /[\\<>_]/.test(text))).toEqual([]);
  });

  it.each(CUE_IDS)('has three different questions for the helper on the phone about %s', (id) => {
    const questions = cueQuestions(words, id);
    expect(new Set(questions).size).toBe(3);
    expect(questions.filter((question) => !question.includes('?'))).toEqual([]);
  });

  it('takes the same values as English', () => {
    const differ = Object.entries(en).filter(
      ([key, text]) => args(texts[key] ?? '').join() !== args(text).join(),
    );
    expect(differ).toEqual([]);
  });

  it.each(WORDINGS)('has all words for $id $direction', (cue) => {
    for (const phase of PHASES) {
      expect(cueTip(words, cue, phase).split('\n').length).toBeLessThanOrEqual(2);
      expect(cueSpoken(words, cue, phase)).not.toBe('');
    }
    expect(cueName(words, cue)).not.toBe('');
    expect(cueGoodNow(words, cue.id)).not.toBe('');
  });

  it('has words for each trouble, presence and area', () => {
    const keys = [
      ...TROUBLES.map((id) => `trouble.${id}`),
      ...PRESENCES.map((id) => `presence.${id}`),
      ...AREAS.map((id) => `area.${id}`),
    ];
    expect(keys.filter((key) => !isWordKey(key))).toEqual([]);
  });

  it('asks in a call for nothing that needs two hands or standing up', () => {
    const inCall = allTips(words, 'in-call').join('\n');
    expect(inCall).not.toMatch(/res dig|ställ dig|lyft|böcker|gå och|stand up|get up|lift|books/i);
    expect(inCall).not.toMatch(/step back|backa|ta ett steg/i);
  });

  it('speaks of the light, the picture and the screen, never of how the person is', () => {
    const forbidden =
      /\b(du är|du sitter|du rör|du gör fel|ditt fel|fel\b|you are|you're|your fault)/i;
    const tips = PHASES.flatMap((phase) => [
      ...allTips(words, phase),
      ...WORDINGS.map((cue) => cueSpoken(words, cue, phase)),
    ]);
    expect(tips.filter((tip) => forbidden.test(tip))).toEqual([]);
  });

  it('fits what the browsers and the stores take', () => {
    expect(words.t('manifest.description').length).toBeLessThanOrEqual(132);
  });
});

describe('directions', () => {
  // The person's own body: too far to their left is mended by moving to their right.
  it.each([
    ['left', /till? your right|to your right/, /åt höger/],
    ['right', /to your left/, /åt vänster/],
    ['up', /Tilt the screen back/, /Fäll skärmen lite bakåt/],
    ['down', /Tilt the screen forward/, /Fäll skärmen lite framåt/],
  ] as const)('%s says the way that mends it', (direction, english, swedish) => {
    const cue = { id: 'off-centre', direction } as const;
    expect(cueTip(createWords('en'), cue, 'in-call')).toMatch(english);
    expect(cueTip(createWords('sv'), cue, 'in-call')).toMatch(swedish);
  });
});

describe('the camera’s height', () => {
  const tip = (id: 'camera-too-low' | 'camera-too-high', ...rest: [Phase, CameraSupport]) =>
    cueTip(createWords('en'), { id, amountCm: 10 }, ...rest);

  it.each([
    ['laptop', /Put books under the computer, about 10 cm/, /Push the computer away/],
    ['on-screen', /Raise the screen or the camera, about 10 cm/, /Push the screen away/],
    ['tablet', /Put the tablet about 10 cm higher, and lean it/, /Push the tablet away/],
    ['fixed', /Move the chair back/, /Lean back/],
    ['unknown', /Put the screen about 10 cm higher/, /Push the screen away/],
  ] as const)('too low, %s: what can be done there', (support, before, inCall) => {
    expect(tip('camera-too-low', 'preview', support)).toMatch(before);
    expect(tip('camera-too-low', 'in-call', support)).toMatch(inCall);
  });

  it.each([
    ['laptop', /Put the computer about 10 cm lower/, /Push the computer away/],
    ['on-screen', /Lower the screen or the camera, about 10 cm/, /Push the screen away/],
    ['tablet', /Put the tablet about 10 cm lower/, /Lower the tablet/],
    ['fixed', /Move the chair back/, /Lean back/],
    ['unknown', /Lower the screen about 10 cm/, /Lower the screen/],
  ] as const)('too high, %s: what can be done there', (support, before, inCall) => {
    expect(tip('camera-too-high', 'preview', support)).toMatch(before);
    expect(tip('camera-too-high', 'in-call', support)).toMatch(inCall);
  });

  it.each(LANGUAGES)('in %s is asked for without a number where none is known', (language) => {
    const words = createWords(language);
    for (const support of CAMERA_SUPPORTS) {
      for (const id of ['camera-too-low', 'camera-too-high'] as const) {
        expect(cueTip(words, { id }, 'preview', support)).not.toMatch(/\d/);
      }
    }
  });

  it.each(LANGUAGES)('in %s is never asked of a camera that cannot be moved', (language) => {
    for (const id of ['camera-too-low', 'camera-too-high'] as const) {
      for (const phase of PHASES) {
        expect(cueTip(createWords(language), { id }, phase, 'fixed')).not.toMatch(
          /höj |sänk|ställ|raise|lower|put /i,
        );
      }
    }
  });
});

describe('someone is with the person', () => {
  it.each(LANGUAGES)(
    'in %s the words are for who sits beside, and speak of no blame',
    (language) => {
      const words = createWords(language);
      const cue = { id: 'too-dark' } as const;
      expect(cueTip(words, cue, 'in-call', 'unknown', true)).toMatch(/Håll en lampa|Hold a lamp/);
      expect(cueSpoken(words, cue, 'in-call', 'unknown', true)).toBe(
        cueTip(words, cue, 'in-call', 'unknown', true),
      );
      const beside = CUE_IDS.filter((id) => isWordKey(`cue.${id}.beside`)).map((id) =>
        cueTip(words, { id }, 'in-call', 'unknown', true),
      );
      expect(beside.length).toBeGreaterThan(10);
      expect(beside.filter((tip) => tip.split('\n').length > 2)).toEqual([]);
      expect(beside.filter((tip) => /\bdu\b|\bdig\b|\bfel\b|your fault/i.test(tip))).toEqual([]);
    },
  );
});

describe('before the call', () => {
  const cue = { id: 'camera-too-low' } as const;
  it('there is time to put something under the screen', () => {
    expect(cueTip(createWords('en'), cue, 'waiting')).toContain('books');
    expect(cueTip(createWords('en'), cue, 'in-call')).not.toContain('books');
  });
});

describe('createWords', () => {
  it('counts in both languages', () => {
    expect(createWords('sv').t('session.length', { minutes: 1 })).toBe('1 minut');
    expect(createWords('sv').t('session.length', { minutes: 12 })).toBe('12 minuter');
    expect(createWords('en').t('session.length', { minutes: 0 })).toBe('Less than 1 minute');
  });

  it('does not hide a value that is missing', () => {
    expect(() => createWords('en').t('coach.tip-number')).toThrow();
  });
});

describe('chooseLanguage', () => {
  it.each([
    ['sv', ['en-GB'], 'sv'],
    ['auto', ['sv-SE', 'en'], 'sv'],
    ['auto', ['fi', 'sv-FI', 'en'], 'sv'],
    ['auto', ['en-US', 'sv'], 'en'],
    ['auto', ['nb-NO'], 'sv'],
    ['auto', ['nb-NO', 'en'], 'en'],
    ['auto', ['ar'], 'en'],
    ['auto', [], 'en'],
  ] as const)('%s with %j gives %s', (choice, browserLanguages, language) => {
    expect(chooseLanguage(choice, browserLanguages)).toBe(language);
  });
});

describe('tip numbers', () => {
  it('are never used twice', () => {
    const numbers = Object.values(TIP_NUMBERS);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('stay what they are: people have them on paper', () => {
    expect(Object.values(TIP_NUMBERS)).toEqual(Array.from({ length: 33 }, (_, index) => index + 1));
  });

  it.each([
    ['11', 'too-dark'],
    [' 7 ', 'camera-too-low'],
    ['Tips 14', 'too-bright'],
    ['tip no. 029', 'offline'],
  ])('%j is read as the tip %s', (typed, id) => expect(tipWithNumber(typed)).toBe(id));

  it.each(['', 'eleven', '0', '99', '1 1', '1.5', '30', '11111111111111111111'])(
    '%j is no tip of this version',
    (typed) => expect(tipWithNumber(typed)).toBeNull(),
  );
});
