import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { ask, onTold } from '../utils/messages/runtime.ts';
import { createOverlay } from '../utils/overlay/create-overlay.ts';

// No `matches`: wxt would ask for them as host permissions. The background registers this by origin.
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  noScriptStartedPostMessage: true,
  main({ signal }) {
    const unheard = () => undefined; // the extension was reloaded: whoever comes next asks again
    createOverlay({
      document,
      signal,
      coachUrl: browser.runtime.getURL('/coach.html'),
      offer: (nonce) => ask<'coach-offer'>({ kind: 'coach-offer', nonce }),
      remember: (place) => void ask({ kind: 'remember-place', place }).catch(unheard),
      say: (presence) => void ask({ kind: 'presence', presence }).catch(unheard),
      sayCameraFrames: (origins) => void ask({ kind: 'camera-frames', origins }).catch(unheard),
      onTold,
      isAlive: () => browser.runtime?.id !== undefined,
    });
  },
});
