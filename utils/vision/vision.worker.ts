/** The vision worker: finds faces off the main thread. All it knows is in look.ts. */
import { createLandmarker } from './landmarker.ts';
import { createLooker, type Finders } from './look.ts';
import type { ClientToVision, VisionToClient } from './messages.ts';
import { createPersonFinder } from './person-finder.ts';

const tell = (message: VisionToClient) => self.postMessage(message);
const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

let look = createLooker(null);

async function start(baseUrl: string, faces: boolean): Promise<void> {
  let finders: Finders | null = null;
  let reason: string | undefined;
  try {
    if (faces) {
      const landmarker = await createLandmarker(baseUrl);
      finders = { landmarker, loadPersonFinder: () => createPersonFinder(baseUrl) };
    }
  } catch (error) {
    reason = wordsOf(error);
  }
  look = createLooker(finders);
  tell({ kind: 'ready', vision: finders ? 'on' : 'off', ...(reason && { reason }) });
}

self.addEventListener('message', async ({ data }: MessageEvent<ClientToVision>) => {
  if (data.kind === 'start') return start(data.baseUrl, data.faces);
  try {
    tell({ kind: 'observation', ...(await look(data)) });
  } catch (error) {
    tell({ kind: 'failed', message: wordsOf(error) });
  }
});
