// Which of the 478 face landmarks the attention model's refined outputs hold, in their order.
// Source: public facts of MediaPipe's landmark graph,
// mediapipe/modules/face_landmark/tensors_to_face_landmarks_with_attention.pbtxt.
//
// "Left" and "right" are the graph's words and mean the side of the picture: its left eye is the
// person's right eye, as long as the picture is not mirrored.

/** Landmarks 0 to 467 are the mesh, 468 to 477 the two irises. */
export const MESH_LANDMARKS = 468;
export const ALL_LANDMARKS = 478;

// biome-ignore format: one row a contour
export const LIPS: readonly number[] = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, // outer, lower
  185, 40, 39, 37, 0, 267, 269, 270, 409, // outer, upper, without the corners
  78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, // inner, lower
  191, 80, 81, 82, 13, 312, 311, 310, 415, // inner, upper, without the corners
  76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306, // second from outside, lower
  184, 74, 73, 72, 11, 302, 303, 304, 408, // second from outside, upper
  62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, // third from outside, lower
  183, 42, 41, 38, 12, 268, 271, 272, 407, // third from outside, upper
];

// biome-ignore format: one row a contour
export const LEFT_EYE_WITH_EYEBROW: readonly number[] = [
  33, 7, 163, 144, 145, 153, 154, 155, 133, // lids, lower
  246, 161, 160, 159, 158, 157, 173, // lids, upper, without the corners
  130, 25, 110, 24, 23, 22, 26, 112, 243, // second ring, lower
  247, 30, 29, 27, 28, 56, 190, // second ring, upper
  226, 31, 228, 229, 230, 231, 232, 233, 244, // third ring, lower
  113, 225, 224, 223, 222, 221, 189, // third ring, upper
  35, 124, 46, 53, 52, 65, // fourth ring, upper: the eyebrow's lower edge
  143, 111, 117, 118, 119, 120, 121, 128, 245, // fifth ring, lower
  156, 70, 63, 105, 66, 107, 55, 193, // fifth ring, upper: the eyebrow's upper edge
];

// biome-ignore format: one row a contour
export const RIGHT_EYE_WITH_EYEBROW: readonly number[] = [
  263, 249, 390, 373, 374, 380, 381, 382, 362, // lids, lower
  466, 388, 387, 386, 385, 384, 398, // lids, upper, without the corners
  359, 255, 339, 254, 253, 252, 256, 341, 463, // second ring, lower
  467, 260, 259, 257, 258, 286, 414, // second ring, upper
  446, 261, 448, 449, 450, 451, 452, 453, 464, // third ring, lower
  342, 445, 444, 443, 442, 441, 413, // third ring, upper
  265, 353, 276, 283, 282, 295, // fourth ring, upper: the eyebrow's lower edge
  372, 340, 346, 347, 348, 349, 350, 357, 465, // fifth ring, lower
  383, 300, 293, 334, 296, 336, 285, 417, // fifth ring, upper: the eyebrow's upper edge
];

/** Centre, then the edge's right, top, left and bottom point. */
export const LEFT_IRIS: readonly number[] = [468, 469, 470, 471, 472];
export const RIGHT_IRIS: readonly number[] = [473, 474, 475, 476, 477];

/**
 * The lid point whose depth stands for the iris. MediaPipe takes the mean depth of the 16 lid points;
 * on the canonical face these two lie within 0.1 mm of that mean (the eye's corner is 4.5 mm off).
 */
export const LEFT_IRIS_DEPTH = 144;
export const RIGHT_IRIS_DEPTH = 373;
