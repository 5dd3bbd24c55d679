/**
 * The ten tones of the Monk Skin Tone scale (Ellis Monk, 2022; skintone.google, CC BY 4.0), light
 * to dark. The sitter is tested on all ten, because a coach that only works on light skin is wrong.
 */
export const MONK_TONES = [
  '#f6ede4',
  '#f3e7db',
  '#f7ead0',
  '#eadaba',
  '#d7bd96',
  '#a07e56',
  '#825c43',
  '#604134',
  '#3a312a',
  '#292420',
] as const;

/** One of the ten tones, 1 (lightest) to 10 (darkest). */
export type SkinTone = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** Red, green and blue, each 0 to 1. */
export type Rgb = readonly [number, number, number];

export function rgbOfHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/**
 * A swatch is flat paint; living skin scatters light and shines, so dark skin in a picture is
 * lighter than its swatch (skin reflects about 1:6 from darkest to lightest, the swatches 1:47).
 */
const SKIN_CONTRAST = 0.62;
/** The lightest skin reflects about this share of the light; paper reflects more. */
const LIGHTEST_SKIN_REFLECTANCE = 0.56;

/** The share of light that skin of this tone reflects: linear red, green, blue. */
export function skinReflectance(tone: SkinTone): Rgb {
  const [r, g, b] = rgbOfHex(MONK_TONES[tone - 1] as string).map((code) => code ** 2.2) as [
    number,
    number,
    number,
  ];
  const luminance = luminanceOf([r, g, b]);
  const wanted = LIGHTEST_SKIN_REFLECTANCE * (luminance / LIGHTEST_SWATCH) ** SKIN_CONTRAST;
  // Light swatches are almost grey on a screen, where living skin has blood under it; dark swatches
  // made lighter become orange, where shine makes living skin paler.
  const light = luminance / LIGHTEST_SWATCH;
  const pale = 0.24 * (1 - light);
  const mixed = ([r, g, b] as const).map(
    (channel) => wanted * ((1 - pale) * (channel / luminance) + pale),
  ) as [number, number, number];
  return [
    mixed[0] * (1.07 + 0.05 * light),
    mixed[1] * (1 - 0.05 * light),
    mixed[2] * (1 - 0.1 * light),
  ];
}

const LIGHTEST_SWATCH = 0.86;

/** Relative luminance of linear red, green, blue (Rec. 709 weights). */
export function luminanceOf([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
