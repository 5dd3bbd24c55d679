import type { Box } from './luma.ts';

/** Hair above and beside the landmarks' box, in units of the box. */
const HAIR_ABOVE = 0.5;
const HAIR_BESIDE = 0.25;
/** Shoulders reach this far out on each side below the face, in face widths. */
const SHOULDERS_BESIDE = 1;

/** Is this point of the picture part of the person with this face: head, hair, or the body below? */
export function belongsToPerson(face: Box, x: number, y: number): boolean {
  const bottom = face.y + face.height;
  const beside = (y > bottom ? SHOULDERS_BESIDE : HAIR_BESIDE) * face.width;
  return (
    y > face.y - HAIR_ABOVE * face.height && x > face.x - beside && x < face.x + face.width + beside
  );
}

/** The head with its hair: what is painted over when further faces are looked for. */
export function headOf(face: Box): Box {
  return {
    x: face.x - HAIR_BESIDE * face.width,
    y: face.y - HAIR_ABOVE * face.height,
    width: (1 + 2 * HAIR_BESIDE) * face.width,
    height: (1 + HAIR_ABOVE) * face.height,
  };
}
