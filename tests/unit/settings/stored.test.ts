import { beforeEach, describe, expect, it, vi } from 'vitest';
import { languageSetting } from '../../../utils/settings/items.ts';
import { browser, fake } from '../support/fake-browser.ts';

vi.mock('wxt/browser', () => import('../support/fake-browser.ts'));

beforeEach(() => fake.reset());

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
