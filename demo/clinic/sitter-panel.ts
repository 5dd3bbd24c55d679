import type { SitterDesk } from '../camera/sitter-desk.ts';
import {
  COMPANIES,
  EYEWEARS,
  HAIRS,
  IN_HAND,
  LIGHT_DIRECTIONS,
  MOVEMENTS,
  ON_FACES,
  type Situation,
} from '../sitter/situation.ts';
import type { Word, Words } from './words.ts';

/** Useful range and step of each slider; narrower than what the sitter can do. */
const SLIDERS = {
  cameraElevationDeg: { min: -40, max: 40, step: 1 },
  distanceCm: { min: 25, max: 250, step: 5 },
  offsetXRatio: { min: -0.45, max: 0.45, step: 0.01 },
  offsetYRatio: { min: -0.45, max: 0.45, step: 0.01 },
  yawDeg: { min: -70, max: 70, step: 1 },
  pitchDeg: { min: -40, max: 40, step: 1 },
  rollDeg: { min: -40, max: 40, step: 1 },
  lightLevel: { min: 0, max: 8, step: 0.02 },
  blurRatio: { min: 0, max: 0.02, step: 0.001 },
  cameraShakeDeg: { min: 0, max: 5, step: 0.1 },
  skinTone: { min: 1, max: 10, step: 1 },
  headShape: { min: 0, max: 9, step: 1 },
} as const;

export const CHOICES = {
  lightDirection: LIGHT_DIRECTIONS,
  movement: MOVEMENTS,
  company: COMPANIES,
  hair: HAIRS,
  eyewear: EYEWEARS,
  onFace: ON_FACES,
  inHand: IN_HAND,
} as const;

const SWITCHES = ['present', 'lensCovered'] as const;

/** One labelled input for each thing about the sitter; follows changes made by scripts too. */
export function fillSitterPanel(form: HTMLElement, desk: SitterDesk, words: Words): void {
  const followers: ((situation: Situation) => void)[] = [];
  const field = (key: Word, input: HTMLElement, ...others: HTMLElement[]) => {
    const row = document.createElement('div');
    row.className = 'field';
    const label = document.createElement('label');
    input.id = `sitter-${key}`;
    label.htmlFor = input.id;
    label.textContent = words(key);
    row.append(label, ...others, input);
    form.append(row);
  };

  for (const [key, range] of Object.entries(SLIDERS) as [keyof typeof SLIDERS, SliderRange][]) {
    const input = document.createElement('input');
    input.type = 'range';
    Object.assign(input, {
      min: String(range.min),
      max: String(range.max),
      step: String(range.step),
    });
    const value = document.createElement('output');
    field(key, input, value);
    value.htmlFor.add(input.id);
    input.addEventListener('input', () => desk.set({ [key]: Number(input.value) }));
    followers.push((situation) => {
      input.value = String(situation[key]);
      value.value = String(Math.round(situation[key] * 1000) / 1000);
    });
  }
  for (const [key, choices] of Object.entries(CHOICES) as [
    keyof typeof CHOICES,
    readonly string[],
  ][]) {
    const select = document.createElement('select');
    for (const choice of choices) {
      select.append(new Option(words(`${key}.${choice}` as Word), choice));
    }
    field(key, select);
    select.addEventListener('change', () => desk.set({ [key]: select.value }));
    followers.push((situation) => {
      select.value = situation[key];
    });
  }
  for (const key of SWITCHES) {
    const box = document.createElement('input');
    box.type = 'checkbox';
    field(key, box);
    box.addEventListener('change', () => desk.set({ [key]: box.checked }));
    followers.push((situation) => {
      box.checked = situation[key];
    });
  }
  const follow = (situation: Situation) => {
    for (const follower of followers) follower(situation);
  };
  follow(desk.situation());
  desk.onChange(follow);
}

interface SliderRange {
  min: number;
  max: number;
  step: number;
}
