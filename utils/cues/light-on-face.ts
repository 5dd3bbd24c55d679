import type { FaceLight, Light } from '../signals/light.ts';
import { above, all, any, below, type Edges, type Evidence } from './define-cue.ts';

/**
 * What too-dark and backlit share. All values are linear luminance, 0 to 1, or ratios of it.
 *
 * A dark face in the picture is dark skin or little light. Skin reflects between 1 and 6, the whites of
 * the eyes much the same on everybody: so they decide. Bench (labelled clips): whites of people in
 * good light 0.11 to 0.56, of the darkest skin among them 0.15 and more; in a dim room 0.02 to 0.07.
 */
const FACE: Edges = { enter: 0.09, exit: 0.115 };
const EYE_WHITE: Edges = { enter: 0.09, exit: 0.115 };
/** So dark, nothing but little light explains it … */
const EYE_WHITE_DARK: Edges = { enter: 0.03, exit: 0.04 };
/** … nor so, where the room is dark. */
const EYE_WHITE_IN_THE_DARK: Edges = { enter: 0.05, exit: 0.06 };
/** Else they must be dark for the room as well (bench: 0.17 and more in good light from above, which shades eyes) … */
const EYE_WHITE_TO_ROOM: Edges = { enter: 0.2, exit: 0.24 };
/** … and the skin not much darker than they are: then it is the skin that is dark. Bench: 0.4 to 0.6, in dim rooms 0.9. */
const FACE_TO_EYE_WHITE: Edges = { enter: 0.7, exit: 0.62 };

/** Little light falls on the face. Without whites to see (eyes shut, far away) nobody can tell. */
export function faceIsDark(face: FaceLight, light: Light): Evidence {
  const white = face.eyeWhiteLuminance;
  if (white === null) return all(below(face.luminance, FACE), 'cannot-judge');
  return all(
    below(face.luminance, FACE),
    any(
      below(white, EYE_WHITE_DARK),
      all(below(white, EYE_WHITE_IN_THE_DARK), below(light.backgroundBrightLuminance, ROOM_BRIGHT)),
      all(
        below(white, EYE_WHITE),
        below(white / light.backgroundBrightLuminance, EYE_WHITE_TO_ROOM),
        above(face.luminance / white, FACE_TO_EYE_WHITE),
      ),
    ),
  );
}

/** The room itself is dark, everywhere: its bright tenth and the mean (luma) of the whole picture. */
const ROOM_BRIGHT: Edges = { enter: 0.06, exit: 0.08 };
const ROOM_LUMA: Edges = { enter: 45, exit: 52 };

export function roomIsDark({ backgroundBrightLuminance, meanLuma }: Light): Evidence {
  return all(below(backgroundBrightLuminance, ROOM_BRIGHT), below(meanLuma, ROOM_LUMA));
}

/**
 * A face that is nearly black in a dark room, whatever the whites of the eyes say, which may be a lamp's reflection
 * on glasses. The camera's noise says that it has turned up its gain; where compression takes the noise away, the
 * room must be all but black. Bench: the darkest skin in good light 0.05, anybody in the dark 0.01 to 0.02; noise
 * in good light 1 to 3, in the dark 4; the dark room's bright tenth 0.01 to 0.03.
 */
const FACE_NEARLY_BLACK: Edges = { enter: 0.03, exit: 0.04 };
const NOISE_LUMA: Edges = { enter: 2.5, exit: 2 };
const ROOM_BLACK: Edges = { enter: 0.02, exit: 0.03 };

export function isDarkAllOver(face: FaceLight, light: Light): Evidence {
  return all(
    roomIsDark(light),
    below(face.luminance, FACE_NEARLY_BLACK),
    any(above(light.noiseLuma, NOISE_LUMA), below(light.backgroundBrightLuminance, ROOM_BLACK)),
  );
}

/** Something bright behind: a window, a lamp, a white wall in full light. */
const BRIGHT_BEHIND: Edges = { enter: 0.7, exit: 0.62 };

export function isBrightBehind({ backgroundBrightLuminance }: Light): Evidence {
  return above(backgroundBrightLuminance, BRIGHT_BEHIND);
}

/**
 * Face against the bright tenth of the background, and whites against it. Bench: backlit people
 * 0.19 to 0.24 with whites at 0.02 and 0.12; well-lit ones 0.29 and more, or, with dark skin before a
 * white wall, 0.07 to 0.15 with whites at 0.20 to 0.45.
 */
const FACE_TO_BACKGROUND: Edges = { enter: 0.27, exit: 0.3 };
const WHITE_TO_BACKGROUND: Edges = { enter: 0.155, exit: 0.185 };

/**
 * So dark against what is behind that no skin explains it: the reflections in the eyes do not matter then. Bench: the
 * darkest skin, turned from the lamp, 0.037 of a wall, and 0.056 of a white one; against a window anybody 0.004 to 0.050.
 */
const FACE_BLACK: Edges = { enter: 0.034, exit: 0.042 };
const FACE_BLACK_TO_BRIGHT: Edges = { enter: 0.052, exit: 0.058 };

export function isAgainstLight(light: Light): Evidence {
  const { face, backgroundBrightLuminance } = light;
  if (!face) return 'cannot-judge';
  const { luminance, eyeWhiteLuminance } = face;
  const ofBackground = luminance / backgroundBrightLuminance;
  return any(
    below(ofBackground, FACE_BLACK),
    all(below(ofBackground, FACE_BLACK_TO_BRIGHT), isBrightBehind(light)),
    all(
      below(ofBackground, FACE_TO_BACKGROUND),
      eyeWhiteLuminance === null
        ? 'cannot-judge'
        : all(
            below(eyeWhiteLuminance / backgroundBrightLuminance, WHITE_TO_BACKGROUND),
            above(luminance / eyeWhiteLuminance, FACE_TO_EYE_WHITE),
          ),
    ),
  );
}
