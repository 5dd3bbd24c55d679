import {
  Color,
  LinearSRGBColorSpace,
  Mesh,
  PerspectiveCamera,
  PlaneGeometry,
  Scene,
  WebGLRenderer,
} from 'three';
import { lightOf } from './light.ts';
import type { FaceMesh } from './mesh.ts';
import { hash01, poseAt } from './movement.ts';
import { createPerson, type Person } from './person.ts';
import { createRoom } from './room.ts';
import { createCameraUniforms, createSurface, NOISE_PER_LUMA } from './shader.ts';
import type { Situation } from './situation.ts';
import { aim, type Seen, seenBy, VERTICAL_FIELD_OF_VIEW_DEG } from './view.ts';

export interface Sitter {
  readonly canvas: HTMLCanvasElement;
  /** Draws one frame. The same (seed, situation, times) always give the same picture. */
  render(situation: Situation, nowMs: number, movementSinceMs?: number): void;
  /** What a perfect observer would say of that frame. */
  seen(situation: Situation, nowMs: number, movementSinceMs?: number): Seen;
  /** False while the latest frame is still being drawn: a busy computer then skips a frame, and queues none. */
  isDrawn(): boolean;
  /** Waits until the latest frame is drawn; for measurements only. */
  finish(): void;
  remove(): void;
}

export interface SitterOptions {
  mesh: FaceMesh;
  widthPx?: number;
  heightPx?: number;
  seed?: number;
}

/** Behind the sitter's left shoulder, a little higher, as one who stands behind a chair. */
const SECOND_PERSON_CM = { x: 29, y: 5, z: -25 };

/** @throws Error where the browser has no WebGL2. */
export function createSitter({
  mesh,
  widthPx = 640,
  heightPx = 360,
  seed = 1,
}: SitterOptions): Sitter {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  const renderer = new WebGLRenderer({ canvas, antialias: true, alpha: false });
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.setSize(widthPx, heightPx, false);
  const camera = new PerspectiveCamera(VERTICAL_FIELD_OF_VIEW_DEG, widthPx / heightPx, 2, 2000);

  const uniforms = createCameraUniforms(seed);
  const scene = new Scene();
  const room = createRoom(uniforms);
  const sitter = createPerson(mesh, uniforms, {
    hair: '#3d2b20',
    iris: '#5a4230',
    clothes: '#4a7290',
  });
  scene.add(room.root, sitter.root);
  let second: Person | undefined;
  const gl = renderer.getContext() as WebGL2RenderingContext;
  let fence: WebGLSync | null = null;
  const lid = new Mesh(
    new PlaneGeometry(20, 20),
    createSurface(uniforms, { colour: new Color(0.07, 0.045, 0.04), kind: 'window' }),
  );
  lid.position.z = -3;
  camera.add(lid);
  scene.add(camera);

  return {
    canvas,
    render(situation, nowMs, movementSinceMs = 0) {
      const pose = poseAt(situation.movement, seed, nowMs, movementSinceMs);
      const light = lightOf(situation);
      uniforms.keyFrom.value.set(...light.keyFrom).normalize();
      uniforms.key.value = light.key;
      uniforms.ambient.value = light.ambient;
      uniforms.wall.value = light.wall;
      uniforms.windowLight.value = situation.lensCovered ? 1 : light.window;
      uniforms.gain.value = situation.lensCovered ? 1 : light.gain;
      uniforms.noise.value = light.noiseLuma * NOISE_PER_LUMA;
      const frame = Math.round(nowMs);
      uniforms.noiseOffset.value.set(hash01(seed, frame), hash01(seed, frame + 77));

      lid.visible = situation.lensCovered;
      room.root.visible = !situation.lensCovered;
      room.set(situation.backgroundReflectance, situation.lightDirection === 'behind');
      sitter.root.visible = situation.present && !situation.lensCovered;
      sitter.set(situation.skinTone, situation, pose, situation.inHand);
      if (situation.secondPerson && !second) {
        second = createPerson(mesh, uniforms, {
          hair: '#8a8580',
          iris: '#4b5a5e',
          clothes: '#7c5a52',
        });
        scene.add(second.root);
      }
      if (second) {
        second.root.visible = situation.secondPerson && !situation.lensCovered;
        const still = poseAt('still', seed + 1, nowMs);
        still.xCm += SECOND_PERSON_CM.x;
        still.yCm += SECOND_PERSON_CM.y;
        still.zCm += SECOND_PERSON_CM.z;
        const straight = { yawDeg: -8, pitchDeg: 0, rollDeg: 0 };
        second.set(situation.skinTone, straight, still, 'nothing');
      }
      aim(camera, situation, seed, nowMs);
      renderer.render(scene, camera);
      gl.deleteSync(fence);
      fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      gl.flush();
    },
    isDrawn() {
      return !fence || gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED;
    },
    seen(situation, nowMs, movementSinceMs = 0) {
      aim(camera, situation, seed, nowMs);
      const pose = poseAt(situation.movement, seed, nowMs, movementSinceMs);
      return seenBy(camera, situation, pose, widthPx);
    },
    finish() {
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    },
    remove() {
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}
