import type { Answers } from './answers.ts';
import type { StepId } from './steps.ts';

/** What can be mended, most important first: with sound a visit works. Words under `prepare.mend.<id>`. */
export const MENDS = [
  'offline',
  'computer',
  'microphone',
  'speaker',
  'camera',
  'thin-sound',
  'slow-line',
  'busy-computer',
] as const;
export type Mend = (typeof MENDS)[number];

/** The step that mends it. */
export const STEP_OF_MEND: Readonly<Record<Mend, StepId>> = {
  offline: 'connection',
  computer: 'connection',
  microphone: 'microphone',
  speaker: 'speaker',
  camera: 'camera',
  'thin-sound': 'microphone',
  'slow-line': 'connection',
  'busy-computer': 'connection',
};

/** More than two at once help nobody. */
const MENDS_MAX = 2;

export interface Outcome {
  /** At most two. */
  readonly mends: readonly Mend[];
  /** Nothing to mend, and nothing was left out: camera, sound and connection work. */
  readonly allWorks: boolean;
}

export function outcomeOf(answers: Answers): Outcome {
  const all = MENDS.filter((mend) => isToMend(answers, mend));
  const { speaker, microphone, camera, connection } = answers;
  const tried = speaker === 'heard' && microphone === 'works' && camera === 'works';
  return {
    mends: all.slice(0, MENDS_MAX),
    allWorks: all.length === 0 && tried && connection !== null,
  };
}

function isToMend(answers: Answers, mend: Mend): boolean {
  const { connection, microphone, camera } = answers;
  switch (mend) {
    case 'offline':
      return connection !== null && !connection.online;
    case 'computer':
      return connection !== null && Object.values(connection.computer).includes('none');
    case 'microphone':
      return isTrouble(microphone);
    case 'speaker':
      return answers.speaker === 'not-heard';
    case 'camera':
      return isTrouble(camera);
    case 'thin-sound':
      return microphone === 'works' && answers.thinSound;
    case 'slow-line':
      return connection !== null && Object.values(connection.line).includes('weak');
    case 'busy-computer':
      return connection !== null && Object.values(connection.computer).includes('weak');
  }
}

function isTrouble(result: Answers['microphone']): boolean {
  return result !== 'works' && result !== 'untried' && result !== 'skipped';
}
