import { readdir, readFile } from 'node:fs/promises';

/** The browser shows these itself, in its own language, before any of our code runs. */
const SHOWN_BY_THE_BROWSER = {
  extName: 'manifest.name',
  extDescription: 'manifest.description',
  iconIdle: 'presence.idle',
} as const;

/** `_locales/<language>/messages.json`, made from `locales/`, so that every word lives in one place. */
export async function browserMessages(): Promise<{ path: string; contents: string }[]> {
  const files = (await readdir('locales')).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (name) => {
      const words = JSON.parse(await readFile(`locales/${name}`, 'utf8')) as Record<string, string>;
      const messages = Object.fromEntries(
        Object.entries(SHOWN_BY_THE_BROWSER).map(([id, key]) => {
          const message = words[key];
          if (!message) throw new Error(`locales/${name} has no words for "${key}".`);
          return [id, { message }];
        }),
      );
      return {
        path: `_locales/${name.replace('.json', '')}/messages.json`,
        contents: `${JSON.stringify(messages, null, 2)}\n`,
      };
    }),
  );
}
