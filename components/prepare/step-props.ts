import type { Words } from '../../utils/languages/words.ts';
import type { SystemName } from '../../utils/platform/system-name.ts';
import type { Answers } from '../../utils/prepare/answers.ts';
import type { Live } from '../../utils/prepare/live.ts';
import type { PreparePresses } from '../../utils/prepare/presses.ts';
import type { BrowserName } from '../permission-explainer.tsx';

/** What Prepare runs in, as far as words and pictures differ. */
export interface Surroundings {
  readonly browserName: BrowserName;
  readonly systemName: SystemName;
  /** Nothing may be kept: what cannot be kept is not asked. */
  readonly privateWindow: boolean;
  readonly canChooseSpeaker: boolean;
  /** The browser has a question of its own for the speaker. */
  readonly asksForSpeaker: boolean;
  /** Opens the browser's own settings for this page; null where that cannot be done. */
  readonly openSettings: (() => void) | null;
}

/** Every step gets the same: what is true comes in, what is pressed goes out. */
export interface StepProps {
  readonly words: Words;
  readonly answers: Answers;
  readonly live: Live;
  readonly surroundings: Surroundings;
  readonly press: PreparePresses;
}
