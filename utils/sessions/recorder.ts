import type { Phase } from '../areas.ts';
import type { Judgement, Presented } from '../cues/types.ts';
import { createBins } from './bins.ts';
import { createCueList } from './cue-list.ts';
import { BIN_MS, type SessionMessage } from './messages.ts';
import { BINS_AT_MOST } from './schema.ts';

export interface Recorder {
  readonly id: string;
  /**
   * One tick. `judgement.atMs` is the clock that bins are cut by; `wallMs` (the time of day) is only
   * read when the session starts. Gives the messages to send to the background, mostly none.
   */
  record(
    judgement: Judgement,
    presented: Presented,
    phase: Phase,
    wallMs: number,
  ): readonly SessionMessage[];
  /** The camera or the page has gone: the last bin, and the end. */
  end(): readonly SessionMessage[];
  /** "Forget this call": nothing comes after it. */
  forget(): readonly SessionMessage[];
}

/** A message can be lost while the background starts: each write repeats the last minute. */
const BINS_REPEATED = 4;

const MINUTE_MS = 60_000;

/**
 * Keeps how well one call went. The session begins with the call (the first remote picture or sound):
 * what a person does before it, alone in front of the camera, is not logged.
 */
export function createRecorder({ id }: { readonly id: string }): Recorder {
  const bins = createBins();
  const cues = createCueList();
  let startedAtMs: number | null = null;
  let written = 0;
  let over = false;

  function write(): SessionMessage[] {
    const fromBin = Math.max(0, written - BINS_REPEATED);
    written = bins.done().length;
    return [{ op: 'write', id, fromBin, bins: bins.done().slice(fromBin), cues: cues.list() }];
  }

  function end(): readonly SessionMessage[] {
    if (over) return [];
    over = true;
    if (startedAtMs === null) return [];
    bins.finish();
    return [...write(), { op: 'close', id }];
  }

  return {
    id,
    record(judgement, presented, phase, wallMs) {
      if (over) return [];
      if (phase === 'ended') return end();
      if (startedAtMs === null && phase !== 'in-call') return [];

      const messages: SessionMessage[] = [];
      if (startedAtMs === null) {
        startedAtMs = judgement.atMs;
        messages.push({ op: 'open', id, startedAtMs: wallMs - (wallMs % MINUTE_MS) });
      }
      const atMs = judgement.atMs - startedAtMs;
      if (atMs >= BINS_AT_MOST * BIN_MS) return end();

      // A call that falls back to waiting (the line broke) goes on, and is not judged meanwhile.
      const inCall = phase === 'in-call';
      bins.add(atMs, inCall ? judgement.areas : null);
      if (inCall) cues.add(atMs, judgement, presented);
      if (bins.done().length > written) messages.push(...write());
      return messages;
    },
    end,
    forget() {
      over = true;
      return [{ op: 'forget', id }];
    },
  };
}
