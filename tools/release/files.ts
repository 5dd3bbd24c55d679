import { readdirSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** Every file under a folder, as paths with `/`, in one order on every machine. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, `${entry.parentPath}${sep}${entry.name}`))
    .map((path) => path.split(sep).join('/'))
    .sort();
}
