import { expect, test, vi } from 'vitest';
import type { ConnectionObservation } from '../../../utils/connection-observation.ts';
import { createConnectionWatch } from '../../../utils/tap/connection-watch.ts';
import { createCall } from '../connection/line.ts';

const settled = () => new Promise((done) => setTimeout(done));

/** A page with one connection; `answer` decides when its statistics come. */
function start(answer = (report: RTCStatsReport) => Promise.resolve(report)) {
  const call = createCall('chromium', 1);
  const said: (ConnectionObservation | null)[] = [];
  const ask = vi.fn(() => {
    const { report, ...rest } = call.report();
    return [{ ...rest, report: answer(report) }];
  });
  const watch = createConnectionWatch({ ask, onConnection: (one) => said.push(one) });
  const look = async (inCall: boolean, nowMs: number) => {
    call.pass(200);
    watch.look(inCall, nowMs);
    await settled();
  };
  return { look, ask, said };
}

test('asks every two seconds of a call, and knows what has to be counted from the second answer on', async () => {
  const { look, ask, said } = start();
  for (let nowMs = 0; nowMs < 6000; nowMs += 200) await look(true, nowMs);
  expect(ask).toHaveBeenCalledTimes(3);
  expect(said.map((one) => one?.isHeard)).toEqual([null, true, true]);
});

test('asks nothing before the call, and says once that nothing is known after it', async () => {
  const { look, ask, said } = start();
  await look(false, 0);
  expect(said).toEqual([]);
  await look(true, 200);
  await look(false, 400);
  await look(false, 600);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(said).toEqual([expect.objectContaining({ iceState: 'connected' }), null]);
});

test('does not ask again while the browser has not answered', async () => {
  const { look, ask, said } = start(() => new Promise(() => undefined));
  for (let nowMs = 0; nowMs < 10_000; nowMs += 200) await look(true, nowMs);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(said).toEqual([]);
});

test('an answer that comes after the call says nothing', async () => {
  let come: () => void = () => undefined;
  const { look, said } = start((report) => new Promise((done) => (come = () => done(report))));
  await look(true, 0);
  await look(false, 200);
  come();
  await settled();
  expect(said).toEqual([]);
});

test('a connection that closes before it answers is left out', async () => {
  const { look, said } = start(() => Promise.reject(new Error('closed')));
  await look(true, 0);
  await look(true, 2000);
  expect(said).toEqual([]);
});

test('what is no promise of the browser is not waited for', async () => {
  // biome-ignore lint/suspicious/noThenProperty: a page can answer with anything.
  const { look, said } = start(() => ({ then: () => undefined }) as never);
  await look(true, 0);
  expect(said).toEqual([]);
});
