/**
 * The browser's API at its edge, in memory: as much of it as the background and the popup use, and the rules
 * of the real one that they depend on (patterns without ports, what is hidden from us, who asked first).
 * Use: `vi.mock('wxt/browser', () => import('../support/fake-browser.ts'))`.
 */

type Listener = (...args: never[]) => unknown;

function createEvent() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    /** Calls all of them, and waits for what they do. */
    fire: (...args: unknown[]) =>
      Promise.all([...listeners].map((listener) => listener(...(args as never[])))),
    clear: () => listeners.clear(),
  };
}

const storageChanged = createEvent();

function createArea(name: string) {
  let items: Record<string, unknown> = {};
  return {
    async get(key: string | null) {
      if (key === null) return { ...items };
      return key in items ? { [key]: structuredClone(items[key]) } : {};
    },
    async set(added: Record<string, unknown>) {
      items = { ...items, ...structuredClone(added) };
      await storageChanged.fire(added, name);
    },
    async remove(key: string) {
      if (!(key in items)) return;
      const { [key]: _gone, ...rest } = items;
      items = rest;
      await storageChanged.fire({ [key]: {} }, name);
    },
    clear: () => {
      items = {};
    },
    onChanged: createEvent(),
  };
}

export interface FakeTab {
  readonly id: number;
  readonly url: string;
  readonly incognito?: boolean;
}

/** What a test sets up and looks at. */
export const fake = {
  permitted: new Set<string>(),
  /** Cannot be taken back: the e2e build, a policy. */
  required: new Set<string>(),
  tabs: [] as FakeTab[],
  registered: [] as { id: string; matches: string[] }[],
  /** Tabs that scripts were injected into, and what was told to frames. */
  injected: [] as number[],
  told: [] as { tabId: number; frameId: number | undefined; kind: string }[],
  titles: new Map<number, string>(),
  badges: new Map<number, string>(),
  /** Addresses of the frames that are allowed the camera, as the script in the page finds them. */
  cameraFrames: [] as string[],
  reset(): void {
    for (const store of [fake.permitted, fake.required, fake.titles, fake.badges]) store.clear();
    fake.tabs = [];
    fake.registered = [];
    fake.injected = [];
    fake.told = [];
    fake.cameraFrames = [];
    browser.storage.local.clear();
    browser.storage.session.clear();
    for (const event of EVENTS) event.clear();
  },
};

const isGiven = (pattern: string) => {
  if (/:\d+\//.test(pattern)) throw new Error(`Firefox refuses a port in a pattern: ${pattern}`);
  return fake.permitted.has(pattern) || fake.required.has(pattern);
};

const patternOf = (url: string) => {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
};

export const browser = {
  runtime: {
    id: 'eyelevel',
    onConnect: createEvent(),
    onUpdateAvailable: createEvent(),
    onInstalled: createEvent(),
    onMessage: createEvent(),
    reload: () => undefined,
    /** Answered by whoever listens first, as the background does. */
    async sendMessage(request: unknown) {
      const [reply] = await browser.runtime.onMessage.fire(request, { id: 'eyelevel' });
      return reply;
    },
    connect: (_info: { name: string }) => createPort('coach'),
    getURL: (path: string) => `chrome-extension://eyelevel${path}`,
  },
  permissions: {
    onAdded: createEvent(),
    onRemoved: createEvent(),
    contains: async ({ origins }: { origins: string[] }) => origins.every(isGiven),
    getAll: async () => ({ origins: [...fake.required, ...fake.permitted] }),
    async remove({ origins }: { origins: string[] }) {
      if (origins.some((origin) => fake.required.has(origin))) {
        throw new Error('You cannot remove required permissions.');
      }
      for (const origin of origins) fake.permitted.delete(origin);
      return true;
    },
  },
  scripting: {
    getRegisteredContentScripts: async () => fake.registered,
    async registerContentScripts(scripts: { id: string; matches: string[] }[]) {
      fake.registered.push(...scripts);
    },
    async unregisterContentScripts({ ids }: { ids: string[] }) {
      fake.registered = fake.registered.filter(({ id }) => !ids.includes(id));
    },
    async executeScript({ target, func }: { target: { tabId: number }; func?: unknown }) {
      if (func) return [{ result: fake.cameraFrames }];
      fake.injected.push(target.tabId);
      return [];
    },
  },
  storage: {
    local: createArea('local'),
    session: createArea('session'),
    onChanged: storageChanged,
  },
  tabs: {
    onCreated: createEvent(),
    onUpdated: createEvent(),
    onRemoved: createEvent(),
    async query({ url, active }: { url?: string[]; active?: boolean }) {
      if (active) return fake.tabs.slice(0, 1);
      return fake.tabs.filter((tab) => url?.includes(patternOf(tab.url)));
    },
    async sendMessage(
      tabId: number,
      { kind }: { kind: string },
      { frameId }: { frameId?: number },
    ) {
      fake.told.push({ tabId, frameId, kind });
    },
  },
  action: {
    async setTitle({ tabId, title }: { tabId: number; title: string }) {
      fake.titles.set(tabId, title);
    },
    async setBadgeText({ tabId, text }: { tabId: number; text: string }) {
      fake.badges.set(tabId, text);
    },
  },
  alarms: { onAlarm: createEvent(), create: async () => undefined },
  i18n: { getUILanguage: () => 'en' },
};

const EVENTS = [
  storageChanged,
  browser.runtime.onConnect,
  browser.runtime.onUpdateAvailable,
  browser.runtime.onInstalled,
  browser.alarms.onAlarm,
  browser.runtime.onMessage,
  browser.permissions.onAdded,
  browser.permissions.onRemoved,
  browser.tabs.onCreated,
  browser.tabs.onUpdated,
  browser.tabs.onRemoved,
];

/** A port whose other end can go. */
export function createPort(name: string, incognito = false) {
  return {
    name,
    sender: { tab: { incognito } },
    onDisconnect: createEvent(),
    onMessage: createEvent(),
    /** What was said into it. */
    said: [] as unknown[],
    postMessage(message: unknown) {
      this.said.push(message);
    },
  };
}
