import { silentCues } from '../cues/arbiter/silent-cues.ts';
import type { CueId } from '../cues/types.ts';
import { simpleModeSetting, tipProfileSetting, tipsOffSetting } from '../settings/items.ts';

/** Which tips are not given, by the settings. */
export async function readSilent(): Promise<ReadonlySet<CueId>> {
  return silentCues({
    off: await tipsOffSetting.read(),
    profile: await tipProfileSetting.read(),
    simple: await simpleModeSetting.read(),
  });
}

/** Calls back with all that is silent whenever one of the settings changes. */
export function onSilentChange(callback: (silent: ReadonlySet<CueId>) => void): void {
  const read = async () => callback(await readSilent());
  for (const setting of [tipsOffSetting, tipProfileSetting, simpleModeSetting]) {
    setting.onChange(read);
  }
}
