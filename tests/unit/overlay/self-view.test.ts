import { expect, test } from 'vitest';
import {
  chooseSelfView,
  type Evidence,
  isOwnTrack,
  type ShownStream,
} from '../../../utils/overlay/self-view.ts';

function track(id: string, settings: MediaTrackSettings = {}, readyState = 'live') {
  return { id, readyState, getSettings: () => settings } as unknown as MediaStreamTrack;
}
const device = { groupId: 'g' };
const show = (video: MediaStreamTrack, more: Partial<ShownStream> = {}): ShownStream => ({
  video,
  audio: null,
  shown: true,
  ...more,
});
const START: Evidence = { handed: null, tapFromStart: true, notSelf: [] };
const LATE: Evidence = { ...START, tapFromStart: false };
const handed = (video: MediaStreamTrack) => ({ video, audio: null, origin: 'sender' as const });

const sent = track('sent');
const camera = track('camera', device);
const canvas = track('canvas');
const far = track('far');

test.each<[string, Evidence, ShownStream[], [string, string] | null]>([
  ['nothing', START, [], null],
  ['the tap first', { ...START, handed: handed(sent) }, [show(camera)], ['sent', 'sender']],
  [
    'ended, but a clone is shown',
    { ...START, handed: handed(track('old', device, 'ended')) },
    [show(camera)],
    ['camera', 'device'],
  ],
  ['late: a real device', LATE, [show(far), show(camera)], ['camera', 'device']],
  ['late: a remote picture alone is not taken', LATE, [show(far)], null],
  ['a hidden self-view of a device', LATE, [show(camera, { shown: false })], ['camera', 'device']],
  ['elimination: a canvas from the start', START, [show(canvas)], ['canvas', 'elimination']],
  [
    'elimination: not once anything was received',
    { ...START, notSelf: ['far'] },
    [show(canvas)],
    null,
  ],
  ['elimination: not what is hidden', START, [show(canvas, { shown: false })], null],
  ['elimination: not a screen', START, [show(track('s', { displaySurface: 'monitor' }))], null],
  [
    'elimination: not after the tap has seen the camera',
    { ...START, handed: handed(track('old', device, 'ended')) },
    [show(canvas)],
    null,
  ],
  ['an ended device is none', LATE, [show(track('camera', device, 'ended'))], null],
])('%s', (_name, evidence, shown, expected) => {
  const self = chooseSelfView(evidence, shown);
  expect(self && [self.video.id, self.origin]).toEqual(expected);
});

test('sound in the same stream is taken from a real microphone only', () => {
  const microphone = track('microphone', device);
  expect(chooseSelfView(LATE, [show(camera, { audio: microphone })])?.audio).toBe(microphone);
  expect(chooseSelfView(LATE, [show(camera, { audio: track('mix') })])?.audio).toBeNull();
});

test('the raw camera behind a filter is the patient too', () => {
  const self = { ...handed(canvas), origin: 'sender' as const };
  expect([canvas, camera, far].map((one) => isOwnTrack(one, self))).toEqual([true, true, false]);
});
