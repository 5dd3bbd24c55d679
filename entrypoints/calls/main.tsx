import { render } from 'preact';
import { browser } from 'wxt/browser';
import { readWords } from '../../utils/languages/read-words.ts';
import { ask } from '../../utils/messages/runtime.ts';
import { saveAsFile } from '../../utils/platform/save-as-file.ts';
import { exportJson } from '../../utils/sessions/export.ts';
import { exportCsv } from '../../utils/sessions/export-csv.ts';
import type { ReplyTo, SessionList, SessionMessage } from '../../utils/sessions/messages.ts';
import { knownUntilMs, type SessionRecord } from '../../utils/sessions/schema.ts';
import { followTextSize } from '../../utils/settings/follow-text-size.ts';
import { keepSetting, languageSetting } from '../../utils/settings/items.ts';
import { ALL, CallsView, type Done } from './view.tsx';

/** Issue "After the call": so long what was deleted can be taken back; then this page forgets it, too. */
const UNDO_MS = 10_000;
const DAY_MS = 24 * 60 * 60 * 1000;

const root = document.getElementById('root');
if (root) await start(root);

/** The id in the address, if there is one. */
function openedCall(): string | null {
  const id = location.hash.slice(1);
  return id === '' || id === ALL ? null : id;
}

async function start(container: HTMLElement): Promise<void> {
  const log = <M extends SessionMessage>(message: M) =>
    ask<'session'>({ kind: 'session', message }) as Promise<ReplyTo<M>>;
  // Asked before anything else: the background may have to be started first.
  const first = log({ op: 'list' });
  await followTextSize(document.documentElement);
  let [words, keep] = await Promise.all([readWords(), keepSetting.read()]);
  let list: SessionList | null = null;
  let done: Done | null = null;
  let deleted: readonly SessionRecord[] = [];
  let undoTimer: ReturnType<typeof setTimeout> | undefined;
  const privateWindow = browser.extension.inIncognitoContext;

  const show = () => {
    document.documentElement.lang = words.language;
    document.title = words.t('history.title');
    render(
      <CallsView
        words={words}
        calls={list?.records ?? null}
        problem={list?.problem ?? null}
        damaged={list?.damaged ?? 0}
        opened={openedCall()}
        keep={keep}
        privateWindow={privateWindow}
        done={done}
        onLanguage={privateWindow ? languageSetting.writeForNow : languageSetting.write}
        onKeep={keepSetting.write}
        onSave={(as, calls) =>
          as === 'json'
            ? saveAsFile('eyelevel.json', 'application/json', exportJson(calls))
            : saveAsFile('eyelevel.csv', 'text/csv', exportCsv(calls))
        }
        onPrint={() => print()}
        onDelete={remove}
        onDeleteOlder={(days) => {
          const beforeMs = Date.now() - days * DAY_MS;
          const old = list?.records.filter((call) => knownUntilMs(call) < beforeMs) ?? [];
          if (old.length > 0) void remove(old);
          else say({ kind: 'none-that-old' });
        }}
        onUndo={undo}
        onShared={async () => {
          await keepSetting.write('nothing');
          const { problem } = await log({ op: 'forget-all' });
          forgetDeleted();
          // Said only when it is so.
          say(problem ? null : { kind: 'shared' });
          await refresh();
        }}
      />,
      container,
    );
  };
  const say = (next: Done | null) => {
    done = next;
    show();
  };
  const refresh = async (asked = log({ op: 'list' })) => {
    list = await asked;
    show();
    // For bench:kept-calls.
    performance.mark('calls');
  };
  const forgetDeleted = () => {
    clearTimeout(undoTimer);
    deleted = [];
  };

  /** At once, so that a page that closes leaves nothing behind; to take it back is to put it in again. */
  async function remove(calls: readonly SessionRecord[]): Promise<void> {
    forgetDeleted();
    const { problem } = await log({ op: 'delete', ids: calls.map(({ id }) => id) });
    if (problem) {
      await refresh();
      return;
    }
    deleted = calls;
    undoTimer = setTimeout(() => {
      forgetDeleted();
      if (done?.kind === 'deleted') say({ ...done, undo: false });
    }, UNDO_MS);
    if (openedCall()) location.hash = ALL;
    say({ kind: 'deleted', count: calls.length, undo: true });
    await refresh();
  }

  async function undo(): Promise<void> {
    const { kept } = await log({ op: 'restore', records: deleted });
    // Where the disk is full they are still here, and it can be tried again.
    if (kept) {
      forgetDeleted();
      say({ kind: 'undone' });
    }
    await refresh();
  }

  addEventListener('hashchange', show);
  languageSetting.onChange(async () => {
    words = await readWords();
    show();
  });
  keepSetting.onChange(async (next) => {
    keep = next;
    await refresh();
  });
  // Another call may have ended, or have been forgotten, since the person was here.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh();
  });
  show();
  await refresh(first);
}
