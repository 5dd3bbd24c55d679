import * as v from 'valibot';
import { LIST_ITEMS, type ListItem } from './checklist.ts';
import { DEVICE_TROUBLES, type DeviceKind, type DeviceTrouble } from './device-trouble.ts';
import { type ConnectionVerdict, GRADES } from './line.ts';
import { FORMS, type Form, STEP_IDS, type StepId, stepAfter, stepBefore } from './steps.ts';

export const WHERES = ['link', 'app', 'computer'] as const;
/** Where the call will be opened: a link that came to the phone, an app, this computer. */
export type Where = (typeof WHERES)[number];

export const SPEAKER_ANSWERS = ['untried', 'heard', 'not-heard', 'not-used'] as const;
/** `not-used`: "I don't use sound". */
export type SpeakerAnswer = (typeof SPEAKER_ANSWERS)[number];

export type DeviceResult = 'untried' | 'works' | 'skipped' | DeviceTrouble;

/** Which device the person chose; null: the browser's own. Ids are the browser's, and mean nothing elsewhere. */
export interface Chosen {
  readonly camera: string | null;
  readonly microphone: string | null;
  readonly speaker: string | null;
}

/** All that the person has answered and what came of each step. Plain data: it outlives a reload. */
export interface Answers {
  readonly form: Form;
  readonly step: StepId;
  readonly where: Where | null;
  readonly speaker: SpeakerAnswer;
  readonly microphone: DeviceResult;
  /** The voice comes through, but thin: a wireless headset in its mode for calls. */
  readonly thinSound: boolean;
  readonly camera: DeviceResult;
  readonly connection: ConnectionVerdict | null;
  readonly listed: readonly ListItem[];
  readonly chosen: Chosen;
  /** ISO 3166-1 alpha-2; null: not known. */
  readonly country: string | null;
}

export type PrepareEvent =
  | { readonly kind: 'next' }
  | { readonly kind: 'back' }
  | { readonly kind: 'go'; readonly step: StepId }
  /** From the question at the start; the whole way begins at its beginning. */
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'where'; readonly where: Where }
  | { readonly kind: 'speaker'; readonly answer: SpeakerAnswer }
  | { readonly kind: 'device'; readonly device: DeviceKind; readonly result: DeviceResult }
  | { readonly kind: 'thin-sound'; readonly thin: boolean }
  | { readonly kind: 'chosen'; readonly device: keyof Chosen; readonly id: string | null }
  | { readonly kind: 'connection'; readonly verdict: ConnectionVerdict | null }
  | { readonly kind: 'listed'; readonly item: ListItem; readonly done: boolean }
  | { readonly kind: 'country'; readonly country: string | null }
  /** From the end: everything anew, with the same devices. */
  | { readonly kind: 'restart' };

export function firstAnswers(known: {
  readonly returning: boolean;
  readonly chosen: Chosen;
  readonly where: Where | null;
  readonly country: string | null;
}): Answers {
  const form = known.returning ? 'short' : 'full';
  return {
    form,
    step: known.returning ? 'again' : 'where',
    where: known.where,
    speaker: 'untried',
    microphone: 'untried',
    thinSound: false,
    camera: 'untried',
    connection: null,
    listed: [],
    chosen: known.chosen,
    country: known.country,
  };
}

/** What the person has answered so far, and then this. */
export function answer(answers: Answers, event: PrepareEvent): Answers {
  switch (event.kind) {
    case 'next':
      return { ...passed(answers), step: stepAfter(answers.form, answers.step) };
    case 'back':
      return { ...answers, step: stepBefore(answers.form, answers.step) ?? answers.step };
    case 'go':
      return { ...answers, step: event.step };
    case 'form':
      return { ...answers, form: event.form, step: event.form === 'full' ? 'where' : 'speaker' };
    case 'where':
      return { ...answers, where: event.where };
    case 'speaker':
      return { ...answers, speaker: event.answer };
    case 'device':
      return { ...answers, [event.device]: event.result };
    case 'thin-sound':
      return { ...answers, thinSound: event.thin };
    case 'chosen':
      return { ...answers, chosen: { ...answers.chosen, [event.device]: event.id } };
    case 'connection':
      return { ...answers, connection: event.verdict };
    case 'listed': {
      const others = answers.listed.filter((item) => item !== event.item);
      return { ...answers, listed: event.done ? [...others, event.item] : others };
    }
    case 'country':
      return { ...answers, country: event.country };
    case 'restart':
      return firstAnswers({ ...answers, returning: true });
  }
}

/** Who goes on without an answer has left the step out; that is no fault, and is said at the end. */
function passed(answers: Answers): Answers {
  const { step } = answers;
  if ((step === 'microphone' || step === 'camera') && answers[step] === 'untried') {
    return { ...answers, [step]: 'skipped' };
  }
  return answers;
}

const gradesSchema = v.strictObject({ sound: v.picklist(GRADES), picture: v.picklist(GRADES) });
const resultSchema = v.picklist(['untried', 'works', 'skipped', ...DEVICE_TROUBLES]);

/** Reads what a reload left behind; anything else is none of it. */
export const answersSchema: v.GenericSchema<unknown, Answers> = v.strictObject({
  form: v.picklist(FORMS),
  step: v.picklist(STEP_IDS),
  where: v.nullable(v.picklist(WHERES)),
  speaker: v.picklist(SPEAKER_ANSWERS),
  microphone: resultSchema,
  thinSound: v.boolean(),
  camera: resultSchema,
  connection: v.nullable(
    v.strictObject({ online: v.boolean(), computer: gradesSchema, line: gradesSchema }),
  ),
  listed: v.array(v.picklist(LIST_ITEMS)),
  chosen: v.strictObject({
    camera: v.nullable(v.string()),
    microphone: v.nullable(v.string()),
    speaker: v.nullable(v.string()),
  }),
  country: v.nullable(v.string()),
});
