import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { GOOD_SITUATION } from '../../demo/sitter/situation.ts';
import type { DrivenBrowser } from '../../tools/browsers/browser.ts';
import type { ChromiumBrowser } from '../../tools/browsers/chromium.ts';
import { startCall } from './support/call.ts';
import { launchWithLamp } from './support/lamp.ts';
import { chromiumUnderPolicy } from './support/policy.ts';
import { openPrepare, type PrepareTab, prepareIn } from './support/prepare.ts';
import { writeWav } from './support/sound-file.ts';
import { openTargets } from './support/targets.ts';
import { expect, launch, test } from './support/test.ts';
import { launchWatched } from './support/traffic.ts';
import { until } from './support/visit.ts';

const TALKING = { ...GOOD_SITUATION, movement: 'talking' };
const sit = (tab: PrepareTab, situation: object) =>
  tab.frame.evaluate(`sitter.set(${JSON.stringify({ ...GOOD_SITUATION, ...situation })})`);
const liveTracks = (tab: PrepareTab) =>
  tab.frame.evaluate<{ video: number; audio: number }>('sitter.liveTracks()');

/** The first step, and on to another. */
async function goTo(tab: PrepareTab, step: string): Promise<void> {
  await tab.press('computer');
  await tab.press('next');
  await tab.press('not-used');
  while ((await tab.step()) !== step) await tab.press('next');
}

test('a first-timer from the beginning to the end; the next time is short', async ({
  driven,
  camera,
}) => {
  let tab = await openPrepare(driven, camera);
  // This machine draws in software, and may not manage twelve pictures a second beside all else.
  let isBusy = false;
  expect(await tab.step()).toBe('where');
  await tab.press('computer');
  await tab.press('next');

  await test.step('the sound', async () => {
    await tab.press('play');
    await tab.sees('[data-playing=played]');
    await tab.press('heard');
  });
  await test.step('the microphone', async () => {
    await sit(tab, TALKING);
    await tab.turnOn();
    await tab.sees('[data-hearing=works]');
    await tab.press('hear-back');
    await tab.sees('[data-hear-back=playing]');
    await tab.sees('[data-hear-back=idle]');
    await tab.press('next');
    expect(await liveTracks(tab), 'the microphone is let go').toMatchObject({ audio: 0 });
  });
  await test.step('the camera, with the coach’s tips', async () => {
    await sit(tab, { lightLevel: 0.03 });
    await tab.turnOn();
    await tab.sees('[data-cue=too-dark]');
    await sit(tab, {});
    await tab.sees('[data-good-now=too-dark]');
    await tab.sees('.button-main[data-press=next]');
    await tab.press('next');
  });
  await test.step('a reload in the middle loses nothing', async () => {
    expect(await tab.step()).toBe('height');
    await tab.frame.evaluate('setTimeout(() => location.reload())');
    await until('it is loaded anew', () =>
      tab.frame.evaluate<boolean>('!("sitter" in window)').catch(() => false),
    );
    tab = await prepareIn(tab.page, camera);
    expect(await tab.step()).toBe('height');
    await tab.press('next');
  });
  await test.step('the connection', async () => {
    await tab.sees('[data-of=sound][data-grade=good]');
    isBusy = await tab.frame.evaluate(
      'Boolean(document.querySelector("[data-of=picture][data-grade=weak]"))',
    );
    await tab.press('next');
  });
  await tab.frame.click('.ready-list input');
  await tab.press('next');
  expect(await tab.step()).toBe('end');
  if (isBusy) await tab.sees('[data-mend=busy-computer]');
  else {
    await tab.sees('[data-works=true]');
    expect(await tab.heading()).toBe('Camera, sound and connection work now.');
  }
  expect(await liveTracks(tab)).toEqual({ video: 0, audio: 0 });

  await test.step('who comes back goes the short way', async () => {
    await tab.press('restart');
    expect(await tab.step()).toBe('again');
    await tab.press('short');
    expect(await tab.step()).toBe('speaker');
    await tab.press('not-used');
    await sit(tab, TALKING);
    await tab.press('next');
    await tab.turnOn();
    await tab.sees('.button-main[data-press=next]');
    await tab.press('next');
    await tab.sees('[data-of=sound][data-grade=good]');
    await tab.press('next');
    expect(await tab.step()).toBe('end');
    const kept = await tab.frame.evaluate<{ prepared?: object }>(
      'chrome.storage.local.get("prepared")',
    );
    expect(kept.prepared).toMatchObject({ finished: true, where: 'computer' });
    await tab.frame.evaluate('chrome.storage.local.remove("prepared")');
  });
  await tab.page.close();
});

