import { expect, test } from 'vitest';
import { allowsCamera, cameraFrameOrigins } from '../../../utils/overlay/camera-frames.ts';

test.each([
  ['camera', true],
  ['microphone; camera *; fullscreen', true],
  ['Camera https://call.example', true],
  ["camera 'none'", false],
  ['microphone', false],
  ['', false],
  ['camera-beta', false],
])('allow="%s": %s', (allow, expected) => expect(allowsCamera(allow)).toBe(expected));

test('origins of other sites, once each, and none that is no page of the web', () => {
  const frames = [
    { allow: 'camera', src: 'https://call.example/room/17' },
    { allow: 'camera', src: 'https://call.example/chat' },
    { allow: 'camera', src: 'https://clinic.example/inner' },
    { allow: 'camera', src: 'about:blank' },
    { allow: 'camera', src: '' },
    { allow: '', src: 'https://ads.example/' },
  ];
  const document = {
    location: { origin: 'https://clinic.example' },
    querySelectorAll: () => frames,
  } as unknown as Document;
  expect(cameraFrameOrigins(document)).toEqual(['https://call.example']);
});
