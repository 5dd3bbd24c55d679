import { useEffect, useRef, useState } from 'preact/hooks';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import { CallStrip } from '../../components/lookback/call-strip.tsx';
import { CallSummary } from '../../components/lookback/call-summary.tsx';
import { KeepChoice } from '../../components/lookback/keep-choice.tsx';
import { clockOf, dayOf, lengthOf } from '../../components/lookback/when.ts';
import { EyelevelMark } from '../../components/pictograms.tsx';
import { Press } from '../../components/press.tsx';
import type { Language } from '../../utils/languages/languages.ts';
import type { Words } from '../../utils/languages/words.ts';
import { byDay } from '../../utils/lookback/stretches.ts';
import type { Keep, StoreProblem } from '../../utils/sessions/messages.ts';
import type { SessionRecord } from '../../utils/sessions/schema.ts';

/** What was done a moment ago. */
export type Done =
  /** `undo` while it can be taken back. */
  | { readonly kind: 'deleted'; readonly count: number; readonly undo: boolean }
  | { readonly kind: 'undone' }
  | { readonly kind: 'none-that-old' }
  | { readonly kind: 'shared' };

/** In the place of an id in the address: no call, but all of them. */
export const ALL = 'all';

export interface CallsViewProps {
  readonly words: Words;
  /** Newest first; null: not read yet. */
  readonly calls: readonly SessionRecord[] | null;
  readonly problem: StoreProblem | null;
  readonly damaged: number;
  /** The id in the address: this call is looked at. */
  readonly opened: string | null;
  readonly keep: Keep;
  readonly privateWindow: boolean;
  readonly done: Done | null;
  readonly onLanguage: (language: Language) => void;
  readonly onKeep: (keep: Keep) => void;
  readonly onSave: (as: 'json' | 'csv', calls: readonly SessionRecord[]) => void;
  readonly onPrint: () => void;
  readonly onDelete: (calls: readonly SessionRecord[]) => void;
  readonly onDeleteOlder: (days: number) => void;
  readonly onUndo: () => void;
  readonly onShared: () => void;
}

export function CallsView(props: CallsViewProps) {
  const { words, calls, opened } = props;
  const call = calls?.find(({ id }) => id === opened) ?? null;
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  // Whoever presses a call is in it, and not at the top of the page.
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [call?.id]);
  return (
    <main class="calls" data-calls={calls?.length ?? 'loading'}>
      <header class="calls-head">
        <EyelevelMark sizeRem={2} />
        <h1>{words.t('history.title')}</h1>
        <LanguageSwitch words={words} onLanguage={props.onLanguage} />
      </header>
      <DoneBar {...props} />
      {props.privateWindow && <p class="private">{words.t('popup.private')}</p>}
      {props.problem && <p class="log-problem">{words.t(`log.${props.problem}`)}</p>}
      {props.damaged > 0 && (
        <p class="log-problem">{words.t('log.damaged', { count: props.damaged })}</p>
      )}
      {calls === null && <p aria-busy="true">{words.t('history.loading')}</p>}
      {calls && opened && !call && <p>{words.t('history.gone')}</p>}
      {calls && opened && (
        <a class="button back" href={`#${ALL}`}>
          {words.t('history.all')}
        </a>
      )}
      {call && <OneCall {...props} call={call} headingRef={heading} />}
      {calls && !opened && <AllCalls {...props} calls={calls} headingRef={heading} />}
    </main>
  );
}

interface HeadingRef {
  readonly headingRef: { current: HTMLHeadingElement | null };
}

function OneCall(props: CallsViewProps & HeadingRef & { readonly call: SessionRecord }) {
  const { words, call, keep } = props;
  const calls = props.calls ?? [];
  const { site } = call;
  return (
    <>
      <article class="one-call" data-call={call.id}>
        <h2 ref={props.headingRef} tabIndex={-1}>
          {dayOf(words, Date.parse(call.startedAt))}
        </h2>
        <p>
          {words.t('history.open', { time: clockOf(words, call), length: lengthOf(words, call) })}
          {site && ` ${words.t('history.where', { site })}`}
        </p>
        <CallSummary words={words} call={call} />
        <CallStrip words={words} call={call} />
        <Note words={words} />
      </article>
      {keep === 'undecided' && <KeepChoice {...props} />}
      <section class="look-back-part not-printed">
        <h3>{words.t('history.take.title')}</h3>
        <p>{words.t('history.take.what')}</p>
        <div class="row">
          <Press onPress={props.onPrint}>{words.t('history.take.print')}</Press>
          <Press onPress={() => props.onSave('json', [call])}>{words.t('history.take.json')}</Press>
          <Press onPress={() => props.onSave('csv', [call])}>{words.t('history.take.csv')}</Press>
        </div>
      </section>
      <section class="look-back-part not-printed">
        <h3>{words.t('history.delete.title')}</h3>
        <div class="row">
          <Press onPress={() => props.onDelete([call])}>{words.t('history.delete.call')}</Press>
          {site && (
            <Press onPress={() => props.onDelete(calls.filter((one) => one.site === site))}>
              {words.t('history.delete.site', { site })}
            </Press>
          )}
        </div>
      </section>
    </>
  );
}

