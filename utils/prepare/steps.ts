/** The whole way, for a first-timer, and the short one for who has been here before. */
export const FORMS = ['full', 'short'] as const;
export type Form = (typeof FORMS)[number];

/** `again` asks who has been here before which way to go. Sound comes first: with sound a visit works. */
export const STEP_IDS = [
  'again',
  'where',
  'speaker',
  'microphone',
  'camera',
  'height',
  'connection',
  'list',
  'end',
] as const;
export type StepId = (typeof STEP_IDS)[number];

const WAYS: Readonly<Record<Form, readonly StepId[]>> = {
  full: ['where', 'speaker', 'microphone', 'camera', 'height', 'connection', 'list', 'end'],
  short: ['again', 'speaker', 'microphone', 'camera', 'connection', 'end'],
};

/** @returns the step itself where there is none after it */
export function stepAfter(form: Form, step: StepId): StepId {
  const way = WAYS[form];
  return way[way.indexOf(step) + 1] ?? 'end';
}

/** @returns null at the beginning */
export function stepBefore(form: Form, step: StepId): StepId | null {
  const way = WAYS[form];
  return way[way.indexOf(step) - 1] ?? null;
}

/** "Step 2 of 7", counted without the question at the start and the end itself; null for these two. */
export function placeOf(
  form: Form,
  step: StepId,
): { readonly number: number; readonly of: number } | null {
  const counted: readonly StepId[] = WAYS[form].filter((id) => id !== 'again' && id !== 'end');
  const index = counted.indexOf(step);
  return index < 0 ? null : { number: index + 1, of: counted.length };
}
