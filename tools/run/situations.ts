import type { Situation } from '../../demo/sitter/situation.ts';
import type { CueId } from '../../utils/cues/types.ts';

/** A situation of the sitter that differs from a good one, and the cue that must hold for it. */
export interface Walk {
  readonly what: string;
  readonly sitter: Partial<Situation>;
  readonly cue: CueId;
}

/** What `npm start` walks the sitter through, one after the other, each put right before the next. */
export const WALK: readonly Walk[] = [
  { what: 'the lamp goes out', sitter: { lightLevel: 0.03 }, cue: 'too-dark' },
  { what: 'a bright window behind', sitter: { lightDirection: 'behind' }, cue: 'backlit' },
  { what: 'too far from the camera', sitter: { distanceCm: 190 }, cue: 'too-far' },
  { what: 'too far to the side', sitter: { offsetXRatio: 0.34 }, cue: 'off-centre' },
  { what: 'the camera stands low', sitter: { cameraElevationDeg: -28 }, cue: 'camera-too-low' },
  { what: 'a lid over the lens', sitter: { lensCovered: true }, cue: 'camera-covered' },
];
