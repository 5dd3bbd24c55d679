import {
  Color,
  ColorManagement,
  DataTexture,
  DoubleSide,
  NearestFilter,
  RepeatWrapping,
  RGBAFormat,
  ShaderMaterial,
  type Texture,
  Vector2,
  Vector3,
} from 'three';
import type { Light } from './light.ts';
import { hash01 } from './movement.ts';

// The shader below works in picture codes; three must not convert colours behind its back.
ColorManagement.enabled = false;

/**
 * One small shader for everything, light, camera exposure and sensor noise in one pass: the tests
 * run on machines that draw in software, where three's own materials and a second pass cost too much.
 *
 * Colours are picture codes with gamma 2 (near enough to sRGB's, and a square root is cheap).
 */
const VERTEX = /* glsl */ `
  varying vec3 vNormal;
  varying vec2 vUv;
  varying vec3 vToCamera;
  #ifdef FACE
    attribute float jaw;
    attribute vec3 lid;
    uniform float mouthOpen;
    uniform float eyesShut;
  #endif
  void main() {
    vec3 p = position;
    #ifdef FACE
      p += lid * eyesShut;
      p += vec3(0.0, -1.7, -0.5) * jaw * mouthOpen;
    #endif
    vec4 world = modelMatrix * vec4(p, 1.0);
    vNormal = mat3(modelMatrix) * normal;
    vToCamera = cameraPosition - world.xyz;
    vUv = uv;
    gl_Position = projectionMatrix * viewMatrix * world;
  }
`;

const FRAGMENT = /* glsl */ `
  precision mediump float;
  varying vec3 vNormal;
  varying vec2 vUv;
  varying vec3 vToCamera;
  uniform vec3 colour;
  uniform float sheen;
  uniform vec3 keyFrom;
  uniform float key;
  uniform float ambient;
  uniform float wall;
  uniform float windowLight;
  uniform float gain;
  uniform float noise;
  uniform vec2 noiseOffset;
  uniform sampler2D noiseMap;
  #ifdef PAINTED
    uniform sampler2D painted;
  #endif
  #ifdef LENS
    uniform float opacity;
    uniform float glare;
  #endif
  void main() {
    float alpha = 1.0;
    vec3 albedo = colour;
    #ifdef PAINTED
      albedo = texture2D(painted, vUv).rgb;
    #endif
    albedo *= albedo;
    #if defined(WALL)
      vec3 light = albedo * wall;
    #elif defined(WINDOW)
      vec3 light = albedo * windowLight;
    #else
      vec3 n = normalize(vNormal);
      #ifdef INSIDE_TOO
        if (!gl_FrontFacing) n = -n;
      #endif
      // Light wraps a little round soft skin and cloth.
      float lit = max(0.0, (dot(n, keyFrom) + 0.18) / 1.18);
      float sky = 0.78 + 0.22 * n.y;
      vec3 light = albedo * (ambient * sky + key * lit);
      vec3 half_ = normalize(keyFrom + normalize(vToCamera));
      float spec = max(0.0, dot(n, half_));
      spec *= spec; spec *= spec; spec *= spec;
      light += sheen * key * spec;
    #endif
    #ifdef LENS
      // A window or a screen mirrored in the glass: it comes in slanted from above.
      float across = 0.35 * vUv.x + 0.65 * (1.0 - vUv.y);
      float mirrored = 1.0 - smoothstep(glare * 1.1 - 0.08, glare * 1.1, across);
      light += mirrored * (ambient + key) * 1.2;
      alpha = mix(opacity, 0.94, mirrored);
    #endif
    vec3 code = sqrt(clamp(light * gain, 0.0, 1.0));
    vec3 grain = texture2D(noiseMap, gl_FragCoord.xy / 256.0 + noiseOffset).rgb - 0.5;
    gl_FragColor = vec4(code + grain * noise, alpha);
  }
`;

