/** The audio and video elements of a page, open shadow roots of its own elements included. */
export function findMedia(root: Document | ShadowRoot): HTMLMediaElement[] {
  const found: HTMLMediaElement[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) found.push(...findMedia(element.shadowRoot));
    if (element instanceof HTMLMediaElement) found.push(element);
  }
  return found;
}
