import type { CameraSupport } from '../cues/types.ts';
import type { SpeakerAnswer, Where } from './answers.ts';
import type { ListItem } from './checklist.ts';
import type { DeviceKind } from './device-trouble.ts';
import type { Form, StepId } from './steps.ts';

/** What the person can press. */
export interface PreparePresses {
  next(): void;
  back(): void;
  go(step: StepId): void;
  form(form: Form): void;
  restart(): void;
  where(where: Where): void;
  playSound(): void;
  speaker(answer: SpeakerAnswer): void;
  /** The browser's own question for a speaker. */
  askForSpeaker(): void;
  choose(device: DeviceKind | 'speaker', id: string): void;
  /** Turns the step's device on, or tries again. */
  turnOn(): void;
  /** The person has seen the bar move: they know better. */
  barMoves(): void;
  hearBack(): void;
  heightAnswer(answer: 'yes' | 'no' | 'not-sure'): void;
  someoneElse(): void;
  support(support: CameraSupport): void;
  testAgain(): void;
  listed(item: ListItem, done: boolean): void;
  country(country: string | null): void;
  openPage(address: string): void;
}
