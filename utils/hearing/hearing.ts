import { createListener, type Listener } from './listener.ts';
import { createVoiceActivity, type VoiceActivity } from './voice-activity.ts';

/**
 * A listener whose model is loaded when something is first heard. Until then, and where it cannot be loaded, levels alone
 * are told: that is enough to know a microphone that gives nothing.
 * @param readWasm the bytes of rnnoise.wasm
 */
export function createHearing(readWasm: () => Promise<ArrayBuffer>): Listener {
  let voice: VoiceActivity | null = null;
  let isAsked = false;
  const load = async () => {
    voice = await createVoiceActivity(await readWasm());
  };
  const listener = createListener(() => voice);
  return {
    ...listener,
    hear(sound) {
      if (!isAsked) {
        isAsked = true;
        load().catch(() => undefined);
      }
      return listener.hear(sound);
    },
  };
}