test('a covered lens, an unplugged camera and a muted microphone are walked through', async ({
  browserKind,
  camera,
}) => {
  const driven = await launch(browserKind, {});
  const tab = await openPrepare(driven, camera);
  await goTo(tab, 'microphone');

  await sit(tab, { roomNoiseDbfs: -90 });
  await tab.turnOn();
  await tab.sees('[data-hearing=silent]');
  await tab.sees('[data-trouble=silent] [role=alert]');
  await sit(tab, TALKING);
  await tab.sees('[data-hearing=works]');
  await tab.press('next');

  await sit(tab, { lensCovered: true });
  await tab.turnOn();
  await tab.sees('[data-cue=camera-covered]');
  await sit(tab, {});
  await tab.sees('.button-main[data-press=next]');
  await tab.frame.evaluate('sitter.unplug()');
  await tab.sees('[data-trouble=stopped], [data-trouble=missing]');
  await tab.turnOn();
  await tab.sees('.button-main[data-press=next]');
  await driven.close();
});

test('the lamp goes out when the step is left and when nobody sees the page', async ({
  browserKind,
}) => {
  const { driven, isCameraOn, close } = await launchWithLamp(browserKind);
  const tab = await openPrepare(driven);
  const lamp = (on: boolean, why: string) =>
    until(why, async () => (await isCameraOn()) === on, 20_000);
  expect(await isCameraOn()).toBe(false);
  await goTo(tab, 'camera');
  await tab.turnOn();
  await lamp(true, 'the camera is on');

  await tab.press('back');
  await lamp(false, 'off when the step is left');
  await tab.press('next');
  await lamp(true, 'on again');

  const other = await driven.newTab();
  await other.goto('about:blank');
  await other.bringToFront();
  await hideAsBrowsersDo(driven, tab, true);
  await lamp(false, 'off when another tab is in front');
  await tab.page.bringToFront();
  await hideAsBrowsersDo(driven, tab, false);
  await lamp(true, 'on again in front');
  await tab.page.close();
  await lamp(false, 'off when the page is closed');
  await close();
});

/** Headless Chromium under its driver takes every tab for the one in front: there the page is told. */
async function hideAsBrowsersDo(driven: DrivenBrowser, tab: PrepareTab, hidden: boolean) {
  if (driven.kind === 'firefox') return;
  await tab.frame.evaluate(`{
    const value = ${JSON.stringify(hidden ? 'hidden' : 'visible')};
    Object.defineProperty(document, 'visibilityState', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }`);
}

/** How each failure is staged for real in the browser itself. */
const STAGED = {
  chromium: [
    {
      trouble: 'refused',
      device: 'camera',
      options: { args: ['--use-fake-ui-for-media-stream=deny'] },
    },
    {
      trouble: 'refused',
      device: 'microphone',
      options: { args: ['--use-fake-ui-for-media-stream=deny'] },
    },
    {
      trouble: 'missing',
      device: 'camera',
      options: { args: ['--use-fake-device-for-media-stream=device-count=0'] },
    },
  ],
  firefox: [
    {
      trouble: 'refused',
      device: 'camera',
      options: {
        prefs: {
          'media.navigator.permission.disabled': false,
          'media.navigator.permission.fake': true,
          'permissions.default.camera': 2,
        },
      },
    },
    {
      trouble: 'refused',
      device: 'microphone',
      options: {
        prefs: {
          'media.navigator.permission.disabled': false,
          'media.navigator.permission.fake': true,
          'permissions.default.microphone': 2,
        },
      },
    },
    {
      trouble: 'missing',
      device: 'camera',
      options: { prefs: { 'media.navigator.streams.fake': false } },
    },
  ],
} as const;

