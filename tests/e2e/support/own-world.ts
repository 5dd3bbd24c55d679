import type { CDPSession, Page } from '@playwright/test';
import type { DrivenBrowser, DrivenPage } from '../../../tools/browsers/browser.ts';
import type { ChromiumBrowser } from '../../../tools/browsers/chromium.ts';

/** The extension's own world on a page: what its content script calls, no script of the page can see. */
export interface OwnWorld {
  evaluate<R>(script: string): Promise<R>;
}

/** Chromium alone shows it (DevTools protocol). Open it before the page. Of the page itself, not of a frame in it. */
export async function watchOwnWorld(driven: DrivenBrowser, page: DrivenPage): Promise<OwnWorld> {
  const { context, extensionId } = driven as ChromiumBrowser;
  const session: CDPSession = await context.newCDPSession(page as unknown as Page);
  const { frameTree } = await session.send('Page.getFrameTree');
  let world: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context: created }) => {
    const { type, frameId } = created.auxData ?? {};
    if (
      created.origin.includes(extensionId) &&
      type === 'isolated' &&
      frameId === frameTree.frame.id
    )
      world = created.id;
  });
  await session.send('Runtime.enable');
  return {
    async evaluate<R>(expression: string) {
      if (world === undefined) throw new Error('the extension has no world on this page');
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId: world,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value as R;
    },
  };
}
