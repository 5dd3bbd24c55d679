import type { Words } from '../../utils/languages/words.ts';
import { StateMark } from '../pictograms.tsx';

/** What is so, on the first line of the text; what to do about it, a step a line, on the others. */
export function HelpList(props: { readonly words: Words; readonly text: string }) {
  const [what, ...steps] = props.text.split('\n');
  return (
    <div class="help">
      <p class="help-what">
        <StateMark state="could-be-better" />
        <span>{what}</span>
      </p>
      {steps.length > 0 && (
        <ol class="help-steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
