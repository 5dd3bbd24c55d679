import { AREAS, type Area } from '../utils/areas.ts';
import type { Judgement } from '../utils/cues/types.ts';
import type { Words } from '../utils/languages/words.ts';
import { AreaPictogram, StateMark } from './pictograms.tsx';

/**
 * What holds, at once: five pictograms, without words and without movement, so that whoever talks is not
 * disturbed. Pressing one says its tip; pressing it again puts it away.
 */
export function Sign(props: {
  readonly words: Words;
  readonly areas: Judgement['areas'];
  readonly asked: Area | null;
  readonly onSign: (area: Area) => void;
}) {
  const { words } = props;
  return (
    <ul class="sign" aria-label={words.t('sign.label')}>
      {AREAS.map((area) => {
        const state = props.areas[area];
        const name = words.t(`sign.${state}`, { area: words.t(`area.${area}`) });
        return (
          <li key={area}>
            <button
              type="button"
              class="sign-area"
              data-area={area}
              data-state={state}
              aria-label={name}
              aria-pressed={props.asked === area}
              title={name}
              onClick={() => props.onSign(area)}
            >
              <AreaPictogram area={area} sizeRem={1.5} />
              <StateMark state={state} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
