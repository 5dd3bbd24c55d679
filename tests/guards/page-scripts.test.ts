import { describe, expect, it } from 'vitest';
import {
  connectionProblems,
  pageScriptProblems,
  pageScripts,
} from '../../tools/guards/page-scripts.ts';
import { parseSource, shippedSources } from '../../tools/guards/source.ts';

const TAP = 'utils/tap/tap.ts';
const inPage = (text: string) => pageScriptProblems([parseSource(TAP, text)]);

describe('scripts in call pages', () => {
  const sources = shippedSources(process.cwd());

  it('read no page text, store nothing, send nothing', () => {
    expect(pageScriptProblems(sources)).toEqual([]);
  });

  it.each([
    'document.body.innerText;',
    `node['textContent'];`,
    'const { value } = field;',
    'field?.value;',
    'document.cookie = "";',
    'localStorage.setItem("a", "b");',
    'globalThis.indexedDB;',
    'await fetch(address);',
    'const send = fetch;',
    'navigator.sendBeacon(address);',
    'new WebSocket(address);',
    'new XMLHttpRequest();',
    'eval(text);',
    'new Function(text);',
  ])('refuses %s', (text) => expect(inPage(text)).not.toEqual([]));

  it.each([
    'Object.defineProperty(target, "a", { value: 1, writable: true });',
    'const value = 1; use(value);',
    '// fetch, cookie, innerText',
    'video.srcObject;',
  ])('lets through %s', (text) => expect(inPage(text)).toEqual([]));

  it('are looked at with all that they import', () => {
    const script = parseSource('entrypoints/tap.content.ts', `import '../utils/far/away.ts';`);
    const far = parseSource('utils/far/away.ts', 'document.cookie;');
    const other = parseSource('utils/far/other.ts', 'document.cookie;');
    expect(pageScripts([script, far, other])).toEqual([script, far]);
    expect(pageScriptProblems([script, far, other])).toEqual([
      'utils/far/away.ts: uses .cookie in a call page.',
    ]);
  });
});

describe('peer connections', () => {
  const LOOPBACK = 'utils/prepare/loopback.ts';

  it('are made by one file, which no call page gets', () => {
    expect(connectionProblems(shippedSources(process.cwd()))).toEqual([]);
  });

  it.each([
    'new RTCPeerConnection();',
    'new window.RTCPeerConnection();',
    'class Mine extends RTCPeerConnection {}',
    'Reflect.construct(RTCPeerConnection, []);',
  ])('refuses %s', (text) => {
    expect(connectionProblems([parseSource(TAP, text)])).toHaveLength(1);
  });

  it.each([
    ['new RTCPeerConnection({ iceServers: [] });', 0],
    ['new RTCPeerConnection();', 1],
    ['new RTCPeerConnection({ iceServers: servers });', 1],
    ['new RTCPeerConnection({ iceServers: [{ urls: "stun:far.example" }] });', 1],
    ['new RTCPeerConnection({ ...options, iceServers: [] });', 1],
  ])('know no server: %s', (text, count) => {
    expect(connectionProblems([parseSource(LOOPBACK, text)])).toHaveLength(count);
  });

  it('stay out of call pages', () => {
    const overlay = parseSource('utils/overlay/a.ts', `import '../prepare/loopback.ts';`);
    expect(connectionProblems([overlay, parseSource(LOOPBACK, '')])).toHaveLength(1);
  });

  it('may be wrapped', () => {
    const text = 'const { addTrack } = RTCPeerConnection.prototype;';
    expect(connectionProblems([parseSource(TAP, text)])).toEqual([]);
  });
});