for (const kind of ['chromium', 'firefox'] as const) {
  for (const { trouble, device, options } of STAGED[kind]) {
    test(`${kind}: ${device} ${trouble}, and the way goes on without it`, async ({
      browserKind,
    }) => {
      test.skip(browserKind !== kind, 'staged in the other browser');
      const driven = await launch(kind, options);
      const tab = await openPrepare(driven);
      await goTo(tab, device);
      await tab.press('turn-on');
      await tab.sees(`[data-trouble="${trouble}"] [role=alert] .help-steps`);
      if (trouble === 'refused') await tab.sees('[data-trouble=refused] svg[role=img]');
      await tab.press('next');
      expect(await tab.step(), 'on').not.toBe(device);
      await tab.press('back');
      expect(await tab.step(), 'and back').toBe(device);
      while ((await tab.step()) !== 'end') {
        await tab.press('next');
      }
      await tab.sees(`[data-mend="${device}"]`);
      await driven.close();
    });
  }
}

test('a camera that was refused: the browser’s own setting is opened @chromium', async () => {
  const driven = (await launch('chromium', {
    args: ['--use-fake-ui-for-media-stream=deny'],
  })) as ChromiumBrowser;
  const tab = await openPrepare(driven);
  await goTo(tab, 'camera');
  await tab.press('turn-on');
  await tab.press('settings');
  const address = () => driven.context.pages().map((page) => page.url());
  await until('the setting', async () =>
    address().some((url) => url.startsWith('chrome://settings/content/siteDetails')),
  );
  await driven.close();
});

test('nothing is heard: another loudspeaker is chosen, and remembered @chromium', async () => {
  const driven = await launch('chromium', {});
  const tab = await openPrepare(driven);
  // The browser names its loudspeakers once the microphone was allowed.
  await goTo(tab, 'microphone');
  await tab.turnOn();
  await tab.press('back');
  await tab.press('play');
  await tab.press('not-heard');
  const choice = '.device-choice .button:nth-of-type(2)';
  await tab.sees(choice);
  await tab.frame.click(choice);
  await tab.sees(`${choice}[aria-pressed=true]`);
  await tab.press('play');
  await tab.sees('[data-playing=played]');
  const kept = await tab.frame.evaluate<{ prepared?: { chosen: { speaker: string | null } } }>(
    'chrome.storage.local.get("prepared")',
  );
  expect(kept.prepared?.chosen.speaker).toBeTruthy();
  await driven.close();
});

test('the owner of the computer has turned camera and microphone off: a policy @chromium', async () => {
  const ruled = await chromiumUnderPolicy({
    VideoCaptureAllowed: false,
    AudioCaptureAllowed: false,
  });
  test.skip(!ruled, 'needs a mount namespace');
  const before = process.env.EYELEVEL_CHROMIUM;
  process.env.EYELEVEL_CHROMIUM = ruled?.program ?? '';
  const driven = await launch('chromium', {});
  if (before === undefined) delete process.env.EYELEVEL_CHROMIUM;
  else process.env.EYELEVEL_CHROMIUM = before;
  const tab = await openPrepare(driven);
  await goTo(tab, 'microphone');
  for (const device of ['microphone', 'camera']) {
    expect(await tab.step()).toBe(device);
    await tab.press('turn-on');
    await tab.sees('[data-trouble=refused] [role=alert]');
    await tab.press('next');
  }
  await driven.close();
  await ruled?.remove();
});

