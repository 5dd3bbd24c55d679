import { describe, expect, test } from 'vitest';
import { createMicrophone } from '../../../utils/capture/microphone.ts';

type State = { -readonly [K in 'readyState' | 'enabled' | 'muted']: MediaStreamTrack[K] };
type Own = State & Omit<MediaStreamTrack, keyof State>;
/** A track whose state is all there is of it: whoever listened to it, or cloned it, would fail. */
const track = (more: Partial<State> = {}) => {
  const state: State = { readyState: 'live', enabled: true, muted: false, ...more };
  return state as Own;
};

test.each<[string, Partial<State>, boolean]>([
  ['on', {}, false],
  ['turned off by the page', { enabled: false }, true],
  ['silenced by the system', { muted: true }, true],
])('a microphone that is %s', (_, state, muted) => {
  const microphone = createMicrophone();
  microphone.setTrack(track(state));
  expect(microphone.muted).toBe(muted);
});

test('is read anew each time: a page turns it off without any event', () => {
  const microphone = createMicrophone();
  const own = track();
  microphone.setTrack(own);
  own.enabled = false;
  expect(microphone.muted).toBe(true);
  own.enabled = true;
  expect(microphone.muted).toBe(false);
});

describe('not known', () => {
  test('none was ever seen', () => {
    const microphone = createMicrophone();
    microphone.setTrack(null);
    expect(microphone.muted).toBeNull();
  });

  test('one that had ended before it was seen', () => {
    const microphone = createMicrophone();
    microphone.setTrack(track({ readyState: 'ended' }));
    expect(microphone.muted).toBeNull();
  });

  test('one that is out of sight and goes on: its sound may go another way', () => {
    const microphone = createMicrophone();
    microphone.setTrack(track());
    microphone.setTrack(null);
    expect(microphone.muted).toBeNull();
  });

  test('one that was tried and stopped before the call', () => {
    const microphone = createMicrophone();
    const own = track();
    microphone.setTrack(own);
    own.readyState = 'ended';
    microphone.forgetStopped();
    expect(microphone.muted).toBeNull();
    microphone.setTrack(null);
    expect(microphone.muted).toBeNull();
  });
});

describe('stopped in the call', () => {
  const stopped = () => {
    const microphone = createMicrophone();
    const own = track();
    microphone.setTrack(own);
    own.readyState = 'ended';
    return microphone;
  };

  test('is off, before and after it is out of sight', () => {
    const microphone = stopped();
    expect(microphone.muted).toBe(true);
    microphone.setTrack(null);
    microphone.setTrack(null);
    expect(microphone.muted).toBe(true);
  });

  test('is on with the next one', () => {
    const microphone = stopped();
    microphone.setTrack(null);
    microphone.setTrack(track());
    expect(microphone.muted).toBe(false);
  });

  test('says nothing of the next call', () => {
    const microphone = stopped();
    microphone.setTrack(null);
    microphone.forgetStopped();
    expect(microphone.muted).toBeNull();
  });
});

test('one that is not sent any more is off, whatever its track says', () => {
  const microphone = createMicrophone();
  microphone.setTrack(track());
  microphone.setWithdrawn(true);
  expect(microphone.muted).toBe(true);
  microphone.setWithdrawn(false);
  expect(microphone.muted).toBe(false);
});
