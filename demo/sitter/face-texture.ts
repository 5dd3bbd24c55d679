import { FACE } from './face-regions.ts';
import type { Rgb } from './monk-tones.ts';

const SIZE_PX = 768;
/** Lengths below were chosen on a texture of this size. */
const DRAWN_AT_PX = 1024;

export interface FaceColours {
  /** Skin as picture code values 0 to 1. */
  skin: Rgb;
  hair: string;
  iris: string;
  /** Lines of age, 0 to 1. */
  lines: number;
}

/**
 * Paints skin, eyes, brows, nose and lips into the mesh's own texture space.
 * @param uv two numbers a vertex, v counted from the top
 */
export function paintFace(uv: Float32Array, colours: FaceColours): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE_PX;
  canvas.height = SIZE_PX;
  const g = canvas.getContext('2d') as CanvasRenderingContext2D;
  const k = SIZE_PX / DRAWN_AT_PX;
  const at = (vertex: number): [number, number] => [
    (uv[vertex * 2] as number) * SIZE_PX,
    (uv[vertex * 2 + 1] as number) * SIZE_PX,
  ];

  const trace = (vertices: readonly number[]) => {
    g.beginPath();
    for (const vertex of vertices) g.lineTo(...at(vertex));
  };
  const soft = (px: number, draw: () => void) => {
    g.save();
    g.filter = `blur(${px * k}px)`;
    draw();
    g.restore();
  };
  const fill = (vertices: readonly number[], style: string) => {
    trace(vertices);
    g.closePath();
    g.fillStyle = style;
    g.fill();
  };
  const stroke = (vertices: readonly number[], style: string, px: number) => {
    trace(vertices);
    g.strokeStyle = style;
    g.lineWidth = px * k;
    g.lineCap = 'round';
    g.lineJoin = 'round';
    g.stroke();
  };
  const blush = (vertex: number, radiusPx: number, colour: string) => {
    const [x, y] = at(vertex);
    const r = radiusPx * k;
    const gradient = g.createRadialGradient(x, y, 0, x, y, r);
    gradient.addColorStop(0, colour);
    gradient.addColorStop(1, 'rgba(0, 0, 0, 0)');
    g.fillStyle = gradient;
    g.fillRect(x - r, y - r, 2 * r, 2 * r);
  };

  const skin = colours.skin;
  const shade = shadeOf(skin);
  g.fillStyle = cssOf(skin);
  g.fillRect(0, 0, SIZE_PX, SIZE_PX);

  for (const cheek of [FACE.rightCheek, FACE.leftCheek]) blush(cheek, 105, shade.blush);
  blush(4, 46, shade.blush);
  soft(16, () => {
    fill(FACE.rightSocket, shade.soft);
    fill(FACE.leftSocket, shade.soft);
  });
  // The sides of the face lie in their own shadow.
  soft(34, () => {
    trace(FACE.oval);
    g.closePath();
    g.strokeStyle = shade.soft;
    g.lineWidth = 52 * k;
    g.stroke();
  });
  soft(7, () => fill(FACE.noseUnderside, shade.soft));
  soft(5, () => {
    stroke(FACE.rightSmileLine, shade.soft, 4);
    stroke(FACE.leftSmileLine, shade.soft, 4);
  });
  if (colours.lines > 0) {
    g.globalAlpha = colours.lines;
    soft(3, () => {
      stroke(FACE.foreheadLine, shade.soft, 5);
      stroke(FACE.rightSmileLine, shade.soft, 8);
      stroke(FACE.leftSmileLine, shade.soft, 8);
    });
    g.globalAlpha = 1;
  }
  soft(3, () => {
    fill(FACE.rightNostril, shade.deep);
    fill(FACE.leftNostril, shade.deep);
  });

  for (const [eye, brow] of [
    [FACE.rightEye, FACE.rightBrow],
    [FACE.leftEye, FACE.leftBrow],
  ] as const) {
    paintEye(g, eye.map(at), k, { iris: colours.iris, white: shade.eyeWhite });
    stroke(eye.slice(8).concat(eye[0]), shade.lash, 7);
    stroke(eye.slice(0, 9), shade.soft, 4);
    g.globalAlpha = 0.9;
    soft(4, () => fill(brow, colours.hair));
    g.globalAlpha = 1;
  }

  soft(3, () => fill(FACE.lips, shade.lips));
  // Between the inner lips: nothing of it shows until the mouth opens.
  fill(FACE.innerLips, '#3c1516');
  const [, teethTop] = at(13);
  g.save();
  trace(FACE.innerLips);
  g.clip();
  g.fillStyle = 'rgba(240, 232, 222, 0.85)';
  g.fillRect(0, teethTop - 6 * k, SIZE_PX, 7 * k);
  g.restore();
  stroke([78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308], shade.mouthLine, 4);
  return canvas;
}

function paintEye(
  g: CanvasRenderingContext2D,
  ring: readonly [number, number][],
  k: number,
  { iris, white }: { iris: string; white: string },
): void {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const width = Math.max(...xs) - Math.min(...xs);
  const x = xs.reduce((a, b) => a + b) / ring.length;
  const y = ys.reduce((a, b) => a + b) / ring.length;
  g.save();
  g.beginPath();
  for (const point of ring) g.lineTo(...point);
  g.closePath();
  g.clip();
  g.fillStyle = white;
  g.fillRect(Math.min(...xs), Math.min(...ys), width, width);
  const disc = (dx: number, dy: number, radius: number, style: string) => {
    g.beginPath();
    g.arc(x + dx, y + dy, radius, 0, 2 * Math.PI);
    g.fillStyle = style;
    g.fill();
  };
  const r = width * 0.215;
  disc(0, 0, r, iris);
  disc(0, 0, r * 0.48, '#0d0907');
  disc(r * 0.32, -r * 0.32, r * 0.2, '#ffffff');
  // The upper lid's shadow on the eye: without it the eyes stare.
  g.filter = `blur(${5 * k}px)`;
  g.fillStyle = 'rgba(40, 25, 20, 0.45)';
  g.fillRect(Math.min(...xs), Math.min(...ys) - 8 * k, width, 18 * k);
  g.restore();
}

/** Shadows, lips and blush follow the skin: fixed ones look like make-up on dark skin. */
function shadeOf([r, g, b]: Rgb) {
  const times = (fr: number, fg: number, fb: number, alpha: number) =>
    `rgba(${r * fr * 255}, ${g * fg * 255}, ${b * fb * 255}, ${alpha})`;
  return {
    soft: times(0.5, 0.36, 0.33, 0.54),
    deep: times(0.25, 0.17, 0.16, 0.9),
    lash: times(0.16, 0.12, 0.12, 0.9),
    lips: times(0.8, 0.44, 0.45, 0.9),
    mouthLine: times(0.38, 0.2, 0.2, 0.85),
    // The camera exposes dark skin longer; eyes as white as paper would glow in it.
    eyeWhite: cssOf([0.5 + 0.5 * r, 0.48 + 0.48 * r, 0.46 + 0.46 * r]),
    blush: times(1.0, 0.62, 0.58, 0.3),
  };
}

export function cssOf([r, g, b]: Rgb): string {
  return `rgb(${Math.round(r * 255)} ${Math.round(g * 255)} ${Math.round(b * 255)})`;
}
