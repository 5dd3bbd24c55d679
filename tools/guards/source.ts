import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { type ESTree, parseSync } from 'vite';
import { filesUnder } from '../release/files.ts';

/** Folders whose files go into the extension. */
const SHIPPED_FOLDERS = ['utils', 'components', 'entrypoints'];

/** One source file, parsed. Paths are relative to the repository, with `/`. */
export interface Source {
  readonly path: string;
  readonly program: ESTree.Program;
  /** Specifiers as written, of import, export-from and import(). */
  readonly imports: readonly string[];
}

export function parseSource(path: string, text: string): Source {
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const exportedFrom = module.staticExports.flatMap((statement) =>
    statement.entries.map((entry) => entry.moduleRequest?.value),
  );
  const dynamic = module.dynamicImports.map(({ moduleRequest }) =>
    text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
  );
  const imports = [
    ...module.staticImports.map((i) => i.moduleRequest.value),
    ...exportedFrom,
    ...dynamic,
  ];
  return { path, program, imports: imports.filter((name) => name !== undefined) };
}

/** All sources of the extension below `root`. */
export function shippedSources(root: string): Source[] {
  return SHIPPED_FOLDERS.filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => filesUnder(join(root, folder)).map((file) => `${folder}/${file}`))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
}

/** A relative specifier as a path in the repository; null for a package. `?worker` and its like go. */
export function resolveImport(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const path = posix.join(dirname(from), specifier.split('?')[0] ?? '');
  return /\.\w+$/.test(path) ? path : `${path}.ts`;
}

/** The files given and all that they import from this repository. */
export function withImports(sources: readonly Source[], roots: readonly Source[]): Source[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const found = new Set<Source>();
  const visit = (source: Source | undefined): void => {
    if (!source || found.has(source)) return;
    found.add(source);
    for (const name of source.imports) visit(byPath.get(resolveImport(source.path, name) ?? ''));
  };
  for (const root of roots) visit(root);
  return [...found];
}
