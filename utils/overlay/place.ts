import type { PanelPlace } from '../messages/background.ts';
import type { Corner } from '../settings/choices.ts';

/** CSS px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** CSS px from the viewport's top left corner. */
export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

/** Between the panel and the window's edge. */
export const MARGIN_PX = 8;
/** Grid of places that are tried: small enough to fit between two rows of buttons. */
const STEP_PX = 16;

/** In a corner, before anyone has moved it. */
export function placeInCorner(corner: Corner, folded: boolean): PanelPlace {
  return { corner, xPx: MARGIN_PX, yPx: MARGIN_PX, folded };
}

/** Where nobody has chosen: calls keep their buttons at the bottom. */
export const FIRST_PLACE = placeInCorner('top-right', false);

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The panel's box for a remembered place, kept inside the window. */
export function boxOf(place: PanelPlace, size: Size, viewport: Size): Rect {
  const right = place.corner.endsWith('right');
  const bottom = place.corner.startsWith('bottom');
  return clamp(
    {
      ...size,
      x: right ? viewport.width - size.width - place.xPx : place.xPx,
      y: bottom ? viewport.height - size.height - place.yPx : place.yPx,
    },
    viewport,
  );
}

/** Moves a box inside the window. Where it is larger than the window, its top left stays visible. */
export function clamp(box: Rect, viewport: Size): Rect {
  const inside = (at: number, length: number, room: number) =>
    Math.max(MARGIN_PX, Math.min(at, room - length - MARGIN_PX));
  return {
    ...box,
    x: inside(box.x, box.width, viewport.width),
    y: inside(box.y, box.height, viewport.height),
  };
}

/** A size that the window has room for; what is cut off can be scrolled to. */
export function fitting(size: Size, viewport: Size): Size {
  return {
    width: Math.min(size.width, viewport.width - 2 * MARGIN_PX),
    height: Math.min(size.height, viewport.height - 2 * MARGIN_PX),
  };
}

/** The place to remember for a box: distances from the nearest corner, so that it holds in other windows. */
export function placeOf(box: Rect, viewport: Size, folded: boolean): PanelPlace {
  const right = box.x + box.width / 2 > viewport.width / 2;
  const bottom = box.y + box.height / 2 > viewport.height / 2;
  return {
    corner: `${bottom ? 'bottom' : 'top'}-${right ? 'right' : 'left'}`,
    xPx: Math.round(right ? viewport.width - box.x - box.width : box.x),
    yPx: Math.round(bottom ? viewport.height - box.y - box.height : box.y),
    folded,
  };
}

/**
 * Chooses where the panel stands: where it is, if nothing is under it, else the nearest free place.
 * @returns null when there is none: it folds
 */
export function choosePlace(options: {
  readonly size: Size;
  readonly viewport: Size;
  readonly preferred: PanelPlace;
  readonly obstacles: readonly Rect[];
}): Rect | null {
  const { size, viewport, preferred, obstacles } = options;
  const lastX = viewport.width - size.width - MARGIN_PX;
  const lastY = viewport.height - size.height - MARGIN_PX;
  if (lastX < MARGIN_PX || lastY < MARGIN_PX) return null;
  const isFree = (box: Rect) => !obstacles.some((obstacle) => overlaps(box, obstacle));

  const wanted = boxOf(preferred, size, viewport);
  if (isFree(wanted)) return wanted;
  let best: Rect | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const y of steps(MARGIN_PX, lastY)) {
    for (const x of steps(MARGIN_PX, lastX)) {
      const distance = Math.hypot(x - wanted.x, y - wanted.y);
      if (distance >= bestDistance) continue;
      const box = { ...size, x, y };
      if (!isFree(box)) continue;
      best = box;
      bestDistance = distance;
    }
  }
  return best;
}

/** Both ends and every step between. */
function* steps(from: number, to: number) {
  for (let at = from; at < to; at += STEP_PX) yield at;
  yield to;
}
