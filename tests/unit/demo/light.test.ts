import { describe, expect, it } from 'vitest';
import { type Light, lightOf } from '../../../demo/sitter/light.ts';
import { luminanceOf, type SkinTone, skinReflectance } from '../../../demo/sitter/monk-tones.ts';
import { GOOD_SITUATION, type Situation } from '../../../demo/sitter/situation.ts';

const lumaOf = (luminance: number) => 255 * Math.sqrt(Math.min(1, Math.max(0, luminance)));
const faceLuma = (tone: SkinTone, light: Light) => {
  const lit = light.keyFrom[2] > 0 ? light.key * 0.6 : 0;
  return lumaOf(luminanceOf(skinReflectance(tone)) * (light.ambient * 0.8 + lit) * light.gain);
};
const wallLuma = (situation: Situation, light: Light) =>
  lumaOf(situation.backgroundReflectance * light.wall * light.gain);
const look = (changes: Partial<Situation>) => {
  const situation = { ...GOOD_SITUATION, ...changes };
  const light = lightOf(situation);
  return { light, face: faceLuma(situation.skinTone, light), wall: wallLuma(situation, light) };
};

describe('light and exposure', () => {
  it('make a lit room look like a webcam picture', () => {
    const { face, wall, light } = look({});
    expect(face).toBeGreaterThan(110);
    expect(face).toBeLessThan(150);
    expect(wall).toBeGreaterThan(70);
    expect(light.noiseLuma).toBeLessThan(3);
  });

  it('leave a dark room dark and noisy', () => {
    const { face, wall, light } = look({ lightLevel: 0.02 });
    expect(face).toBeLessThan(40);
    expect(wall).toBeLessThan(35);
    expect(light.noiseLuma).toBeGreaterThan(3);
  });

  it('clip a window and darken the face before it', () => {
    const { face, light } = look({ lightDirection: 'behind' });
    expect(lumaOf(light.window * light.gain)).toBeGreaterThan(245);
    expect(face).toBeLessThan(75);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const)(
    'burn out the face of tone %i in the strongest light, and not in a lit room',
    (skinTone) => {
      expect(look({ lightLevel: 8, skinTone }).light.face).toBeGreaterThan(1.5);
      expect(look({ lightLevel: 1, skinTone }).light.face).toBeLessThan(0.6);
    },
  );

  it('leave the wall dim when the screen is the only light', () => {
    const { face, wall } = look({ lightDirection: 'screen' });
    expect(face).toBeGreaterThan(100);
    expect(wall).toBeLessThan(90);
  });
});
