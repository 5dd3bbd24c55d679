import { describe, expect, it } from 'vitest';
import { roomProblems } from '../../tools/guards/rooms.ts';
import { parseSource, shippedSources } from '../../tools/guards/source.ts';

const problems = (path: string, text: string) => roomProblems([parseSource(path, text)]);

describe('imports go one way', () => {
  it('in this repository', () => {
    expect(roomProblems(shippedSources(process.cwd()))).toEqual([]);
  });

  it.each([
    ['utils/signals/light.ts', `import { decide } from '../cues/index.ts';`],
    ['utils/vision/face.ts', `import type { Cue } from '../cues/all.ts';`],
    ['utils/capture/frames.ts', `export * from '../vision/client.ts';`],
    ['utils/cues/index.ts', `const log = await import('../sessions/store.ts');`],
    ['utils/cues/index.ts', `import { browser } from 'wxt/browser';`],
    ['utils/signals/light.ts', `import { openDB } from 'idb';`],
    ['utils/signals/light.ts', `import { isFirefox } from '../platform/is-firefox.ts';`],
    ['utils/signals/light.ts', `import { ask } from '../messages/runtime.ts';`],
    ['utils/sound/judge.ts', `import { createListener } from '../hearing/listener.ts';`],
    ['utils/hearing/listener.ts', `import { browser } from 'wxt/browser';`],
    ['components/panel.tsx', `import { browser } from 'wxt/browser';`],
    ['components/panel.tsx', `import { store } from '../utils/sessions/store.ts';`],
    ['components/panel.tsx', `import { ask } from '../utils/messages/runtime.ts';`],
    ['utils/prepare/devices.ts', `import { browser } from 'wxt/browser';`],
    ['utils/prepare/devices.ts', `import { ask } from '../messages/runtime.ts';`],
    ['utils/prepare/devices.ts', `import { prepared } from '../settings/items.ts';`],
    ['utils/coach/create.ts', `import { callOneself } from '../prepare/loopback.ts';`],
    ['utils/tap/index.ts', `import { place } from '../overlay/place.ts';`],
    ['utils/areas.ts', `import { open } from './sessions/store.ts';`],
    ['utils/attic/box.ts', ''],
  ])('refuses %s: %s', (path, text) => expect(problems(path, text)).toHaveLength(1));

  it.each([
    ['utils/cues/index.ts', `import { light } from '../signals/light.ts';`],
    ['utils/signals/light.ts', `import type { Observation } from '../observation.ts';`],
    ['utils/coach/create.ts', `import W from '../vision/vision.worker.ts?worker';`],
    ['components/panel.tsx', `import { useState } from 'preact/hooks';`],
    ['entrypoints/background.ts', `import { store } from '../utils/sessions/store.ts';`],
  ])('lets through %s: %s', (path, text) => expect(problems(path, text)).toEqual([]));
});
