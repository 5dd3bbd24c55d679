import type { DrivenBrowser } from '../../tools/browsers/browser.ts';
import { untilCoach } from '../../tools/browsers/coach.ts';
import { startCall } from './support/call.ts';
import { expect, test } from './support/test.ts';
import { launchWatched } from './support/traffic.ts';

/** Nobody's name: whoever watches must see that it was asked for. */
const CANARY = 'canary.example';

/** A whole visit: preview, waiting room, a tip, the call, the end; then a page that asks for the canary. */
async function visit(driven: DrivenBrowser, address: string, coached: boolean): Promise<void> {
  const page = await driven.newTab();
  const until = (what: string, isWanted: Parameters<typeof untilCoach>[2]) =>
    coached ? untilCoach(page, what, isWanted) : undefined;
  await page.goto(address);
  await expect.poll(() => page.evaluate('clinic.phase')).toBe('preview');
  await until('the preview', ({ phase }) => phase === 'preview');
  await page.evaluate('clinic.toWaitingRoom(), sitter.set({ lensCovered: true })');
  await until('a tip', ({ tip }) => tip === 'camera-covered');
  await page.evaluate('sitter.reset()');
  await startCall(page);
  await until('the call', ({ phase, holding }) => phase === 'in-call' && holding.length === 0);
  await page.evaluate('clinic.leave()');
  await until('the end', ({ phase }) => phase === 'ended');
  await page.close();

  const canary = await driven.newTab();
  await canary.goto(`http://${CANARY}/`).catch(() => undefined);
  await canary.close();
}

test('while a whole call is coached, no host is asked for that is not asked for without Eyelevel', async ({
  browserKind,
  demo,
}) => {
  const address = `${demo.url}?wait=never`;
  const plain = await launchWatched(browserKind, null);
  await visit(plain.driven, address, false);
  const without = await plain.close();

  const coached = await launchWatched(browserKind);
  await visit(coached.driven, address, true);
  const seen = await coached.close();

  expect(seen, 'who watches sees everything').toEqual(
    expect.arrayContaining(['localhost', CANARY]),
  );
  const added = seen.filter((host) => !without.includes(host) && host !== 'own files');
  expect(added, 'hosts that were asked for only with Eyelevel').toEqual([]);
});