/** What is the same for everything in the picture; set once a frame. */
export interface CameraUniforms {
  keyFrom: { value: Vector3 };
  key: { value: number };
  ambient: { value: number };
  wall: { value: number };
  windowLight: { value: number };
  gain: { value: number };
  noise: { value: number };
  noiseOffset: { value: Vector2 };
  noiseMap: { value: Texture };
}

export function createCameraUniforms(seed: number): CameraUniforms {
  return {
    keyFrom: { value: new Vector3(0, 0, 1) },
    key: { value: 0 },
    ambient: { value: 0 },
    wall: { value: 0 },
    windowLight: { value: 0 },
    gain: { value: 1 },
    noise: { value: 0 },
    noiseOffset: { value: new Vector2() },
    noiseMap: { value: noiseTexture(seed) },
  };
}

/** Puts the room's light and the camera's exposure in force for all that is drawn. */
export function showLight(uniforms: CameraUniforms, light: Light): void {
  uniforms.keyFrom.value.set(...light.keyFrom).normalize();
  uniforms.key.value = light.key;
  uniforms.ambient.value = light.ambient;
  uniforms.wall.value = light.wall;
  uniforms.windowLight.value = light.window;
  uniforms.gain.value = light.gain;
  uniforms.noise.value = light.noiseLuma * NOISE_PER_LUMA;
}

/** Codes of the noise texture are drawn with this standard deviation around the middle. */
const NOISE_TEXTURE_SD = 40;
/** Turns a standard deviation in luma codes into the shader's `noise`. */
const NOISE_PER_LUMA = 1 / NOISE_TEXTURE_SD;

/** Sensor noise: mostly brightness, a little colour. */
function noiseTexture(seed: number): DataTexture {
  const size = 256;
  const data = new Uint8Array(size * size * 4);
  const normal = (index: number) =>
    hash01(seed, index) + hash01(seed, index + 1) + hash01(seed, index + 2) - 1.5;
  for (let i = 0; i < size * size; i++) {
    const luma = normal(i * 7) * 2;
    for (let c = 0; c < 3; c++) {
      const code = 128 + NOISE_TEXTURE_SD * (luma * 0.9 + hash01(seed, i * 7 + 3 + c) * 0.9 - 0.45);
      data[i * 4 + c] = Math.max(0, Math.min(255, Math.round(code)));
    }
    data[i * 4 + 3] = 255;
  }
  const texture = new DataTexture(data, size, size, RGBAFormat);
  texture.wrapS = RepeatWrapping;
  texture.wrapT = RepeatWrapping;
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.needsUpdate = true;
  return texture;
}

export interface Surface {
  colour?: Color;
  painted?: Texture;
  /** How much it shines, 0 to about 0.1. */
  sheen?: number;
  kind?: 'body' | 'face' | 'wall' | 'window' | 'lens';
  /** Of a lens: how much of what is behind it it hides, and the share of it that mirrors a light. */
  opacity?: number;
  glare?: { value: number };
  /** Seen from inside too. */
  bothSides?: boolean;
}

export interface FaceUniforms {
  mouthOpen: { value: number };
  eyesShut: { value: number };
}

export function createSurface(
  camera: CameraUniforms,
  {
    colour,
    painted,
    sheen = 0,
    kind = 'body',
    bothSides = false,
    opacity = 1,
    glare = { value: 0 },
  }: Surface,
  face?: FaceUniforms,
): ShaderMaterial {
  const defines: Record<string, string> = {};
  if (painted) defines.PAINTED = '';
  if (bothSides) defines.INSIDE_TOO = '';
  if (kind !== 'body') defines[kind.toUpperCase()] = '';
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    defines,
    uniforms: {
      ...camera,
      ...face,
      colour: { value: colour ?? new Color() },
      sheen: { value: sheen },
      painted: { value: painted ?? null },
      ...(kind === 'lens' ? { opacity: { value: opacity }, glare } : {}),
    },
  });
  if (kind === 'lens') {
    material.transparent = true;
    material.depthWrite = false;
  }
  if (bothSides) material.side = DoubleSide;
  return material;
}
