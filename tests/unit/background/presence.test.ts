import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnswer } from '../../../utils/background/answer.ts';
import { moveCoaches } from '../../../utils/background/coaches.ts';
import { showAllPresences, showPresence } from '../../../utils/background/icon.ts';
import { watchTabs } from '../../../utils/background/tab-watch.ts';
import { readTab } from '../../../utils/background/tabs.ts';
import { createWords } from '../../../utils/languages/words.ts';
import { PRESENCES, type ToBackground } from '../../../utils/messages/background.ts';
import type { Sender } from '../../../utils/messages/runtime.ts';
import { panelCornerSetting } from '../../../utils/settings/items.ts';
import { browser, fake } from '../support/fake-browser.ts';

vi.mock('wxt/browser', () => import('../support/fake-browser.ts'));

const CLINIC = 'https://clinic.example';
const VENDOR = 'https://video.example';
const PLACE = { corner: 'top-left', xPx: 1, yPx: 2, folded: false } as const;
const english = async () => createWords('en');

const answer = createAnswer({ sessions: { handle: vi.fn() } as never, words: english });

function from(frameId: number, origin = CLINIC, more: Partial<Sender> = {}): Sender {
  return { tabId: 7, frameId, origin, site: CLINIC, privateTab: false, ...more };
}
const say = (presence: (typeof PRESENCES)[number], sender: Sender) =>
  answer({ kind: 'presence', presence }, sender);
const offer = (nonce: string, sender: Sender) => answer({ kind: 'coach-offer', nonce }, sender);
const shown = async () => (await readTab(7)).presence;

beforeEach(() => {
  fake.reset();
  fake.permitted.add(`${CLINIC}/*`);
});

describe('the icon', () => {
  const BADGES = {
    idle: '',
    on: '✓',
    coaching: '✓',
    'frame-too-small': '?',
    'reload-needed': '↻',
    'needs-permission': '!',
  };

  it.each(['sv', 'en'] as const)('says each presence in words (%s)', async (language) => {
    const words = createWords(language);
    const titles = new Set<string | undefined>();
    for (const presence of PRESENCES) {
      await showPresence(7, presence, words);
      expect(fake.badges.get(7)).toBe(BADGES[presence]);
      expect(fake.titles.get(7)).toBe(words.t(`presence.${presence}`));
      titles.add(fake.titles.get(7));
    }
    expect(titles.size).toBe(PRESENCES.length);
  });

  it('follows the language', async () => {
    await say('on', from(0));
    await showAllPresences(async () => createWords('sv'));
    expect(fake.titles.get(7)).toBe(createWords('sv').t('presence.on'));
  });
});

describe('the frames of a tab', () => {
  it('a frame that merely runs our scripts does not take back what the call has said', async () => {
    await say('on', from(0));
    await say('on', from(3, VENDOR));
    await say('coaching', from(3, VENDOR));
    await say('on', from(4));
    expect(await shown()).toBe('coaching');
  });

  it('on a late start the page may speak after its frame', async () => {
    await say('coaching', from(3, VENDOR));
    await say('on', from(0));
    expect(await shown()).toBe('coaching');
  });

  it('the frame of the coach says that it is off for this call', async () => {
    await say('on', from(0));
    await offer('nonce', from(3, VENDOR));
    await say('coaching', from(3, VENDOR));
    await say('on', from(3, VENDOR));
    expect(await shown()).toBe('on');
  });

  it('a new page begins anew', async () => {
    await say('on', from(0));
    await say('coaching', from(3, VENDOR));
    await answer({ kind: 'camera-frames', origins: [VENDOR] }, from(0));
    await say('on', from(0));
    expect(await readTab(7)).toMatchObject({ presence: 'on', missingOrigins: [], coach: null });
  });

  it('a frame with a camera and without permission is said, until it has one', async () => {
    const frames: ToBackground = { kind: 'camera-frames', origins: [`${VENDOR}:8443`] };
    await say('on', from(0));
    await answer(frames, from(0));
    expect(await readTab(7)).toMatchObject({
      presence: 'needs-permission',
      missingOrigins: [`${VENDOR}:8443`],
    });
    expect(fake.badges.get(7)).toBe('!');
    fake.permitted.add(`${VENDOR}/*`);
    await answer(frames, from(0));
    expect(await shown()).toBe('on');
  });
});

describe('the coach of a tab', () => {
  it('stands in the corner that was chosen, until it is moved on a site; the open one goes there now', async () => {
    await panelCornerSetting.write('bottom-left');
    const inCorner = { corner: 'bottom-left', xPx: 0, yPx: 0, folded: false };
    expect(await offer('first', from(3, VENDOR))).toEqual(inCorner);
    await moveCoaches('top-left');
    expect(fake.told).toEqual([{ tabId: 7, frameId: 3, kind: 'corner' }]);
  });

  it('the newest camera wins: the frame before is told, the nonce is the new one', async () => {
    await offer('first', from(0));
    await offer('second', from(3, VENDOR));
    expect(fake.told).toEqual([{ tabId: 7, frameId: 0, kind: 'coach-elsewhere' }]);
    expect(await answer({ kind: 'coach-claim' }, from(9))).toEqual({
      nonce: 'second',
      privateTab: false,
    });
  });

  it('a coach that started again in its own frame tells nobody', async () => {
    await offer('first', from(0));
    await offer('second', from(0));
    expect(fake.told).toEqual([]);
  });

  it('a page that frames the coach itself gets no nonce', async () => {
    expect(await answer({ kind: 'coach-claim' }, from(0))).toBe(null);
    await offer('nonce', from(0));
    expect(await answer({ kind: 'coach-claim' }, from(0, CLINIC, { tabId: 8 }))).toBe(null);
  });

  it('the place is remembered for the site, and never from a private tab', async () => {
    const place: ToBackground = { kind: 'remember-place', place: PLACE };
    await answer(place, from(0, CLINIC, { privateTab: true }));
    expect(await browser.storage.local.get(null)).toEqual({});
    await answer(place, from(0));
    expect(await offer('nonce', from(3, VENDOR))).toEqual(PLACE);
  });
});

describe('a tab that goes on', () => {
  const load = (tab: { url?: string }) =>
    browser.tabs.onUpdated.fire(7, { status: 'complete' }, { id: 7, ...tab });

  beforeEach(() => watchTabs(english));

  it.each([
    ['to an address that is hidden from us', {}],
    ['to one that a press on the icon lets us see', { url: 'https://other.example/call' }],
  ])('%s: a word on the icon', async (_where, tab) => {
    await say('coaching', from(0));
    await load(tab);
    expect(await readTab(7)).toMatchObject({ presence: 'needs-permission', coach: null });
    expect(fake.badges.get(7)).toBe('!');
  });

  it('within the site: nothing', async () => {
    await say('on', from(0));
    await load({ url: `${CLINIC}/next` });
    expect(await shown()).toBe('on');
  });

  it('that never was of a site where Eyelevel is on: nothing', async () => {
    await load({});
    expect(await shown()).toBe('idle');
  });

  it('a tab that it opens is watched as well', async () => {
    await say('on', from(0));
    await browser.tabs.onCreated.fire({ id: 8, openerTabId: 7 });
    await browser.tabs.onUpdated.fire(8, { status: 'complete' }, { id: 8 });
    expect((await readTab(8)).presence).toBe('needs-permission');
  });

  it('a closed one is forgotten', async () => {
    await say('on', from(0));
    await browser.tabs.onRemoved.fire(7);
    expect(await browser.storage.session.get(null)).toEqual({});
  });
});
