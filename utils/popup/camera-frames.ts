import { browser } from 'wxt/browser';
import { originOf } from '../messages/runtime.ts';

/**
 * Origins of the page's frames that are allowed the camera. Needs activeTab, which the press on the icon
 * gives for the page itself; the frames' own insides stay closed, their `allow` is enough.
 */
export async function cameraFrameOrigins(tabId: number): Promise<string[]> {
  const results = await browser.scripting
    .executeScript({ target: { tabId }, func: listCameraFrames })
    // A page that no extension may touch (a store, a viewer): the caller shows what it can.
    .catch(() => []);
  const addresses = (results[0]?.result ?? []) as string[];
  return addresses.map(originOf).filter((origin) => origin !== null);
}

/** Runs in the page. Reads two attributes of its frames, nothing else. */
function listCameraFrames(): string[] {
  return [...document.querySelectorAll('iframe')]
    .filter((frame) => /\bcamera\b/.test(frame.allow))
    .map((frame) => frame.src);
}
