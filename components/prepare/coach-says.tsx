import type { CoachState } from '../../utils/coach/state.ts';
import type { CameraSupport } from '../../utils/cues/types.ts';
import type { Words } from '../../utils/languages/words.ts';
import { ErrorNote } from '../error-note.tsx';
import { StateMark } from '../pictograms.tsx';
import { GoodNow, TipCard } from '../tip-card.tsx';

/** The coach's own tips, beside the picture instead of over it. All are announced: nobody else is speaking. */
export function CoachSays(props: {
  readonly words: Words;
  readonly coach: CoachState | null;
  readonly cameraSupport: CameraSupport;
}) {
  const { words, coach } = props;
  return (
    <div class="coach-says">
      {coach?.vision === 'off' && <ErrorNote words={words} trouble="no-webgl" />}
      {coach?.vision === 'crashed' && <ErrorNote words={words} trouble="vision-crashed" />}
      <div role="status">
        <Presented {...props} />
      </div>
    </div>
  );
}

function Presented({ words, coach, cameraSupport }: Parameters<typeof CoachSays>[0]) {
  if (!coach || coach.vision === 'starting') {
    return <p data-cue="none">{words.t('coach.starting')}</p>;
  }
  const { presented, phase } = coach;
  switch (presented.kind) {
    case 'tip':
      return (
        <TipCard words={words} cue={presented.tip} phase={phase} cameraSupport={cameraSupport} />
      );
    case 'good-now':
      return <GoodNow words={words} cleared={presented.cleared} />;
    case 'faceless':
      return (
        <p data-cue="none" data-notice="faceless">
          {words.t('coach.faceless')}
        </p>
      );
    case 'none':
      return coach.holding.length === 0 && coach.areas.light !== 'not-judged' ? (
        <p class="works" data-cue="none">
          <StateMark state="good" />
          <span>{words.t('prepare.camera.good')}</span>
        </p>
      ) : (
        <p data-cue="none">{words.t('prepare.camera.looking')}</p>
      );
  }
}
