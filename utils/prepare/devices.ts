import { permissionState } from '../platform/permission-state.ts';
import { type DeviceKind, troubleOfError } from './device-trouble.ts';
import type { Devices } from './platform.ts';

const BROWSERS_KIND = {
  camera: 'videoinput',
  microphone: 'audioinput',
  speaker: 'audiooutput',
} as const;

/** Chromium lists what the system has chosen a second time, under these names. */
const ALIASES = ['default', 'communications'];

/** Cameras and microphones of this computer. One is asked for at a time, so that each can do without the other. */
export function createDevices(): Devices {
  /** Opened before, and what the permission said then: Firefox asks once a tab, and says "prompt" all the same. */
  const opened = new Map<DeviceKind, PermissionState | null>();
  const all = async (kind: keyof typeof BROWSERS_KIND) => {
    const listed = await navigator.mediaDevices.enumerateDevices().catch(() => []);
    return listed.filter((device) => device.kind === BROWSERS_KIND[kind]);
  };

  /** The device behind an alias. */
  const realId = async (kind: DeviceKind, id: string | undefined): Promise<string | null> => {
    if (!id || !ALIASES.includes(id)) return id ?? null;
    const listed = await all(kind);
    const group = listed.find(({ deviceId }) => deviceId === id)?.groupId;
    const real = listed.find(
      ({ deviceId, groupId }) => groupId === group && !ALIASES.includes(deviceId),
    );
    return real?.deviceId ?? null;
  };

  return {
    async list(kind) {
      const named = (await all(kind)).filter(
        ({ deviceId, label }) => label !== '' && !ALIASES.includes(deviceId),
      );
      return named.map(({ deviceId, label }) => ({ id: deviceId, label }));
    },
    async isAllowed(kind) {
      return opened.has(kind) || (await permissionState(kind)) === 'granted';
    },
    async open(kind, id) {
      try {
        const stream = await openChosen(kind, id);
        opened.set(kind, await permissionState(kind));
        const usedId = await realId(kind, stream.getTracks()[0]?.getSettings().deviceId);
        return { kind: 'open', stream, usedId };
      } catch (error) {
        opened.delete(kind);
        return { kind: 'trouble', trouble: troubleOfError(error as Error) };
      }
    },
    async whyStopped(kind) {
      const before = opened.get(kind);
      opened.delete(kind);
      if (before !== 'denied' && (await permissionState(kind)) === 'denied') return 'refused';
      return (await all(kind)).length === 0 ? 'missing' : 'stopped';
    },
    onChange(callback) {
      navigator.mediaDevices.addEventListener('devicechange', callback);
    },
  };
}

/** One that is not there any more gives way to another. `ideal` would say so too, but Chromium does not heed it. */
async function openChosen(kind: DeviceKind, id: string | null): Promise<MediaStream> {
  const open = (wanted: MediaTrackConstraints | true) =>
    navigator.mediaDevices.getUserMedia(kind === 'camera' ? { video: wanted } : { audio: wanted });
  if (!id) return open(true);
  try {
    return await open({ deviceId: { exact: id } });
  } catch (error) {
    if (troubleOfError(error as Error) !== 'missing') throw error;
    return open(true);
  }
}
