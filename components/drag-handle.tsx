import { useRef } from 'preact/hooks';
import type { Words } from '../utils/languages/words.ts';
import { EyelevelMark } from './pictograms.tsx';

/** One press of an arrow key, and one with shift, in CSS px. */
export const STEP_PX = 16;
export const LONG_STEP_PX = 64;

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Moves the panel, by mouse, pen, finger and keyboard. The panel is an iframe that moves under the
 * pointer, so places inside it say nothing: the distance is taken on the screen.
 */
export function DragHandle(props: {
  readonly words: Words;
  readonly onMove: (dxPx: number, dyPx: number) => void;
  readonly onMoveEnd: () => void;
}) {
  const last = useRef<{ x: number; y: number } | null>(null);
  const end = () => {
    if (!last.current) return;
    last.current = null;
    props.onMoveEnd();
  };
  return (
    <button
      type="button"
      class="drag-handle"
      aria-label={props.words.t('coach.move')}
      title={props.words.t('coach.move')}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        last.current = { x: event.screenX, y: event.screenY };
      }}
      onPointerMove={(event) => {
        if (!last.current) return;
        const dx = event.screenX - last.current.x;
        const dy = event.screenY - last.current.y;
        if (dx === 0 && dy === 0) return;
        last.current = { x: event.screenX, y: event.screenY };
        props.onMove(dx, dy);
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onLostPointerCapture={end}
      onKeyDown={(event) => {
        const step = STEPS[event.key];
        if (!step) return;
        event.preventDefault(); // an arrow would scroll the panel
        const length = event.shiftKey ? LONG_STEP_PX : STEP_PX;
        props.onMove(step[0] * length, step[1] * length);
      }}
      onKeyUp={(event) => {
        if (STEPS[event.key]) props.onMoveEnd();
      }}
    >
      <EyelevelMark sizeRem={1.625} />
      <svg class="grip" aria-hidden="true" viewBox="0 0 24 12" fill="currentColor">
        {[4, 12, 20].map((x) =>
          [2, 10].map((y) => <circle key={`${x} ${y}`} cx={x} cy={y} r="2" />),
        )}
      </svg>
    </button>
  );
}
