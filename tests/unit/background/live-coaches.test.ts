import { afterEach, expect, it, vi } from 'vitest';
import { showLife } from '../../../utils/background/live-coaches.ts';
import { browser, createPort } from '../support/fake-browser.ts';

vi.mock('wxt/browser', () => import('../support/fake-browser.ts'));

afterEach(() => vi.restoreAllMocks());

it('a coach calls again whenever the background was stopped, until the extension is gone', async () => {
  const ports = [createPort('coach'), createPort('coach'), createPort('coach')];
  const connect = vi.spyOn(browser.runtime, 'connect').mockImplementation(() => {
    const port = ports[connect.mock.calls.length - 1];
    if (!port) throw new Error('Extension context invalidated.');
    return port;
  });
  const life = showLife();
  await ports[0]?.onDisconnect.fire();
  expect(connect).toHaveBeenCalledTimes(2);
  life.inSession('one');
  await ports[1]?.onDisconnect.fire();
  expect(connect).toHaveBeenCalledTimes(3);
  expect(
    ports.map(({ said }) => said),
    'each background knows what is written',
  ).toEqual([[], [{ sessionId: 'one' }], [{ sessionId: 'one' }]]);

  await ports[2]?.onDisconnect.fire();
  expect(connect).toHaveBeenCalledTimes(4);
  life.inSession('two');
});
