import type { DrivenPage } from '../../tools/browsers/browser.ts';
import { untilCoach } from '../../tools/browsers/coach.ts';
import { openPopup } from './support/popup.ts';
import {
  iconSays,
  inExtension,
  launchInstalled,
  newProfile,
  registeredAt,
  removeProfile,
  type ShippedBrowser,
  sayYesTo,
  tabInFront,
  takeBack,
} from './support/shipped.ts';
import { expect, test } from './support/test.ts';

/**
 * The shipped build, which has no site: all begins with a press. A camera of the browser's own where it has
 * to be found late (only such a track can be told from others), the sitter where it must not be.
 */
const REAL = '?camera=real&wait=never&lang=en';
const OUTER = 'http://localhost/*';
const INNER = 'http://127.0.0.1/*';
const TITLES = {
  idle: 'Eyelevel is off here. Press to turn it on.',
  coaching: 'Eyelevel is giving tips now',
  'frame-too-small': 'There is no room for Eyelevel. Make the window larger.',
  'reload-needed': 'Reload the page so that Eyelevel can start',
  'needs-permission': 'Eyelevel needs one more yes. Press here.',
};

test.describe.configure({ mode: 'serial' });

let profile: string;
let shipped: ShippedBrowser;

test.beforeAll(async ({ browserKind }) => {
  test.setTimeout(120_000);
  profile = await newProfile();
  shipped = await launchInstalled(browserKind, profile);
});

test.afterAll(async () => {
  await shipped?.driven.close();
  await removeProfile(profile);
});

/** A page whose own functions are remembered, so that it can tell whether they are its own again. */
async function openPage(url: string): Promise<DrivenPage> {
  const page = await shipped.driven.newTab(
    'globalThis.ownGetUserMedia = globalThis.MediaDevices?.prototype.getUserMedia; globalThis.since = Math.random();',
  );
  await page.goto(url);
  return page;
}

/** As the clinic's page sends its tab elsewhere. */
async function goOn(page: DrivenPage, url: string): Promise<void> {
  await page.evaluate(`setTimeout(() => location.assign('${url}')); 0`);
  const address = () => page.evaluate<string>('location.href').catch(() => '');
  await expect.poll(address).toBe(url);
}

const isWrapped = (page: DrivenPage) =>
  page.evaluate<boolean>('MediaDevices.prototype.getUserMedia !== ownGetUserMedia');
const hasCoach = (page: DrivenPage) =>
  page.evaluate<boolean>(`document.querySelector('eyelevel-coach') !== null`);
const isCoached = (page: DrivenPage) =>
  untilCoach(page, 'the preview is coached', ({ phase }) => phase === 'preview', 60_000);

async function turnOn(page: DrivenPage): Promise<void> {
  const popup = await openPopup(shipped.driven, shipped.controls, page);
  await popup.press('.button-main');
}

async function turnOff(page: DrivenPage): Promise<void> {
  const popup = await openPopup(shipped.driven, shipped.controls, page);
  expect(await popup.page()).toBe('on');
  await popup.press('.here > .button');
}

async function isOff(): Promise<void> {
  await expect.poll(() => registeredAt(shipped.controls)).toEqual([]);
}

test('nothing runs before the press; after it the open page is coached, and off restores it', async ({
  demo,
}) => {
  test.setTimeout(240_000);
  const { driven, controls } = shipped;
  const page = await openPage(demo.url + REAL);
  await expect.poll(() => page.evaluate('clinic.phase')).toBe('preview');
  const tab = await tabInFront(controls, page);
  const since = await page.evaluate('since');

  await test.step('before', async () => {
    expect(await registeredAt(controls)).toEqual([]);
    expect(await hasCoach(page)).toBe(false);
    expect(await isWrapped(page)).toBe(false);
  });

  await sayYesTo(driven, OUTER);
  await test.step('the popup says what will be asked, and a press turns it on', async () => {
    const popup = await openPopup(driven, controls, page);
    expect(await popup.page()).toBe('off');
    expect(await popup.evaluate(`document.querySelector('.hosts').textContent`)).toBe('localhost');
    await popup.press('.button-main');
    await isCoached(page);
    expect(await page.evaluate('since'), 'without a reload').toBe(since);
    await iconSays(controls, tab, TITLES.coaching);
    expect(await registeredAt(controls)).toEqual([OUTER]);
  });

  await test.step('a new page of the site is coached too', async () => {
    const other = await openPage(demo.url + REAL);
    await isCoached(other);
    await other.close();
  });

  await test.step('off on this site: the page has its own functions again', async () => {
    await turnOff(page);
    await isOff();
    await expect.poll(() => hasCoach(page)).toBe(false);
    await expect.poll(() => isWrapped(page)).toBe(false);
    await iconSays(controls, tab, TITLES.idle);
    const sites = () => inExtension(controls, 'return api.storage.local.get("sites")');
    await expect.poll(sites).toEqual({ sites: {} });
  });
  await page.close();
});

