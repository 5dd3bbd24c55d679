import { defineContentScript } from 'wxt/utils/define-content-script';
import { createTap } from '../utils/tap/create-tap.ts';

// No `matches`: wxt would ask for them as host permissions. The background registers this by origin.
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  globalName: false,
  main: () => createTap(window),
});
