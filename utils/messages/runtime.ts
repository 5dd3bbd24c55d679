import { browser } from 'wxt/browser';
import type { FromBackground, RequestToBackground, ToBackground } from './background.ts';

/** Who sent a message, as the browser itself says it. Nothing here can be forged by a page. */
export interface Sender {
  readonly tabId: number | null;
  readonly frameId: number;
  /** Origin of the frame itself; null for a page of ours, and where the browser does not tell. */
  readonly origin: string | null;
  /** Origin at the top of the tab, where known. */
  readonly site: string | null;
  /** A private (incognito) tab: nothing of it may be written anywhere. */
  readonly privateTab: boolean;
}

/** Waits between tries, while a background that stops is started again. */
const TRY_AGAIN_AFTER_MS = [100, 400, 1500];

/**
 * Sends a request to the background and gives its reply. Rejects when the extension was reloaded.
 * Firefox refuses a message that comes while an idle background is being stopped: nobody has got it, so it
 * is sent again.
 */
export async function ask<K extends ToBackground['kind']>(
  request: Extract<ToBackground, { kind: K }>,
): Promise<RequestToBackground[K]> {
  for (const waitMs of TRY_AGAIN_AFTER_MS) {
    try {
      return (await browser.runtime.sendMessage(request)) as RequestToBackground[K];
    } catch (error) {
      if (!String(error).includes('Receiving end does not exist')) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  return (await browser.runtime.sendMessage(request)) as RequestToBackground[K];
}

/** Tells one frame of a tab. Frames without our scripts do not answer; that is no error. */
export async function tell(tabId: number, frameId: number | null, message: FromBackground) {
  const options = frameId === null ? {} : { frameId };
  await browser.tabs.sendMessage(tabId, message, options).catch(() => undefined);
}

/** Answers requests in the background. */
export function onRequest(
  answer: (request: ToBackground, sender: Sender) => Promise<unknown>,
): void {
  type Raw = {
    id?: string;
    frameId?: number;
    origin?: string;
    url?: string;
    tab?: { id?: number; url?: string; incognito?: boolean };
  };
  const listener = (request: unknown, raw: Raw) => {
    if (raw.id !== browser.runtime.id) return undefined;
    return answer(request as ToBackground, {
      tabId: raw.tab?.id ?? null,
      frameId: raw.frameId ?? 0,
      origin: originOf(raw.origin) ?? originOf(raw.url),
      site: originOf(raw.tab?.url),
      privateTab: raw.tab?.incognito ?? false,
    });
  };
  // The polyfill lets a listener answer with a promise; wxt's types know only Chrome's own form.
  browser.runtime.onMessage.addListener(listener as never);
}

/** Listens in an overlay to what the background tells. Returns the unsubscribe. */
export function onTold(callback: (message: FromBackground) => void): () => void {
  const listener = (message: unknown) => callback(message as FromBackground);
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}

/** Origin of an address, or null where it has none that permissions could name. */
export function originOf(address: string | undefined | null): string | null {
  if (!address) return null;
  try {
    const { origin, protocol } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? origin : null;
  } catch {
    return null;
  }
}
