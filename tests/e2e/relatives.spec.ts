import type { DrivenPage } from '../../tools/browsers/browser.ts';
import {
  type Controls,
  inExtension,
  launchInstalled,
  newProfile,
  openExtensionPage,
  registeredAt,
  removeProfile,
  sayYesTo,
} from './support/shipped.ts';
import { expect, launch, SHIPPED_BUILD, test } from './support/test.ts';
import { until } from './support/visit.ts';

const press = async (page: DrivenPage, selector: string) => page.frames()[0]?.click(selector);
const stored = (controls: Controls) =>
  inExtension<Record<string, unknown>>(controls, 'return api.storage.local.get()');
const shows = (page: DrivenPage, selector: string) =>
  until(`it shows ${selector}`, () =>
    page.evaluate(`document.querySelector(${JSON.stringify(selector)}) !== null`),
  );

/** Goes to a part of the page as its links do. */
async function goTo(page: DrivenPage, part: string): Promise<void> {
  await page.evaluate(`location.hash = '${part}'; 0`);
  await shows(page, `main[data-part=${part}]`);
}

async function typeCode(page: DrivenPage, code: string): Promise<void> {
  await page.evaluate(`document.querySelector('#code').value = '${code}'; 0`);
  await press(page, '.code-form button');
}

test('a code from afar says what it changes, changes that alone, and can be taken back', async ({
  browserKind,
}) => {
  test.setTimeout(180_000);
  const driven = await launch(browserKind, {});
  const controls = await driven.extensionPage('welcome.html');
  const page = await openExtensionPage(driven, controls, 'relatives.html');
  await shows(page, 'main[data-part=start]');

  await goTo(page, 'make-code');
  await press(page, 'input[name=language][value=en]');
  await press(page, 'input[value=largest]');
  await press(page, 'input[name=simple]');
  await press(page, 'input[name=kaddio]');
  const code = await page.evaluate<string>(`document.querySelector('.code').textContent`);
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const before = await stored(controls);
  expect(before, 'a code that is made changes nothing here').not.toHaveProperty('textSize');

  await goTo(page, 'code');
  const wrong = code.replace(/.$/, (last) => (last === '7' ? '8' : '7'));
  await typeCode(page, wrong);
  await shows(page, '[data-read=mistyped]');

  await typeCode(page, code.toLowerCase().replaceAll('-', ' '));
  await shows(page, '[data-read=set-up]');
  expect(await page.evaluate(`document.querySelectorAll('.changes li').length`)).toBe(4);
  expect(await stored(controls), 'nothing changes before the press').toEqual(before);

  await press(page, '[data-applied=false] .button');
  await until('it speaks English', () => page.evaluate(`document.documentElement.lang === 'en'`));
  const changed = { language: 'en', textSize: 'largest', simpleMode: true };
  await expect.poll(() => stored(controls)).toEqual({ ...before, ...changed });
  await shows(page, '[data-applied=true] [data-clinic=kaddio]');

  await press(page, '[data-applied=true] > .button');
  await expect
    .poll(() => stored(controls))
    .toMatchObject({ textSize: 'normal', simpleMode: false });
  await driven.close();
});

test('on someone’s computer: large words and a clinic with one press, and a card to print', async ({
  browserKind,
}) => {
  test.setTimeout(180_000);
  const profile = await newProfile();
  const extension = SHIPPED_BUILD[browserKind];
  const { driven, controls } = await launchInstalled(browserKind, profile, { extension });
  const page = await openExtensionPage(driven, controls, 'relatives.html');
  await shows(page, 'main[data-part=start]');
  await goTo(page, 'set-up');
  await press(page, 'input[value=large]');
  await until('the words are larger', () =>
    page.evaluate(`document.documentElement.dataset.textSize === 'large'`),
  );

  expect(await registeredAt(controls)).toEqual([]);
  await sayYesTo(driven, 'https://vardochhalsa.vgregion.se/*');
  await page.bringToFront();
  await press(page, '[data-clinic=vard-och-halsa] .button');
  await shows(page, '[data-clinic=vard-och-halsa][data-on=true]');
  await expect.poll(() => registeredAt(controls)).toEqual(['https://vardochhalsa.vgregion.se/*']);

  await goTo(page, 'card');
  const card = () => page.evaluate<string>(`document.querySelector('.card').textContent`);
  expect(await card()).toContain('Vård och hälsa');
  expect(await page.evaluate(`document.querySelectorAll('.card-numbers li').length`)).toBe(29);
  await driven.close();
  await removeProfile(profile);
});
