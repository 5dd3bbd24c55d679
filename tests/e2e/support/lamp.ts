import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrivenBrowser } from '../../../tools/browsers/browser.ts';
import { launch } from './test.ts';

/** A browser whose camera lamp can be seen. */
export interface LampBrowser {
  readonly driven: DrivenBrowser;
  /** Does anything in the browser hold the camera, a forgotten clone included? */
  isCameraOn(): Promise<boolean>;
  /** The same of the microphone; null in Chromium, where nothing tells. */
  isMicrophoneOn(): Promise<boolean | null>;
  close(): Promise<void>;
}

/** Runs before any extension's script: every track that the browser ever gave to this page. */
export const KEEP_TRACKS = `{
  const { getUserMedia } = MediaDevices.prototype;
  window.givenTracks = [];
  MediaDevices.prototype.getUserMedia = async function (constraints) {
    const stream = await getUserMedia.call(this, constraints);
    window.givenTracks.push(...stream.getTracks());
    return stream;
  };
}`;

/**
 * Chromium: its camera is a file, and while the camera is on, and only then, a process of the browser has that
 * file open. Firefox: tells extensions what a tab captures (`sharingState`), where it asks for the camera in
 * its usual way, with a yes given beforehand.
 */
export async function launchWithLamp(kind: 'chromium' | 'firefox'): Promise<LampBrowser> {
  return kind === 'chromium' ? launchChromiumWithLamp() : launchFirefoxWithLamp();
}

async function launchChromiumWithLamp(): Promise<LampBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'eyelevel-camera-'));
  const cameraFile = join(folder, 'camera.y4m');
  await writeFile(cameraFile, greyPicture(320, 180));
  const driven = await launch('chromium', { cameraFile });
  return {
    driven,
    isCameraOn: () => isOpenSomewhere(cameraFile),
    isMicrophoneOn: async () => null,
    async close() {
      await driven.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One grey picture in the Y4M format. */
function greyPicture(widthPx: number, heightPx: number): Buffer {
  const header = `YUV4MPEG2 W${widthPx} H${heightPx} F15:1 Ip A1:1 C420mpeg2\nFRAME\n`;
  return Buffer.concat([Buffer.from(header), Buffer.alloc((widthPx * heightPx * 3) / 2, 128)]);
}

async function isOpenSomewhere(file: string): Promise<boolean> {
  for (const process of await readdir('/proc')) {
    if (!/^\d+$/.test(process)) continue;
    const folder = join('/proc', process, 'fd');
    for (const name of await readdir(folder).catch(() => [])) {
      if ((await readlink(join(folder, name)).catch(() => '')) === file) return true;
    }
  }
  return false;
}

async function launchFirefoxWithLamp(): Promise<LampBrowser> {
  const driven = await launch('firefox', {
    prefs: {
      'media.navigator.permission.disabled': false,
      'media.navigator.permission.fake': true,
      'permissions.default.camera': 1,
      'permissions.default.microphone': 1,
    },
  });
  const welcome = await driven.extensionPage('welcome.html');
  const shares = (what: 'camera' | 'microphone') =>
    welcome.evaluate<boolean>(
      `browser.tabs.query({}).then((tabs) => tabs.some(({ sharingState }) => sharingState.${what}))`,
    );
  return {
    driven,
    isCameraOn: () => shares('camera'),
    isMicrophoneOn: () => shares('microphone'),
    close: () => driven.close(),
  };
}
