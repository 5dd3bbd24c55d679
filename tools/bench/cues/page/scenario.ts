import packedMesh from 'virtual:canonical-mesh';
import { unpackMesh } from '../../../../demo/sitter/mesh.ts';
import { createSitter, type Sitter } from '../../../../demo/sitter/sitter.ts';
import { GOOD_SITUATION, withChanges } from '../../../../demo/sitter/situation.ts';
import type { Seen } from '../../../../demo/sitter/view.ts';
import type { Observation } from '../../../../utils/observation.ts';
import { LOOK_EVERY_MS, looksOf, momentAt, type Scenario } from '../scenario.ts';
import { type PeerFacts, peerFactsOf } from './peer-facts.ts';
import { createPictureTaker } from './picture.ts';
import { beginFilm } from './watch.ts';

/** One look of a trace. */
export interface TracedLook {
  readonly observation: Observation;
  /** What a perfect observer would measure; null while the camera is off. */
  readonly seen: Seen | null;
  readonly peerFacts: PeerFacts | null;
}

declare global {
  interface Window {
    traceScenario(scenario: Scenario): Promise<TracedLook[]>;
    /** One frame as a picture, for whoever wants to see what a scenario looks like. */
    pictureOf(scenario: Scenario, atMs: number): string;
  }
}

const sitters = new Map<string, Sitter>();
function sitterFor({ widthPx, heightPx }: Scenario['picture']): Sitter {
  const key = `${widthPx}x${heightPx}`;
  const sitter =
    sitters.get(key) ?? createSitter({ mesh: unpackMesh(packedMesh), widthPx, heightPx });
  sitters.set(key, sitter);
  return sitter;
}

/** The sitter's movements have phases: a scenario's seed is another moment of an endless sitting. */
const SEED_MS = 1370;

function clockOf({ seed }: Scenario) {
  return (ms: number) => seed * SEED_MS + ms;
}

window.traceScenario = async (scenario) => {
  const { picture } = scenario;
  const sitter = sitterFor(picture);
  const take = createPictureTaker(picture);
  const film = await beginFilm();
  const clock = clockOf(scenario);
  const looks: TracedLook[] = [];
  for (let i = 0; i < looksOf(scenario); i++) {
    const capturedAtMs = i * LOOK_EVERY_MS;
    const { situation: wanted, camera, movementSinceMs } = momentAt(scenario, capturedAtMs);
    if (camera !== 'live') {
      looks.push({ observation: withoutFrame(capturedAtMs, camera), seen: null, peerFacts: null });
      continue;
    }
    // Checked: a slip in a scenario must not run on quietly.
    const situation = withChanges(GOOD_SITUATION, wanted);
    const at = [situation, clock(capturedAtMs), clock(movementSinceMs)] as const;
    sitter.render(...at);
    const pixels = await take(sitter.canvas);
    const luma = pixels.bytes.slice(0, pixels.widthPx * pixels.heightPx);
    const observation = await film.look({
      capturedAtMs,
      sourceWidthPx: picture.widthPx,
      sourceHeightPx: picture.heightPx,
      pixels,
    });
    looks.push({
      observation,
      seen: sitter.seen(...at),
      peerFacts: peerFactsOf(luma, pixels, observation),
    });
  }
  return looks;
};

/** As the coach makes it when the overlay says that there is no frame. */
function withoutFrame(capturedAtMs: number, camera: Observation['camera']): Observation {
  return {
    capturedAtMs,
    camera,
    picture: null,
    faces: null,
    others: null,
    person: null,
    call: null,
  };
}

window.pictureOf = (scenario, atMs) => {
  const sitter = sitterFor(scenario.picture);
  const clock = clockOf(scenario);
  const { situation, movementSinceMs } = momentAt(scenario, atMs);
  sitter.render(withChanges(GOOD_SITUATION, situation), clock(atMs), clock(movementSinceMs));
  return sitter.canvas.toDataURL('image/jpeg', 0.9);
};
