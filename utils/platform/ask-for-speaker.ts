type WithQuestion = { selectAudioOutput?: () => Promise<MediaDeviceInfo> };

/**
 * Without this nobody could choose a speaker in Firefox: it names none until its own question was answered
 * (`selectAudioOutput`), where Chromium names them all as soon as the microphone is allowed. Null where there is
 * no such question.
 */
export function askForSpeaker(): (() => Promise<{ id: string; label: string } | null>) | null {
  const devices = navigator.mediaDevices as MediaDevices & WithQuestion;
  if (!devices?.selectAudioOutput) return null;
  return async () => {
    const chosen = await devices.selectAudioOutput?.().catch(() => null);
    return chosen ? { id: chosen.deviceId, label: chosen.label } : null;
  };
}
