import { describe, expect, it } from 'vitest';
import { isSpeaking } from '../../../demo/sitter/movement.ts';
import { gainOfDbfs, noiseSamples, speechSamples } from '../../../demo/sitter/speech.ts';

const RATE_HZ = 8000;
const rms = (samples: readonly number[]) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

describe('the murmur', () => {
  it('has its level while speaking, and exact silence in the pauses', () => {
    const samples = [...speechSamples(RATE_HZ, 1, 170)];
    const speaking = (_: number, index: number) => isSpeaking(1, (index / RATE_HZ) * 1000);
    expect(rms(samples.filter(speaking))).toBeCloseTo(1, 2);
    expect(samples.filter((sample, index) => !speaking(sample, index)).every((s) => s === 0)).toBe(
      true,
    );
  });

  it('has noise of the level it says', () => {
    expect(rms([...noiseSamples(RATE_HZ, 1)])).toBeCloseTo(1, 1);
    expect(gainOfDbfs(-20)).toBeCloseTo(0.1);
  });
});
