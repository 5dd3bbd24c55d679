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

/**
 * What stays free of the largest remote picture: its middle, where the clinician's face is. A face takes up to
 * two fifths of the height in a call, and is never wider than it is tall; a third more is for leaning.
 */
const FACE_SHARE = 0.4;
const FACE_WIDTH_TO_HEIGHT = 4 / 3;

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

/** Where the face is in the largest picture that is not the patient's. */
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

export function middleOf(picture: Rect): Rect {
  const height = picture.height * FACE_SHARE;
  const width = Math.min(picture.width * FACE_SHARE, height * FACE_WIDTH_TO_HEIGHT);
  return {
    x: picture.x + (picture.width - width) / 2,
    y: picture.y + (picture.height - height) / 2,
    width,
    height,
  };
}
