import { ByPhoneView } from '../../../entrypoints/by-phone/view.tsx';
import type { Words } from '../../../utils/languages/words.ts';
import { offer } from './show.ts';

const nothing = () => undefined;

function byPhone(words: Words, asked: string | null) {
  return <ByPhoneView words={words} asked={asked} onLanguage={nothing} onAsk={nothing} />;
}

offer({
  new: (words) => byPhone(words, null),
  dark: (words) => byPhone(words, '11'),
  low: (words) => byPhone(words, 'tips 7'),
  none: (words) => byPhone(words, '99'),
});
