import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CoachPanel, type CoachPanelProps } from '../../components/coach-panel.tsx';
import { Dot, type DotState } from '../../components/dot.tsx';
import { useReportedSize } from '../../components/use-reported-size.ts';
import { AREAS, type Area } from '../../utils/areas.ts';
import type { HoldingCue } from '../../utils/cues/types.ts';
import { areaOf } from '../../utils/senses/catalogue.ts';

/** Widths the panel asks for, at the reader's own text size: 330 px and 64 px when that is 16 px. */
const PANEL_WIDTH_REM = 20.625;
const DOT_WIDTH_REM = 4;

type Own = 'asked' | 'foldRef' | 'onSign' | 'onFold';

export interface CoachViewProps extends Omit<CoachPanelProps, Own> {
  /** In order of importance: a pressed pictogram says the first one of its area. */
  readonly holding: readonly HoldingCue[];
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
  /** The natural size in CSS px; keep it the same function from render to render. */
  readonly onSize: (widthPx: number, heightPx: number) => void;
}

/**
 * All that the coach shows. What is true comes in, what is pressed goes out; it keeps only which pictogram
 * was pressed, and that until it is pressed again or a new tip comes.
 */
export function CoachView(props: CoachViewProps) {
  const { folded, presented } = props;
  const [area, setArea] = useState<Area | null>(null);
  const shownAtMs = presented.kind === 'tip' ? presented.tip.shownAtMs : null;
  useLayoutEffect(() => {
    if (shownAtMs !== null) setArea(null);
  }, [shownAtMs]);
  const asked = area && {
    area,
    cue: props.holding.find((cue) => areaOf(cue.id) === area) ?? null,
  };

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
    <main class="coach" ref={root} data-folded={folded}>
      <h1 class="only-spoken">{props.words.t('coach.label')}</h1>
      {folded ? (
        <Dot
          words={props.words}
          state={dotState(props)}
          buttonRef={dotButton}
          onUnfold={() => fold(false)}
        />
      ) : (
        <CoachPanel
          {...props}
          asked={asked}
          foldRef={foldButton}
          onSign={(pressedArea) => setArea(pressedArea === area ? null : pressedArea)}
          onFold={() => fold(true)}
        />
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
