import { beforeEach, expect, it, vi } from 'vitest';
import { readChoices, writeChoices } from '../../../utils/settings/chosen.ts';
import { panelPlaces, textSizeSetting } from '../../../utils/settings/items.ts';
import { browser, fake } from '../support/fake-browser.ts';

vi.mock('wxt/browser', () => import('../support/fake-browser.ts'));

const PLACE = { corner: 'top-left', xPx: 40, yPx: 2, folded: false } as const;

beforeEach(() => fake.reset());

it('nothing is chosen at first: all tips, normal words, at the top on the right, silent', async () => {
  expect(await readChoices()).toEqual({
    textSize: 'normal',
    simpleMode: false,
    tipProfile: 'all',
    tipsOff: [],
    chime: false,
    readAloud: false,
    panelCorner: 'top-right',
  });
});

it('what was changed is kept, and nothing else is written', async () => {
  await writeChoices({ textSize: 'large', tipsOff: ['echo'] }, false);
  expect(await browser.storage.local.get(null)).toEqual({ textSize: 'large', tipsOff: ['echo'] });
});

it('another corner counts on every site, also where the panel was moved by hand', async () => {
  await panelPlaces.write({ 'https://clinic.example': PLACE });
  await writeChoices({ panelCorner: 'bottom-left' }, false);
  expect(await browser.storage.local.get(null)).toEqual({ panelCorner: 'bottom-left' });
});

it('in a private window nothing is written, and nothing that is kept goes', async () => {
  await panelPlaces.write({ 'https://clinic.example': PLACE });
  const before = await browser.storage.local.get(null);
  await writeChoices({ panelCorner: 'bottom-left', textSize: 'largest' }, true);
  expect(await browser.storage.local.get(null)).toEqual(before);
  expect(await textSizeSetting.read()).toBe('largest');
});

it('what no version of Eyelevel wrote is not believed', async () => {
  await browser.storage.local.set({ textSize: 'huge', tipsOff: ['nothing'], simpleMode: 'yes' });
  expect(await readChoices()).toMatchObject({ textSize: 'normal', tipsOff: [], simpleMode: false });
});
