import { findCoach, untilCoach } from '../../tools/browsers/coach.ts';
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

test('which tips come, how large they are and where they stand can be chosen while a call goes on', async ({
  browserKind,
  demo,
  camera,
}) => {
  test.setTimeout(240_000);
  const driven = await launch(browserKind, {});
  const controls = await driven.extensionPage('welcome.html');
  const page = await driven.newTab(camera);
  await page.goto(`${demo.url}?wait=never&controls=0`);
  const call = await callFrame(page);
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview', PATIENT_MS);
  // A page may sound once it was pressed, as every call is.
  await call.click('#to-waiting-room');

  const options = await openExtensionPage(driven, controls, 'options.html');
  const press = (selector: string) => options.frames()[0]?.click(selector);
  await press('input[value=largest]');
  await press('input[value=bottom-left]');
  await press('input[name=simple]');
  await press('input[name=chime]');
  await press('.one-by-one summary');
  await press('input[name=backlit]');
  await until('it is kept', async () => {
    const kept = await inExtension(
      controls,
      `return api.storage.local.get(['textSize', 'panelCorner', 'simpleMode', 'chime', 'tipsOff'])`,
    );
    return (
      JSON.stringify(Object.entries(kept as object).sort()) ===
      JSON.stringify([
        ['chime', true],
        ['panelCorner', 'bottom-left'],
        ['simpleMode', true],
        ['textSize', 'largest'],
        ['tipsOff', ['backlit']],
      ])
    );
  });

  await page.bringToFront();
  const panel = () =>
    page.evaluate<{ left: number; bottom: number }>(`(() => {
      const { left, bottom } = document.querySelector('eyelevel-coach').getBoundingClientRect();
      return { left, bottom: innerHeight - bottom };
    })()`);
  await until('the panel stands on the left', async () => (await panel()).left < 20);
  const coach = await until('the coach', () => findCoach(page));
  await until('the words are large', () =>
    coach.evaluate(`getComputedStyle(document.documentElement).fontSize === '25.6px'`),
  );
  await until('every control is in sight', () =>
    coach.evaluate(`document.querySelector('.coach .more') === null`),
  );

  await sit(call, { offsetXRatio: 0.25 });
  await untilCoach(page, 'it is said', ({ tip }) => tip === 'off-centre', PATIENT_MS);
  expect(await coach.evaluate(`document.querySelector('.tip-why') === null`)).toBe(true);
  await until('the chime was heard', () =>
    coach.evaluate(`document.documentElement.dataset.chime === 'played'`),
  );

  // Taken off the list while it is on the screen.
  await inExtension(controls, `await api.storage.local.set({ tipsOff: ['off-centre'] })`);
  const silent = await untilCoach(page, 'it is not said', ({ tip }) => tip === 'none', PATIENT_MS);
  expect(silent.holding).toContain('off-centre');
  await driven.close();
});
