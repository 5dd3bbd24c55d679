import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Asked, CoachPanel, type CoachPanelProps } from '../../components/coach-panel.tsx';
import { Dot, type DotState } from '../../components/dot.tsx';
import { useReportedSize } from '../../components/use-reported-size.ts';
import { AREAS } from '../../utils/areas.ts';

export type { Asked };

/** Widths the panel asks for, at the reader's own text size: 340 px and 64 px when that is 16 px. */
const PANEL_WIDTH_REM = 21.25;
const DOT_WIDTH_REM = 4;

export interface CoachViewProps extends Omit<CoachPanelProps, 'onFold' | 'foldRef'> {
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
  /** The natural size in CSS px; keep it the same function from render to render. */
  readonly onSize: (widthPx: number, heightPx: number) => void;
}

/** All that the coach shows. It keeps no state: what is true comes in, what is pressed goes out. */
export function CoachView(props: CoachViewProps) {
  const { folded } = props;
  const root = useRef<HTMLElement>(null);
  const foldButton = useRef<HTMLButtonElement>(null);
  const dotButton = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  useReportedSize(root, folded ? DOT_WIDTH_REM : PANEL_WIDTH_REM, props.onSize);

  // The pressed button is gone after a fold. Who pressed it keeps the focus; nobody else is given it.
  useLayoutEffect(() => {
    if (!pressed.current) return;
    pressed.current = false;
    (folded ? dotButton : foldButton).current?.focus({ preventScroll: true });
  }, [folded]);

  const fold = (next: boolean) => {
    pressed.current = true;
    props.onFold(next);
  };
  return (
    <main class="coach" ref={root} data-folded={folded} aria-label={props.words.t('coach.label')}>
      {folded ? (
        <Dot
          words={props.words}
          state={dotState(props)}
          buttonRef={dotButton}
          onUnfold={() => fold(false)}
        />
      ) : (
        <CoachPanel {...props} foldRef={foldButton} onFold={() => fold(true)} />
      )}
    </main>
  );
}

function dotState(props: CoachViewProps): DotState {
  if (props.startingUp || props.phase === 'ended') return 'starting';
  if (props.paused) return 'paused';
  const better =
    props.trouble !== null || AREAS.some((area) => props.areas[area] === 'could-be-better');
  return better ? 'could-be-better' : 'good';
}
