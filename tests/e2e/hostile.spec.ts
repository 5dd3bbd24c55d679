import type { DrivenBrowser, DrivenPage } from '../../tools/browsers/browser.ts';
import { findCoach, untilCoach } from '../../tools/browsers/coach.ts';
import {
  countCoaches,
  expectCallGoesOn,
  readLog,
  readTrouble,
  startCall,
  untilTrouble,
} from './support/call.ts';
import { startTestPages } from './support/pages.ts';
import { expect, launch, test } from './support/test.ts';

/** A test that fails leaves no call behind that would slow the next one down. */
const opened = new Set<DrivenPage>();
test.afterEach(async () => {
  for (const page of opened) await page.close().catch(() => undefined);
  opened.clear();
});

async function openTab(driven: DrivenBrowser, preload?: string): Promise<DrivenPage> {
  const page = await driven.newTab(preload);
  opened.add(page);
  return page;
}

/** A tab of the demo clinic with a camera that is coached. */
async function openPreview(
  driven: DrivenBrowser,
  address: string,
  preload?: string,
): Promise<DrivenPage> {
  const page = await openTab(driven, preload);
  await page.goto(address);
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview');
  return page;
}

async function openCall(driven: DrivenBrowser, address: string, preload?: string) {
  const page = await openPreview(driven, address, preload);
  await startCall(page);
  await untilCoach(page, 'the call', ({ phase }) => phase === 'in-call');
  return page;
}

const inCall = ({ phase }: { phase: string }) => phase === 'in-call';

test("a page that forges and floods the tap's messages gets wrong phases, at most ten a second", async ({
  driven,
  demo,
}) => {
  const page = await openCall(driven, `${demo.url}?wait=never`);
  const coach = await findCoach(page);
  await coach?.evaluate(`{
    const { dataset } = document.documentElement;
    window.phases = [];
    let last = dataset.phase;
    new MutationObserver(() => {
      if (dataset.phase !== last) phases.push((last = dataset.phase));
    }).observe(document.documentElement, { attributeFilter: ['data-phase'] });
  }`);
  // How the tap itself gets its port, and no page can be kept from doing the same.
  await page.evaluate(`{
    document.addEventListener('eyelevel:port', ({ ports }) => { window.port = ports[0]; });
    document.dispatchEvent(new Event('eyelevel:tap'));
    window.flood = (messages, durationMs) => new Promise((done) => {
      const endAt = performance.now() + durationMs;
      let sent = 0;
      const some = () => {
        for (let i = 0; i < 200; i++) port.postMessage(messages[sent++ % messages.length]);
        if (performance.now() < endAt) setTimeout(some); else done(sent);
      };
      some();
    });
  }`);

  await test.step('what is not in the schema does nothing', async () => {
    await page.evaluate(`flood([
      null, 7, 'phase', [], {}, { kind: 'turn-off' }, { kind: 'coach-offer', nonce: 'x' },
      { kind: 'phase', phase: 'nonsense' }, { kind: 'phase' }, { kind: 'not-self', trackIds: 'all' },
      { kind: 'camera-failed', name: 'x'.repeat(100_000) }, { kind: 'far-level', level: 1e9 },
      { kind: 'sharing', active: 'yes', __proto__: { active: true } }, new Map([['kind', 'phase']]),
    ], 1000)`);
    expect(await coach?.evaluate('phases.length')).toBe(0);
    expect(await readTrouble(page)).toBeNull();
  });

  await test.step('what is in it is read ten times a second', async () => {
    const beganAt = Date.now();
    const sent = await page.evaluate<number>(
      `flood([{ kind: 'phase', phase: 'ended' }, { kind: 'phase', phase: 'preview' }], 2000)`,
    );
    const seconds = (Date.now() - beganAt) / 1000;
    const changes = Number(await coach?.evaluate('phases.length'));
    expect(sent).toBeGreaterThan(1000);
    expect(changes, 'the page can lie').toBeGreaterThan(0);
    expect(changes, 'but slowly').toBeLessThan(10 * (seconds + 2));
  });

  await expectCallGoesOn(page);
  await page.evaluate('clinic.leave()');
  await untilCoach(page, 'the real end is still heard', ({ phase }) => phase === 'ended');
});

