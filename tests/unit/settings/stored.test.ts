import { beforeEach, describe, expect, it, vi } from 'vitest';
import { languageSetting, neutralSetting } from '../../../utils/settings/items.ts';
import { browser, fake } from '../support/fake-browser.ts';

vi.mock('wxt/browser', () => import('../support/fake-browser.ts'));

beforeEach(() => fake.reset());

describe('the neutral', () => {
  const neutral = { elevationDeg: -5, distanceCm: 60, eyesY: 0.4 };
  it.each([
    ['three numbers', neutral, neutral],
    ['more than three', { ...neutral, name: 'Anna' }, null],
    ['less', { elevationDeg: -5 }, null],
    ['what cannot be', { ...neutral, eyesY: 7 }, null],
  ])('is read as %s', async (_, stored, read) => {
    await browser.storage.local.set({ neutral: stored });
    expect(await neutralSetting.read()).toEqual(read);
  });

  it('is the visitor’s, and gone when it is forgotten', async () => {
    expect(neutralSetting.owner).toBe('visitor');
    await neutralSetting.write(neutral);
    await neutralSetting.remove();
    expect(await browser.storage.local.get(null)).toEqual({});
  });
});

describe('a setting', () => {
  it('is kept, and read back', async () => {
    expect(await languageSetting.read()).toBe('auto');
    await languageSetting.write('sv');
    expect(await languageSetting.read()).toBe('sv');
  });

  it('chosen in a private window comes first, and never reaches the disk', async () => {
    await languageSetting.write('sv');
    await languageSetting.writeForNow('en');
    expect(await languageSetting.read()).toBe('en');
    expect(await browser.storage.local.get(null)).toEqual({ language: 'sv' });
    await languageSetting.write('sv');
    expect(await languageSetting.read()).toBe('sv');
  });

  it('tells of each change, wherever it was chosen, until nobody listens', async () => {
    const heard: string[] = [];
    const stop = languageSetting.onChange((language) => heard.push(language));
    await languageSetting.write('sv');
    await languageSetting.writeForNow('en');
    await browser.storage.local.set({ another: 1 });
    stop();
    await languageSetting.remove();
    expect(heard).toEqual(['sv', 'en']);
  });

  it('that no schema knows falls back', async () => {
    await browser.storage.local.set({ language: 'klingon' });
    expect(await languageSetting.read()).toBe('auto');
  });
});
