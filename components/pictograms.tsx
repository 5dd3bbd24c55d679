import type { ComponentChildren } from 'preact';
import type { Area } from '../utils/areas.ts';
import type { CueDirection, CueId } from '../utils/cues/types.ts';

/*
 * Drawings on a grid of 48, in the colour of the text, so that they follow dark, light and forced
 * colours by themselves. They say nothing alone: words stand beside them, or in the button's name.
 */

function Drawing(props: { readonly sizeRem: number; readonly children: ComponentChildren }) {
  const size = `${props.sizeRem}rem`;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 48 48"
      style={{ inlineSize: size, blockSize: size }}
      fill="none"
      stroke="currentColor"
      stroke-width="3"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {props.children}
    </svg>
  );
}

/** The five areas of the sign. */
export function AreaPictogram(props: { readonly area: Area; readonly sizeRem?: number }) {
  return <Drawing sizeRem={props.sizeRem ?? 1.875}>{AREA_DRAWINGS[props.area]}</Drawing>;
}

const AREA_DRAWINGS: Readonly<Record<Area, ComponentChildren>> = {
  // A camera.
  picture: (
    <>
      <rect x="4" y="13" width="27" height="22" rx="5" />
      <path d="M31 21l11-6v18l-11-6" />
    </>
  ),
  // A lamp bulb.
  light: (
    <>
      <path d="M18 33c0-5-6-7-6-15a12 12 0 0 1 24 0c0 8-6 10-6 15z" />
      <path d="M18.500 39h11M21 44h6" />
    </>
  ),
  // A head and shoulders in a frame.
  place: (
    <>
      <path d="M4 14V9a4 4 0 0 1 4-4h6M34 5h6a4 4 0 0 1 4 4v5M44 34v5a4 4 0 0 1-4 4h-6M14 43H8a4 4 0 0 1-4-4v-5" />
      <circle cx="24" cy="19" r="6.500" />
      <path d="M12 37c0-6 5-9 12-9s12 3 12 9" />
    </>
  ),
  // A loudspeaker.
  sound: (
    <>
      <path d="M5 18v12h8l11 9V9l-11 9z" />
      <path d="M31 18a9 9 0 0 1 0 12M37 12a17 17 0 0 1 0 24" />
    </>
  ),
  // Waves from a sender.
  connection: (
    <>
      <path d="M5 20a27 27 0 0 1 38 0M12 28a17 17 0 0 1 24 0" />
      <circle cx="24" cy="36" r="3" fill="currentColor" />
    </>
  ),
};

/** What mends a cue, large, beside the tip. */
export function FixPictogram(props: {
  readonly id: CueId;
  readonly direction?: CueDirection | undefined;
}) {
  const { id, direction } = props;
  const drawing = id === 'off-centre' ? CENTRE_DRAWINGS[direction ?? 'none'] : FIX_DRAWINGS[id];
  return <Drawing sizeRem={4}>{drawing}</Drawing>;
}

/** The person from the front, as in the picture. */
const person = (
  <>
    <circle cx="24" cy="17" r="7" />
    <path d="M10 41c0-9 6-13 14-13s14 4 14 13" />
  </>
);
/** Seen from the side: the screen on the left, the person on the right. */
const personAtSide = (
  <>
    <circle cx="37" cy="15" r="6" />
    <path d="M29 43c0-10 3-16 8-16s8 6 8 16" />
  </>
);
const screenAtSide = <path d="M8 12l4 22M5 35h14" />;
const lamp = (
  <>
    <path d="M8 20l5-13h10l5 13zM18 20v20M11 41h14" />
    <path d="M31 24l5 3M28 29l3 5M8 26l-2 3" />
  </>
);

const ARROW_RIGHT = 'M14 38h20M27 31l7 7-7 7';
const ARROW_LEFT = 'M34 38H14M21 31l-7 7 7 7';

const CENTRE_DRAWINGS: Readonly<Record<CueDirection | 'none', ComponentChildren>> = {
  // The arrow is the way to go: the person's own right is the right of their screen.
  left: (
    <>
      <circle cx="10" cy="13" r="6" />
      <path d="M2 28c1-5 4-7 8-7s7 2 8 7" />
      <rect x="26" y="4" width="20" height="24" rx="3" stroke-dasharray="1 6" />
      <path d={ARROW_RIGHT} />
    </>
  ),
  right: (
    <>
      <circle cx="38" cy="13" r="6" />
      <path d="M30 28c1-5 4-7 8-7s7 2 8 7" />
      <rect x="2" y="4" width="20" height="24" rx="3" stroke-dasharray="1 6" />
      <path d={ARROW_LEFT} />
    </>
  ),
  // The top edge of the screen goes back (away from the person, who sits to the right)...
  up: (
    <>
      {personAtSide}
      <path d="M14 14v20M6 35h16" />
      <path d="M13 6C9 6 6 8 4 11M4 4v7h7" />
    </>
  ),
  // ...or forward.
  down: (
    <>
      {personAtSide}
      <path d="M10 14v20M3 35h16" />
      <path d="M11 6c4 0 7 2 9 5M20 4v7h-7" />
    </>
  ),
  none: person,
};

