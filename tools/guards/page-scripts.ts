import { type ESTree, Visitor } from 'vite';
import { type Source, withImports } from './source.ts';

/**
 * What runs in a call page reads no page text, stores nothing and sends nothing: the manifest's
 * content security policy does not reach it there, so this does. It reads the code as written; a name
 * put together at run time (`node['inner' + 'Text']`) is for the reviewer's eye.
 */
const FORBIDDEN_PROPERTIES = new Set([
  'innerText',
  'outerText',
  'textContent',
  'innerHTML',
  'outerHTML',
  'nodeValue',
  'wholeText',
  'insertAdjacentHTML',
  'value',
  'cookie',
  'cookieStore',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'fetch',
  'sendBeacon',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'importScripts',
  'eval',
]);

/** The same as bare names. `value` and its like are fine as names of our own. */
const FORBIDDEN_GLOBALS = new Set([
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'cookieStore',
  'caches',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'importScripts',
  'eval',
  'Function',
]);

/** Uses that are harmless, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'utils/platform/track-frames.ts .value': 'a picture that was read from a stream, not a field',
  'utils/tap/create-tap.ts .value': 'the value of a property descriptor, not of a field',
  'utils/tap/wrap.ts .value': 'the value of a property descriptor, not of a field',
};

/** The one file that may construct an RTCPeerConnection: Prepare's call to itself. The tap only wraps the page's own. */
const MAY_CONNECT = 'utils/prepare/loopback.ts';

/** What runs in call pages: the content scripts, their rooms, and all that these import. */
export function pageScripts(sources: readonly Source[]): Source[] {
  const roots = sources.filter(({ path }) =>
    /^entrypoints\/[^/]+\.content(\.tsx?$|\/)|^utils\/(tap|overlay|capture)\//.test(path),
  );
  return withImports(sources, roots);
}

export function pageScriptProblems(sources: readonly Source[]): string[] {
  return pageScripts(sources).flatMap(({ path, program }) => {
    const problems: string[] = [];
    const say = (name: string) => {
      if (!EXCEPTIONS[`${path} ${name}`]) problems.push(`${path}: uses ${name} in a call page.`);
    };
    const property = (key: ESTree.Node, computed: boolean) => {
      const name = staticName(key, computed);
      if (name && FORBIDDEN_PROPERTIES.has(name)) say(`.${name}`);
    };
    new Visitor({
      MemberExpression: (node) => property(node.property, node.computed),
      ObjectPattern: (node) => {
        for (const part of node.properties) {
          if (part.type === 'Property') property(part.key, part.computed);
        }
      },
      // Not every identifier is a reference (`{ fetch: 1 }`); a name of our own like these is refused too.
      Identifier: (node) => {
        if (FORBIDDEN_GLOBALS.has(node.name)) say(node.name);
      },
    }).visit(program);
    return [...new Set(problems)];
  });
}

/**
 * Content security policy does not stop WebRTC, so one shipped file alone opens connections, with no server in
 * them, and no call page gets that file.
 */
export function connectionProblems(sources: readonly Source[]): string[] {
  const inCallPages = pageScripts(sources).some(({ path }) => path === MAY_CONNECT);
  const found = sources.flatMap(({ path, program }) => {
    let connects = false;
    const check = (callee: ESTree.Node | null | undefined) => {
      if (callee && mentions(callee, /^(webkit)?RTCPeerConnection$/)) connects = true;
    };
    const problems: string[] = [];
    new Visitor({
      NewExpression(node) {
        check(node.callee);
        if (path === MAY_CONNECT && mentions(node.callee, /^RTCPeerConnection$/)) {
          if (!hasNoServer(node.arguments)) problems.push(`${path}: a connection with a server.`);
        }
      },
      ClassDeclaration: (node) => check(node.superClass),
      ClassExpression: (node) => check(node.superClass),
      CallExpression: (node) => {
        if (isReflectConstruct(node.callee)) for (const argument of node.arguments) check(argument);
      },
    }).visit(program);
    if (connects && path !== MAY_CONNECT) {
      problems.push(`${path}: makes an RTCPeerConnection of its own.`);
    }
    return problems;
  });
  return inCallPages ? [...found, `${MAY_CONNECT}: is in a call page.`] : found;
}

/** `{ iceServers: [] }` as written, and nothing else. */
function hasNoServer([options, ...rest]: readonly ESTree.Node[]): boolean {
  if (options?.type !== 'ObjectExpression' || rest.length > 0) return false;
  const [property, ...others] = options.properties;
  return (
    others.length === 0 &&
    property?.type === 'Property' &&
    staticName(property.key, property.computed) === 'iceServers' &&
    property.value.type === 'ArrayExpression' &&
    property.value.elements.length === 0
  );
}

function staticName(key: ESTree.Node, computed: boolean): string | null {
  if (!computed) return key.type === 'Identifier' ? key.name : null;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : null;
}

function mentions(node: ESTree.Node, name: RegExp): boolean {
  if (node.type === 'Identifier') return name.test(node.name);
  if (node.type !== 'MemberExpression') return false;
  const property = staticName(node.property, node.computed);
  return property !== null && name.test(property);
}

function isReflectConstruct(callee: ESTree.Node): boolean {
  return (
    callee.type === 'MemberExpression' &&
    mentions(callee.object, /^Reflect$/) &&
    staticName(callee.property, callee.computed) === 'construct'
  );
}
