import { PerspectiveCamera, Vector3 } from 'three';
import { type Light, lightOf } from './light.ts';
import { type Rgb, rgbOfHex, skinReflectance } from './monk-tones.ts';
import { hash01, poseAt } from './movement.ts';
import type { Sitter } from './sitter.ts';
import { GOOD_SITUATION, type Situation } from './situation.ts';
import { aim, seenBy } from './view.ts';

const HAIR: Rgb = rgbOfHex('#3d2b20');
const CLOTHES: Rgb = rgbOfHex('#4a7290');
const FACE_CM = { width: 15, height: 20 };

/**
 * The sitter for browsers without WebGL2: a flat drawing with the same light, place and movement,
 * but no face that a detector would find. There the coach too can judge light and movement only.
 */
export function createFlatSitter({ widthPx = 640, heightPx = 360, seed = 1 } = {}): Sitter {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  const g = canvas.getContext('2d') as CanvasRenderingContext2D;
  const camera = new PerspectiveCamera(GOOD_SITUATION.verticalFovDeg, widthPx / heightPx, 2, 2000);
  const noise = noiseTile(seed);

  const fill = (colour: string, draw: () => void) => {
    g.fillStyle = colour;
    g.beginPath();
    draw();
    g.fill();
  };
  const drawPerson = (situation: Situation, light: Light, nowMs: number, sinceMs: number) => {
    const pose = poseAt(situation, seed, nowMs, sinceMs);
    const eyes = new Vector3(pose.xCm, pose.yCm, pose.zCm).project(camera);
    const x = ((eyes.x + 1) / 2) * widthPx;
    const y = ((1 - eyes.y) / 2) * heightPx;
    const seen = seenBy(camera, situation, pose, widthPx);
    const halfHeight = Math.tan((camera.fov / 2) * (Math.PI / 180));
    const px = heightPx / (2 * halfHeight * seen.distanceCm);
    const lit = light.ambient + (light.keyFrom[2] > 0 ? 0.7 * light.key : 0);
    const shade = ([r, g1, b]: Rgb) =>
      cssOf([r * lit * light.gain, g1 * lit * light.gain, b * lit * light.gain]);
    const oval = (dx: number, dy: number, width: number, height: number) =>
      g.ellipse(x + dx * px, y + dy * px, (width / 2) * px, (height / 2) * px, 0, 0, 2 * Math.PI);
    const skin = shade(skinReflectance(situation.skinTone));
    fill(shade(squared(CLOTHES)), () => oval(0, 34, 46, 38));
    fill(skin, () => oval(0, 11, 9, 14));
    fill(shade(squared(HAIR)), () => oval(0, 0, FACE_CM.width + 4, FACE_CM.height + 3));
    fill(skin, () => oval(0, 2, FACE_CM.width, FACE_CM.height));
    for (const side of [-3.2, 3.2]) fill(shade(squared(HAIR)), () => oval(side, 0, 2.4, 1.2));
    fill(shade([0.1, 0.03, 0.03]), () => oval(0, 7.2, 5, 0.8 + 2.4 * pose.mouthOpenRatio));
  };

  return {
    canvas,
    render(situation, nowMs, movementSinceMs = 0) {
      const light = lightOf(situation);
      aim(camera, situation, seed, nowMs);
      const wall = situation.lensCovered
        ? 0.003
        : situation.backgroundReflectance * light.wall * light.gain;
      g.fillStyle = cssOf([wall, wall, wall]);
      g.fillRect(0, 0, widthPx, heightPx);
      if (!situation.lensCovered) {
        const pane = light.window * light.gain;
        if (pane > 0) fill(cssOf([pane, pane, pane]), () => g.rect(120, 0, 420, 260));
        if (situation.present) drawPerson(situation, light, nowMs, movementSinceMs);
      }
      // Drawn light over dark: enough for a picture that is alive, and noisier when it is dark.
      g.globalAlpha = Math.min(1, light.noiseLuma / NOISE_TILE_SD);
      const frame = Math.round(nowMs);
      g.translate(-hash01(seed, frame) * TILE_PX, -hash01(seed, frame + 77) * TILE_PX);
      g.fillStyle = g.createPattern(noise, 'repeat') as CanvasPattern;
      g.fillRect(0, 0, widthPx + TILE_PX, heightPx + TILE_PX);
      g.resetTransform();
      g.globalAlpha = 1;
    },
    seen(situation, nowMs, movementSinceMs = 0) {
      aim(camera, situation, seed, nowMs);
      const pose = poseAt(situation, seed, nowMs, movementSinceMs);
      return seenBy(camera, situation, pose, widthPx);
    },
    isDrawn: () => true,
    finish: () => void g.getImageData(0, 0, 1, 1),
    remove: () => undefined,
  };
}

const TILE_PX = 128;
const NOISE_TILE_SD = 40;

function noiseTile(seed: number): HTMLCanvasElement {
  const tile = document.createElement('canvas');
  tile.width = TILE_PX;
  tile.height = TILE_PX;
  const g = tile.getContext('2d') as CanvasRenderingContext2D;
  const image = g.createImageData(TILE_PX, TILE_PX);
  for (let i = 0; i < image.data.length; i += 4) {
    const bright = hash01(seed, i) > 0.5 ? 255 : 0;
    image.data.set([bright, bright, bright, hash01(seed, i + 1) * NOISE_TILE_SD * 2], i);
  }
  g.putImageData(image, 0, 0);
  return tile;
}

const squared = ([r, g, b]: Rgb): Rgb => [r * r, g * g, b * b];

/** Linear light to a colour of the canvas (gamma 2, as the shader's). */
function cssOf(linear: Rgb): string {
  const [r, g, b] = linear.map((c) => Math.round(255 * Math.sqrt(Math.min(1, Math.max(0, c)))));
  return `rgb(${r} ${g} ${b})`;
}
