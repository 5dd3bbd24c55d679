import type { Rect, Size } from './place.ts';

const CONTROLS = [
  'button',
  'a[href]',
  'input',
  'select',
  'textarea',
  'summary',
  'video[controls]',
  ...['button', 'slider', 'link', 'checkbox', 'switch', 'tab', 'menuitem', 'textbox', 'radio'].map(
    (role) => `[role=${role}]`,
  ),
].join();

/** Captions of the call: live regions, and what pages call them. */
const CAPTIONS =
  '[aria-live=polite], [aria-live=assertive], [role=log], [class*=caption i], [class*=subtitle i]';

const DIALOGS = 'dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]';

/**
 * Share of the window above which something is no control but the stage itself: calls make the whole
 * picture a button that shows the tool bar, or the whole application a live region.
 */
const STAGE_SHARE = 0.5;

/** What the panel must not cover. Geometry only: no text of the page is ever read. */
export interface PageGeometry {
  readonly obstacles: readonly Rect[];
  readonly dialogOpen: boolean;
}

/** @param isSelf tells the patient's own picture from the far end's, whose middle stays free */
export function readGeometry(
  document: Document,
  viewport: Size,
  isSelf: (video: HTMLVideoElement) => boolean,
): PageGeometry {
  const stageArea = STAGE_SHARE * viewport.width * viewport.height;
  const visible = (selector: string): Rect[] =>
    Array.from(document.querySelectorAll(selector), rectOf).filter(
      ({ x, y, width, height }) =>
        width > 1 &&
        height > 1 &&
        x < viewport.width &&
        y < viewport.height &&
        x + width > 0 &&
        y + height > 0,
    );
  const dialogs = visible(DIALOGS);
  const small = [...visible(CONTROLS), ...visible(CAPTIONS)].filter(
    ({ width, height }) => width * height < stageArea,
  );
  const remote = middleOfLargest(document, isSelf);
  return {
    obstacles: [...small, ...dialogs, ...(remote ? [remote] : [])],
    dialogOpen: dialogs.length > 0,
  };
}

function rectOf(element: Element): Rect {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

/** The middle half, across and down, of the largest picture that is not the patient's. */
function middleOfLargest(
  document: Document,
  isSelf: (video: HTMLVideoElement) => boolean,
): Rect | null {
  let largest: Rect | null = null;
  for (const video of document.querySelectorAll('video')) {
    if (isSelf(video)) continue;
    const rect = rectOf(video);
    if (rect.width * rect.height > (largest ? largest.width * largest.height : 0)) largest = rect;
  }
  return largest && middleOf(largest);
}

export function middleOf({ x, y, width, height }: Rect): Rect {
  return { x: x + width / 4, y: y + height / 4, width: width / 2, height: height / 2 };
}
