/**
 * Without this the coach restarts at every change into and out of full screen: `append` and
 * `insertBefore` reload an iframe, which loses its worker, model and port. `moveBefore` does not
 * (Chromium 133, Firefox 144; in Firefox only for a plain child, not in a shadow root). Where it is
 * missing the element is appended, and the coach starts anew.
 */
export function moveKeepingAlive(target: Element, element: HTMLElement): void {
  try {
    if (typeof target.moveBefore === 'function') {
      target.moveBefore(element, null);
      return;
    }
  } catch {
    // Not connected, or not of the same document any more.
  }
  target.append(element);
}
