import type { DrivenPage } from '../../tools/browsers/browser.ts';
import { untilCoach } from '../../tools/browsers/coach.ts';
import { countCoaches, startCall } from './support/call.ts';
import { KEEP_TRACKS, type LampBrowser, launchWithLamp } from './support/lamp.ts';
import { expect, test } from './support/test.ts';

const untilLamp = (lamp: LampBrowser, on: boolean, when: string) =>
  expect
    .poll(() => lamp.isCameraOn(), { message: `the lamp is ${on ? 'on' : 'off'} ${when}` })
    .toBe(on);

const liveTracks = (page: DrivenPage) =>
  page.evaluate<string[]>(
    `givenTracks.filter(({ readyState }) => readyState === 'live').map(({ kind }) => kind).sort()`,
  );

test('the lamp goes out when the page stops the camera, in the call and after it', async ({
  browserKind,
  demo,
}) => {
  const lamp = await launchWithLamp(browserKind);
  const page = await lamp.driven.newTab(KEEP_TRACKS);
  await page.goto(`${demo.url}?camera=real&wait=never`);
  await page.bringToFront();
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview');
  await untilLamp(lamp, true, 'in the preview');

  await startCall(page);
  await untilCoach(page, 'the call', ({ phase }) => phase === 'in-call');
  await page.evaluate('clinic.setCamera(false)');
  await untilLamp(lamp, false, 'with the camera off, though the coach is there');
  expect(await liveTracks(page)).toEqual(['audio']);

  await page.evaluate('clinic.setCamera(true)');
  await untilLamp(lamp, true, 'with the camera on again');
  await page.evaluate('clinic.leave()');
  await untilLamp(lamp, false, 'after the call');
  expect(await liveTracks(page)).toEqual([]);
  await untilCoach(page, 'the end', ({ phase }) => phase === 'ended');
  expect(await lamp.isCameraOn(), 'and stays off').toBe(false);
  await lamp.close();
});

const isNative = (page: DrivenPage) =>
  page.evaluate<Record<string, boolean>>(`Object.fromEntries(
    [
      [MediaDevices.prototype, 'getUserMedia'],
      [RTCPeerConnection.prototype, 'addTrack'],
      [RTCPeerConnection.prototype, 'getStats'],
      [RTCRtpSender.prototype, 'replaceTrack'],
    ].map(([owner, name]) => [name, owner[name].toString().includes('[native code]')]))`);

const ALL_NATIVE = { getUserMedia: true, addTrack: true, getStats: true, replaceTrack: true };
const NONE_NATIVE = { getUserMedia: false, addTrack: false, getStats: false, replaceTrack: false };

test('turned off in the middle of a call, the page has its own functions again and no coach', async ({
  driven,
  demo,
}) => {
  const page = await driven.newTab();
  await page.goto(`${demo.url}?camera=real&wait=never`);
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview');
  await startCall(page);
  expect(await isNative(page)).toEqual(NONE_NATIVE);
  // What the page has wrapped itself is left as it is, and still works.
  await page.evaluate(`{
    const { addTrack } = RTCPeerConnection.prototype;
    RTCPeerConnection.prototype.addTrack = function (...args) { return addTrack.apply(this, args); };
  }`);

  const welcome = await driven.extensionPage('welcome.html');
  await welcome.evaluate(`{
    const { tabs } = globalThis.browser ?? chrome;
    tabs.query({}).then((all) => all.forEach(({ id }) =>
      tabs.sendMessage(id, { kind: 'turn-off' }).catch(() => undefined)));
  }`);
  await expect.poll(() => isNative(page)).toEqual({ ...ALL_NATIVE, addTrack: false });
  await expect.poll(() => countCoaches(page)).toBe(0);
  const sender = `new RTCPeerConnection().addTrack(document.querySelector('#self-view video').srcObject.getTracks()[0])`;
  expect(await page.evaluate(`${sender} instanceof RTCRtpSender`)).toBe(true);
  await page.close();
});
