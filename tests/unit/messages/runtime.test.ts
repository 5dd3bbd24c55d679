import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const sendMessage = vi.fn<(request: unknown) => Promise<unknown>>();
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }));
const { ask } = await import('../../../utils/messages/runtime.ts');

const LIST = { kind: 'session', message: { op: 'list' } } as const;
const STOPPING = new Error('Could not establish connection. Receiving end does not exist.');

describe('asking a background that is being stopped', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    sendMessage.mockReset();
  });

  it('asks again, and gives the reply of the one that has started', async () => {
    sendMessage.mockRejectedValueOnce(STOPPING).mockResolvedValueOnce({ records: [] });
    const reply = ask(LIST);
    await vi.runAllTimersAsync();
    expect(await reply).toEqual({ records: [] });
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('gives up after four tries', async () => {
    sendMessage.mockRejectedValue(STOPPING);
    const reply = expect(ask(LIST)).rejects.toBe(STOPPING);
    await vi.runAllTimersAsync();
    await reply;
    expect(sendMessage).toHaveBeenCalledTimes(4);
  });

  it('never sends twice what somebody may have got', async () => {
    const reloaded = new Error('Extension context invalidated.');
    sendMessage.mockRejectedValue(reloaded);
    await expect(ask(LIST)).rejects.toBe(reloaded);
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });
});
