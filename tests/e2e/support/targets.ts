import { expect } from '@playwright/test';
import type { ChromiumBrowser } from '../../../tools/browsers/chromium.ts';

export interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/** A page or frame that Playwright does not attach to. */
export interface AttachedTarget {
  evaluate<R>(script: string): Promise<R>;
  ask<R>(method: string, params: object): Promise<R>;
}

/** All that is open in Chromium: popups, private windows and their frames too, which Playwright leaves out. */
export interface Targets {
  send<R>(method: string, params: object): Promise<R>;
  find(isIt: (target: Target) => boolean): Promise<Target | undefined>;
  /** Waits until there is one, and attaches to it by way of the browser's own session. */
  attach(isIt: (target: Target) => boolean): Promise<AttachedTarget>;
}

export async function openTargets(driven: ChromiumBrowser): Promise<Targets> {
  const browser = driven.context.browser();
  if (!browser) throw new Error('Playwright does not tell the browser of this context.');
  const cdp = await browser.newBrowserCDPSession();
  // Some are newer than Playwright's own list of commands.
  const send = cdp.send.bind(cdp) as unknown as Targets['send'];

  const find = async (isIt: (target: Target) => boolean) => {
    const all = await send<{ targetInfos: Target[] }>('Target.getTargets', { filter: [{}] });
    return all.targetInfos.find(isIt);
  };

  const attach = async (isIt: (target: Target) => boolean): Promise<AttachedTarget> => {
    let target: Target | undefined;
    await expect
      .poll(
        async () => {
          target = await find(isIt);
          return target;
        },
        { timeout: 30_000 },
      )
      .toBeTruthy();
    const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', {
      targetId: target?.targetId,
      flatten: false,
    });
    const waiting = new Map<number, (answer: { result?: never; error?: unknown }) => void>();
    cdp.on('Target.receivedMessageFromTarget', (event) => {
      const answer = JSON.parse(event.message);
      if (event.sessionId === sessionId) waiting.get(answer.id)?.(answer);
    });
    let sent = 0;
    const ask = <R>(method: string, params: object) =>
      new Promise<R>((done, fail) => {
        sent += 1;
        waiting.set(sent, ({ result, error }) =>
          error ? fail(new Error(JSON.stringify(error))) : done(result as R),
        );
        const message = JSON.stringify({ id: sent, method, params });
        send('Target.sendMessageToTarget', { sessionId, message }).catch(fail);
      });
    return {
      ask,
      async evaluate<R>(expression: string): Promise<R> {
        const options = { expression, returnByValue: true, awaitPromise: true };
        const { result } = await ask<{ result: { value: R } }>('Runtime.evaluate', options);
        return result.value;
      },
    };
  };
  return { send, find, attach };
}
