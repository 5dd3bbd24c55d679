import { openExtensionPage } from './support/shipped.ts';
import { expect, launch, test } from './support/test.ts';
import { until } from './support/visit.ts';

test('a helper types the number that is read out, and gets the tip and what to ask', async ({
  browserKind,
}) => {
  const driven = await launch(browserKind, {});
  const controls = await driven.extensionPage('welcome.html');
  const page = await openExtensionPage(driven, controls, 'by-phone.html');
  const frame = page.frames()[0];
  const shows = (id: string) =>
    until(`it shows ${id}`, () =>
      page.evaluate(`document.querySelector('main[data-tip="${id}"]') !== null`),
    );
  await shows('none');
  await page.evaluate(`(() => { document.querySelector('#number').value = 'Tips 11'; })()`);
  await frame?.click('button[type=submit]');
  await shows('too-dark');
  expect(await page.evaluate(`document.querySelector('.tip').dataset.cue`)).toBe('too-dark');
  expect(await page.evaluate(`document.querySelectorAll('.by-phone-questions li').length`)).toBe(3);

  await page.evaluate(`(() => { document.querySelector('#number').value = '99'; })()`);
  await frame?.click('button[type=submit]');
  await shows('none');
  expect(await page.evaluate(`document.querySelector('[role=status]').textContent`)).not.toBe('');

  await frame?.click('section li:first-child .button');
  await shows('camera-off');
  await driven.close();
});
