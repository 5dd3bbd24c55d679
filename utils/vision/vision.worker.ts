/** The vision worker: finds faces off the main thread. All it knows is in look.ts. */
import { createLandmarker, type Landmarker } from './landmarker.ts';
import { createLooker } from './look.ts';
import type { ClientToVision, VisionToClient } from './messages.ts';

const tell = (message: VisionToClient) => self.postMessage(message);
const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

let look = createLooker(null);

async function start(baseUrl: string, faces: boolean): Promise<void> {
  let landmarker: Landmarker | null = null;
  let reason: string | undefined;
  try {
    if (faces) landmarker = await createLandmarker(baseUrl);
  } catch (error) {
    reason = wordsOf(error);
  }
  look = createLooker(landmarker);
  tell({ kind: 'ready', vision: landmarker ? 'on' : 'off', ...(reason && { reason }) });
}

self.addEventListener('message', async ({ data }: MessageEvent<ClientToVision>) => {
  if (data.kind === 'start') return start(data.baseUrl, data.faces);
  try {
    tell({ kind: 'observation', ...(await look(data)) });
  } catch (error) {
    tell({ kind: 'failed', message: wordsOf(error) });
  }
});
