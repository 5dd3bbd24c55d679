import { GOOD_SITUATION, type Situation } from '../../demo/sitter/situation.ts';
import type { DrivenPage } from '../../tools/browsers/browser.ts';
import { readCoach, untilCoach } from '../../tools/browsers/coach.ts';
import { expect, test } from './support/test.ts';

const set = (page: DrivenPage, situation: Partial<Situation>) =>
  page.evaluate(`sitter.set(${JSON.stringify({ ...GOOD_SITUATION, ...situation })})`);

test('waiting room, call and end: phases follow, tips are calm in the call', async ({
  driven,
  demo,
  camera,
}) => {
  test.setTimeout(300_000);
  const page = await driven.newTab(camera);
  await page.goto(`${demo.url}?wait=never`);
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview');

  await test.step('in the waiting room the tip follows at once', async () => {
    await page.evaluate('clinic.toWaitingRoom()');
    await set(page, { lightLevel: 0.03 });
    await untilCoach(page, 'too-dark is said', ({ tip }) => tip === 'too-dark');
    await set(page, {});
    await untilCoach(page, 'and goes', ({ tip }) => tip === 'none');
  });

  await test.step('in the call it holds at once, and is not said at once', async () => {
    await page.evaluate('clinic.clinicianJoins()');
    await untilCoach(page, 'the call', ({ phase }) => phase === 'in-call');
    await set(page, { lensCovered: true });
    const coach = await untilCoach(page, 'covered holds', ({ holding }) =>
      holding.includes('camera-covered'),
    );
    expect(coach.tip, 'the talk comes first').toBe('none');
    await set(page, {});
    await untilCoach(page, 'it stops', ({ holding }) => holding.length === 0);
  });

  await test.step('camera off by stop, and on again by asking again', async () => {
    await page.evaluate('clinic.setCamera(false)');
    await untilCoach(page, 'camera-off holds', ({ holding }) => holding.includes('camera-off'));
    await page.evaluate('clinic.setCamera(true)');
    await untilCoach(page, 'it stops', ({ holding }) => !holding.includes('camera-off'));
  });

  await test.step('after the call nothing of ours keeps the camera', async () => {
    await page.evaluate('clinic.leave()');
    await untilCoach(page, 'the end', ({ phase }) => phase === 'ended');
    expect((await readCoach(page))?.tip).toBe('none');
  });
  await page.close();
});
