/**
 * Vertices of the canonical face mesh by name (the numbering is MediaPipe's and public). "Right" and
 * "left" are the person's own. Rings go round; lines go from one end to the other.
 */
export const FACE = {
  rightEye: [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246],
  leftEye: [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466],
  rightBrow: [70, 63, 105, 66, 107, 55, 65, 52, 53, 46],
  leftBrow: [300, 293, 334, 296, 336, 285, 295, 282, 283, 276],
  rightSocket: [226, 31, 228, 229, 230, 231, 232, 233, 244, 189, 221, 222, 223, 224, 225, 113],
  leftSocket: [446, 261, 448, 449, 450, 451, 452, 453, 464, 413, 441, 442, 443, 444, 445, 342],
  lips: [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185],
  innerLips: [
    78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191,
  ],
  noseUnderside: [
    98, 97, 2, 326, 327, 331, 279, 358, 294, 278, 455, 309, 458, 461, 462, 370, 94, 141, 242, 241,
    238, 79, 235, 64, 129, 49, 102,
  ],
  rightNostril: [79, 239, 238, 20, 60, 75],
  leftNostril: [309, 459, 458, 250, 290, 305],
  rightSmileLine: [129, 203, 206, 216],
  leftSmileLine: [358, 423, 426, 436],
  foreheadLine: [104, 69, 108, 151, 337, 299, 333],
  oval: [
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
    148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
  ],
  rightCheek: 205,
  leftCheek: 425,
  /** Pairs of an upper lid's vertex and the lower lid's vertex that it meets in a blink. */
  lidPairs: [
    [246, 7],
    [161, 163],
    [160, 144],
    [159, 145],
    [158, 153],
    [157, 154],
    [173, 155],
    [466, 249],
    [388, 390],
    [387, 373],
    [386, 374],
    [385, 380],
    [384, 381],
    [398, 382],
  ],
} as const;

/** Middle between the eyes in the mesh's own centimetres: where the sitter's place is measured. */
export const EYES_CM = { x: 0, y: 2.6, z: 3.6 } as const;
/** Outer eye corner to outer eye corner on the canonical face. */
export const INTEROCULAR_CM = 8.89;
/** The left eye's outer corner. */
export const OUTER_EYE_CORNER_CM = { x: INTEROCULAR_CM / 2, y: 2.66, z: 3.17 } as const;
