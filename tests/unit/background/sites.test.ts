import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnswer } from '../../../utils/background/answer.ts';
import { registerScripts } from '../../../utils/background/scripts.ts';
import {
  keepIntent,
  onPermissionAdded,
  onPermissionRemoved,
  turnOffSite,
} from '../../../utils/background/sites.ts';
import { readTab } from '../../../utils/background/tabs.ts';
import { createWords } from '../../../utils/languages/words.ts';
import { panelPlaces, sites } from '../../../utils/settings/items.ts';
import { browser, fake } from '../support/fake-browser.ts';

vi.mock('wxt/browser', () => import('../support/fake-browser.ts'));

const CLINIC = 'https://clinic.example';
const OTHER = 'https://other.example';
const VENDOR = 'https://video.example:8443';
const CLINIC_PATTERN = 'https://clinic.example/*';
const OTHER_PATTERN = 'https://other.example/*';
const VENDOR_PATTERN = 'https://video.example/*';
const english = async () => createWords('en');
const answer = createAnswer({ sessions: { handle: vi.fn() } as never, words: english });

const intent = { tabId: 7, site: CLINIC, origins: [CLINIC, VENDOR], privateTab: false };
async function grant(...origins: string[]) {
  for (const origin of origins) fake.permitted.add(origin);
  await onPermissionAdded({ origins });
}
const speak = (tabId: number, frameId: number, origin: string, site: string, presence = 'on') =>
  answer(
    { kind: 'presence', presence: presence as 'on' },
    {
      tabId,
      frameId,
      origin,
      site,
      privateTab: false,
    },
  );
const matches = () => [...new Set(fake.registered.flatMap((script) => script.matches))].sort();

beforeEach(() => fake.reset());

describe('permission came', () => {
  it('what the popup said is kept for the site, once', async () => {
    await keepIntent(intent);
    await grant(CLINIC_PATTERN, VENDOR_PATTERN);
    expect(await sites.read()).toEqual({ [CLINIC]: [CLINIC, VENDOR] });
    expect(fake.injected).toContain(7);
    await sites.write({});
    await grant(OTHER_PATTERN);
    expect(await sites.read()).toEqual({});
  });

  it('until all has come, nothing is kept', async () => {
    await keepIntent(intent);
    await grant(CLINIC_PATTERN);
    expect(await sites.read()).toEqual({});
    await grant(VENDOR_PATTERN);
    expect(await sites.read()).toEqual({ [CLINIC]: [CLINIC, VENDOR] });
  });

  it('from a private window nothing is stored, and its page is coached', async () => {
    await keepIntent({ ...intent, privateTab: true });
    await grant(CLINIC_PATTERN, VENDOR_PATTERN);
    expect(await browser.storage.local.get(null)).toEqual({});
    expect(fake.injected).toContain(7);
  });

  it('a second yes adds to the site', async () => {
    await keepIntent({ ...intent, origins: [CLINIC] });
    await grant(CLINIC_PATTERN);
    await keepIntent({ ...intent, origins: [VENDOR] });
    await grant(VENDOR_PATTERN);
    expect(await sites.read()).toEqual({ [CLINIC]: [CLINIC, VENDOR] });
  });

  it('pages that are open are coached, each once, and no others', async () => {
    fake.tabs = [
      { id: 7, url: `${CLINIC}/a` },
      { id: 8, url: `${CLINIC}/b` },
      { id: 9, url: `${OTHER}/` },
    ];
    await keepIntent(intent);
    await grant(CLINIC_PATTERN, VENDOR_PATTERN);
    // Tap and overlay.
    expect(fake.injected.toSorted()).toEqual([7, 7, 8, 8]);
  });

  it('what is registered follows from the permissions alone', async () => {
    await grant(CLINIC_PATTERN);
    expect(matches()).toEqual([CLINIC_PATTERN]);
    expect(fake.registered).toHaveLength(2);
    await grant(OTHER_PATTERN);
    expect(matches()).toEqual([CLINIC_PATTERN, OTHER_PATTERN]);
    // Gone after a restart.
    fake.registered = [];
    await registerScripts();
    expect(matches()).toEqual([CLINIC_PATTERN, OTHER_PATTERN]);
  });
});

