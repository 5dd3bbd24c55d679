import assert from 'node:assert/strict';
import type { Browser, Page } from '@playwright/test';
import { LANGUAGES } from '../../utils/languages/languages.ts';
import type {} from './gallery/coach.tsx';
import type {} from './gallery/show.ts';

/** At 16 px text. A call's picture leaves about this much beside the clinician's face. */
const TIP_MAX_PX = 250;
const QUIET_MAX_PX = 110;
const QUIET = new Set(['starting', 'nothing', 'ended', 'sign-only']);
/** In the call what the person decided stands in a line above the controls. */
const SAID_MAX_PX = 140;
const SAID = new Set(['paused', 'accompanied']);

const PANEL = { width: 330, height: 640 };

/** What the coach does when it is pressed, moved and folded. Each begins from a fresh state. */
const BEHAVIOURS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async 'a pressed pictogram says its tip, and puts it away again'(page) {
    await show(page, 'live-sign');
    await sees(page, 'none');
    await page.click('[data-area=light]');
    await sees(page, 'backlit');
    assert.notEqual(await live(page), '', 'who asked with a screen reader gets the answer');
    await page.click('[data-area=light]');
    await sees(page, 'none');
    await page.click('[data-area=sound]');
    await sees(page, 'none');
    assert.match((await page.textContent('[role=status]')) ?? '', /sound/);
  },

  async 'a tip before the call is announced'(page) {
    await show(page, 'live-tip');
    await sees(page, 'too-dark');
    assert.match(await live(page), /lamp/);
  },

  async 'a tip in the call does not speak over the doctor'(page) {
    await show(page, 'live-quiet-tip');
    await sees(page, 'too-dark');
    assert.equal(await live(page), '');
    assert.equal(await page.getAttribute('[role=status]', 'aria-live'), 'off');
  },

  async 'that no face can be judged is no tip, and is not said over the doctor'(page) {
    await show(page, 'live-faceless');
    await sees(page, 'none');
    assert.equal(await page.locator('[role=status] [data-notice=faceless]').count(), 1);
    assert.match(await live(page), /face/);
    await show(page, 'live-quiet-faceless');
    assert.match((await page.textContent('[role=status]')) ?? '', /face/);
    assert.equal(await live(page), '');
  },

  async 'who cannot be seen is not offered to leave it so'(page) {
    await show(page, 'live-no-face');
    assert.equal(await page.getByRole('button', { name: 'I can’t change this' }).count(), 0);
    await show(page, 'live-tip');
    await page.getByRole('button', { name: 'I can’t change this' }).click();
    assert.deepEqual(await pressed(page, 'cannot-change'), [['too-dark']]);
  },

  async 'who cannot hear is walked through what can be tried, and closes it by one press'(page) {
    await show(page, 'live-hearing');
    await page.getByRole('button', { name: 'I can’t hear' }).focus();
    await page.keyboard.press('Enter');
    await sees(page, 'cannot-hear-clinic');
    assert.match(await live(page), /page’s sound is off/, 'who listens hears what is known');
    const next = page.getByRole('button', { name: 'Next step' });
    const said: string[] = [];
    for (let step = 1; step <= 5; step++) {
      said.push(await live(page));
      assert.match(
        (await page.textContent('[role=status]')) ?? '',
        new RegExp(`Step ${step} of 5`),
      );
      if (step === 5) break;
      await next.focus();
      await page.keyboard.press('Enter');
    }
    assert.equal(new Set(said).size, 5, 'each step is said');
    await page.getByRole('button', { name: 'From the start' }).click();
    assert.match((await page.textContent('[role=status]')) ?? '', /Step 1 of 5/);
    await page.getByRole('button', { name: 'I can hear now' }).click();
    await sees(page, 'none');
    await page.getByRole('button', { name: 'I can’t hear' }).waitFor();
  },

  async 'before the call there is nothing to hear yet'(page) {
    await show(page, 'live-tip');
    assert.equal(await page.getByRole('button', { name: 'I can’t hear' }).count(), 0);
  },

  async 'one press pauses, one more resumes'(page) {
    await show(page, 'live-tip');
    await page.getByRole('button', { name: 'Pause tips' }).click();
    await page.getByRole('button', { name: 'Show tips again' }).click();
    await page.getByRole('button', { name: 'Pause tips' }).waitFor();
  },

  async 'Forget this call is one press away behind the disclosure'(page) {
    await show(page, 'live-sign');
    await page.getByText('More choices').click();
    await page.getByRole('button', { name: 'Forget this call' }).click();
    assert.equal((await pressed(page, 'forget')).length, 1);
  },

  async 'it is moved by the pointer, as far as the pointer goes'(page) {
    await show(page, 'live-sign');
    await page.mouse.move(30, 30);
    await page.mouse.down();
    await page.mouse.move(60, 50, { steps: 3 });
    await page.mouse.move(50, 130, { steps: 3 });
    await page.mouse.up();
    await page.mouse.move(200, 200);
    const moves = (await pressed(page, 'move')) as [number, number][];
    const sum = moves.reduce(([x, y], [dx, dy]) => [x + dx, y + dy], [0, 0]);
    assert.deepEqual(sum, [20, 100]);
    assert.equal((await pressed(page, 'move-end')).length, 1);
  },

  async 'it is moved by the arrow keys, further with shift'(page) {
    await show(page, 'live-sign');
    await page.focus('.drag-handle');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowDown');
    assert.deepEqual(await pressed(page, 'move'), [
      [-16, 0],
      [0, 64],
    ]);
    assert.equal((await pressed(page, 'move-end')).length, 2);
  },

  async 'folding keeps the focus of who folded it'(page) {
    await show(page, 'live-sign');
    await page.focus('.fold');
    await page.keyboard.press('Enter');
    assert.equal(await focus(page), 'dot');
    await page.keyboard.press('Enter');
    assert.equal(await focus(page), 'fold');
  },

  async 'folding from outside takes no focus'(page) {
    await show(page, 'live-sign');
    await page.evaluate(() => window.foldFromOutside(true));
    await page.waitForSelector('.dot[data-state=could-be-better]');
    assert.equal(await focus(page), '');
  },

  async 'it is small enough to find room beside a face'(page) {
    const names = await page.evaluate(() => window.gallery.names);
    for (const language of LANGUAGES) {
      const isLooked = (name: string) =>
        /^(tip|hearing)-/.test(name) || QUIET.has(name) || SAID.has(name);
      for (const name of names.filter(isLooked)) {
        await page.evaluate(([state, to]) => window.gallery.show(state, to), [
          name,
          language,
        ] as const);
        const { height } = (await page.locator('.coach').boundingBox()) ?? { height: 0 };
        const most = QUIET.has(name) ? QUIET_MAX_PX : SAID.has(name) ? SAID_MAX_PX : TIP_MAX_PX;
        assert.ok(height <= most, `${name}, ${language}: ${height} px, at most ${most}`);
      }
    }
  },

  async 'a tip takes no more room in the call than before it'(page) {
    for (const language of LANGUAGES) {
      const heightOf = async (name: string) => {
        await page.evaluate(([state, to]) => window.gallery.show(state, to), [
          name,
          language,
        ] as const);
        return (await page.locator('.coach').boundingBox())?.height ?? 0;
      };
      const [before, inCall] = [
        await heightOf('tip-too-dark'),
        await heightOf('tip-too-dark-in-call'),
      ];
      assert.ok(before > 0 && inCall <= before, `${language}: ${inCall} px, before ${before}`);
    }
  },

  async 'it asks for the size that it then fits'(page) {
    await page.setViewportSize({ width: 64, height: 64 });
    await show(page, 'live-tip');
    const [width, height] = await lastSize(page);
    assert.equal(width, PANEL.width);
    await page.setViewportSize({ width, height });
    assert.deepEqual(await lastSize(page), [width, height]);
    const scrolls = await page.evaluate(() => {
      const { scrollHeight, clientHeight } = document.documentElement;
      return scrollHeight > clientHeight;
    });
    assert.equal(scrolls, false);
    await page.click('.fold');
    assert.deepEqual(await lastSize(page), [64, 64]);
  },
};

