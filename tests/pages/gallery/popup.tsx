import { PopupView, type PopupViewProps } from '../../../entrypoints/popup/view.tsx';
import type { Words } from '../../../utils/languages/words.ts';
import { STORE_PROBLEMS } from '../../../utils/sessions/messages.ts';
import type { SessionRecord } from '../../../utils/sessions/schema.ts';
import { offer, type State } from './show.ts';

const nothing = () => undefined;
const site = 'www.vardcentralen-exempel.se';

const lastCall: SessionRecord = {
  schemaVersion: 2,
  id: '00000000-0000-4000-8000-000000000000',
  startedAt: '2026-03-04T09:30Z',
  durationS: 150,
  bins: {
    picture: 'gggggggggg',
    light: 'gfpggggggg',
    place: 'gpfpfggggg',
    sound: '----------',
    connection: '----------',
  },
  cues: [
    { id: 'too-dark', atS: 15, shown: true, cleared: true, putRight: true },
    { id: 'off-centre', direction: 'left', atS: 30, shown: true, cleared: true, putRight: false },
  ],
  endedBy: 'page',
};

function popup(words: Words, props: Partial<PopupViewProps>) {
  return (
    <PopupView
      words={words}
      page={{ kind: 'on', site, coaching: false }}
      browserName="chrome"
      clinics={[]}
      privateWindow={false}
      lastCall={null}
      logProblem={null}
      damagedCalls={0}
      keep="undecided"
      onLookBack={nothing}
      onLanguage={nothing}
      onTurnOn={nothing}
      onTurnOff={nothing}
      onChooseClinic={nothing}
      onReload={nothing}
      onExport={nothing}
      onForget={nothing}
      onHelp={nothing}
      onRelatives={nothing}
      onPrepare={nothing}
      onSettings={nothing}
      {...props}
    />
  );
}

const clinics = [
  { id: 'one', name: 'Vårdcentralen Exemplet' },
  { id: 'two', name: 'Region Exempel, digitala vårdmöten' },
];

const states: Record<string, State> = {
  loading: (words) => popup(words, { page: { kind: 'loading' } }),
  unsupported: (words) => popup(words, { page: { kind: 'unsupported' }, clinics }),
  off: (words) =>
    popup(words, { page: { kind: 'off', site, hosts: [site, 'video.exempel.se'] }, clinics }),
  'off-firefox': (words) =>
    popup(words, { page: { kind: 'off', site, hosts: [site] }, browserName: 'firefox' }),
  on: (words) => popup(words, {}),
  coaching: (words) => popup(words, { page: { kind: 'on', site, coaching: true }, lastCall }),
  'needs-permission': (words) =>
    popup(words, { page: { kind: 'needs-permission', site, hosts: ['video.exempel.se'] } }),
  'frame-too-small': (words) => popup(words, { page: { kind: 'frame-too-small', site } }),
  'reload-needed': (words) => popup(words, { page: { kind: 'reload-needed', site } }),
  'keeps-nothing': (words) => popup(words, { keep: 'nothing' }),
  'keeps-many': (words) => popup(words, { lastCall, keep: '90-days' }),
  damaged: (words) => popup(words, { lastCall, damagedCalls: 2 }),
  private: (words) => popup(words, { privateWindow: true }),
};
for (const logProblem of STORE_PROBLEMS) {
  states[`log-${logProblem}`] = (words) => popup(words, { logProblem });
}

offer(states);
