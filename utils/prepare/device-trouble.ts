/** Cameras and microphones. */
export const DEVICE_KINDS = ['camera', 'microphone'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** What a person can mend, each with its own way through. */
export const DEVICE_TROUBLES = [
  /** The browser was told no: now, earlier, or by who owns the computer. */
  'refused',
  /** The browser may, and the computer's own settings say no. */
  'refused-by-system',
  'missing',
  /** Another program has it, or it does not start. */
  'in-use',
  /** It was on, and stopped: the cable, or a no that came later. */
  'stopped',
  'unknown',
  /** A microphone that is on, and gives nothing, or the same faint nothing: muted by a switch or the system. */
  'silent',
  /** Something is heard, and no voice. */
  'no-voice',
  /** A camera that is on, and gives no picture. */
  'no-picture',
  /** One flat picture: something covers the lens. */
  'covered',
] as const;
export type DeviceTrouble = (typeof DEVICE_TROUBLES)[number];

/** Which troubles each kind can have. */
export const TROUBLES_OF: Readonly<Record<DeviceKind, readonly DeviceTrouble[]>> = {
  camera: DEVICE_TROUBLES.filter((trouble) => trouble !== 'silent' && trouble !== 'no-voice'),
  microphone: DEVICE_TROUBLES.filter(
    (trouble) => trouble !== 'no-picture' && trouble !== 'covered',
  ),
};

/**
 * getUserMedia's errors in these words (Media Capture and Streams, section 10.2.1). Chromium says "by system" in
 * the message where the computer's settings forbid what the browser allows.
 */
export function troubleOfError(error: { readonly name: string; readonly message: string }) {
  switch (error.name) {
    case 'NotAllowedError':
      return /system/i.test(error.message) ? 'refused-by-system' : 'refused';
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    default:
      return 'unknown';
  }
}
