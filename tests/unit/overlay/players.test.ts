import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasOtherSpeaker, type Player, soundOf } from '../../../utils/overlay/players.ts';

class Stream {
  constructor(readonly tracks: readonly object[]) {}
  getAudioTracks() {
    return this.tracks;
  }
  getVideoTracks() {
    return [];
  }
}
beforeEach(() => vi.stubGlobal('MediaStream', Stream));
afterEach(() => vi.unstubAllGlobals());

const track = (id: string, change: object = {}) => ({
  id,
  enabled: true,
  readyState: 'live',
  getSettings: () => ({}),
  ...change,
});
const FAR = track('far');
const MICROPHONE = track('microphone', { getSettings: () => ({ groupId: 'device' }) });

function player(tracks: readonly object[] | null, change: Partial<Player> = {}): Player {
  const srcObject = tracks && (new Stream(tracks) as unknown as MediaStream);
  return { srcObject, muted: false, volume: 1, paused: false, isConnected: true, ...change };
}

describe('how the page gives the clinic’s sound', () => {
  const cases: [string, () => Player[], string | null][] = [
    ['it plays', () => [player([FAR])], 'on'],
    ['muted', () => [player([FAR], { muted: true })], 'off'],
    ['at volume zero', () => [player([FAR], { volume: 0 })], 'off'],
    ['turned off at the track', () => [player([track('far', { enabled: false })])], 'off'],
    ['not started', () => [player([FAR], { paused: true })], 'paused'],
    [
      'not started, and muted: the start comes first',
      () => [player([FAR], { paused: true, muted: true })],
      'paused',
    ],
    ['two, of which one plays', () => [player([FAR], { muted: true }), player([FAR])], 'on'],
    [
      'the patient’s own picture is muted, as it should be',
      () => [player([MICROPHONE], { muted: true }), player([FAR])],
      'on',
    ],
    [
      'the patient hears themselves alone',
      () => [player([MICROPHONE]), player([FAR], { muted: true })],
      'off',
    ],
    ['no player has it', () => [player([MICROPHONE], { muted: true })], null],
    ['none at all', () => [], null],
    ['it has ended', () => [player([track('far', { readyState: 'ended' })])], null],
    [
      'a copy under another name plays',
      () => [player([FAR], { muted: true }), player([track('copy')])],
      'on',
    ],
    ['music while on hold', () => [player([FAR], { muted: true }), player(null)], 'on'],
    [
      'a ring that has rung',
      () => [player([FAR], { muted: true }), player(null, { paused: true })],
      'off',
    ],
  ];
  it.each(cases)('%s', (_name, players, sound) => {
    expect(soundOf(players(), ['far'])).toBe(sound);
  });
});

describe('which speaker', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['default', false],
    ['9f3c', true],
  ] as const)('%s', (sinkId, isOther) => {
    const change = sinkId === undefined ? {} : { sinkId };
    expect(hasOtherSpeaker([player([FAR], change)], ['far'])).toBe(isOther);
  });

  it('that of another player is none of the clinic’s', () => {
    expect(hasOtherSpeaker([player([MICROPHONE], { sinkId: '9f3c' })], ['far'])).toBe(false);
  });
});
