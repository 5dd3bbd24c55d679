import { dwell, NOT_HOLDING } from '../../../utils/cues/dwell.ts';
import type { CueDirection } from '../../../utils/cues/types.ts';
import type { FaceObservation } from '../../../utils/observation.ts';
import type { BenchedId, Held, JudgedLook } from './benched.ts';
import type { PeerFacts } from './page/peer-facts.ts';
import type { TracedLook } from './page/scenario.ts';

/**
 * Rules that others publish for the same questions, written anew from their numbers. They see the same
 * faces as we do, and get our dwell for fast cues, so that a single frame does not count against them.
 */
export interface Peer {
  readonly name: string;
  readonly source: string;
  readonly rule: string;
  readonly cues: readonly BenchedId[];
  /** What it says of one frame with a face. */
  says(face: FaceObservation, facts: PeerFacts): Held | null;
}

/** Smile ID, web-client: "average luma below this = too dark" (DEFAULT_LUMINANCE_MIN). */
const SMILE_ID_LUMA = 85;

/** OFIQ's quality, 0 to 100, is a number and no verdict; half of it is the usual place for one. */
const OFIQ_ENOUGH = 50;
/** OFIQ 1.0, UnderExposurePrevention: h (a + s sigmoid(share; x0, w)). */
const OFIQ_UNDER = { h: 120, a: 0.832, s: -1, x0: 0.92, w: 0.05 } as const;

export function ofiqUnderExposure(darkRatio: number): number {
  const { h, a, s, x0, w } = OFIQ_UNDER;
  return clampQuality(h * (a + s / (1 + Math.exp((x0 - darkRatio) / w))));
}

/** OFIQ 1.0, OverExposurePrevention: 1 / (share + 0.01). */
export function ofiqOverExposure(brightRatio: number): number {
  return clampQuality(1 / (brightRatio + 0.01));
}

const clampQuality = (quality: number) => Math.min(100, Math.max(0, Math.round(quality)));

/** video-call-linter, script.js: positionLimit, distanceLimitClose, distanceLimitFar, of the picture. */
const LINTER = { margin: 0.1, closeWidth: 0.45, farWidth: 0.21 } as const;

export const PEERS: readonly Peer[] = [
  {
    name: 'smile-id-luma',
    source:
      'github.com/smileidentity/web-client, enhanced-smartselfie-capture/utils/imageQuality.ts',
    rule: `mean luma of the face under ${SMILE_ID_LUMA}: too dark`,
    cues: ['too-dark'],
    says: (_face, { meanLuma }) => (meanLuma < SMILE_ID_LUMA ? { id: 'too-dark' } : null),
  },
  {
    name: 'ofiq-exposure',
    source:
      'ISO/IEC 29794-5 as in github.com/BSI-OFIQ/OFIQ-Project, Under- and OverExposurePrevention.cpp',
    rule: `quality under ${OFIQ_ENOUGH} of 100, from the share of the face's pixels in 0 to 25 or in 247 to 255`,
    cues: ['too-dark', 'too-bright'],
    says(_face, { darkRatio, brightRatio }) {
      if (ofiqUnderExposure(darkRatio) < OFIQ_ENOUGH) return { id: 'too-dark' };
      return ofiqOverExposure(brightRatio) < OFIQ_ENOUGH ? { id: 'too-bright' } : null;
    },
  },
  {
    name: 'video-call-linter',
    source: 'github.com/jzaefferer/video-call-linter, script.js',
    rule: `face's box within ${LINTER.margin} of an edge: off centre; else its width at least ${LINTER.closeWidth} of the picture: too close, at most ${LINTER.farWidth}: too far`,
    cues: ['off-centre', 'too-close', 'too-far'],
    says({ box }) {
      const edge = linterEdge(box);
      if (edge) return { id: 'off-centre', direction: edge };
      if (box.width >= LINTER.closeWidth) return { id: 'too-close' };
      return box.width <= LINTER.farWidth ? { id: 'too-far' } : null;
    },
  },
];

function linterEdge({ x, y, width, height }: FaceObservation['box']): CueDirection | null {
  if (y + height >= 1 - LINTER.margin) return 'down';
  if (y <= LINTER.margin) return 'up';
  if (x + width >= 1 - LINTER.margin) return 'left';
  return x <= LINTER.margin ? 'right' : null;
}

export function judgeAsPeer(peer: Peer, looks: readonly TracedLook[]): JudgedLook[] {
  const states = new Map(peer.cues.map((id) => [id, NOT_HOLDING]));
  let direction: CueDirection | undefined;
  return looks.map(({ observation, peerFacts }) => {
    const atMs = observation.capturedAtMs;
    const face = observation.faces?.[0];
    const said = face && peerFacts ? peer.says(face, peerFacts) : null;
    direction = said?.direction ?? direction;
    for (const id of peer.cues) {
      const evidence = !face ? 'cannot-judge' : said?.id === id ? 'past-enter' : 'past-exit';
      states.set(id, dwell(states.get(id) ?? NOT_HOLDING, evidence, { speed: 'fast' }, atMs));
    }
    const holding = peer.cues
      .filter((id) => states.get(id)?.holdingSinceMs != null)
      .map((id): Held => (id === 'off-centre' && direction ? { id, direction } : { id }));
    return { atMs, holding };
  });
}
