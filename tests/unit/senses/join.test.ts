import { describe, expect, it } from 'vitest';
import { createJudge } from '../../../utils/cues/judge.ts';
import type { SenseJudgement } from '../../../utils/cues/types.ts';
import { join } from '../../../utils/senses/join.ts';
import { look } from '../cues/trace.ts';

const GOOD_LINE: SenseJudgement = { area: 'connection', holding: [], isJudged: true };
const line = (id: 'offline' | 'connection-slow'): SenseJudgement => ({
  ...GOOD_LINE,
  holding: [{ id, sinceMs: 0 }],
});

/** A camera that has been off for two seconds. */
function cameraOff() {
  const judge = createJudge();
  judge.observe(look(0, {}));
  for (let ms = 500; ms < 2000; ms += 500)
    judge.observe(look(ms, { camera: 'off', picture: null }));
  return judge.observe(look(2000, { camera: 'off', picture: null }));
}
const good = () => createJudge().observe(look(0, {}));

describe('join', () => {
  it('leaves the picture as it is where no other sense has spoken', () => {
    expect(join(good(), [])).toEqual(good());
  });

  it('says of each area what its sense knows', () => {
    expect(join(good(), [GOOD_LINE]).areas).toEqual({ ...good().areas, connection: 'good' });
    expect(join(good(), [{ ...GOOD_LINE, isJudged: false }]).areas.connection).toBe('not-judged');
    expect(join(good(), [line('connection-slow')]).areas.connection).toBe('could-be-better');
  });

  it('puts what is most important first, whatever sense it comes from', () => {
    const idsOf = (id: 'offline' | 'connection-slow') =>
      join(cameraOff(), [line(id)]).holding.map((cue) => cue.id);
    expect(idsOf('offline')).toEqual(['offline', 'camera-off']);
    expect(idsOf('connection-slow')).toEqual(['camera-off', 'connection-slow']);
  });
});
