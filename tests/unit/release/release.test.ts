import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticesText } from '../../../tools/release/notices.ts';
import { checkSbom, sbom } from '../../../tools/release/sbom.ts';
import { describePackages, packageOfModule } from '../../../tools/release/shipped.ts';
import { zipBuild, zipBytes } from '../../../tools/release/zip.ts';

const ROOT = process.cwd();
const LICENCE = readFileSync('LICENSE', 'utf8');
const NAMES = [
  'preact',
  'wxt',
  '@jitsi/rnnoise-wasm',
  '@mediapipe/tasks-vision',
  'webextension-polyfill',
  'vite',
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eyelevel-release-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function build(name: string, manifest: object): string {
  const outDir = join(folder, name);
  mkdirSync(join(outDir, 'wasm'), { recursive: true });
  writeFileSync(join(outDir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(outDir, 'wasm', 'a.wasm'), 'wasm');
  writeFileSync(join(outDir, 'face.task'), 'model');
  return outDir;
}

describe('packageOfModule', () => {
  it.each([
    ['/x/node_modules/preact/dist/preact.mjs', 'preact'],
    ['/x/node_modules/@formatjs/fast-memoize/index.js', '@formatjs/fast-memoize'],
    ['/x/node_modules/a/node_modules/b/index.js?commonjs-module', 'b'],
    ['\0/x/node_modules/webextension-polyfill/dist/p.js?commonjs-exports', 'webextension-polyfill'],
    ['\0vite/preload-helper.js', 'vite'],
    ['\0rolldown/runtime.js', 'rolldown'],
    ['/x/utils/areas.ts', null],
  ])('%s -> %s', (id, name) => expect(packageOfModule(id)).toBe(name));
});

describe('notices', () => {
  const text = noticesText(describePackages(ROOT, NAMES), LICENCE);

  it('name each package with version, licence and its full text', () => {
    expect(text).toMatch(/^preact \d+\.\d+\.\d+$/m);
    expect(text).toContain(
      'Licence: MPL-2.0\nSource: https://github.com/mozilla/webextension-polyfill',
    );
    expect(text).toContain('Mozilla Public License');
    expect(text).toContain('Copyright (c) 2015-present Jason Miller');
  });

  it('name what is compiled into a wasm file, with its text', () => {
    expect(text).toContain('@jitsi/rnnoise-wasm 0.2.1\nLicence: Apache-2.0');
    expect(text).toContain('RNNoise (BSD-3-Clause) https://github.com/xiph/rnnoise');
    expect(text).toContain('Copyright (c) 2007-2017, Jean-Marc Valin');
    expect(text).toContain('TensorFlow Lite (Apache-2.0)');
  });

  it('give the standard text where a package ships none', () => {
    const vision = text.slice(text.indexOf('@mediapipe/tasks-vision 0.10.35\nLicence'));
    expect(vision).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION');
    expect(text).toContain('Copyright (c) the authors of wxt');
    expect(text).not.toContain('Eyelevel contributors');
  });

  it('leave out what a build tool bundles for itself', () => {
    expect(text).not.toContain('Licenses of bundled dependencies');
  });

  it('are the same from run to run, whatever the order of discovery', () => {
    expect(noticesText(describePackages(ROOT, [...NAMES].reverse()), LICENCE)).toBe(text);
  });

  it('stop the build for a package that is not there', () => {
    expect(() => describePackages(ROOT, ['no-such-package'])).toThrow('not in node_modules');
  });
});

describe('sbom', () => {
  const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const make = () =>
    sbom(
      { name: 'eyelevel', version: '1.2.3', browser: 'chrome' },
      describePackages(ROOT, NAMES),
      lockfile,
      build('chrome-mv3', {}),
    );

  it('is valid CycloneDX 1.6 and the same each time', async () => {
    const json = JSON.stringify(make());
    await checkSbom(json);
    expect(JSON.stringify(make())).toBe(json);
    expect(json).not.toMatch(/timestamp|serialNumber/);
  });

  it('holds the hashes of packages, wasm and models', () => {
    expect(make()).toMatchObject({
      components: expect.arrayContaining([
        expect.objectContaining({
          purl: 'pkg:npm/%40mediapipe/tasks-vision@0.10.35',
          hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
        }),
        expect.objectContaining({
          name: 'face.task',
          type: 'machine-learning-model',
          hashes: [{ alg: 'SHA-256', content: expect.stringMatching(/^[0-9a-f]{64}$/) }],
        }),
        expect.objectContaining({ name: 'wasm/a.wasm', type: 'file' }),
      ]),
    });
  });

  it('is refused when it is not valid', async () => {
    await expect(checkSbom('{"bomFormat":"CycloneDX"}')).rejects.toThrow('not CycloneDX 1.6');
  });
});

describe('zip', () => {
  it('gives the same bytes for the same files, whenever they were written', () => {
    const one = build('chrome-mv3', { version: '1.0.0' });
    const bytes = zipBytes(one);
    utimesSync(join(one, 'face.task'), new Date(2001, 1, 1), new Date(2001, 1, 1));
    expect(Buffer.compare(zipBytes(one), bytes)).toBe(0);
    writeFileSync(join(one, 'face.task'), 'modem');
    expect(Buffer.compare(zipBytes(one), bytes)).not.toBe(0);
  });

  it('is named by version and browser', () => {
    expect(zipBuild(build('firefox-mv3', { version: '1.0.0' }))).toBe(
      join(folder, 'eyelevel-1.0.0-firefox.zip'),
    );
  });

  it.each([
    ['chrome-mv3-e2e', { version: '1.0.0' }],
    ['chrome-mv3', { version: '1.0.0', host_permissions: ['*://*/*'] }],
  ])('refuses the build for checks: %s', (name, manifest) => {
    expect(() => zipBuild(build(name, manifest))).toThrow('build for checks');
  });
});
