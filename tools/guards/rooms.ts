import { resolveImport, type Source } from './source.ts';

/**
 * One direction, no way back: a room may import itself, the contracts, the platform, and the rooms
 * named here. Types count as imports, because a room that knows a later room's types knows the room.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  contracts: [],
  platform: [],
  capture: [],
  tap: [],
  overlay: ['capture', 'tap'],
  vision: [],
  signals: [],
  cues: ['signals'],
  connection: ['cues', 'signals'],
  playback: ['cues'],
  hearing: [],
  sound: ['cues', 'signals'],
  senses: ['connection', 'cues', 'playback', 'sound'],
  sessions: ['cues'],
  lookback: ['cues', 'senses'],
  relatives: ['languages'],
  settings: [],
  policy: [],
  clinics: [],
  languages: ['cues', 'settings', 'locales'],
  background: ['sessions', 'settings', 'policy', 'clinics', 'languages'],
  popup: ['clinics', 'languages', 'settings'],
  coach: [
    'vision',
    'signals',
    'cues',
    'connection',
    'hearing',
    'playback',
    'senses',
    'sessions',
    'settings',
    'sound',
    'languages',
  ],
  prepare: ['capture', 'vision', 'cues', 'connection', 'coach', 'clinics'],
  components: ['cues', 'languages', 'lookback', 'assets', 'coach', 'prepare'],
  entrypoints: [
    'assets',
    'background',
    'capture',
    'clinics',
    'coach',
    'components',
    'cues',
    'hearing',
    'languages',
    'locales',
    'lookback',
    'overlay',
    'policy',
    'popup',
    'prepare',
    'relatives',
    'senses',
    'sessions',
    'settings',
    'signals',
    'tap',
    'vision',
  ],
};

/** What every room may know: the agreements between rooms, without behaviour of their own. */
const CONTRACTS =
  /^utils\/(areas|circumstances|(connection-|playback-|sound-)?observation)\.ts$|^utils\/messages\/|^utils\/(cues\/types|languages\/languages|sessions\/(messages|schema)|settings\/choices)\.ts$/;

/** Judgement is pure: time, pictures and settings come in as data. */
const PURE_ROOMS = ['signals', 'cues', 'connection', 'playback', 'senses', 'sound'];

/** Pieces that show: what they need comes in as props. */
const NO_BROWSER_ROOMS = [...PURE_ROOMS, 'components', 'hearing', 'prepare', 'vision'];

const PURE_LIBRARIES = ['valibot'];

export function roomOf(path: string): string {
  if (CONTRACTS.test(path)) return 'contracts';
  const parts = path.split('/');
  return (parts[0] === 'utils' ? parts[1] : parts[0]) ?? path;
}

/** Imports that go the wrong way, one sentence each. */
export function roomProblems(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const room = roomOf(source.path);
    const allowed = MAY_IMPORT[room];
    if (!allowed) return [`${source.path}: no room "${room}" in tools/guards/rooms.ts.`];
    return source.imports.flatMap((name) => problem(source.path, room, allowed, name) ?? []);
  });
}

function problem(
  path: string,
  room: string,
  allowed: readonly string[],
  specifier: string,
): string | null {
  const target = resolveImport(path, specifier);
  if (target === null) {
    const library = specifier.startsWith('@')
      ? specifier.split('/').slice(0, 2).join('/')
      : (specifier.split('/')[0] ?? specifier);
    if (PURE_ROOMS.includes(room) && !PURE_LIBRARIES.includes(library)) {
      return `${path}: ${room} is pure and imports ${specifier}.`;
    }
    if (NO_BROWSER_ROOMS.includes(room) && /^wxt\b|webextension-polyfill/.test(specifier)) {
      return `${path}: ${room} knows no browser and imports ${specifier}.`;
    }
    return null;
  }
  const other = roomOf(target);
  if (NO_BROWSER_ROOMS.includes(room) && target === 'utils/messages/runtime.ts') {
    return `${path}: ${room} knows no browser and imports ${target}.`;
  }
  const knowsBrowser = other === 'platform' || target.startsWith('utils/messages/');
  if (PURE_ROOMS.includes(room) && knowsBrowser) {
    return `${path}: ${room} is pure and imports ${target}.`;
  }
  if (other === room || other === 'contracts' || other === 'platform') return null;
  if (allowed.includes(other)) return null;
  return `${path}: ${room} may not know ${other} (imports ${target}).`;
}
