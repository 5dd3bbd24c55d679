import { CallsView, type CallsViewProps } from '../../../entrypoints/calls/view.tsx';
import type { Words } from '../../../utils/languages/words.ts';
import { KEEPS, STORE_PROBLEMS } from '../../../utils/sessions/messages.ts';
import type { SessionRecord } from '../../../utils/sessions/schema.ts';
import { offer, type State } from './show.ts';

const nothing = () => undefined;

const call = (n: number, part: Partial<SessionRecord> = {}): SessionRecord => ({
  schemaVersion: 2,
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  startedAt: '2026-03-04T09:30Z',
  durationS: 600,
  bins: {
    picture: 'g'.repeat(40),
    light: `pppffppp${'g'.repeat(32)}`,
    place: `gpgg${'g'.repeat(30)}ffgggg`,
    sound: `${'g'.repeat(20)}${'-'.repeat(20)}`,
    connection: '-'.repeat(40),
  },
  cues: [
    { id: 'too-dark', atS: 0, shown: true, cleared: true, putRight: true },
    { id: 'off-centre', direction: 'left', atS: 15, shown: true, cleared: true, putRight: false },
    { id: 'camera-too-low', atS: 510, shown: false, cleared: true, putRight: false },
  ],
  endedBy: 'page',
  ...part,
});

const good = call(1, {
  durationS: 30,
  bins: { picture: 'gg', light: 'gg', place: 'gg', sound: 'gg', connection: 'gg' },
  cues: [],
});
const site = 'www.vardcentralen-exempel.se';
const many = [
  call(2, { startedAt: '2026-03-05T14:05Z', site }),
  call(3, { startedAt: '2026-03-05T08:00Z', site: 'video.exempel.se' }),
  call(4, { startedAt: '2026-02-01T08:00Z' }),
];

function calls(words: Words, props: Partial<CallsViewProps>) {
  return (
    <CallsView
      words={words}
      calls={many}
      problem={null}
      damaged={0}
      opened={null}
      keep="90-days"
      privateWindow={false}
      done={null}
      onLanguage={nothing}
      onKeep={nothing}
      onSave={nothing}
      onPrint={nothing}
      onDelete={nothing}
      onDeleteOlder={nothing}
      onUndo={nothing}
      onShared={nothing}
      {...props}
    />
  );
}

const [first = good] = many;
const states: Record<string, State> = {
  loading: (words) => calls(words, { calls: null }),
  empty: (words) => calls(words, { calls: [], keep: 'undecided' }),
  many: (words) => calls(words, {}),
  first: (words) => calls(words, { calls: [good], opened: good.id, keep: 'undecided' }),
  one: (words) => calls(words, { opened: first.id }),
  gone: (words) => calls(words, { opened: good.id }),
  private: (words) => calls(words, { calls: [], privateWindow: true }),
  damaged: (words) => calls(words, { damaged: 2 }),
  deleted: (words) => calls(words, { done: { kind: 'deleted', count: 3, undo: true } }),
  'deleted-for-good': (words) => calls(words, { done: { kind: 'deleted', count: 1, undo: false } }),
  undone: (words) => calls(words, { done: { kind: 'undone' } }),
  'none-that-old': (words) => calls(words, { done: { kind: 'none-that-old' } }),
  shared: (words) => calls(words, { calls: [], keep: 'nothing', done: { kind: 'shared' } }),
};
for (const keep of KEEPS) states[`keep-${keep}`] = (words) => calls(words, { calls: [good], keep });
for (const problem of STORE_PROBLEMS) {
  states[`log-${problem}`] = (words) => calls(words, { calls: [], problem });
}

offer(states);
