import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TabStatus } from '../../../utils/messages/background.ts';
import { readPageUnder } from '../../../utils/popup/page.ts';
import { browser, fake } from '../support/fake-browser.ts';

vi.mock('wxt/browser', () => import('../support/fake-browser.ts'));

const SITE = 'https://clinic.example';
const VENDOR = 'https://video.example';
const QUIET: TabStatus = { presence: 'idle', missingOrigins: [] };

async function under(url: string | undefined, status: TabStatus = QUIET, incognito = false) {
  fake.tabs = [{ id: 7, url: url as string, incognito }];
  browser.runtime.onMessage.addListener(async () => status);
  return readPageUnder();
}

beforeEach(() => fake.reset());

describe('the page under the popup', () => {
  it.each([
    ['the browser’s own page, whose address is hidden', undefined],
    ['a page of the browser', 'chrome://settings/'],
    ['a file', 'file:///home/me/letter.html'],
    ['a page without encryption, which gets no camera', 'http://clinic.example/'],
  ])('%s: not possible here', async (_what, url) => {
    expect(await under(url)).toMatchObject({ page: { kind: 'unsupported' }, origins: [] });
  });

  it.each(['http://localhost:3000/', 'http://127.0.0.1:3000/', `${SITE}/visit?id=1`])(
    '%s: off',
    async (url) => {
      const { origin, hostname } = new URL(url);
      expect(await under(url)).toMatchObject({
        site: origin,
        page: { kind: 'off', site: hostname, hosts: [hostname] },
        origins: [origin],
      });
    },
  );

  it('asks for the page and for every frame that is allowed the camera, once each', async () => {
    fake.cameraFrames = [
      `${VENDOR}/room`,
      `${VENDOR}/lobby`,
      'about:blank',
      'http://plain.example',
    ];
    const { page, origins } = await under(SITE);
    expect(origins).toEqual([SITE, VENDOR]);
    expect(page).toMatchObject({ kind: 'off', hosts: ['clinic.example', 'video.example'] });
  });

  it('on, and the call is elsewhere: asks for that alone', async () => {
    fake.permitted.add(`${SITE}/*`);
    const status = { presence: 'needs-permission', missingOrigins: [VENDOR] } as const;
    expect(await under(SITE, status)).toMatchObject({
      page: { kind: 'needs-permission', hosts: ['video.example'] },
      origins: [VENDOR],
    });
  });

  it.each([
    ['idle', { kind: 'on', coaching: false }],
    ['on', { kind: 'on', coaching: false }],
    ['coaching', { kind: 'on', coaching: true }],
    ['frame-too-small', { kind: 'frame-too-small' }],
    ['reload-needed', { kind: 'reload-needed' }],
  ] as const)('permitted and %s', async (presence, page) => {
    fake.permitted.add(`${SITE}/*`);
    expect((await under(SITE, { presence, missingOrigins: [] })).page).toMatchObject(page);
  });

  it('knows a private window', async () => {
    expect(await under(SITE, QUIET, true)).toMatchObject({ privateWindow: true });
  });
});
