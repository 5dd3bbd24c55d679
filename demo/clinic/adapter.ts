/**
 * What webrtc-adapter does on every page that uses it: getUserMedia becomes an own property of
 * navigator.mediaDevices that rewrites the constraints and calls what was there before.
 */
export function reassignAsAdapterDoes(devices: MediaDevices): void {
  const before = devices.getUserMedia.bind(devices);
  devices.getUserMedia = (constraints) => before(constraints && { ...constraints });
}
