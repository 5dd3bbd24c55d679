import { untilCoach } from '../../tools/browsers/coach.ts';
import { inExtension, openExtensionPage } from './support/shipped.ts';
import { expect, launch, test } from './support/test.ts';
import { callFrame, PATIENT_MS, sit, until } from './support/visit.ts';

test('what is changed in the settings is so at once, in a call that goes on', async ({
  browserKind,
  demo,
  camera,
}) => {
  test.setTimeout(240_000);
  const driven = await launch(browserKind, {});
  const controls = await driven.extensionPage('welcome.html');
  await inExtension(controls, `await api.storage.local.set({ cannotChange: ['too-dark'] })`);
  const page = await driven.newTab(camera);
  await page.goto(`${demo.url}?wait=never&controls=0`);
  const call = await callFrame(page);
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview', PATIENT_MS);
  await sit(call, { lightLevel: 0.03 });
  await untilCoach(page, 'it is dark', ({ holding }) => holding.includes('too-dark'), PATIENT_MS);
  await new Promise((done) => setTimeout(done, 4_000));
  await untilCoach(page, 'nothing is said of it', ({ tip }) => tip !== 'too-dark', PATIENT_MS);

  const options = await openExtensionPage(driven, controls, 'options.html');
  const press = (selector: string) => options.frames()[0]?.click(selector);
  await until('it lists the tip', () =>
    options.evaluate(`document.querySelector('[data-cannot-change="too-dark"]') !== null`),
  );
  await press('[data-cannot-change] li .button');
  await until('it lists none', () =>
    options.evaluate(`document.querySelector('[data-cannot-change=""]') !== null`),
  );
  await press('input[value=nothing]');
  await press('button[lang=en]');
  await until('it speaks English', () =>
    options.evaluate(`document.documentElement.lang === 'en'`),
  );
  expect(
    await inExtension(controls, `return api.storage.local.get(['keep', 'cannotChange'])`),
  ).toEqual({ keep: 'nothing', cannotChange: [] });

  await page.bringToFront();
  await untilCoach(page, 'it is said again', ({ tip }) => tip === 'too-dark', PATIENT_MS);
  await driven.close();
});
