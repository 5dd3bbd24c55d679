import type { ComponentChildren } from 'preact';
import type { Area } from '../utils/areas.ts';
import type { CameraSupport, CueDirection, CueId } from '../utils/cues/types.ts';

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
  return <Drawing sizeRem={props.sizeRem ?? 1.75}>{AREA_DRAWINGS[props.area]}</Drawing>;
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

/** What mends a cue, beside the tip. */
export function FixPictogram(props: {
  readonly id: CueId;
  readonly direction?: CueDirection | undefined;
  readonly beforeCall: boolean;
  readonly cameraSupport: CameraSupport;
}) {
  return <Drawing sizeRem={2.75}>{fixDrawing(props)}</Drawing>;
}

function fixDrawing({ id, direction, ...how }: Parameters<typeof FixPictogram>[0]) {
  if (id === 'off-centre') return CENTRE_DRAWINGS[direction ?? 'none'];
  if (id === 'camera-too-low') return lowDrawing(how);
  if (id === 'camera-too-high') return highDrawing(how);
  return FIX_DRAWINGS[id];
}

interface HeightMeans {
  readonly beforeCall: boolean;
  readonly cameraSupport: CameraSupport;
}

/** Before the call a low camera is raised; in the call the screen is only pushed away. */
function lowDrawing({ beforeCall, cameraSupport }: HeightMeans) {
  if (cameraSupport === 'fixed') return leanBackDrawing;
  return beforeCall ? raiseDrawing : pushLowAwayDrawing;
}

