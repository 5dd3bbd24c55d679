import { Group, Mesh, PlaneGeometry, type Texture } from 'three';
import { shirtPrintGeometry } from './body.ts';
import type { FaceMesh } from './mesh.ts';
import { poseAt } from './movement.ts';
import { createPerson, type Figure, type Look, type Person } from './person.ts';
import { type CameraUniforms, createSurface } from './shader.ts';
import { type Company, GOOD_SITUATION, type Situation } from './situation.ts';

/** Who or what else is in the picture. */
export interface Companions {
  /** People; their places are in cm from the sitter's eyes when the sitter sits still. */
  people: Group;
  /** What hangs on the wall. */
  onWall: Group;
  set(situation: Situation, seed: number, nowMs: number): void;
}

interface Companion {
  readonly look: Look;
  /** Place of the eyes, from the sitter's eyes. */
  readonly xCm: number;
  readonly yCm: number;
  readonly zCm: number;
  readonly scale: number;
  readonly figure: Partial<Figure>;
}

type Guest = Exclude<Company, 'nobody' | 'poster' | 'shirt-print'>;

const GUESTS: Record<Guest, Companion> = {
  // Behind the sitter's left shoulder, a little higher, as one who stands behind a chair.
  behind: {
    look: { hair: '#8a8580', iris: '#4b5a5e', clothes: '#7c5a52' },
    xCm: 29,
    yCm: 5,
    zCm: -25,
    scale: 1,
    figure: { yawDeg: -8 },
  },
  // Shoulder to shoulder on the sitter's left, as near the camera.
  beside: {
    look: { iris: '#4b5a5e', clothes: '#6f6a86' },
    xCm: 34,
    yCm: -1,
    zCm: -2,
    scale: 1,
    figure: { yawDeg: -24, rollDeg: 2, headShape: 4, hair: 'short' },
  },
  // On the sitter's left knee: the head before the left shoulder, lower than the chin.
  'child-on-lap': {
    look: { iris: '#5a4230', clothes: '#b98a4a' },
    xCm: 14.5,
    yCm: -13,
    zCm: 8,
    scale: 0.75,
    figure: { yawDeg: -14, headShape: 7, hair: 'bob' },
  },
  'far-behind': {
    look: { iris: '#4b5a5e', clothes: '#5b6b4e', standing: true },
    xCm: 95,
    yCm: 22,
    zCm: -250,
    scale: 1,
    figure: { yawDeg: -4, headShape: 2, hair: 'short' },
  },
};

/** Width to height of a printed photograph. */
export const PRINT_ASPECT = 0.8;
/** Sheets on which the printed head is 25 cm and 12 cm high. */
const POSTER_CM = { height: 34, x: -66, y: -12, z: -144 } as const;
const SHIRT_PRINT_CM = { height: 16.4, topY: -24 } as const;

/**
 * @param sitter on whose chest the print is
 * @param photograph makes the picture that is printed, when it is first needed
 */
export function createCompanions(
  mesh: FaceMesh,
  camera: CameraUniforms,
  sitter: Person,
  photograph: () => Texture,
): Companions {
  const people = new Group();
  const onWall = new Group();
  const guests = new Map<Guest, Person>();
  let poster: Mesh | undefined;
  let print: Mesh | undefined;

  const guest = (who: Guest): Person => {
    const known = guests.get(who);
    if (known) return known;
    const person = createPerson(mesh, camera, GUESTS[who].look);
    person.root.scale.setScalar(GUESTS[who].scale);
    people.add(person.root);
    guests.set(who, person);
    return person;
  };
  const hang = () => {
    const shape = new PlaneGeometry(POSTER_CM.height * PRINT_ASPECT, POSTER_CM.height);
    shape.translate(POSTER_CM.x, POSTER_CM.y, POSTER_CM.z);
    const made = new Mesh(shape, createSurface(camera, { painted: photograph(), kind: 'wall' }));
    onWall.add(made);
    return made;
  };
  const putOn = () => {
    const { height, topY } = SHIRT_PRINT_CM;
    const shape = shirtPrintGeometry(height * PRINT_ASPECT, height, topY);
    const made = new Mesh(shape, createSurface(camera, { painted: photograph() }));
    sitter.body.add(made);
    return made;
  };

  return {
    people,
    onWall,
    set({ company, skinTone }, seed, nowMs) {
      for (const [who, person] of guests) person.root.visible = who === company;
      if (company === 'poster') poster ??= hang();
      if (company === 'shirt-print') print ??= putOn();
      if (poster) poster.visible = company === 'poster';
      if (print) print.visible = company === 'shirt-print';
      if (!isGuest(company)) return;
      const { xCm, yCm, zCm, figure } = GUESTS[company];
      const pose = poseAt(GOOD_SITUATION, seed + 1, nowMs);
      pose.xCm += xCm;
      pose.yCm += yCm;
      pose.zCm += zCm;
      const person = guest(company);
      person.root.visible = true;
      person.set({ ...GOOD_SITUATION, skinTone, ...figure }, pose);
    },
  };
}

const isGuest = (company: Company): company is Guest => Object.hasOwn(GUESTS, company);
