import type { PanelPlace } from '../messages/background.ts';
import type { Corner } from '../settings/choices.ts';
import type { CoachHost } from './host.ts';
import { type PageGeometry, readGeometry } from './obstacles.ts';
import {
  boxOf,
  choosePlace,
  clamp,
  FIRST_PLACE,
  fitting,
  placeInCorner,
  placeOf,
  type Rect,
  type Size,
} from './place.ts';

/** Places the panel: off the page's controls, where the person wants it, folded when there is no room. */
export interface Panel {
  resize(size: Size): void;
  move(dxPx: number, dyPx: number): void;
  moveEnd(): void;
  fold(folded: boolean): void;
  /** Another corner was chosen, once for every site: what was moved by hand counts no longer. */
  toCorner(corner: Corner): void;
  /** Folded by the person, for want of room, or beside an open dialog. */
  readonly folded: boolean;
}

/** The page's geometry is read at most so often, and only when the page has nothing else to do. */
const LOOK_EVERY_MS = 2000;
/** A size up to this is the dot's; the panel itself is wider, at 200 % text the dot too. */
const DOT_MAX_PX = 120;
const FIRST_DOT: Size = { width: 56, height: 56 };

export function createPanel(options: {
  readonly document: Document;
  readonly host: CoachHost;
  readonly place: PanelPlace | null;
  readonly signal: AbortSignal;
  readonly isSelf: (video: HTMLVideoElement) => boolean;
  readonly remember: (place: PanelPlace) => void;
  readonly onFolded: (folded: boolean) => void;
}): Panel {
  const { document, host, signal } = options;
  let place = options.place ?? FIRST_PLACE;
  let full: Size | null = null;
  let dot = FIRST_DOT;
  let folded = place.folded;
  let box: Rect | null = null;
  let moving = false;
  /** The person opened it where no place is free: it stays open where they have it, until one is. */
  let insisted = false;

  const viewport = (): Size => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.clientHeight,
  });

  const say = (next: boolean) => {
    if (next === folded) return;
    folded = next;
    options.onFolded(folded);
  };
  const showAt = (next: Rect) => {
    const same = box && next.x === box.x && next.y === box.y;
    const sameSize = box && next.width === box.width && next.height === box.height;
    box = next;
    if (!same || !sameSize) host.show(next);
  };

  const choose = ({ obstacles, dialogOpen }: PageGeometry) => {
    const room = viewport();
    if (full && !place.folded) {
      const found = dialogOpen
        ? null
        : choosePlace({ size: full, viewport: room, preferred: place, obstacles });
      if (found) insisted = false;
      // Who has just pressed something in it, such as More choices, does not lose it.
      const inUse = !folded && host.element.contains(document.activeElement);
      const keep = insisted || inUse ? boxOf(place, fitting(full, room), room) : null;
      const open = found ?? keep;
      if (open) {
        say(false);
        return showAt(open);
      }
    }
    if (!full && !place.folded) return;
    say(true);
    showAt(
      choosePlace({ size: dot, viewport: room, preferred: place, obstacles }) ??
        boxOf(place, dot, room),
    );
  };
  const look = () => {
    if (signal.aborted || moving) return;
    host.check();
    choose(readGeometry(document, viewport(), options.isSelf));
  };

  let waiting = false;
  const lookWhenIdle = () => {
    if (waiting) return;
    waiting = true;
    requestIdleCallback(
      () => {
        waiting = false;
        look();
      },
      { timeout: LOOK_EVERY_MS },
    );
  };
  const timer = setInterval(lookWhenIdle, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  const passive = { signal, passive: true };
  document.defaultView?.addEventListener('resize', lookWhenIdle, passive);
  document.addEventListener('scrollend', lookWhenIdle, { ...passive, capture: true });
  document.addEventListener('fullscreenchange', lookWhenIdle, passive);

  return {
    resize(size) {
      if (Math.max(size.width, size.height) <= DOT_MAX_PX) dot = size;
      else full = size;
      // In a hand it keeps its place; what it says is never cut off.
      if (moving && box && !folded) showAt(clamp({ ...box, ...size }, viewport()));
      look();
    },
    move(dxPx, dyPx) {
      if (!box) return;
      moving = true;
      showAt(clamp({ ...box, x: box.x + dxPx, y: box.y + dyPx }, viewport()));
    },
    moveEnd() {
      moving = false;
      if (!box) return;
      place = placeOf(box, viewport(), place.folded);
      look();
      options.remember(place);
    },
    fold(next) {
      place = { ...place, folded: next };
      insisted = !next;
      look();
      options.remember(place);
    },
    toCorner(corner) {
      place = placeInCorner(corner, place.folded);
      look();
    },
    get folded() {
      return folded;
    },
  };
}
