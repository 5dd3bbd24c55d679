/** What the page's address asks for; cli.ts says each in words. */
export interface Variants {
  lang: 'sv' | 'en';
  /** Seconds in the waiting room before the clinician comes; undefined: never by itself. */
  waitS: number | undefined;
  askOnPress: boolean;
  controls: boolean;
  self: 'video' | 'canvas' | 'hidden';
  background: boolean;
  /** How many times the camera is asked for at the start, within four seconds. */
  gumCalls: number;
  stopCamera: boolean;
  replace: boolean;
  share: 'no' | 'screen' | 'drawn';
  adapter: boolean;
  /** False: the page asks for the camera alone. */
  microphone: boolean;
}

const WAIT_S = 8;
const MOST_GUM_CALLS = 10;

export function variantsOf(query: URLSearchParams): Variants {
  const on = (name: string) => query.get(name) === '1';
  const oneOf = <T extends string>(name: string, choices: readonly T[], otherwise: T): T =>
    choices.find((choice) => choice === query.get(name)) ?? otherwise;
  const wait = Number(query.get('wait') ?? WAIT_S);
  const gum = Number(query.get('gum') ?? 1);
  return {
    lang: oneOf('lang', ['sv', 'en'], 'sv'),
    waitS: Number.isFinite(wait) && wait >= 0 ? wait : undefined,
    askOnPress: query.get('ask') === 'press',
    controls: query.get('controls') !== '0',
    self: oneOf('self', ['video', 'canvas', 'hidden'], 'video'),
    background: on('background'),
    gumCalls: Number.isInteger(gum) ? Math.min(MOST_GUM_CALLS, Math.max(1, gum)) : 1,
    stopCamera: on('stopcamera'),
    replace: on('replace'),
    share: on('share') ? 'screen' : oneOf('share', ['no', 'drawn'], 'no'),
    adapter: on('adapter'),
    microphone: query.get('microphone') !== '0',
  };
}
