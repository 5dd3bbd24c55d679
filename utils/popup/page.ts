import { browser } from 'wxt/browser';
import type { TabStatus } from '../messages/background.ts';
import { ask, originOf } from '../messages/runtime.ts';
import { withoutPermission } from '../settings/permitted.ts';
import { cameraFrameOrigins } from './camera-frames.ts';
import type { PopupPage } from './popup-page.ts';

/** The tab under the popup, as far as the popup may know it (activeTab, by the press on the icon). */
export interface PageUnder {
  readonly tabId: number | null;
  /** Origin at the top of the tab; null for the browser's own pages. */
  readonly site: string | null;
  readonly privateWindow: boolean;
  readonly page: PopupPage;
  /** What the browser's one question must cover. */
  readonly origins: readonly string[];
}

export async function readPageUnder(): Promise<PageUnder> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const privateWindow = tab?.incognito ?? false;
  const tabId = tab?.id ?? null;
  const site = originOf(tab?.url);
  if (tabId === null || site === null || !mayAskFor(site)) {
    return { tabId, site: null, privateWindow, page: { kind: 'unsupported' }, origins: [] };
  }
  const status = await ask<'tab-status'>({ kind: 'tab-status', tabId });
  const frames = [...(await cameraFrameOrigins(tabId)), ...status.missingOrigins];
  const all = [...new Set([site, ...frames.filter(mayAskFor)])];
  const origins = await withoutPermission(all);
  return { tabId, site, privateWindow, page: pageOf(site, origins, status), origins };
}

function pageOf(site: string, missing: readonly string[], status: TabStatus): PopupPage {
  const name = hostOf(site);
  const hosts = missing.map(hostOf);
  if (missing.includes(site)) return { kind: 'off', site: name, hosts };
  if (missing.length > 0) return { kind: 'needs-permission', site: name, hosts };
  if (status.presence === 'frame-too-small' || status.presence === 'reload-needed') {
    return { kind: status.presence, site: name };
  }
  return { kind: 'on', site: name, coaching: status.presence === 'coaching' };
}

/** Only where browsers give a page the camera: https, and this computer itself. */
export function mayAskFor(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
}

export function hostOf(origin: string): string {
  return new URL(origin).hostname;
}