/** As large as what is written, so that all of it is printed. */
function Note({ words }: { readonly words: Words }) {
  const [text, setText] = useState('');
  return (
    <label class="note">
      {words.t('history.note')}
      <span class="small">{words.t('history.note.what')}</span>
      <textarea
        class="not-printed"
        rows={4}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <span class="note-printed" aria-hidden="true">
        {text}
      </span>
    </label>
  );
}

/** What one may call old. */
const OLDER_THAN_DAYS = [7, 30, 90] as const;

function AllCalls(
  props: CallsViewProps & HeadingRef & { readonly calls: readonly SessionRecord[] },
) {
  const { words, calls } = props;
  const [days, setDays] = useState<number>(OLDER_THAN_DAYS[1]);
  return (
    <>
      {calls.length === 0 && !props.problem && (
        <div class="empty">
          <p>{words.t('history.empty')}</p>
          {!props.privateWindow && <p>{words.t('history.empty.what')}</p>}
        </div>
      )}
      {byDay(calls).map(({ atMs, calls: ofDay }) => (
        <section class="day" key={atMs}>
          <h2>{dayOf(words, atMs)}</h2>
          <ul>
            {ofDay.map((call) => (
              <li key={call.id}>
                <a class="button call" href={`#${call.id}`}>
                  {words.t('history.open', {
                    time: clockOf(words, call),
                    length: lengthOf(words, call),
                  })}
                  {call.site && ` ${words.t('history.where', { site: call.site })}`}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {!props.privateWindow && <KeepChoice {...props} />}
      {calls.length > 0 && (
        <>
          <section class="look-back-part">
            <h2>{words.t('history.take.title')}</h2>
            <p>{words.t('history.take.what')}</p>
            <div class="row">
              <Press onPress={() => props.onSave('json', calls)}>
                {words.t('history.take.json')}
              </Press>
              <Press onPress={() => props.onSave('csv', calls)}>
                {words.t('history.take.csv')}
              </Press>
            </div>
          </section>
          <section class="look-back-part">
            <h2>{words.t('history.delete.title')}</h2>
            <div class="row">
              <label class="older">
                {words.t('history.delete.older')}
                <select
                  value={days}
                  onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
                >
                  {OLDER_THAN_DAYS.map((some) => (
                    <option key={some} value={some}>
                      {words.t('history.delete.older.days', { days: some })}
                    </option>
                  ))}
                </select>
              </label>
              <Press onPress={() => props.onDeleteOlder(days)}>
                {words.t('history.delete.older.button')}
              </Press>
            </div>
            <div class="row">
              <Press onPress={() => props.onDelete(calls)}>{words.t('history.delete.all')}</Press>
            </div>
          </section>
        </>
      )}
      {!props.privateWindow && (
        <section class="look-back-part">
          <h2>{words.t('history.shared.title')}</h2>
          <p>{words.t('history.shared.what')}</p>
          <div class="row">
            <Press onPress={props.onShared}>{words.t('history.shared.button')}</Press>
          </div>
        </section>
      )}
    </>
  );
}

function DoneBar({ words, done, onUndo }: CallsViewProps) {
  return (
    <div class="done" role="status" data-done={done?.kind ?? 'none'}>
      {done?.kind === 'deleted' && <p>{words.t('history.deleted', { count: done.count })}</p>}
      {done?.kind === 'deleted' && done.undo && (
        <Press onPress={onUndo}>{words.t('history.undo')}</Press>
      )}
      {done?.kind === 'undone' && <p>{words.t('history.undone')}</p>}
      {done?.kind === 'none-that-old' && <p>{words.t('history.delete.none')}</p>}
      {done?.kind === 'shared' && <p>{words.t('history.shared.done')}</p>}
    </div>
  );
}