/** One hand can lower a tablet in the call, or an unknown screen may be such; the others it pushes away. */
function highDrawing({ beforeCall, cameraSupport }: HeightMeans) {
  if (cameraSupport === 'fixed') return leanBackDrawing;
  const pushed = cameraSupport === 'laptop' || cameraSupport === 'on-screen';
  return pushed && !beforeCall ? pushHighAwayDrawing : lowerDrawing;
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
/** Screen and person from the side, with room above for arrows. */
const apart = (
  <>
    <path d="M7 21l4 17M4 43h14" />
    <circle cx="36" cy="24" r="5.500" />
    <path d="M27 45c0-8 3-12 9-12s9 4 9 12" />
  </>
);
const lamp = (
  <>
    <path d="M4 19L9 6h10l5 13zM14 19v23M7 43h14" />
    <path d="M27 23l3 2M22 27l2 3" />
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

/** The screen on some books. */
const raiseDrawing = (
  <>
    <path d="M6 9l3 18M4 28h13M3 36h17M3 44h17" />
    <path d="M21 23V8M16 13l5-5 5 5" />
    {personAtSide}
  </>
);

/** The camera is below the eyes: away with the screen, so that it sees straighter. */
const pushLowAwayDrawing = (
  <>
    <path d="M14 28l2 14M9 43h14" />
    {personAtSide}
    <path d="M16 26l13-9" stroke-dasharray="1 6" />
    <path d="M14 14H3M8 9l-5 5 5 5" />
  </>
);

/** The camera is above the eyes. */
const lowerDrawing = (
  <>
    <path d="M12 4l-2 14" />
    {personAtSide}
    <path d="M14 8l14 6" stroke-dasharray="1 6" />
    <path d="M10 26v14M5 35l5 5 5-5" />
  </>
);
const pushHighAwayDrawing = (
  <>
    <path d="M14 4l-2 14" />
    {personAtSide}
    <path d="M17 7l11 6" stroke-dasharray="1 6" />
    <path d="M18 32H4M9 27l-5 5 5 5" />
  </>
);

/** The camera stays where it is, and the person goes back. */
const leanBackDrawing = (
  <>
    {apart}
    <path d="M26 8h16M37 3l5 5-5 5" />
  </>
);

type HeightOrPlace = 'off-centre' | 'camera-too-low' | 'camera-too-high';

const FIX_DRAWINGS: Readonly<Record<Exclude<CueId, HeightOrPlace>, ComponentChildren>> = {
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
  // The space between screen and person shrinks, or grows.
  'too-far': (
    <>
      {apart}
      <path d="M4 8h14M13 3l5 5-5 5M44 8H30M35 3l-5 5 5 5" />
    </>
  ),
  'too-close': (
    <>
      {apart}
      <path d="M20 8H5M10 3L5 8l5 5M28 8h15M38 3l5 5-5 5" />
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
  // A screen that leans, and the way back to level.
  tilted: (
    <>
      <rect x="4" y="12" width="26" height="18" rx="3" transform="rotate(-16 17 21)" />
      <path d="M37 8c6 6 7 14 4 22M34 25l7 5 6-7" />
      <path d="M4 43h40" stroke-dasharray="1 6" />
    </>
  ),
  'too-dark': (
    <>
      {lamp}
      <circle cx="37" cy="25" r="5" />
      <path d="M28 44c0-7 3-10 9-10s9 3 9 10" />
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
  // Light from the left, and turning to it.
  'side-lit': (
    <>
      <path d="M4 5l7 4M3 16h8M4 27l7-4" />
      <circle cx="30" cy="11" r="7" />
      <path d="M30 4a7 7 0 0 1 0 14z" fill="currentColor" />
      <path d="M19 32c0-6 4-8 11-8s11 2 11 8" />
      <path d="M40 40H16M22 35l-6 5 6 5" />
    </>
  ),
  // The light goes further away.
  'too-bright': (
    <>
      <circle cx="16" cy="15" r="6" fill="currentColor" />
      <path d="M16 3v1M16 26v1M4 15h1M27 15h1M8 7l.7.7M23.3 22.3l.7.7M8 23l.7-.7M23.3 7.7l.7-.7" />
      <circle cx="38" cy="23" r="5" />
      <path d="M29 43c0-8 3-11 9-11s9 3 9 11" />
      <path d="M22 38H5M11 32l-6 6 6 6" />
    </>
  ),
  // In the frame, and there it stays.
  'hold-still': (
    <>
      <rect x="3" y="5" width="42" height="38" rx="5" />
      <circle cx="24" cy="19" r="6" />
      <path d="M12 43c0-9 5-13 12-13s12 4 12 13" />
    </>
  ),
  // From the side: it leans on something, on a table.
  'camera-shaking': (
    <>
      <path d="M3 42h42" />
      <path d="M12 39L21 8" stroke-width="5" />
      <path d="M25 15h13v24H25z" />
      <path d="M5 12l5-3M3 21l5-2" />
    </>
  ),
  // A lens, and a cloth on it.
  'out-of-focus': (
    <>
      <path d="M18 32a14 14 0 1 1 12-9" />
      <circle cx="17" cy="18" r="5" stroke-dasharray="1 5" />
      <path d="M20 31c3-8 11-11 24-8-3 6-2 12 1 19-10 4-20 2-25-11z" />
      <path d="M30 30c3-1 6-1 9 0M31 36c3 1 5 1 8 1" />
    </>
  ),
  'someone-else-in-view': (
    <>
      <circle cx="15" cy="18" r="6" />
      <path d="M4 40c0-9 4-12 11-12s11 3 11 12" />
      <circle cx="36" cy="17" r="5" />
      <path d="M32 28c9-3 13 3 13 12" />
    </>
  ),
  // One window of two is closed.
  'connection-slow': (
    <>
      <rect x="4" y="16" width="26" height="22" rx="3" />
      <path d="M4 23h26" />
      <path
        d="M22 10V8a3 3 0 0 1 3-3h16a3 3 0 0 1 3 3v16a3 3 0 0 1-3 3h-4"
        stroke-dasharray="1 5"
      />
      <path d="M34 10l6 6M40 10l-6 6" />
    </>
  ),
  // Waves that break up.
  'connection-unstable': (
    <>
      <path d="M5 20a27 27 0 0 1 11-7M31 12.500a27 27 0 0 1 12 7.500M12 28a17 17 0 0 1 6-4M30 24a17 17 0 0 1 6 4" />
      <circle cx="24" cy="36" r="3" fill="currentColor" />
      <path d="M25 8l-4 8 6 4-4 8" />
    </>
  ),
  // A phone that rings.
  offline: (
    <>
      <rect x="15" y="5" width="18" height="38" rx="4" />
      <path d="M22 37h4" />
      <path d="M9 17a12 12 0 0 0 0 14M39 17a12 12 0 0 1 0 14M3 13a19 19 0 0 0 0 22M45 13a19 19 0 0 1 0 22" />
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
