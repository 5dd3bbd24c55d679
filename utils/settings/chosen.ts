import type { CueId } from '../cues/types.ts';
import type { Corner, TextSize, TipProfile } from './choices.ts';
import {
  chimeSetting,
  panelCornerSetting,
  panelPlaces,
  readAloudSetting,
  simpleModeSetting,
  textSizeSetting,
  tipProfileSetting,
  tipsOffSetting,
} from './items.ts';
import type { Stored } from './stored.ts';

/** What a person can choose for words, tips and panel. */
export interface Choices {
  readonly textSize: TextSize;
  readonly simpleMode: boolean;
  readonly tipProfile: TipProfile;
  readonly tipsOff: readonly CueId[];
  readonly chime: boolean;
  readonly readAloud: boolean;
  readonly panelCorner: Corner;
}

const ITEMS = {
  textSize: textSizeSetting,
  simpleMode: simpleModeSetting,
  tipProfile: tipProfileSetting,
  tipsOff: tipsOffSetting,
  chime: chimeSetting,
  readAloud: readAloudSetting,
  panelCorner: panelCornerSetting,
} as const satisfies { readonly [K in keyof Choices]: unknown };

const NAMES = Object.keys(ITEMS) as (keyof Choices)[];

const itemOf = (name: keyof Choices) => ITEMS[name] as unknown as Stored<unknown>;

export async function readChoices(): Promise<Choices> {
  const values = NAMES.map(async (name) => [name, await itemOf(name).read()] as const);
  return Object.fromEntries(await Promise.all(values)) as unknown as Choices;
}

/** @param forNow in a private window: until the browser is closed */
export async function writeChoices(changed: Partial<Choices>, forNow: boolean): Promise<void> {
  for (const name of NAMES) {
    if (!(name in changed)) continue;
    const item = itemOf(name);
    // What was moved by hand on one site counts no longer.
    if (name === 'panelCorner' && !forNow) await panelPlaces.remove();
    await (forNow ? item.writeForNow(changed[name]) : item.write(changed[name]));
  }
}

/** Calls back when any of them was changed, on this page or another. */
export function onChoices(callback: () => void): void {
  for (const name of NAMES) itemOf(name).onChange(callback);
}
