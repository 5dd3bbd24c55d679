import { AREAS } from '../../utils/areas.ts';
import { cueName } from '../../utils/languages/cue-words.ts';
import type { Words } from '../../utils/languages/words.ts';
import { runsOf, stretchesOf } from '../../utils/lookback/stretches.ts';
import { BIN_S, type SessionRecord } from '../../utils/sessions/schema.ts';
import { minuteOf } from './when.ts';

/** A call as five stripes with its tips marked, and as a table for those who do not see them. */
export function CallStrip(props: { readonly words: Words; readonly call: SessionRecord }) {
  const { words, call } = props;
  const stretches = stretchesOf(call);
  const bins = call.durationS / BIN_S;
  const tips = call.cues.filter(({ shown }) => shown);
  return (
    <section class="look-back-part">
      <h3>{words.t('history.strip.title')}</h3>
      <div class="strip" aria-hidden="true">
        {AREAS.map((area) => (
          <div class="strip-row" key={area}>
            <span class="strip-name">{words.t(`area.${area}`)}</span>
            <span class="strip-runs">
              {runsOf(call.bins[area]).map((run, i) => (
                <span key={i} class={`run run-${run.state}`} style={{ flexGrow: run.bins }} />
              ))}
            </span>
          </div>
        ))}
        {tips.length > 0 && (
          <div class="strip-row">
            <span class="strip-name">{words.t('history.table.tips')}</span>
            <span class="strip-tips">
              {tips.map((cue) => (
                <span
                  key={`${cue.id} ${cue.atS}`}
                  class="strip-tip"
                  style={{ insetInlineStart: `${(100 * (cue.atS / BIN_S + 0.5)) / bins}%` }}
                >
                  ▲
                </span>
              ))}
            </span>
          </div>
        )}
        <ul class="strip-legend">
          {(['good', 'fair', 'poor', 'not-judged'] as const).map((state) => (
            <li key={state}>
              <span class={`run run-${state}`} />
              {words.t(`history.state.${state}`)}
            </li>
          ))}
        </ul>
        <p class="small">{words.t('history.strip.what')}</p>
      </div>
      <details class="strip-table">
        <summary class="button">{words.t('history.table.title')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section class="scrolls" aria-label={words.t('history.table.title')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.t('history.table.time')}</th>
                {AREAS.map((area) => (
                  <th scope="col" key={area}>
                    {words.t(`area.${area}`)}
                  </th>
                ))}
                <th scope="col">{words.t('history.table.tips')}</th>
              </tr>
            </thead>
            <tbody>
              {stretches.map(({ fromS, toS, states, tips: began }) => (
                <tr key={fromS}>
                  <th scope="row">
                    {minuteOf(fromS)}–{minuteOf(toS)}
                  </th>
                  {AREAS.map((area) => (
                    <td key={area}>{words.t(`history.state.${states[area]}`)}</td>
                  ))}
                  <td>{began.map((cue) => cueName(words, cue)).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}
