import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  fileProblems,
  keptFiles,
  linkProblems,
  repositoryProblems,
} from '../../tools/guards/repository.ts';

const file = (text: string, path = 'a.ts') => fileProblems(path, Buffer.from(text));

describe('repository', () => {
  it('holds no registry names, machine paths, large binaries or undated to-dos', () => {
    expect(repositoryProblems(process.cwd())).toEqual([]);
  });

  it.each([
    `"resolved": "https://${['registry', 'npmjs', 'org'].join('.')}/idb"`,
    `cd ${['', 'work', 'main'].join('/')}`,
    `open('${['', 'root', 'x'].join('/')}')`,
    `// ${'TO'}${'DO'}: later`,
    `// ${'FIX'}${'ME'}`,
  ])('refuses %s', (text) => expect(file(text)).toHaveLength(1));

  it('refuses a registry of its own choice', () => {
    expect(file(`${'regis'}${'try'}=https://x.example/`, '.npmrc')).toHaveLength(1);
  });

  it('refuses large binaries and no small ones', () => {
    const large = new Uint8Array(300 * 1024 + 1);
    expect(fileProblems('clip.bin', large)).toHaveLength(1);
    expect(fileProblems('icon.png', large.subarray(1))).toEqual([]);
  });

  it.each([
    `// ${'TO'}${'DO'} (2026-12-01): later`,
    'https://example.org/home/page',
    'patients at home/work',
  ])('lets through %s', (text) => expect(file(text)).toEqual([]));
});

describe('links', () => {
  it('in our pages lead somewhere', () => {
    const pages = keptFiles(process.cwd()).filter((path) => path.endsWith('.md'));
    const problems = pages.flatMap((path) => linkProblems('.', path, readFileSync(path, 'utf8')));
    expect(problems).toEqual([]);
  });

  it('are refused where nothing is', () => {
    expect(linkProblems('.', 'docs/a.md', '[a](privacy.md) [b](nowhere.md#x)')).toEqual([
      'docs/a.md: links to nowhere.md#x, which does not exist.',
    ]);
  });
});

describe('dependencies', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<
      string,
      { version?: string; resolved?: string; integrity?: string; link?: boolean }
    >;
  };

  it('tasks-vision is exactly the last version that sends nothing', () => {
    const name = '@mediapipe/tasks-vision';
    expect(manifest.dependencies[name]).toBe('0.10.35');
    expect(lockfile.packages[`node_modules/${name}`]?.version).toBe('0.10.35');
  });

  it('are pinned by hash, without hosts', () => {
    const entries = Object.entries(lockfile.packages).filter(([path]) => path !== '');
    expect(entries.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
    expect(entries.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
  });

  it('each have a line in docs/dependencies.md, and nothing else has', () => {
    const doc = readFileSync('docs/dependencies.md', 'utf8');
    const listed = [...doc.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
    const used = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
    expect(listed.toSorted()).toEqual(used.toSorted());
  });
});
