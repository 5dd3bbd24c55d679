import { above, all, below, defineCue, type Edges } from './define-cue.ts';

/**
 * Standard deviation of the 16 x 9 block means, luma. A shutter, tape or a finger on the lens gives
 * 0 to 1.5 however noisy the pixels are. Bench: the flattest labelled clip has 16, the sitter in a room
 * at 1/70 of its light 2.3 to 4.5.
 */
const STRUCTURE_LUMA: Edges = { enter: 1.8, exit: 2.4 };
/** Mean luma. A bright flat picture is a wall or a painted background, not a cover. */
const COVERED_LUMA: Edges = { enter: 140, exit: 160 };

/** One flat picture from a live camera: something lies over the lens. */
export const cameraCovered = defineCue({
  id: 'camera-covered',
  area: 'picture',
  speed: 'fast',
  priority: 2,
  hiddenBy: ['camera-off'],
  evidence({ picture, presence }) {
    if (!picture) return 'cannot-judge';
    return all(
      below(picture.structureLuma, STRUCTURE_LUMA),
      below(picture.meanLuma, COVERED_LUMA),
      // A face in the dark is as flat: where there is a face, nothing covers the lens.
      above(presence.faces ? 0 : 1, { enter: 1, exit: 0 }),
    );
  },
});
