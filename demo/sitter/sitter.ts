import {
  Color,
  Group,
  LinearSRGBColorSpace,
  Mesh,
  PerspectiveCamera,
  PlaneGeometry,
  Scene,
  type Texture,
  WebGLRenderer,
} from 'three';
import { createCompanions } from './company.ts';
import { createLensBlur, type LensBlur } from './lens-blur.ts';
import { lightOf } from './light.ts';
import type { FaceMesh } from './mesh.ts';
import { hash01, poseAt } from './movement.ts';
import { createPerson } from './person.ts';
import { photographSomebody } from './photograph.ts';
import { createRoom } from './room.ts';
import { createCameraUniforms, createSurface, showLight } from './shader.ts';
import { GOOD_SITUATION, type Situation } from './situation.ts';
import { aim, type Seen, seenBy } from './view.ts';

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
  const camera = new PerspectiveCamera(GOOD_SITUATION.verticalFovDeg, widthPx / heightPx, 2, 2000);

  const uniforms = createCameraUniforms(seed);
  const scene = new Scene();
  const room = createRoom(uniforms);
  const sitter = createPerson(mesh, uniforms, {
    iris: '#5a4230',
    clothes: '#4a7290',
  });
  let photograph: Texture | undefined;
  const companions = createCompanions(mesh, uniforms, sitter, () => {
    photograph ??= photographSomebody(renderer, mesh);
    return photograph;
  });
  const people = new Group();
  people.add(sitter.root, companions.people);
  const background = new Group();
  background.add(room.root, companions.onWall);
  scene.add(background, people);
  let lensBlur: LensBlur | undefined;
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
      showLight(uniforms, lightOf(situation));
      if (situation.lensCovered) {
        uniforms.windowLight.value = 1;
        uniforms.gain.value = 1;
      }
      const frame = Math.round(nowMs);
      uniforms.noiseOffset.value.set(hash01(seed, frame), hash01(seed, frame + 77));

      lid.visible = situation.lensCovered;
      background.visible = !situation.lensCovered;
      people.visible = !situation.lensCovered;
      room.set(
        situation.backgroundReflectance,
        situation.lightDirection === 'behind',
        situation.company === 'far-behind',
      );
      sitter.root.visible = situation.present;
      sitter.set(situation, poseAt(situation, seed, nowMs, movementSinceMs));
      companions.set(situation, seed, nowMs);
      aim(camera, situation, seed, nowMs);
      const draw = () => renderer.render(scene, camera);
      if (situation.blurRatio === 0 || situation.lensCovered) {
        draw();
      } else {
        lensBlur ??= createLensBlur(renderer, uniforms, widthPx, heightPx);
        const only = (group: Group) => () => {
          background.visible = group === background;
          people.visible = group === people;
          draw();
        };
        if (situation.focusOn === 'face') lensBlur.draw(situation.blurRatio, draw);
        else lensBlur.draw(situation.blurRatio, only(people), only(background));
      }
      gl.deleteSync(fence);
      fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      gl.flush();
    },
    isDrawn() {
      return !fence || gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED;
    },
    seen(situation, nowMs, movementSinceMs = 0) {
      aim(camera, situation, seed, nowMs);
      const pose = poseAt(situation, seed, nowMs, movementSinceMs);
      return seenBy(camera, situation, pose, widthPx);
    },
    finish() {
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    },
    remove() {
      lensBlur?.remove();
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}
