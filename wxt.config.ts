import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { manifest } from './tools/build/manifest.ts';
import { shipAssets } from './tools/build/ship-assets.ts';
import { writeReleasePapers } from './tools/release/papers.ts';
import { collectShippedPackages } from './tools/release/shipped.ts';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  manifest,
  hooks: {
    'build:publicAssets': (_wxt, files) => shipAssets(files),
    // The popup's own title would otherwise become the icon's, in no language.
    'build:manifestGenerated': (_wxt, manifest) => {
      if (manifest.action) manifest.action.default_title = '__MSG_iconIdle__';
    },
    'build:done': (wxt) =>
      writeReleasePapers(wxt.config.root, wxt.config.outDir, wxt.config.browser),
    // wxt's own zip would take any build and any time stamp; `npm run zip` makes the same bytes each time.
    'zip:start': () => {
      throw new Error('Use `npm run zip`: it builds the same bytes each time.');
    },
  },
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), collectShippedPackages()],
    // A module worker: tasks-vision's wasm loader is an ES module (docs/adr).
    worker: { format: 'es' as const, plugins: () => [collectShippedPackages()] },
    build: { target: 'es2022', sourcemap: false, modulePreload: { polyfill: false } },
  }),
});