test('a no that comes while the camera is on @chromium', async () => {
  const driven = (await launch('chromium', {})) as ChromiumBrowser;
  const tab = await openPrepare(driven);
  await goTo(tab, 'camera');
  await tab.turnOn();
  await tab.sees('.own-picture');
  const { send } = await openTargets(driven);
  await send('Browser.setPermission', {
    permission: { name: 'camera' },
    setting: 'denied',
    origin: `chrome-extension://${driven.extensionId}`,
  });
  await tab.sees('[data-trouble=refused]');
  await driven.close();
});

/** Words at 48 kHz have all bands; a headset in its mode for calls lets none above 4 kHz through. */
const words = (s: number) => {
  const loud = s % 0.6 < 0.4 ? 0.3 : 0.0003;
  return loud * (Math.sin(2 * Math.PI * 300 * s) * 0.6 + (Math.random() * 2 - 1) * 0.3);
};
const MICROPHONES = {
  'gives zeros': { rateHz: 48_000, at: () => 0, sees: ['[data-hearing=silent]'] },
  'is muted by the system: flat, and not zero': {
    rateHz: 48_000,
    at: () => (Math.random() - 0.5) / 16_000,
    sees: ['[data-hearing=silent]'],
  },
  'is a headset at 8 kHz': {
    rateHz: 8_000,
    at: words,
    sees: ['[data-hearing=works]', '[data-thin=true]'],
  },
  'is a good one': {
    rateHz: 48_000,
    at: words,
    sees: ['[data-hearing=works]', '[data-thin=false]'],
  },
} as const;

for (const [what, { rateHz, at, sees }] of Object.entries(MICROPHONES)) {
  test(`a microphone that ${what} @chromium`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'eyelevel-sound-'));
    const file = join(folder, 'sound.wav');
    await writeWav(file, rateHz, 6, at);
    const driven = await launch('chromium', {
      args: [`--use-file-for-fake-audio-capture=${file}`],
    });
    const tab = await openPrepare(driven);
    await goTo(tab, 'microphone');
    await tab.turnOn();
    // Enough words for an s and a t to have come.
    await new Promise((done) => setTimeout(done, 6_000));
    for (const selector of sees) await tab.sees(selector);
    await driven.close();
    await rm(folder, { recursive: true, force: true });
  });
}

test('the wrong camera: another one is chosen, and remembered @chromium', async () => {
  const driven = await launch('chromium', {
    args: ['--use-fake-device-for-media-stream=device-count=3'],
  });
  const tab = await openPrepare(driven);
  await goTo(tab, 'camera');
  await tab.turnOn();
  // Chromium's second fake camera gives depth, which no page can show.
  await tab.sees('.device-choice .button:nth-of-type(3)');
  const used = () =>
    tab.frame.evaluate<number>(
      '[...document.querySelectorAll(".device-choice .button")].findIndex((b) => b.ariaPressed === "true")',
    );
  expect(await used()).toBe(0);
  await tab.frame.click('.device-choice .button:nth-of-type(3)');
  await until('the third is used', async () => (await used()) === 2);
  await tab.press('back');
  await tab.press('next');
  await until('the third is used again', async () => (await used()) === 2);
  await driven.close();
});

test('the whole way asks no host for anything that a browser without it does not', async ({
  browserKind,
  demo,
}) => {
  // A call of the demo clinic to itself: what the browser does for any call.
  const plain = await launchWatched(browserKind, null);
  const page = await plain.driven.newTab();
  await page.goto(`${demo.url}?wait=never`);
  await expect.poll(() => page.evaluate('window.clinic?.phase')).toBe('preview');
  await startCall(page);
  await page.close();
  const without = await plain.close();

  const watched = await launchWatched(browserKind);
  const tab = await openPrepare(watched.driven);
  await goTo(tab, 'connection');
  await tab.sees('[data-of=picture]');
  await tab.press('next');
  await tab.press('next');
  const seen = await watched.close();
  expect(seen.filter((host) => !without.includes(host) && host !== 'own files')).toEqual([]);
});

