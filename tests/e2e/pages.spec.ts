import type { Page } from '@playwright/test';
import axe from 'axe-core';
import type { DrivenFrame, DrivenPage } from '../../tools/browsers/browser.ts';
import { findCoach, untilCoach } from '../../tools/browsers/coach.ts';
import { expect, test } from './support/test.ts';
import { press, until } from './support/visit.ts';

/** The galleries see every state of the views (tests/pages); here are the pages as the browser has them. */
async function axeProblems(frame: Pick<DrivenFrame, 'evaluate'>): Promise<unknown> {
  await frame.evaluate(`${axe.source};0`);
  return frame.evaluate(`axe.run().then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 120))))`);
}

async function coachOf(page: DrivenPage): Promise<DrivenFrame> {
  const frame = await findCoach(page);
  if (!frame) throw new Error('The page has no coach.');
  return frame;
}

for (const name of ['popup.html', 'welcome.html', 'prepare.html']) {
  test(`${name}: light and dark, narrow and wide @chromium`, async ({ driven }) => {
    const page = (await driven.extensionPage(name)) as unknown as Page;
    await page.waitForSelector('main h1');
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [320, 1000]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        expect(await axeProblems(page), `${colorScheme}, ${width} px`).toEqual([]);
        const beside = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(beside, `${width} px wide, and scrolls sideways`).toBe(0);
      }
    }
    await page.close();
  });
}

test('the trial coaches on the own camera, and gives it back @chromium', async ({ driven }) => {
  const driving = await driven.extensionPage('welcome.html');
  const page = driving as unknown as Page;
  await page.click('[data-trial=idle] .button-main');
  await page.waitForSelector('[data-trial=running] video');
  await untilCoach(driving, 'the preview', ({ phase }) => phase === 'preview');
  const track = await page.evaluateHandle(() => {
    const stream = document.querySelector('video')?.srcObject;
    return stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined;
  });
  const state = () => track.evaluate((camera) => camera?.readyState);
  expect(await state()).toBe('live');

  await page.click('[data-trial=running] .button-main');
  await page.waitForSelector('[data-trial=idle]');
  expect(await state(), 'the camera is off').toBe('ended');
  expect(await page.locator('eyelevel-coach').count(), 'and the coach is gone').toBe(0);
  await page.close();
});

test('a yes to the camera’s height keeps three numbers, and someone else takes them away', async ({
  driven,
  camera,
}) => {
  const page = await driven.extensionPage('welcome.html');
  const [frame] = page.frames();
  if (!frame) throw new Error('The welcome page has no frame.');
  const kept = () =>
    frame.evaluate<Record<string, object>>(
      'chrome.storage.local.get(["neutral", "cameraSupport"])',
    );
  const state = () => frame.evaluate('document.querySelector("[data-height]")?.dataset.height');
  const focused = () => frame.evaluate('document.activeElement?.tagName');

  await page.bringToFront();
  await frame.evaluate(`${camera};0`);
  await frame.click('[data-trial=idle] .button-main');
  // Firefox's driver does not list a frame of the extension inside a page of the extension.
  await until('the preview', () =>
    frame.evaluate(`document.querySelector('eyelevel-coach iframe')
      ?.contentDocument?.documentElement.dataset.phase === 'preview'`),
  );
  expect(await kept(), 'nothing was asked yet').toEqual({});

  // Whoever sits still is known after some seconds; a slow computer may need another yes.
  const isKnown = async () => (await state()) === 'known';
  await press(() => frame.click('.height-answer .button'), 'it is known', isKnown, 15_000);
  const { neutral } = await kept();
  expect(Object.keys(neutral ?? {}).sort()).toEqual(['distanceCm', 'elevationDeg', 'eyesY']);
  // The sitter's camera is level with its eyes.
  expect(Math.abs(Number((neutral as { elevationDeg?: number }).elevationDeg))).toBeLessThan(6);
  expect(await focused(), 'the button is gone, and the focus is not lost').toBe('H2');
  expect(await axeProblems(frame)).toEqual([]);

  await frame.click('.support .button:first-of-type');
  await until('the place of the camera is kept', async () => 'cameraSupport' in (await kept()));
  expect((await kept()).cameraSupport).toBe('laptop');

  await frame.click('[data-height=known] > .button');
  await until('it is forgotten', async () => (await state()) === 'forgotten');
  expect(await kept()).toEqual({ cameraSupport: 'laptop' });
  expect(await focused()).toBe('H2');

  await frame.evaluate('chrome.storage.local.remove("cameraSupport")');
  await frame.click('[data-trial=running] .button-main');
  await until('the camera is off', () =>
    frame.evaluate('Boolean(document.querySelector("[data-trial=idle]"))'),
  );
});

test('the coach on a call page: axe finds nothing, and a tip is shown whole', async ({
  driven,
  demo,
}) => {
  const page = await driven.newTab();
  await page.goto(`${demo.url}?wait=never`);
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview', 40_000);
  expect(await axeProblems(await coachOf(page)), 'without a tip').toEqual([]);

  await page.evaluate('sitter.set({ lightLevel: 0.03 })');
  await untilCoach(page, 'too-dark is said', ({ tip }) => tip === 'too-dark', 60_000);
  const coach = await coachOf(page);
  expect(await axeProblems(coach), 'with a tip').toEqual([]);
  await expect
    .poll(
      () =>
        coach.evaluate(
          () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
        ),
      { message: 'px of the tip that are cut off' },
    )
    .toBe(0);
  await page.close();
});

test('Swedish, once chosen, is spoken everywhere @chromium', async ({ driven, demo }) => {
  const popup = (await driven.extensionPage('popup.html')) as unknown as Page;
  await popup.getByRole('button', { name: 'Svenska' }).click();
  await popup.waitForSelector('html[lang=sv]');
  await popup.getByRole('heading', { name: 'Senaste samtalet' }).waitFor();
  const welcome = (await driven.extensionPage('welcome.html')) as unknown as Page;
  await welcome.getByRole('heading', { name: 'Välkommen till Eyelevel' }).waitFor();
  const page = await driven.newTab();
  await page.goto(`${demo.url}?wait=never`);
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview');
  const coach = await coachOf(page);
  expect(await coach.evaluate(() => document.documentElement.lang)).toBe('sv');
  expect(await coach.evaluate(() => document.querySelector('.control')?.textContent)).toBe(
    'Pausa tips',
  );

  await popup.getByRole('button', { name: 'English' }).click();
  await popup.waitForSelector('html[lang=en]');
  await expect
    .poll(() => coach.evaluate(() => document.documentElement.lang), { message: 'follows at once' })
    .toBe('en');
  await Promise.all([popup.close(), welcome.close(), page.close()]);
});
