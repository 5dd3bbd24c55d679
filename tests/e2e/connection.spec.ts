import type { Page } from '@playwright/test';
import { untilCoach } from '../../tools/browsers/coach.ts';
import type { CueId } from '../../utils/cues/types.ts';
import { startCall } from './support/call.ts';
import { expect, test } from './support/test.ts';

/** What the browser's own network does to the packets of a call. Chromium's; Firefox has the delay alone. */
interface Line {
  /** Percent. */
  readonly packetLoss?: number;
  /** One way, ms. */
  readonly latency?: number;
}

const CASES: readonly (readonly [CueId, Line])[] = [
  ['connection-unstable', { packetLoss: 15 }],
  ['connection-slow', { latency: 400 }],
  ['offline', { packetLoss: 100 }],
];

test('in a real call a bad line holds its cue, and a good one none', async ({
  driven,
  demo,
  camera,
  browserKind,
}) => {
  test.skip(
    browserKind === 'firefox',
    'Only Chromium loses packets on demand; bench:connection has both.',
  );
  test.setTimeout(5 * 60_000);
  const page = await driven.newTab(camera);
  const session = await (page as unknown as Page).context().newCDPSession(page as unknown as Page);
  const setLine = (line: Line) =>
    session.send('Network.emulateNetworkConditions', {
      offline: false,
      // Without any at the start the browser lets the call's packets go round what it does to the others.
      latency: 1,
      downloadThroughput: 12_500_000,
      uploadThroughput: 12_500_000,
      ...line,
    });
  await session.send('Network.enable');
  await setLine({});
  // Now and then the browser lets no packet of a call through from the start while it may lose them: then once more.
  await expect(async () => {
    await page.goto(demo.url);
    await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview');
    await startCall(page);
  }).toPass({ timeout: 150_000 });
  await untilCoach(page, 'a good line', ({ holding }) => holding.length === 0);
  for (const [cue, line] of CASES) {
    await test.step(cue, async () => {
      await setLine(line);
      const coach = await untilCoach(page, `${cue} holds`, ({ holding }) => holding.length > 0);
      expect(coach.holding).toEqual([cue]);
      await setLine({});
      await untilCoach(page, `${cue} stops`, ({ holding }) => holding.length === 0);
    });
  }
  await page.close();
});

test('a clinic that is gone without a word holds offline', async ({ driven, demo, camera }) => {
  test.setTimeout(3 * 60_000);
  const page = await driven.newTab(camera);
  await page.goto(demo.url);
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview');
  await startCall(page);
  await untilCoach(
    page,
    'a good line',
    ({ phase, holding }) => phase === 'in-call' && holding.length === 0,
  );
  await page.evaluate('clinic.dropClinician()');
  const coach = await untilCoach(page, 'it holds', ({ holding }) => holding.length > 0, 60_000);
  expect(coach.holding).toEqual(['offline']);
  await page.close();
});
