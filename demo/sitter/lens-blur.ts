import {
  LinearFilter,
  Mesh,
  NoBlending,
  OrthographicCamera,
  PlaneGeometry,
  Scene,
  ShaderMaterial,
  type Texture,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import type { CameraUniforms } from './shader.ts';

/**
 * A lens out of focus, or smeared: the picture is drawn aside, blurred along rows and then along
 * columns (in linear light, as a lens does it), and gets the sensor's noise last.
 */
export interface LensBlur {
  /**
   * @param blurRatio standard deviation in widths of the picture, above 0
   * @param sharp draws what stays sharp behind what is blurred, when anything does
   */
  draw(blurRatio: number, blurred: () => void, sharp?: () => void): void;
  remove(): void;
}

const VERTEX = /* glsl */ `
  varying vec2 vUv;
  void main() {
    vUv = uv;
    gl_Position = vec4(position.xy, 0.0, 1.0);
  }
`;

const FRAGMENT = /* glsl */ `
  precision mediump float;
  varying vec2 vUv;
  uniform sampler2D picture;
  uniform vec2 stepUv;
  uniform float sigmaSteps;
  uniform int reach;
  #ifdef LAST
    uniform sampler2D behind;
    uniform float noise;
    uniform vec2 noiseOffset;
    uniform sampler2D noiseMap;
  #endif
  void main() {
    vec4 sum = vec4(0.0);
    float weights = 0.0;
    for (int i = -reach; i <= reach; i++) {
      float at = float(i);
      float weight = exp(-0.5 * at * at / (sigmaSteps * sigmaSteps));
      vec4 code = texture2D(picture, vUv + stepUv * at);
      sum += weight * vec4(code.rgb * code.rgb, code.a);
      weights += weight;
    }
    sum /= weights;
    #ifdef LAST
      vec3 far = texture2D(behind, vUv).rgb;
      vec3 code = sqrt(sum.rgb + far * far * (1.0 - sum.a));
      vec3 grain = texture2D(noiseMap, gl_FragCoord.xy / 256.0 + noiseOffset).rgb - 0.5;
      gl_FragColor = vec4(code + grain * noise, 1.0);
    #else
      gl_FragColor = vec4(sqrt(sum.rgb), sum.a);
    #endif
  }
`;

/** Samples lie at most this share of a standard deviation apart (closer shows no difference) and reach this far. */
const STEP_SIGMAS = 1 / 3;
const REACH_SIGMAS = 2.6;

export function createLensBlur(
  renderer: WebGLRenderer,
  uniforms: CameraUniforms,
  widthPx: number,
  heightPx: number,
): LensBlur {
  const target = (samples: number) =>
    new WebGLRenderTarget(widthPx, heightPx, {
      samples,
      depthBuffer: samples > 0,
      minFilter: LinearFilter,
      magFilter: LinearFilter,
    });
  const [blurredAt, sharpAt, rowsAt] = [target(4), target(4), target(0)];
  const pass = (picture: Texture, last: boolean) =>
    new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      defines: last ? { LAST: '' } : {},
      depthTest: false,
      depthWrite: false,
      blending: NoBlending,
      uniforms: {
        picture: { value: picture },
        behind: { value: sharpAt.texture },
        stepUv: { value: new Vector2() },
        sigmaSteps: { value: 1 },
        reach: { value: 1 },
        noise: uniforms.noise,
        noiseOffset: uniforms.noiseOffset,
        noiseMap: uniforms.noiseMap,
      },
    });
  const rows = pass(blurredAt.texture, false);
  const columns = pass(rowsAt.texture, true);
  const flat = new Scene();
  const whole = new Mesh(new PlaneGeometry(2, 2), rows);
  whole.frustumCulled = false;
  flat.add(whole);
  const flatCamera = new OrthographicCamera();

  return {
    draw(blurRatio, blurred, sharp) {
      const sigmaPx = blurRatio * widthPx;
      const stepPx = Math.max(1, sigmaPx * STEP_SIGMAS);
      for (const { uniforms: own } of [rows, columns]) {
        (own.sigmaSteps as { value: number }).value = sigmaPx / stepPx;
        (own.reach as { value: number }).value = Math.ceil((REACH_SIGMAS * sigmaPx) / stepPx);
      }
      (rows.uniforms.stepUv as { value: Vector2 }).value.set(stepPx / widthPx, 0);
      (columns.uniforms.stepUv as { value: Vector2 }).value.set(0, stepPx / heightPx);

      const noise = uniforms.noise.value;
      uniforms.noise.value = 0;
      if (sharp) {
        renderer.setRenderTarget(sharpAt);
        sharp();
      }
      // Where nothing blurred is drawn, what is behind shows through.
      renderer.setClearColor(0, sharp ? 0 : 1);
      renderer.setRenderTarget(blurredAt);
      blurred();
      renderer.setClearColor(0, 1);
      uniforms.noise.value = noise;

      renderer.setRenderTarget(rowsAt);
      whole.material = rows;
      renderer.render(flat, flatCamera);
      renderer.setRenderTarget(null);
      whole.material = columns;
      renderer.render(flat, flatCamera);
    },
    remove() {
      for (const one of [blurredAt, sharpAt, rowsAt]) one.dispose();
    },
  };
}
