import type { Judgement } from '../cues/types.ts';
import type { OverlayToCoach } from '../messages/overlay-coach.ts';
import type { Observation } from '../observation.ts';
import { BLOCK_COLUMNS, BLOCK_ROWS, meanDifference } from '../vision/luma.ts';

type Frame = Pick<Extract<OverlayToCoach, { kind: 'frame' }>, 'capturedAtMs' | 'pixels'>;

/**
 * Mean change of block means, in luma codes, under which a picture shows what the one before did. The sitter at
 * looks 480 ms apart: still at most 0.3, talking 0.6, nodding 1.2; a cue's cause brings 2.5 and more (pace.ts).
 */
const STILL_LUMA = 1;
/** Never twice in a row at the slow pace of 480 ms: a face is looked for at least once a second. */
const SPARED_WITHIN_MS = 720;

/** Every so many rows are read: a block keeps 200 pixels and more, which take the noise out of its mean. */
const ROW_STEP = 8;

/** Finding the face is most of what a look costs. All well and nothing changed: it need not be found again. */
export function mayBeSpared(
  { holding, unsettled }: Pick<Judgement, 'holding' | 'unsettled'>,
  sinceLookMs: number,
  changeLuma: number,
): boolean {
  return (
    holding.length === 0 && !unsettled && sinceLookMs <= SPARED_WITHIN_MS && changeLuma < STILL_LUMA
  );
}

/** What was seen, at a later time at which it is still so. */
export function stillSo(seen: Observation, capturedAtMs: number, changeLuma: number): Observation {
  const picture = seen.picture && {
    ...seen.picture,
    changeLuma,
    // Where the background showed whether it moved, it shows now that it did not.
    shift: typeof seen.picture.shift === 'object' && seen.picture.shift ? UNMOVED : null,
  };
  return { ...seen, capturedAtMs, picture };
}

const UNMOVED = { xRatio: 0, yRatio: 0 };

/** Remembers the last frame that was looked at, small, and tells of the next one whether it shows the same. */
export function createSparing() {
  let seen: { readonly observation: Observation; readonly blocks: Float32Array } | null = null;
  let sent: Float32Array | null = null;
  return {
    /**
     * Before the frame's pixels are handed over.
     * @returns what is still so; null: it must be looked at
     */
    spare({ capturedAtMs, pixels }: Frame, judgement: Judgement | null): Observation | null {
      // A bitmap would have to be read back, which is dearer than what it might spare.
      sent = pixels.format === 'I420' ? blockMeans(pixels) : null;
      if (!sent || !seen || !judgement) return null;
      const { observation, blocks } = seen;
      const changeLuma = meanDifference(sent, blocks);
      const sinceMs = capturedAtMs - observation.capturedAtMs;
      return mayBeSpared(judgement, sinceMs, changeLuma)
        ? stillSo(observation, capturedAtMs, changeLuma)
        : null;
    },
    /** The frame was looked at. */
    looked(observation: Observation): void {
      seen = sent && { observation, blocks: sent };
    },
  };
}

function blockMeans(pixels: Extract<Frame['pixels'], { format: 'I420' }>): Float32Array {
  const { widthPx, heightPx, bytes } = pixels;
  const sums = new Float32Array(BLOCK_COLUMNS * BLOCK_ROWS);
  const counts = new Uint32Array(BLOCK_COLUMNS * BLOCK_ROWS);
  const columnOf = Uint8Array.from({ length: widthPx }, (_, x) =>
    Math.floor((x * BLOCK_COLUMNS) / widthPx),
  );
  for (let y = 0; y < heightPx; y += ROW_STEP) {
    const row = Math.floor((y * BLOCK_ROWS) / heightPx) * BLOCK_COLUMNS;
    for (let x = 0, i = y * widthPx; x < widthPx; x++, i++) {
      const block = row + (columnOf[x] as number);
      sums[block] = (sums[block] as number) + (bytes[i] as number);
      counts[block] = (counts[block] as number) + 1;
    }
  }
  return sums.map((sum, block) => sum / Math.max(1, counts[block] as number));
}