describe('permission went', () => {
  beforeEach(async () => {
    await grant(CLINIC_PATTERN, OTHER_PATTERN, VENDOR_PATTERN);
    await speak(7, 0, CLINIC, CLINIC);
    await speak(7, 3, VENDOR, CLINIC, 'coaching');
    await speak(8, 0, OTHER, OTHER, 'coaching');
  });

  it('the page and its frame restore, the icon is quiet, a call on another site goes on', async () => {
    for (const pattern of [CLINIC_PATTERN, VENDOR_PATTERN]) fake.permitted.delete(pattern);
    await onPermissionRemoved(english);
    expect(fake.told).toEqual([
      { tabId: 7, frameId: 0, kind: 'turn-off' },
      { tabId: 7, frameId: 3, kind: 'turn-off' },
    ]);
    expect(matches()).toEqual([OTHER_PATTERN]);
    expect(await readTab(7)).toMatchObject({ presence: 'idle', site: null });
    expect(fake.titles.get(7)).toBe(createWords('en').t('presence.idle'));
    expect(await readTab(8)).toMatchObject({ presence: 'coaching' });
  });

  it('a frame alone: the icon asks for it', async () => {
    await answer(
      { kind: 'coach-offer', nonce: 'nonce' },
      {
        tabId: 7,
        frameId: 3,
        origin: VENDOR,
        site: CLINIC,
        privateTab: false,
      },
    );
    fake.permitted.delete(VENDOR_PATTERN);
    await onPermissionRemoved(english);
    expect(fake.told).toEqual([{ tabId: 7, frameId: 3, kind: 'turn-off' }]);
    expect(await readTab(7)).toMatchObject({
      presence: 'needs-permission',
      missingOrigins: [VENDOR],
      coach: null,
    });
  });

  it('what was stored about the site goes too', async () => {
    const place = { corner: 'top-left', xPx: 1, yPx: 2, folded: false } as const;
    await sites.write({ [CLINIC]: [CLINIC], [OTHER]: [OTHER] });
    await panelPlaces.write({ [CLINIC]: place, [OTHER]: place });
    fake.permitted.delete(CLINIC_PATTERN);
    await onPermissionRemoved(english);
    expect(await sites.read()).toEqual({ [OTHER]: [OTHER] });
    expect(await panelPlaces.read()).toEqual({ [OTHER]: place });
  });
});

describe('off on this site', () => {
  beforeEach(() => {
    for (const pattern of [CLINIC_PATTERN, OTHER_PATTERN, VENDOR_PATTERN]) {
      fake.permitted.add(pattern);
    }
  });

  it('takes back all that was given together', async () => {
    await sites.write({ [CLINIC]: [CLINIC, VENDOR], [OTHER]: [OTHER] });
    expect(await turnOffSite(CLINIC)).toBe(true);
    expect([...fake.permitted]).toEqual([OTHER_PATTERN]);
  });

  it('but for what another site needs', async () => {
    await sites.write({ [CLINIC]: [CLINIC, VENDOR], [OTHER]: [OTHER, VENDOR] });
    expect(await turnOffSite(CLINIC)).toBe(true);
    expect([...fake.permitted]).toEqual([OTHER_PATTERN, VENDOR_PATTERN]);
  });

  it('what was given in a private window is known from its tabs', async () => {
    await speak(7, 0, CLINIC, CLINIC);
    await speak(7, 3, VENDOR, CLINIC);
    expect(await turnOffSite(CLINIC)).toBe(true);
    expect([...fake.permitted]).toEqual([OTHER_PATTERN]);
  });

  it('says no where the browser refuses', async () => {
    fake.required.add(CLINIC_PATTERN);
    expect(await turnOffSite(CLINIC)).toBe(false);
  });
});