test('a listener’s path: keyboard and accessibility tree @chromium', async ({ camera }) => {
  const driven = await launch('chromium', {});
  const tab = await openPrepare(driven, camera);
  const page = tab.page as unknown as Page;
  const main = page.getByRole('main');
  const focusOn = async (name: string) => {
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
      if (focused === name) return;
    }
    throw new Error(`Tab does not come to ${name}.`);
  };
  const pressKey = async (name: string) => {
    await focusOn(name);
    await page.keyboard.press('Enter');
  };
  /** The question has the focus, so it is what is read. */
  const isAsked = async (question: string | RegExp) => {
    await expect(page.getByRole('heading', { level: 1, name: question })).toBeFocused();
    await expect(page).toHaveTitle(
      question instanceof RegExp ? question : `${question} – Eyelevel`,
    );
  };

  await expect(main).toMatchAriaSnapshot(`
    - paragraph: Step 1 of 7
    - heading "Where will you open the call?" [level=1]
    - paragraph
    - group "Where will you open the call?":
      - button "With a link that came to the phone"
      - button "In an app"
      - button "Here, on this computer"
  `);
  await pressKey('Here, on this computer');
  await expect(page.getByRole('status')).toContainText('Good. Open the call');
  await pressKey('Next');

  await isAsked('Can you hear the sound?');
  await pressKey('Play the sound');
  await expect(page.getByRole('status')).toHaveText('Did you hear the notes?');
  await expect(main).toMatchAriaSnapshot(`
    - paragraph: Step 2 of 7
    - heading "Can you hear the sound?" [level=1]
    - button "Play it again"
    - status:
      - paragraph: Did you hear the notes?
    - button "Yes, I hear it"
    - button "No, I hear nothing"
    - button "I don’t use sound"
    - navigation "On and back":
      - button "Back"
  `);
  await pressKey('Yes, I hear it');

  await isAsked('Can your voice be heard?');
  await sit(tab, TALKING);
  // This browser needs no answer to its question, so the microphone is on when the step comes.
  await expect(page.getByRole('meter', { name: 'How loud it is' })).toBeVisible();
  await expect(page.getByRole('status').first()).toContainText('Good, your voice is heard.');
  await pressKey('Next');

  await isAsked('Can you see yourself?');
  await sit(tab, { lightLevel: 0.03 });
  await expect(page.getByRole('status')).toContainText('lamp', { timeout: 60_000 });
  await sit(tab, {});
  await expect(page.getByRole('status')).toContainText('The picture is good now.', {
    timeout: 60_000,
  });
  await pressKey('Next');

  await isAsked('Light and the camera’s height');
  await pressKey('Skip');
  await isAsked('Does the internet work?');
  await expect(page.getByRole('status')).toContainText('Sound works here.', { timeout: 30_000 });
  await pressKey('Next');
  await isAsked('Do you have this ready?');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await pressKey('Next');

  await isAsked(/Camera, sound and connection work now\.|One thing can get better/);
  await expect(main).toMatchAriaSnapshot(`
    - heading "When it is time" [level=2]
    - heading "Is it urgent?" [level=2]
    - status
    - combobox "Country"
    - button "Try once more"
    - navigation "On and back":
      - button "Back"
  `);
  await driven.close();
});

test('the welcome page leads here', async ({ browserKind }) => {
  const driven = await launch(browserKind, {});
  const page = await driven.extensionPage('welcome.html');
  await page.bringToFront();
  await page.frames()[0]?.click('a[href="/prepare.html"]');
  expect(await (await prepareIn(page)).step()).toBe('where');
  await driven.close();
});
