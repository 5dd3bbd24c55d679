import { describe, expect, it } from 'vitest';
import type { PeerFacts } from '../../../../../tools/bench/cues/page/peer-facts.ts';
import {
  judgeAsPeer,
  ofiqOverExposure,
  ofiqUnderExposure,
  PEERS,
} from '../../../../../tools/bench/cues/peers.ts';
import { GOOD_FACE, look } from '../../../cues/trace.ts';

const FACTS: PeerFacts = { meanLuma: 130, darkRatio: 0, brightRatio: 0 };

function says(name: string, box: Partial<typeof GOOD_FACE.box>, facts: Partial<PeerFacts> = {}) {
  const peer = PEERS.find((one) => one.name === name);
  const face = { ...GOOD_FACE, box: { ...GOOD_FACE.box, ...box } };
  const said = peer?.says(face, { ...FACTS, ...facts });
  return said ? [said.id, said.direction].filter(Boolean).join(':') : null;
}

describe('rules of others', () => {
  it.each([
    ['smile-id-luma', {}, { meanLuma: 85 }, null],
    ['smile-id-luma', {}, { meanLuma: 84.9 }, 'too-dark'],
    ['ofiq-exposure', {}, {}, null],
    ['ofiq-exposure', {}, { darkRatio: 0.89 }, null],
    ['ofiq-exposure', {}, { darkRatio: 0.92 }, 'too-dark'],
    ['ofiq-exposure', {}, { brightRatio: 0.009 }, null],
    ['ofiq-exposure', {}, { brightRatio: 0.012 }, 'too-bright'],
    ['video-call-linter', { x: 0.35, y: 0.3, width: 0.3, height: 0.4 }, {}, null],
    ['video-call-linter', { x: 0.35, y: 0.5, width: 0.3, height: 0.41 }, {}, 'off-centre:down'],
    ['video-call-linter', { x: 0.35, y: 0.1, width: 0.3, height: 0.4 }, {}, 'off-centre:up'],
    ['video-call-linter', { x: 0.61, y: 0.3, width: 0.3, height: 0.4 }, {}, 'off-centre:left'],
    ['video-call-linter', { x: 0.09, y: 0.3, width: 0.3, height: 0.4 }, {}, 'off-centre:right'],
    ['video-call-linter', { x: 0.25, y: 0.15, width: 0.45, height: 0.6 }, {}, 'too-close'],
    ['video-call-linter', { x: 0.4, y: 0.3, width: 0.21, height: 0.3 }, {}, 'too-far'],
  ])('%s on %j %j: %s', (name, box, facts, expected) => {
    expect(says(name, box, facts)).toBe(expected);
  });

  it('OFIQ maps shares to quality as it publishes', () => {
    expect(ofiqUnderExposure(0)).toBe(100);
    expect(ofiqUnderExposure(0.92)).toBe(40);
    expect(ofiqUnderExposure(1)).toBe(0);
    expect(ofiqOverExposure(0)).toBe(100);
    expect(ofiqOverExposure(0.1)).toBe(9);
  });

  it('hold by our dwell, not for a single frame', () => {
    const peer = PEERS[0];
    if (!peer) throw new Error('no peer');
    const looks = Array.from({ length: 20 }, (_, i) => ({
      observation: look(i * 250, {}),
      seen: null,
      peerFacts: { ...FACTS, meanLuma: i === 2 || i >= 8 ? 60 : 130 },
    }));
    const held = judgeAsPeer(peer, looks).filter(({ holding }) => holding.length > 0);
    expect(held[0]?.atMs).toBe(3000);
  });
});
