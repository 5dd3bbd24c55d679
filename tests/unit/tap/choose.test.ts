import { expect, test } from 'vitest';
import { type Cameras, type Chosen, chooseOwn, type Sent } from '../../../utils/tap/choose.ts';

const sent = (track: string, more: Partial<Sent<string>> = {}): Sent<string> => ({
  track,
  kind: track.startsWith('camera') ? 'camera' : 'other',
  live: true,
  carriedOwn: false,
  ...more,
});
const cameras = (...live: string[]): Cameras<string> => ({
  live,
  everGiven: true,
  ownSender: false,
});
const sender = (track: string): Chosen<string> => ({ track, origin: 'sender' });

test.each<[string, Sent<string>[], Cameras<string>, Chosen<string> | null]>([
  ['nothing', [], cameras(), null],
  [
    'preview: the newest',
    [],
    cameras('camera1', 'camera2'),
    { track: 'camera2', origin: 'camera' },
  ],
  ['sent before newest', [sent('camera1')], cameras('camera1', 'camera2'), sender('camera1')],
  [
    'newest of the sent',
    [sent('camera2'), sent('camera1')],
    cameras('camera1', 'camera2'),
    sender('camera2'),
  ],
  ['a clone that is sent', [sent('camera-clone')], cameras('camera1'), sender('camera-clone')],
  ['virtual background from the start', [sent('canvas')], cameras('camera1'), sender('canvas')],
  [
    'virtual background in the call; the other side of a loopback was there first',
    [sent('far canvas'), sent('canvas', { carriedOwn: true })],
    { ...cameras('camera1'), ownSender: true },
    sender('canvas'),
  ],
  [
    'camera off: the other side is not the patient',
    [sent('camera1', { live: false, carriedOwn: true }), sent('far canvas')],
    { ...cameras(), ownSender: true },
    null,
  ],
  [
    'camera off by replaceTrack(null)',
    [sent('far canvas')],
    { ...cameras(), ownSender: true },
    null,
  ],
  ['joined with the camera off', [sent('far canvas')], cameras(), null],
  [
    "the page's own getUserMedia: what was sent first",
    [sent('canvas'), sent('far canvas')],
    { ...cameras(), everGiven: false },
    sender('canvas'),
  ],
  [
    'a shared screen is never the patient',
    [sent('screen', { kind: 'screen', carriedOwn: true })],
    cameras('camera1'),
    { track: 'camera1', origin: 'camera' },
  ],
])('%s', (_name, tracks, known, expected) => {
  expect(chooseOwn(tracks, known)).toEqual(expected);
});
