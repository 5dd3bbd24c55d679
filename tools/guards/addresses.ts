/** Addresses that stand in the built files and that nothing fetches, each with its reason. */
const INERT: readonly (readonly [address: RegExp, why: string])[] = [
  [/^https?:\/\/www\.w3\.org\//, 'namespaces of SVG, MathML and XML: names, not places'],
  [/^(https?|wss?|\*):\/\/[^/]+\/\*$/, 'match patterns: compared with addresses, never fetched'],
];

/** Comments in the wasm loader that tasks-vision ships unminified. */
const INERT_IN_WASM_LOADER: readonly string[] = [
  'http://en.wikipedia.org/wiki/UTF-8#Description',
  'http://kripken.github.io/emscripten-site/docs/api_reference/preamble.js.html',
  'http://pubs.opengroup.org/onlinepubs/009695399/functions/tzset.html',
  'http://server.com:4324:12',
  'http://unicode.org/faq/utf_bom.html#utf16-3',
  'https://bugzil.la/1328882',
  'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date/getTimezoneOffset',
  'https://github.com/emscripten-core/emscripten/issues/13295.',
  'https://github.com/emscripten-core/emscripten/issues/23697',
  'https://github.com/emscripten-core/emscripten/pull/8236',
  'https://github.com/github/fetch/pull/92#issuecomment-140665932',
  'https://github.com/google/closure-compiler/issues/3193,',
  'https://github.com/google/closure-compiler/pull/3913',
  'https://github.com/libsdl-org/SDL/pull/6304',
  'https://github.com/nodejs/help/issues/2136#issuecomment-523649904',
  'https://tools.ietf.org/html/rfc3629',
  'https://webkit.org/b/222758',
  'https://www.ietf.org/rfc/rfc2279.txt',
  'https://www.khronos.org/registry/webgl/specs/latest/2.0/#5.15',
];

const WASM_LOADER = /(^|\/)vision_wasm_module_internal\.js$/;
const ADDRESS = /(?:https?|wss?|ftp):\/\/[^\s"'`\\<>)\]}|]+/g;
/** Addresses without a scheme, where a browser would fetch them. */
const SCHEMELESS = /(?:src|href|action)\s*=\s*["']\/\/[^"']+|url\(\s*["']?\/\/[^)]+/g;

/** Addresses in a built text file that are not known to be inert. */
export function addressProblems(path: string, text: string): string[] {
  const found = [...text.matchAll(ADDRESS), ...text.matchAll(SCHEMELESS)].map(([all]) => all);
  const remote = [...new Set(found)].filter((address) => !isInert(path, address));
  return remote.map((address) => `${path}: a remote address, ${address}`);
}

function isInert(path: string, address: string): boolean {
  if (INERT.some(([pattern]) => pattern.test(address))) return true;
  return WASM_LOADER.test(path) && INERT_IN_WASM_LOADER.includes(address);
}
