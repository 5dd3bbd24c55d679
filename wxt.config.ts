import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { manifest } from './tools/build/manifest.ts';
import { shipAssets } from './tools/build/ship-assets.ts';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  manifest,
  hooks: {
    'build:publicAssets': (_wxt, files) => shipAssets(files),
    // wxt's own zip would take any build and any time stamp; `npm run zip` makes the same bytes each time.
    'zip:start': () => {
      throw new Error('Use `npm run zip`: it builds the same bytes each time.');
    },
  },
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
    // A module worker: tasks-vision's wasm loader is an ES module (docs/adr).
    worker: { format: 'es' as const },
    build: { target: 'es2022', sourcemap: false },
  }),
});
