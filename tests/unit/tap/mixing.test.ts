import { afterEach, expect, test, vi } from 'vitest';
import { createMixing } from '../../../utils/tap/mixing.ts';
import { createLocalTracks } from '../../../utils/tap/tracks.ts';
import { createWorld } from './world.ts';

afterEach(() => vi.unstubAllGlobals());

test('the far end in an audio graph counts, the patient’s own microphone does not', () => {
  const { Track, Stream } = createWorld();
  const microphone = new Track('audio', 'microphone');
  const far = new Track('audio', 'far', {});
  const mixing = createMixing(createLocalTracks());
  mixing.note(new Stream([microphone]));
  mixing.note(microphone);
  expect(mixing.isMixed).toBe(false);
  mixing.note(new Stream([new Track('video', 'picture', {})]));
  expect(mixing.isMixed).toBe(false);
  mixing.note(new Stream([far]));
  expect(mixing.isMixed).toBe(true);
  mixing.note(new Stream([microphone]));
  expect(mixing.isMixed).toBe(true);
});
