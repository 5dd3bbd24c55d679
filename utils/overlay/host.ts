import { moveKeepingAlive } from '../platform/move-keeping-alive.ts';
import { raise } from '../platform/raise.ts';
import type { Rect } from './place.ts';

/** The element on the page that holds the coach. It holds nothing else, and never takes the focus. */
export interface CoachHost {
  readonly element: HTMLElement;
  /** Puts it there, in that size. Before the first time it cannot be seen. */
  show(box: Rect): void;
  /** Looks whether the page has removed or changed it, and mends that. */
  check(): void;
  remove(): void;
}

/** A page that undoes the panel more often than this is left alone. */
const REPAIRS_MAX = 5;
/** Until the panel has told its size it is laid out in this room. */
const FIRST_SIZE = { width: 320, height: 200 };
/** Told from the page by its edge and shadow, on light and on dark pages alike. */
const CORNER = '12px';
const EDGE = '0 0 0 1px rgb(128 128 128 / 70%), 0 2px 14px rgb(0 0 0 / 40%)';
/** The last place of all but the top layer, for browsers without it. */
const Z_INDEX_MAX = '2147483647';

/** Full-screen elements that show no children of theirs: the coach waits until they are left. */
const CHILDLESS = new Set(['video', 'canvas', 'iframe', 'img', 'object', 'embed']);

/**
 * @param on.window the coach's page has loaded, at first and whenever it had to start again
 * @param on.lost the page does not let the panel be
 */
export function createHost(options: {
  readonly document: Document;
  readonly coachUrl: string;
  readonly signal: AbortSignal;
  readonly on: { window(coach: Window): void; lost(): void };
}): CoachHost {
  const { document, signal, on } = options;
  const element = document.createElement('eyelevel-coach');
  const frame = document.createElement('iframe');
  let box: Rect | null = null;
  let repairs = 0;
  let removed = false;

  const dress = () => {
    const { width, height } = box ?? FIRST_SIZE;
    const size = { width: `${width}px`, height: `${height}px` };
    wear(element, {
      all: 'initial',
      display: 'block',
      position: 'fixed',
      inset: box ? `${box.y}px auto auto ${box.x}px` : '0 auto auto 0',
      'z-index': Z_INDEX_MAX,
      ...size,
      // Not `visibility`: browsers do not lay out or run the frame of a hidden element.
      opacity: box ? '1' : '0',
      'pointer-events': box ? 'auto' : 'none',
    });
    wear(frame, {
      all: 'initial',
      display: 'block',
      ...size,
      border: '0',
      'border-radius': CORNER,
      'box-shadow': EDGE,
      // The same as the coach's page: where they differ, its background turns opaque.
      'color-scheme': 'light dark',
      background: 'transparent',
    });
    if (element.popover !== 'manual') element.popover = 'manual';
    watcher.takeRecords();
  };

  const mend = () => {
    if (removed || signal.aborted) return;
    repairs += 1;
    if (repairs > REPAIRS_MAX) {
      remove();
      on.lost();
      return;
    }
    if (frame.parentNode !== element) element.replaceChildren(frame);
    if (!element.isConnected) home().append(element);
    dress();
    raise(element);
  };

  /** Everything outside the full-screen element takes no clicks, so the panel goes into it. */
  const home = (): Element => {
    const full = document.fullscreenElement;
    return full && !CHILDLESS.has(full.localName) ? full : document.documentElement;
  };
  const onFullScreen = () => {
    if (removed) return;
    const target = home();
    if (element.parentNode !== target) moveKeepingAlive(target, element);
    raise(element);
  };

  const check = () => {
    if (!element.isConnected || frame.parentNode !== element) mend();
    else if (element.popover === 'manual' && !element.matches(':popover-open')) mend();
  };
  const watcher = new MutationObserver((records) => {
    const changed = records.some(({ target }) => target === element || target === frame);
    if (changed) mend();
    else check();
  });

  const remove = () => {
    removed = true;
    watcher.disconnect();
    element.remove();
  };

  frame.src = options.coachUrl;
  frame.title = 'Eyelevel';
  // For the chime that a person can ask for: the page has the camera, and so has been pressed.
  frame.allow = 'autoplay';
  frame.addEventListener('load', () => frame.contentWindow && on.window(frame.contentWindow), {
    signal,
  });
  document.addEventListener('fullscreenchange', onFullScreen, { signal });
  signal.addEventListener('abort', remove);

  element.append(frame);
  dress();
  home().append(element);
  raise(element);
  watcher.observe(document.documentElement, { childList: true });
  watcher.observe(element, { childList: true, attributes: true });
  watcher.observe(frame, { attributes: true });

  return {
    element,
    show(next) {
      box = next;
      dress();
    },
    check,
    remove,
  };
}

/** Inline and important: stronger than anything in the page's own style sheets. */
function wear(element: HTMLElement, style: Readonly<Record<string, string>>): void {
  element.style.cssText = Object.entries(style)
    .map(([name, value]) => `${name}: ${value} !important`)
    .join('; ');
}
