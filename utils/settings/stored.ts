import * as v from 'valibot';
import { browser } from 'wxt/browser';

/**
 * Whose data an item is. `visitor`: wiped in a kiosk after every visit. `station`: stays. At home both
 * belong to the same person.
 */
export type Owner = 'visitor' | 'station';

export interface Stored<T> {
  readonly key: string;
  readonly owner: Owner;
  /** The value, or the fallback where nothing (or nothing that the schema knows) is stored. */
  read(): Promise<T>;
  write(value: T): Promise<void>;
  /** For a private window: in memory alone, gone with the browser. Comes before what is stored. */
  writeForNow(value: T): Promise<void>;
  remove(): Promise<void>;
  /** Calls back with each new value, from any context; returns the unsubscribe. */
  onChange(callback: (value: T) => void): () => void;
}

/** Declares one item of storage.local. Never write one for a private tab: Chrome puts it on the disk. */
export function defineStored<T>(options: {
  readonly key: string;
  readonly owner: Owner;
  readonly schema: v.GenericSchema<unknown, T>;
  readonly fallback: T;
}): Stored<T> {
  const { key, owner, schema, fallback } = options;
  const parse = (raw: unknown): T => {
    const result = v.safeParse(schema, raw);
    return result.success ? result.output : fallback;
  };
  const read = async () => {
    // Firefox gives no memory to the coach's frame on a page: there only what is stored counts.
    const forNow = await browser.storage.session?.get(key);
    if (forNow?.[key] !== undefined) return parse(forNow[key]);
    const { [key]: stored } = await browser.storage.local.get(key);
    return parse(stored);
  };
  return {
    key,
    owner,
    read,
    async write(value) {
      await browser.storage.local.set({ [key]: value });
      await browser.storage.session?.remove(key);
    },
    async writeForNow(value) {
      await browser.storage.session.set({ [key]: value });
    },
    async remove() {
      await browser.storage.local.remove(key);
      await browser.storage.session?.remove(key);
    },
    onChange(callback) {
      const listener = async (changes: Record<string, unknown>, area: string) => {
        const stored = area === 'local' || area === 'session';
        if (stored && changes[key]) callback(await read());
      };
      browser.storage.onChanged.addListener(listener);
      return () => browser.storage.onChanged.removeListener(listener);
    },
  };
}
