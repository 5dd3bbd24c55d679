import { cueName, cueTip } from '../../utils/languages/cue-words.ts';
import type { Words } from '../../utils/languages/words.ts';
import { summariseCall } from '../../utils/lookback/summary.ts';
import type { SessionCue } from '../../utils/sessions/messages.ts';
import type { SessionRecord } from '../../utils/sessions/schema.ts';
import { AreaPictogram } from '../pictograms.tsx';

/** The tip without its second line, which says what was so at that moment. Before the next call there is time for all of it. */
function whatToDo(words: Words, change: SessionCue): string {
  return cueTip(words, change, 'preview').split('\n')[0] ?? '';
}

/** A line an area, without grades, and the one change that would help most. */
export function CallSummary(props: { readonly words: Words; readonly call: SessionRecord }) {
  const { words, call } = props;
  const { areas, change } = summariseCall(call);
  return (
    <>
      <section class="look-back-part" data-change={change?.id ?? 'none'}>
        <h3>{words.t('history.change.title')}</h3>
        {change ? (
          <p class="change">{whatToDo(words, change)}</p>
        ) : (
          <p>{words.t('history.change.nothing')}</p>
        )}
      </section>
      <section class="look-back-part">
        <h3>{words.t('history.areas.title')}</h3>
        <dl class="call-areas">
          {areas.map(({ area, summary, cue }) => {
            const state = words.t(`session.state.${summary}`);
            return (
              <div key={area} data-area={area}>
                <dt>
                  <AreaPictogram area={area} sizeRem={1.375} />
                  {words.t(`area.${area}`)}
                </dt>
                <dd>
                  {cue
                    ? words.t('history.area.because', { state, cause: cueName(words, cue) })
                    : state}
                </dd>
              </div>
            );
          })}
        </dl>
      </section>
    </>
  );
}
