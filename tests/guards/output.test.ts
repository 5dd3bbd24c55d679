import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressProblems } from '../../tools/guards/addresses.ts';
import { manifestProblems, type ReleasedPermissions } from '../../tools/guards/manifest.ts';
import { e2eProblems, fileSetProblems, outputProblems } from '../../tools/guards/output.ts';

/** Builds in miniature; the real ones are looked at by `npm run check:output`, after the build. */
const released = JSON.parse(
  readFileSync('docs/releases/permissions.json', 'utf8'),
) as ReleasedPermissions;

const GOOD = {
  name: 'Eyelevel',
  version: '1.0.0',
  permissions: ['storage'],
  optional_host_permissions: ['https://*/*'],
  content_security_policy: {
    extension_pages: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  },
  cross_origin_embedder_policy: { value: 'require-corp' },
  web_accessible_resources: [{ resources: ['coach.html'] }],
};

let folder: string;
let shipped: string;
let e2e: string;
const write = (outDir: string, path: string, content: string | object) =>
  writeFileSync(
    join(outDir, path),
    typeof content === 'string' ? content : JSON.stringify(content),
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eyelevel-output-'));
  shipped = join(folder, 'chrome-mv3');
  e2e = join(folder, 'chrome-mv3-e2e');
  mkdirSync(shipped);
  write(shipped, 'manifest.json', GOOD);
  write(shipped, 'coach.js', 'const ns = "http://www.w3.org/2000/svg";');
  write(shipped, 'vision_wasm_module_internal.js', '// https://webkit.org/b/222758');
  write(shipped, 'vision_wasm_module_internal.wasm', '');
  write(shipped, 'rnnoise.wasm', '');
  write(shipped, 'THIRD-PARTY-NOTICES.txt', '');
  cpSync(shipped, e2e, { recursive: true });
  write(e2e, 'manifest.json', { ...GOOD, name: 'checks', key: 'k', host_permissions: ['*://*/*'] });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a shipped build', () => {
  it('that keeps its promises has no problems', () => {
    expect(outputProblems(shipped, released, GOOD)).toEqual([]);
    expect(e2eProblems(shipped, e2e)).toEqual([]);
  });

  it('is compared with the manifest of before', () => {
    expect(outputProblems(shipped, released, { ...GOOD, version: '0.9.0' })).toHaveLength(1);
  });

  it('holds no mark of the build for checks', () => {
    write(shipped, 'coach.js', 'if (mode === "e2e") start();');
    expect(outputProblems(shipped, released, GOOD)).toHaveLength(1);
  });

  it('holds no path of the machine that built it', () => {
    write(shipped, 'coach.js', `const at = ${JSON.stringify(process.cwd())};`);
    expect(outputProblems(shipped, released, GOOD)).toHaveLength(1);
  });

  it.each([
    { permissions: ['storage', 'tabs'] },
    { optional_host_permissions: ['http://*/*'] },
    { content_scripts: [{}] },
    { externally_connectable: { ids: ['*'] } },
    { update_url: 'x' },
    { cross_origin_embedder_policy: { value: 'unsafe-none' } },
    { web_accessible_resources: [{ resources: ['coach.html', 'calls.html'] }] },
    { web_accessible_resources: [{ resources: ['coach.html'], use_dynamic_url: true }] },
    { content_security_policy: { extension_pages: "default-src 'self'; connect-src 'self'" } },
    {
      content_security_policy: {
        extension_pages: `${GOOD.content_security_policy.extension_pages}; img-src *`,
      },
    },
  ])('is refused with %o', (change) => {
    expect(manifestProblems({ ...GOOD, ...change }, 'chrome', released)).toHaveLength(1);
  });

  it('is refused with host permissions', () => {
    const manifest = { ...GOOD, host_permissions: ['*://*/*'] };
    expect(manifestProblems(manifest, 'chrome', released)).not.toEqual([]);
  });

  it('says in Firefox that nothing is collected', () => {
    const gecko = (required: string[]) => ({
      ...GOOD,
      browser_specific_settings: { gecko: { data_collection_permissions: { required } } },
    });
    expect(manifestProblems(gecko(['none']), 'firefox', released)).toEqual([]);
    expect(manifestProblems(gecko(['healthInfo']), 'firefox', released)).toHaveLength(1);
  });

  it.each([
    [
      [
        'rnnoise.wasm',
        'vision_wasm_internal.js',
        'vision_wasm_internal.wasm',
        'THIRD-PARTY-NOTICES.txt',
      ],
    ],
    [
      [
        'vision_wasm_module_internal.js',
        'vision_wasm_module_internal.wasm',
        'THIRD-PARTY-NOTICES.txt',
      ],
    ],
    [['rnnoise.wasm', 'vision_wasm_module_internal.js', 'vision_wasm_module_internal.wasm']],
    [
      [
        'rnnoise.wasm',
        'vision_wasm_module_internal.js',
        'vision_wasm_module_internal.wasm',
        'THIRD-PARTY-NOTICES.txt',
        'coach.js.map',
      ],
    ],
  ])('is refused with the files %o', (paths) => expect(fileSetProblems(paths)).toHaveLength(1));
});

describe('addresses', () => {
  it.each([
    ['a.js', 'fetch("https://metrics.example/collect")'],
    ['a.js', 'new WebSocket(`wss://live.example`)'],
    ['a.css', '@import url(//fonts.example/a.css);'],
    ['a.html', '<img src="//pixel.example/a.gif">'],
    ['a.js', '// https://webkit.org/b/222758'],
  ])('refuses in %s: %s', (path, text) => expect(addressProblems(path, text)).toHaveLength(1));

  it.each([
    ['a.js', 'createElementNS("http://www.w3.org/2000/svg", name)'],
    ['a.js', 'const origins = ["https://*.clinic.example/*"];'],
    ['wasm/vision_wasm_module_internal.js', '// https://webkit.org/b/222758'],
  ])('lets through in %s: %s', (path, text) => expect(addressProblems(path, text)).toEqual([]));
});

describe('the build for checks', () => {
  it.each([
    ['a changed file', () => write(e2e, 'coach.js', 'other')],
    ['a file more', () => write(e2e, 'more.js', '')],
    ['a file less', () => rmSync(join(e2e, 'coach.js'))],
    [
      'another permission',
      () =>
        write(e2e, 'manifest.json', {
          ...GOOD,
          name: 'checks',
          key: 'k',
          host_permissions: ['*://*/*'],
          permissions: ['tabs'],
        }),
    ],
    [
      'the same id',
      () => write(e2e, 'manifest.json', { ...GOOD, name: 'checks', host_permissions: ['*://*/*'] }),
    ],
    ['no sites', () => write(e2e, 'manifest.json', { ...GOOD, name: 'checks', key: 'k' })],
  ])('is refused with %s', (_what, change) => {
    change();
    expect(e2eProblems(shipped, e2e)).toHaveLength(1);
  });
});
