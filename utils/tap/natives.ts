/**
 * The browser's own functions, taken before the page's first script can redefine them. What the page
 * puts in their place later reaches the page's calls, never ours.
 */
export const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
export const NativePromise = Promise;
export const promiseThen = Promise.prototype.then;
export const { postMessage: portPostMessage } = MessagePort.prototype;

/** Runs our own code inside a call of the page: whatever goes wrong in it stays here. */
export function quietly(run: () => void): void {
  try {
    run();
  } catch {
    // The call comes first (design: Rules that keep patients safe).
  }
}
