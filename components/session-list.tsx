import { AREAS } from '../utils/areas.ts';
import { cueName } from '../utils/languages/cue-words.ts';
import type { Words } from '../utils/languages/words.ts';
import { summariseAreas, summariseTips } from '../utils/lookback/summary.ts';
import type { Keep, StoreProblem } from '../utils/sessions/messages.ts';
import type { SessionRecord } from '../utils/sessions/schema.ts';
import { lengthOf } from './lookback/when.ts';
import { AreaPictogram } from './pictograms.tsx';

/** The latest call in plain words, and what one can do with it. */
export function SessionList(props: {
  readonly words: Words;
  readonly call: SessionRecord | null;
  /** Why the log could not be read. */
  readonly problem: StoreProblem | null;
  /** How many kept calls could not be read. */
  readonly damaged: number;
  readonly keep: Keep;
  readonly onLookBack: (id: string) => void;
  readonly onAllCalls: () => void;
  readonly onExport: (id: string) => void;
  readonly onForget: (id: string) => void;
}) {
  const { words, call } = props;
  return (
    <section class="session">
      <h2>{words.t('session.title')}</h2>
      {props.problem && <p class="log-problem">{words.t(`log.${props.problem}`)}</p>}
      {props.damaged > 0 && (
        <p class="log-problem">{words.t('log.damaged', { count: props.damaged })}</p>
      )}
      {call && <Call {...props} call={call} />}
      {!call && !props.problem && (
        <>
          <p class="quiet">{words.t('session.empty')}</p>
          {props.keep === 'nothing' && <p class="small">{words.t('session.kept.nothing')}</p>}
        </>
      )}
      {props.keep !== 'undecided' && (
        <button type="button" class="button" onClick={props.onAllCalls}>
          {words.t('session.all')}
        </button>
      )}
    </section>
  );
}

function Call(props: {
  readonly words: Words;
  readonly call: SessionRecord;
  readonly keep: Keep;
  readonly onLookBack: (id: string) => void;
  readonly onExport: (id: string) => void;
  readonly onForget: (id: string) => void;
}) {
  const { words, call } = props;
  const areas = summariseAreas(call.bins);
  const tips = summariseTips(call.cues);
  return (
    <>
      <p>
        {when(words, Date.parse(call.startedAt))}
        {', '}
        {lengthOf(words, call)}
      </p>
      <dl class="session-areas">
        {AREAS.map((area) => (
          <div key={area}>
            <dt>
              <AreaPictogram area={area} sizeRem={1.375} />
              {words.t(`area.${area}`)}
            </dt>
            <dd>{words.t(`session.state.${areas[area]}`)}</dd>
          </div>
        ))}
      </dl>
      {tips.length === 0 ? (
        <p>{words.t('session.no-tips')}</p>
      ) : (
        <>
          <h3>{words.t('session.tips')}</h3>
          <ul class="session-tips">
            {tips.map((cue) => {
              const tip = cueName(words, cue);
              return (
                <li key={tip}>{cue.putRight ? words.t('session.put-right', { tip }) : tip}</li>
              );
            })}
          </ul>
        </>
      )}
      <p class="small">{words.t(`session.kept.${WORDING[props.keep]}`)}</p>
      <div class="session-actions">
        <button type="button" class="button" onClick={() => props.onLookBack(call.id)}>
          {words.t('coach.look-back')}
        </button>
        <button type="button" class="button" onClick={() => props.onExport(call.id)}>
          {words.t('session.export')}
        </button>
        <button type="button" class="button" onClick={() => props.onForget(call.id)}>
          {words.t('session.forget')}
        </button>
      </div>
    </>
  );
}

const WORDING = {
  undecided: 'undecided',
  nothing: 'nothing',
  last: 'last',
  '30-days': 'many',
  '90-days': 'many',
  '365-days': 'many',
} as const satisfies Record<Keep, string>;

function when(words: Words, atMs: number): string {
  const show = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(words.language, style).format(atMs);
  return words.t('session.when', {
    date: show({ weekday: 'long', day: 'numeric', month: 'long' }),
    time: show({ hour: '2-digit', minute: '2-digit' }),
  });
}
