/**
 * Without this the person would have to press a button where the browser needs no answer from them. Browsers
 * that do not know the name throw (Firefox before 131); then nothing is known, and the button stays.
 */
export async function permissionState(
  name: 'camera' | 'microphone',
): Promise<PermissionState | null> {
  try {
    return (await navigator.permissions.query({ name: name as PermissionName })).state;
  } catch {
    return null;
  }
}
