type WithSinkId = { setSinkId?: (id: string) => Promise<void> };

/** Can sound be sent to a speaker of the person's choice? */
export function canChooseOutput(): boolean {
  return 'setSinkId' in AudioContext.prototype || 'setSinkId' in HTMLMediaElement.prototype;
}

/**
 * Without this the chosen speaker stays silent in Firefox: there only a media element can be sent to a speaker,
 * in Chromium the AudioContext itself. A speaker that is gone falls back to the system's own.
 * @returns where to connect what is to be heard
 */
export async function soundOutput(
  context: AudioContext,
  speakerId: string | null,
): Promise<AudioNode> {
  if (!speakerId) return context.destination;
  try {
    const { setSinkId } = context as WithSinkId;
    if (setSinkId) {
      await setSinkId.call(context, speakerId);
      return context.destination;
    }
    const element = new Audio();
    await (element as WithSinkId).setSinkId?.(speakerId);
    const through = context.createMediaStreamDestination();
    element.srcObject = through.stream;
    await element.play();
    return through;
  } catch {
    return context.destination;
  }
}
