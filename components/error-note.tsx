import type { Words } from '../utils/languages/words.ts';
import type { Trouble } from '../utils/messages/overlay-coach.ts';
import { StateMark } from './pictograms.tsx';

/** What stands in the way, in plain words. */
export function ErrorNote(props: { readonly words: Words; readonly trouble: Trouble }) {
  return (
    <div class="note" data-trouble={props.trouble}>
      <StateMark state="could-be-better" />
      <p>{props.words.t(`trouble.${props.trouble}`)}</p>
    </div>
  );
}