/** The problems, none if all behave. */
export async function behave(browser: Browser, origin: string): Promise<string[]> {
  const problems: string[] = [];
  const page = await browser.newPage();
  await page.goto(`${origin}/coach.html`);
  for (const [name, run] of Object.entries(BEHAVIOURS)) {
    await page.setViewportSize(PANEL);
    try {
      await run(page);
    } catch (error) {
      problems.push(`coach: ${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  await page.close();
  return problems;
}

function show(page: Page, name: string): Promise<void> {
  return page.evaluate((state) => window.gallery.show(state, 'en'), name);
}

/** Waits until the tip on screen is this one. */
async function sees(page: Page, cue: string): Promise<void> {
  await page.waitForSelector(`[role=status] [data-cue="${cue}"]`, { timeout: 2000 });
}

async function live(page: Page): Promise<string> {
  return (await page.textContent('[aria-live=polite]')) ?? '';
}

function pressed(page: Page, wanted: string): Promise<unknown[][]> {
  return page.evaluate(
    (name) => window.pressed.filter(([which]) => which === name).map(([, ...values]) => values),
    wanted,
  );
}

/** The last size told, when the observer has had its turn. */
async function lastSize(page: Page): Promise<[number, number]> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  );
  return (await pressed(page, 'size')).at(-1) as [number, number];
}

function focus(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => resolve(document.activeElement?.className ?? '')),
      ),
  );
}