test('one press asks for page and frame; a frame that is not permitted is said on the icon', async ({
  demo,
}) => {
  test.setTimeout(240_000);
  const { driven, controls } = shipped;
  const page = await openPage(`${demo.url}${REAL}&frame=1`);
  const tab = await tabInFront(controls, page);
  await sayYesTo(driven, OUTER, INNER);

  await test.step('one press, both hosts', async () => {
    const popup = await openPopup(driven, controls, page);
    const hosts = `[...document.querySelectorAll('.hosts li')].map((item) => item.textContent)`;
    expect(await popup.evaluate(hosts)).toEqual(['localhost', '127.0.0.1']);
    await popup.press('.button-main');
    await isCoached(page);
    expect(await registeredAt(controls)).toEqual([INNER, OUTER]);
    await iconSays(controls, tab, TITLES.coaching);
    expect(await hasCoach(page), 'the coach is in the frame of the camera').toBe(false);
  });

  await test.step('a frame without room', async () => {
    const size = (px: string) =>
      page.evaluate(
        `Object.assign(document.querySelector('iframe').style, { flex: 'none', minHeight: 0, height: '${px}' }); 0`,
      );
    await size('150px');
    await iconSays(controls, tab, TITLES['frame-too-small']);
    await size('600px');
    await iconSays(controls, tab, TITLES.coaching);
  });

  await test.step('the frame loses its permission: the icon says so, one press mends it', async () => {
    await inExtension(controls, `await api.permissions.remove({ origins: ['${INNER}'] })`);
    await iconSays(controls, tab, TITLES['needs-permission']);
    await page.goto(`${demo.url}${REAL}&frame=1`);
    await iconSays(controls, tab, TITLES['needs-permission']);
    await sayYesTo(driven, INNER);
    const popup = await openPopup(driven, controls, page);
    expect(await popup.page()).toBe('needs-permission');
    await popup.press('.button-main');
    await isCoached(page);
    await iconSays(controls, tab, TITLES.coaching);
  });

  await test.step('off takes back both', async () => {
    await turnOff(page);
    await isOff();
  });
  await page.close();
});

test('a camera that cannot be found late: reload, in words and by a press', async ({ demo }) => {
  test.setTimeout(180_000);
  const { driven, controls } = shipped;
  const page = await openPage(`${demo.url}?wait=never&lang=en`);
  await expect.poll(() => page.evaluate('clinic.phase')).toBe('preview');
  const tab = await tabInFront(controls, page);
  const since = await page.evaluate('since');
  await sayYesTo(driven, OUTER);
  await turnOn(page);
  await iconSays(controls, tab, TITLES['reload-needed']);
  expect(await hasCoach(page)).toBe(false);

  const popup = await openPopup(driven, controls, page);
  expect(await popup.page()).toBe('reload-needed');
  await popup.press('.button-main');
  await isCoached(page);
  expect(await page.evaluate('since')).not.toBe(since);
  await page.close();
});

test('a tab that goes on to where Eyelevel may not be', async ({ demo }) => {
  test.setTimeout(120_000);
  const { controls } = shipped;
  const page = await openPage(demo.url + REAL);
  await isCoached(page);
  const tab = await tabInFront(controls, page);
  await goOn(page, demo.frameUrl + REAL);
  await iconSays(controls, tab, TITLES['needs-permission']);
  expect(await hasCoach(page)).toBe(false);
  await goOn(page, demo.url + REAL);
  await isCoached(page);
  await iconSays(controls, tab, TITLES.coaching);
  await page.close();
});

test('on again after a restart; the browser’s own settings turn it off', async ({
  demo,
  browserKind,
}) => {
  test.setTimeout(240_000);
  await shipped.driven.close();
  shipped = await launchInstalled(browserKind, profile);
  await expect.poll(() => registeredAt(shipped.controls)).toEqual([OUTER]);
  const page = await openPage(demo.url + REAL);
  await isCoached(page);
  await takeBack(shipped, OUTER);
  await isOff();
  await expect.poll(() => hasCoach(page)).toBe(false);
  await expect.poll(() => isWrapped(page)).toBe(false);
});
