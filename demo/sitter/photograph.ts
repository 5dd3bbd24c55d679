import {
  LinearMipmapLinearFilter,
  PerspectiveCamera,
  Scene,
  type Texture,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import { PRINT_ASPECT } from './company.ts';
import { lightOf } from './light.ts';
import type { FaceMesh } from './mesh.ts';
import { poseAt } from './movement.ts';
import { createPerson } from './person.ts';
import { createCameraUniforms, showLight } from './shader.ts';
import { GOOD_SITUATION } from './situation.ts';

const HEIGHT_PX = 320;
/** So much of the person is in the photograph, from a distance at which faces look as they are. */
const VISIBLE_CM = 31;
const DISTANCE_CM = 150;
const PAPER = '#b9c4c6';

/** A printed portrait of somebody: the same drawn face, photographed in good light. */
export function photographSomebody(renderer: WebGLRenderer, mesh: FaceMesh): Texture {
  const uniforms = createCameraUniforms(1);
  const somebody = { ...GOOD_SITUATION, headShape: 3, hair: 'short' } as const;
  showLight(uniforms, lightOf(somebody));
  uniforms.noise.value = 0;
  const person = createPerson(mesh, uniforms, { iris: '#4b5a5e', clothes: '#8c4a3f' });
  person.set(somebody, poseAt(somebody, 1, 0));
  const scene = new Scene();
  scene.add(person.root);
  const fovDeg = (2 * Math.atan(VISIBLE_CM / 2 / DISTANCE_CM) * 180) / Math.PI;
  const camera = new PerspectiveCamera(fovDeg, PRINT_ASPECT, 10, 400);
  camera.position.set(0, -1, DISTANCE_CM);

  const target = new WebGLRenderTarget(HEIGHT_PX * PRINT_ASPECT, HEIGHT_PX, {
    samples: 4,
    generateMipmaps: true,
    minFilter: LinearMipmapLinearFilter,
  });
  renderer.setClearColor(PAPER, 1);
  renderer.setRenderTarget(target);
  renderer.render(scene, camera);
  renderer.setRenderTarget(null);
  renderer.setClearColor(0, 1);
  return target.texture;
}