const FIX_DRAWINGS: Readonly<Record<Exclude<CueId, 'off-centre'>, ComponentChildren>> = {
  // A camera button, pressed.
  'camera-off': (
    <>
      <circle cx="24" cy="24" r="20" />
      <rect x="11" y="17" width="16" height="14" rx="3" />
      <path d="M27 22l8-4v12l-8-4" />
    </>
  ),
  // A lens, and what covered it slides away.
  'camera-covered': (
    <>
      <rect x="3" y="12" width="42" height="24" rx="5" />
      <circle cx="16" cy="24" r="6" />
      <path d="M28 24h10M34 19l5 5-5 5" />
    </>
  ),
  // An empty frame that turns.
  'no-face': (
    <>
      <rect x="9" y="5" width="30" height="22" rx="3" />
      <circle cx="24" cy="14" r="4" stroke-dasharray="1 5" />
      <path d="M8 34c3 6 9 8 16 8s12-2 15-7M40 44v-9h-9" />
    </>
  ),
  // Nearer: the screen comes to the person.
  'too-far': (
    <>
      {screenAtSide}
      {personAtSide}
      <path d="M14 22h12M21 17l5 5-5 5" />
    </>
  ),
  'too-close': (
    <>
      {screenAtSide}
      {personAtSide}
      <path d="M27 22H15M20 17l-5 5 5 5" />
    </>
  ),
  // The camera is below the eyes: away with the screen, so that it sees straighter.
  'camera-too-low': (
    <>
      <path d="M14 28l2 14M9 43h14" />
      {personAtSide}
      <path d="M16 26l13-9" stroke-dasharray="1 6" />
      <path d="M14 14H3M8 9l-5 5 5 5" />
    </>
  ),
  'camera-too-high': (
    <>
      <path d="M12 4l-2 14" />
      {personAtSide}
      <path d="M14 8l14 6" stroke-dasharray="1 6" />
      <path d="M10 26v14M5 35l5 5 5-5" />
    </>
  ),
  'turned-away': (
    <>
      <rect x="10" y="6" width="28" height="20" rx="3" />
      <path d="M8 33c3 6 9 8 16 8s12-2 15-7M40 43v-9h-9" />
      <circle cx="24" cy="13" r="3.500" />
      <path d="M17 23c1-4 3-5 7-5s6 1 7 5" />
    </>
  ),
  'too-dark': (
    <>
      {lamp}
      <circle cx="39" cy="27" r="4" />
      <path d="M32 42c1-6 3-9 7-9s6 3 7 9" />
    </>
  ),
  // The sun behind, and turning from it.
  backlit: (
    <>
      <circle cx="35" cy="12" r="5" />
      <path d="M35 2v1M45 12h-1M42 5l-1 1M42 19l-1-1M28 5l1 1" />
      <circle cx="18" cy="20" r="6" />
      <path d="M7 36c0-6 5-9 11-9s11 3 11 9" />
      <path d="M6 43h26M26 38l6 5-6 4" />
    </>
  ),
  'hold-still': (
    <>
      {person}
      <path d="M4 45h40" />
    </>
  ),
};

/** State of an area: shape tells it, colour only repeats it. */
export function StateMark(props: { readonly state: 'good' | 'could-be-better' | 'not-judged' }) {
  return (
    <svg class="mark" aria-hidden="true" viewBox="0 0 20 20" data-state={props.state}>
      {props.state === 'good' && (
        <>
          <circle class="mark-ground" cx="10" cy="10" r="9" />
          <path class="mark-line" d="M5.500 10.500l3 3 6-7" />
        </>
      )}
      {props.state === 'could-be-better' && (
        <>
          <path class="mark-ground" d="M10 1l9 17H1z" />
          <path class="mark-line" d="M10 7.500v4.500M10 15v.1" />
        </>
      )}
      {props.state === 'not-judged' && <path class="mark-line" d="M5 10h10" />}
    </svg>
  );
}

/** Eyelevel's own mark: an eye, and the line it is level with. */
export function EyelevelMark(props: { readonly sizeRem: number }) {
  return (
    <Drawing sizeRem={props.sizeRem}>
      <path d="M4 21C10 12 17 8 24 8s14 4 20 13c-6 9-13 13-20 13S10 30 4 21z" />
      <circle cx="24" cy="21" r="5" fill="currentColor" />
      <path d="M8 43h32" />
    </Drawing>
  );
}
