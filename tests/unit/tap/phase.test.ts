import { expect, test } from 'vitest';
import type { Phase } from '../../../utils/areas.ts';
import { AT_START, type CallFacts, nextPhase } from '../../../utils/tap/phase.ts';

const NOTHING: CallFacts = {
  nowMs: 0,
  cameraLive: false,
  sent: false,
  sentAllEnded: false,
  remote: false,
  callOpen: false,
  begun: 0,
};
const CALL = { cameraLive: true, sent: true, remote: true, callOpen: true, begun: 2 };

type Step = [atMs: number, facts: Partial<CallFacts>, phase: Phase];

test.each<[string, Step[]]>([
  ['nothing yet', [[0, {}, 'waiting']]],
  [
    'preview, sent, joined, closed',
    [
      [0, { cameraLive: true, begun: 1 }, 'preview'],
      [1, { cameraLive: true, sent: true, begun: 2 }, 'waiting'],
      [2, CALL, 'in-call'],
      [3, { cameraLive: true, begun: 2 }, 'ended'],
    ],
  ],
  [
    'a camera that stays live after the call is no new preview; a new one is',
    [
      [0, CALL, 'in-call'],
      [1, { cameraLive: true, begun: 2 }, 'ended'],
      [2, { cameraLive: true, begun: 2 }, 'ended'],
      [3, { cameraLive: true, begun: 3 }, 'preview'],
    ],
  ],
  [
    'the clinician mutes everything: still a call',
    [
      [0, CALL, 'in-call'],
      [60_000, { ...CALL, remote: false }, 'in-call'],
    ],
  ],
  [
    'the camera is off while the clinician can be seen: still a call',
    [
      [0, CALL, 'in-call'],
      [60_000, { ...CALL, cameraLive: false, sent: false, sentAllEnded: true }, 'in-call'],
    ],
  ],
  [
    'all own tracks ended and nothing arrives: over after 5 s',
    [
      [0, CALL, 'in-call'],
      [4_999, { callOpen: true, sentAllEnded: true, begun: 2 }, 'in-call'],
      [5_000, { callOpen: true, sentAllEnded: true, begun: 2 }, 'ended'],
    ],
  ],
  [
    'a failed connection that is restarted: the call goes on',
    [
      [0, CALL, 'in-call'],
      [1, { ...CALL, remote: false, callOpen: false }, 'ended'],
      [2, CALL, 'in-call'],
    ],
  ],
  ['a patient without a camera is in the call too', [[0, { remote: true, begun: 1 }, 'in-call']]],
])('%s', (_name, steps) => {
  let state = AT_START;
  for (const [nowMs, facts, phase] of steps) {
    state = nextPhase(state, { ...NOTHING, ...facts, nowMs });
    expect({ nowMs, phase: state.phase }).toEqual({ nowMs, phase });
  }
});