test('a page that frames the coach itself gets a blank and silent page', async ({ driven }) => {
  const pages = await startTestPages();
  const page = await openTab(driven);
  await page.goto(`${pages.url}neutral.html?headers=none`);
  await page.evaluate(
    `navigator.mediaDevices.getUserMedia({ video: true }).then((stream) => { window.kept = stream; })`,
  );
  await untilCoach(page, 'the real coach', ({ phase }) => phase === 'preview');
  const real = await findCoach(page);
  const address = await real?.evaluate<string>('location.href');
  await page.evaluate(`new Promise((done) => {
    window.heard = 0;
    addEventListener('message', () => { heard += 1; });
    const frame = document.createElement('iframe');
    frame.src = '${address}';
    frame.addEventListener('load', () => {
      for (const nonce of ['', null, undefined, 'made up', crypto.randomUUID()]) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { heard += 1; };
        frame.contentWindow.postMessage({ kind: 'eyelevel-hello', nonce }, '*', [port2]);
        port1.postMessage({ kind: 'phase', phase: 'in-call' });
      }
      done();
    });
    document.body.append(frame);
  })`);

  const shown: unknown[] = [];
  for (const frame of page.frames().slice(1)) {
    // The background answers in turn: after this answer, the ones to the forged greetings are there.
    shown.push(
      await frame.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage({ kind: 'coach-claim' })
        .then(() => new Promise((done) => setTimeout(done, 200)))
        .then(() => [
          document.documentElement.dataset.phase,
          document.body.innerText.trim() === '',
        ])`),
    );
  }
  expect(shown).toHaveLength(2);
  expect(shown).toContainEqual(['preview', false]);
  // As it lies in its file, with nothing in it.
  expect(shown).toContainEqual(['waiting', true]);
  expect(await page.evaluate('heard')).toBe(0);
  await pages.close();
});

test('a page that removes or hides the coach: it comes back a few times, then leaves for good', async ({
  driven,
  demo,
}) => {
  const page = await openCall(driven, `${demo.url}?wait=never`);
  const coach = `document.querySelector('eyelevel-coach')`;
  const isShown = () =>
    page.evaluate<boolean>(`(() => {
      const host = ${coach};
      const box = host?.firstChild?.getBoundingClientRect();
      if (!box) return false;
      const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return hit === host || hit === host.firstChild;
    })()`);
  await expect.poll(isShown, { message: 'at first' }).toBe(true);
  const attacks = {
    removed: `${coach}.remove()`,
    hidden: `${coach}.style.setProperty('display', 'none', 'important')`,
    emptied: `${coach}.firstChild.remove()`,
  };
  for (const [name, attack] of Object.entries(attacks)) {
    await page.evaluate(attack);
    await expect.poll(isShown, { message: `after it was ${name}` }).toBe(true);
    await untilCoach(page, `the call goes on after it was ${name}`, inCall);
  }

  await page.evaluate(`{
    window.removals = 0;
    const fight = () => { if (${coach}) { removals += 1; ${coach}.remove(); } };
    new MutationObserver(fight).observe(document, { childList: true, subtree: true });
    fight();
  }`);
  await expect.poll(() => countCoaches(page)).toBe(0);
  await expectCallGoesOn(page);
  expect(await countCoaches(page), 'it stays away').toBe(0);
  expect(await page.evaluate('removals')).toBeLessThan(6);
});

/** Before the page's own code and after the tap, as libraries do that patch everything. */
const REDEFINE = `document.addEventListener('readystatechange', () => {
  // Such a script runs in every frame; the coach's is no page of the web.
  if (document.readyState !== 'interactive' || !location.protocol.startsWith('http')) return;
  const wrap = (owner, name) => {
    const original = owner[name];
    owner[name] = function (...args) { return original.apply(this, args); };
  };
  wrap(MediaDevices.prototype, 'getUserMedia');
  wrap(Promise.prototype, 'then');
  wrap(EventTarget.prototype, 'dispatchEvent');
  wrap(Document.prototype, 'createElement');
  for (const name of ['addTrack', 'addTransceiver', 'getSenders', 'getStats', 'setRemoteDescription'])
    wrap(RTCPeerConnection.prototype, name);
  wrap(RTCRtpSender.prototype, 'replaceTrack');
  MessagePort.prototype.postMessage = () => { throw new Error('not on this page'); };
  window.Promise = class PagePromise extends Promise {};
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class PageConnection extends Native {};
});`;

test('a page that redefines prototypes is coached like any other', async ({
  driven,
  demo,
  camera,
}) => {
  const page = await openCall(driven, `${demo.url}?wait=never`, camera + REDEFINE);
  expect(await page.evaluate('RTCPeerConnection.name')).toBe('PageConnection');
  await page.evaluate('sitter.set({ lensCovered: true })');
  await untilCoach(page, 'covered', ({ holding }) => holding.includes('camera-covered'));
  await expectCallGoesOn(page);
  await page.evaluate('clinic.leave()');
  await untilCoach(page, 'the end', ({ phase }) => phase === 'ended');
});

test('leaving the page in the middle of a call closes its session; the next page begins anew', async ({
  driven,
  demo,
}) => {
  const welcome = await driven.extensionPage('welcome.html');
  const page = await openCall(driven, `${demo.url}?wait=never`);
  await page.evaluate('sitter.set({ lensCovered: true })');
  await untilCoach(page, 'covered', ({ holding }) => holding.includes('camera-covered'));
  const sessions = async () =>
    (await readLog(welcome)).map(({ id, endedBy }) => `${id} ${endedBy}`);
  await expect
    .poll(sessions, { message: 'the first 15 s are kept', timeout: 60_000 })
    .toEqual([expect.stringContaining('not-ended')]);
  const [begun = ''] = await sessions();

  await page.goto(`${demo.url}?wait=never&next=1`);
  const coach = await untilCoach(page, 'the next preview', ({ phase }) => phase === 'preview');
  expect(coach.holding).toEqual([]);
  await expect
    .poll(sessions, { message: 'the session is closed' })
    .toEqual([begun.replace('not-ended', 'page')]);
});

for (const [camera, trouble] of [
  ['denied', 'camera-denied'],
  ['none', 'camera-missing'],
] as const) {
  test(`no camera (${camera}): the panel says so in words`, async ({
    driven,
    demo,
    camera: script,
  }) => {
    const page = await openTab(driven, script);
    await page.goto(`${demo.url}?wait=never&camera=${camera}`);
    await untilTrouble(page, trouble);
    const coach = await findCoach(page);
    const words = await coach?.evaluate<string>(
      `document.querySelector('[data-trouble]').innerText`,
    );
    expect(words?.length).toBeGreaterThan(20);
    await untilCoach(page, 'nothing is judged', ({ tip }) => tip === 'none');
  });
}

test('a camera that is unplugged in the call is said to be off, and is followed when it is back', async ({
  driven,
  demo,
}) => {
  const page = await openCall(driven, `${demo.url}?wait=never`);
  await page.evaluate('sitter.unplug()');
  await untilCoach(page, 'off', ({ holding }) => holding.includes('camera-off'));
  await page.evaluate('clinic.setCamera(true)');
  await untilCoach(page, 'on', ({ holding }) => !holding.includes('camera-off'));
  await expectCallGoesOn(page);
});

test('without WebGL2 light is still judged, and the panel says what is off', async ({
  browserKind,
  demo,
}) => {
  const driven = await launch(browserKind, {
    args: ['--use-gl=disabled', '--disable-gpu', '--disable-software-rasterizer'],
    prefs: { 'webgl.disabled': true },
  });
  const page = await openTab(driven);
  await page.goto(`${demo.url}?wait=never`);
  expect(await page.evaluate(`document.createElement('canvas').getContext('webgl2')`)).toBeNull();
  await untilTrouble(page, 'no-webgl');
  await page.evaluate('sitter.set({ lensCovered: true })');
  await untilCoach(page, 'covered', ({ holding }) => holding.includes('camera-covered'));
  await page.evaluate('sitter.set({ lensCovered: false, lightLevel: 0.03 })');
  await untilCoach(page, 'dark', ({ holding }) => holding.includes('too-dark'));
  await page.evaluate('sitter.reset()');
  await untilCoach(page, 'good again', ({ holding }) => holding.length === 0);
  await startCall(page);
  await driven.close();
});

test('a worker that dies is started again once; then the panel says so, and light is still judged @long', async ({
  driven,
  demo,
}) => {
  test.setTimeout(180_000);
  // Before the call: a software GPU that also draws a call lets a new worker wait long for its context.
  const page = await openPreview(driven, `${demo.url}?wait=never`);
  const coach = await findCoach(page);
  // The worker at hand is the one that the next frame goes to.
  await coach?.evaluate(`{
    const { postMessage } = Worker.prototype;
    window.workers = new Set();
    Worker.prototype.postMessage = function (...args) {
      workers.add(this);
      window.kill?.(this);
      postMessage.apply(this, args);
    };
  }`);
  const countWorkers = () => coach?.evaluate<number>('workers.size');
  await expect.poll(countWorkers, { message: 'the model is there', timeout: 60_000 }).toBe(1);

  await test.step('dies without a word: the silence is noticed', async () => {
    await coach?.evaluate('window.kill = (worker) => { worker.terminate(); window.kill = null; }');
    await expect.poll(countWorkers, { timeout: 60_000 }).toBe(2);
    await page.evaluate('sitter.set({ present: false })');
    await untilCoach(
      page,
      'faces are looked for again',
      ({ holding }) => holding.includes('no-face'),
      60_000,
    );
    await page.evaluate('sitter.reset()');
    expect(await readTrouble(page)).toBeNull();
  });

  await test.step('breaks with an error: enough', async () => {
    await coach?.evaluate(
      `window.kill = (worker) => { window.kill = null; worker.dispatchEvent(new Event('error')); }`,
    );
    await untilTrouble(page, 'vision-crashed');
    await page.evaluate('sitter.set({ lensCovered: true })');
    await untilCoach(page, 'covered', ({ holding }) => holding.includes('camera-covered'));
  });
  await page.evaluate('sitter.reset()');
  await startCall(page);
  await untilCoach(page, 'the call', inCall);
});
