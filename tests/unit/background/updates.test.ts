import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchLiveCoaches } from '../../../utils/background/live-coaches.ts';
import { deferUpdates } from '../../../utils/background/updates.ts';
import { browser, createPort, fake } from '../support/fake-browser.ts';

vi.mock('wxt/browser', () => import('../support/fake-browser.ts'));

const { onConnect, onUpdateAvailable } = browser.runtime;
/** More than a new background waits for the coaches that live. */
const A_WHILE_MS = 10_000;

describe('an update', () => {
  const reload = vi.fn();
  const aWhile = () => vi.advanceTimersByTimeAsync(A_WHILE_MS);
  const connect = async (name = 'coach') => {
    const port = createPort(name);
    await onConnect.fire(port);
    return port;
  };

  beforeEach(() => {
    fake.reset();
    reload.mockClear();
    vi.useFakeTimers();
    deferUpdates(watchLiveCoaches(), reload);
  });
  afterEach(() => vi.useRealTimers());

  it('comes when no call is on', async () => {
    await onUpdateAvailable.fire();
    await aWhile();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('waits until the last coach has gone', async () => {
    const [one, two] = [await connect(), await connect()];
    await onUpdateAvailable.fire();
    await aWhile();
    await one.onDisconnect.fire();
    await aWhile();
    expect(reload).not.toHaveBeenCalled();
    await two.onDisconnect.fire();
    await aWhile();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('waits for coaches that call again, after the browser had stopped the background', async () => {
    await onUpdateAvailable.fire();
    const port = await connect();
    await aWhile();
    expect(reload).not.toHaveBeenCalled();
    await port.onDisconnect.fire();
    await aWhile();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('does not wait for other ports', async () => {
    await connect('another');
    await onUpdateAvailable.fire();
    await aWhile();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('nothing is reloaded without one', async () => {
    const port = await connect();
    await port.onDisconnect.fire();
    await aWhile();
    expect(reload).not.toHaveBeenCalled();
  });
});
