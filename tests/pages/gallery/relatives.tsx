import { RelativesView, type RelativesViewProps } from '../../../entrypoints/relatives/view.tsx';
import { CLINICS } from '../../../utils/clinics/index.ts';
import type { Words } from '../../../utils/languages/words.ts';
import { offer, type State } from './show.ts';

const nothing = () => undefined;
const clinics = CLINICS.map(({ id, name }, at) => ({ id, name, on: at === 0 }));

function relatives(words: Words, props: Partial<RelativesViewProps>) {
  return (
    <RelativesView
      words={words}
      part="start"
      nowMs={Date.UTC(2026, 10, 27, 12)}
      choices={{ textSize: 'normal', simpleMode: false, readAloud: true }}
      canRead={true}
      clinics={clinics}
      sites={['Alltid öppet (Region Stockholm)', 'video.exempel.se']}
      privateWindow={false}
      onLanguage={nothing}
      onChoose={nothing}
      onClinic={nothing}
      onApply={nothing}
      onCopy={async () => true}
      onPrepare={nothing}
      onByPhone={nothing}
      onPrint={nothing}
      {...props}
    />
  );
}

const states: Record<string, State> = {
  start: (words) => relatives(words, {}),
  'set-up': (words) => relatives(words, { part: 'set-up' }),
  'make-code': (words) => relatives(words, { part: 'make-code' }),
  code: (words) => relatives(words, { part: 'code' }),
  card: (words) => relatives(words, { part: 'card' }),
  'card-without-sites': (words) => relatives(words, { part: 'card', sites: [] }),
  private: (words) => relatives(words, { part: 'code', privateWindow: true }),
};

offer(states);
