import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** One third-party package of which something is in the built extension. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression from its package.json. */
  readonly licence: string;
  /** Package folder. */
  readonly root: string;
  /** Where the source is, as its package.json says; empty if it does not. */
  readonly source: string;
}

/** Shipped as files (wasm, models), so no module graph knows of them. */
const SHIPPED_AS_FILES = [
  '@jitsi/rnnoise-wasm',
  '@mediapipe/tasks-vision',
  '@mediapipe/face_mesh',
  '@mediapipe/selfie_segmentation',
];

/** Helper code that the build tools write into the output under names of their own. */
const VIRTUAL_OWNERS: readonly (readonly [prefix: string, owner: string])[] = [
  ['vite/', 'vite'],
  ['rolldown/', 'rolldown'],
  ['@oxc-project+runtime', 'rolldown'],
  ['virtual:wxt', 'wxt'],
];

/** Package that a bundled module belongs to; null for our own source. */
export function packageOfModule(id: string): string | null {
  const path = id.replace(/^\0/, '').replaceAll('\\', '/').split('?')[0] ?? '';
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
  if (inPackage?.[1]) return inPackage[1];
  return VIRTUAL_OWNERS.find(([prefix]) => path.startsWith(prefix))?.[1] ?? null;
}

/**
 * Names of the packages bundled so far. wxt runs one vite build a group of entrypoints, all in one
 * process, so the set is filled over several builds and read in wxt's `build:done`.
 */
const bundled = new Set<string>();

/** Vite plugin; goes into `plugins` and into `worker.plugins`. */
export function collectShippedPackages(): Plugin {
  return {
    name: 'eyelevel:collect-shipped-packages',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        for (const [id, module] of Object.entries(output.modules)) {
          const name = packageOfModule(id);
          // A module that was shaken out leaves nothing behind.
          if (name && module.renderedLength > 0) bundled.add(name);
        }
      }
    },
  };
}

/** What is shipped by this build, sorted by name. Call after the build. */
export function shippedPackages(root: string): ShippedPackage[] {
  return describePackages(root, [...bundled, ...SHIPPED_AS_FILES]);
}

export function describePackages(root: string, names: Iterable<string>): ShippedPackage[] {
  return [...new Set(names)].sort().map((name) => {
    const folder = join(root, 'node_modules', name);
    const file = join(folder, 'package.json');
    if (!existsSync(file)) throw new Error(`Shipped package ${name} is not in node_modules.`);
    const json = JSON.parse(readFileSync(file, 'utf8')) as {
      version?: string;
      license?: string;
      /** As npm had it before. */
      licenses?: readonly { readonly type?: string }[];
      homepage?: string;
      repository?: string | { url?: string };
    };
    const licence = json.license ?? json.licenses?.map(({ type }) => type).join(' AND ');
    if (!json.version || typeof licence !== 'string' || licence === '') {
      throw new Error(`${name}: package.json names no version or no licence.`);
    }
    const repository = typeof json.repository === 'string' ? json.repository : json.repository?.url;
    return {
      name,
      version: json.version,
      licence,
      root: folder,
      source: webAddress(repository) || json.homepage || '',
    };
  });
}

/** `git+https://…`, `git@github.com:…` and `github:…` as people can open them. */
function webAddress(repository: string | undefined): string {
  if (!repository) return '';
  if (/^[\w.-]+\/[\w.-]+$/.test(repository)) return `https://github.com/${repository}`;
  return repository
    .replace(/^git\+/, '')
    .replace(/^github:/, 'https://github.com/')
    .replace(/^(?:ssh:\/\/)?git@github\.com[:/]/, 'https://github.com/')
    .replace(/^git:\/\//, 'https://')
    .replace(/\.git$/, '');
}

export interface CompiledIn {
  readonly name: string;
  readonly licence: string;
  readonly source: string;
}

/**
 * Libraries compiled into a package's wasm, which no lockfile names. Those of tasks-vision stand in the file itself, as
 * paths of the sources it was compiled from; RNNoise's in its package's .gitmodules. Licences are those of the projects.
 */
export const INSIDE_WASM: Readonly<Record<string, readonly CompiledIn[]>> = {
  '@jitsi/rnnoise-wasm': [
    {
      name: 'Emscripten',
      licence: 'MIT',
      source: 'https://github.com/emscripten-core/emscripten',
    },
    { name: 'RNNoise', licence: 'BSD-3-Clause', source: 'https://github.com/xiph/rnnoise' },
  ],
  '@mediapipe/tasks-vision': [
    { name: 'Abseil', licence: 'Apache-2.0', source: 'https://github.com/abseil/abseil-cpp' },
    { name: 'Emscripten', licence: 'MIT', source: 'https://github.com/emscripten-core/emscripten' },
    {
      name: 'MediaPipe',
      licence: 'Apache-2.0',
      source: 'https://github.com/google-ai-edge/mediapipe',
    },
    { name: 'OpenCV', licence: 'Apache-2.0', source: 'https://github.com/opencv/opencv' },
    {
      name: 'Protocol Buffers',
      licence: 'BSD-3-Clause',
      source: 'https://github.com/protocolbuffers/protobuf',
    },
    { name: 'ruy', licence: 'Apache-2.0', source: 'https://github.com/google/ruy' },
    {
      name: 'TensorFlow Lite',
      licence: 'Apache-2.0',
      source: 'https://github.com/tensorflow/tensorflow',
    },
  ],
};
