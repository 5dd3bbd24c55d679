import type { Presented } from '../../utils/cues/types.ts';
import { cueSpoken } from '../../utils/languages/cue-words.ts';
import type { Words } from '../../utils/languages/words.ts';
import type { Reader } from '../../utils/platform/reader.ts';
import type { StepId } from '../../utils/prepare/steps.ts';

/** Reads each step out loud when it comes, and each tip of the coach in it; nothing twice in a row. */
export function createStepReader(page: HTMLElement, reader: Reader) {
  let read = '';
  return {
    show(step: StepId, presented: Presented | undefined, words: Words): void {
      const tip = presented?.kind === 'tip' ? presented.tip : null;
      const now = `${words.language} ${step} ${tip?.id ?? ''}`;
      if (now === read) return;
      const isNewStep = !read.startsWith(`${words.language} ${step} `);
      read = now;
      if (isNewStep) reader.read(wordsOn(page), words.language);
      else if (tip) reader.read(cueSpoken(words, tip, 'preview'), words.language);
    },
    /** What comes next is read from its beginning. */
    stop(): void {
      read = '';
      reader.stop();
    },
  };
}

/** The question and the sentences of a step, without its buttons and what is put away. */
function wordsOn(page: HTMLElement): string {
  return [...page.querySelectorAll<HTMLElement>('h1, p, legend, li:not(:has(p, button))')]
    .filter((one) => !one.closest('header, .only-spoken, details:not([open])'))
    .map((one) => one.innerText.trim())
    .filter((text) => text !== '')
    .join('\n');
}
