import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Largest binary file that may lie in the repository. */
const MAX_BINARY_BYTES = 300 * 1024;

/** Put together from parts, so that this file does not find itself. */
const REGISTRY_HOSTS = [
  ['registry', 'npmjs', 'org'],
  ['registry', 'yarnpkg', 'com'],
  ['registry', 'npmmirror', 'com'],
  ['npm', 'pkg', 'github', 'com'],
  ['files', 'pythonhosted', 'org'],
  ['proxy', 'golang', 'org'],
].map((parts) => parts.join('.'));

const REGISTRY_SETTING = new RegExp(`^\\s*${['regis', 'try'].join('')}\\s*=`, 'm');
const MACHINE_PATH = new RegExp(
  `(?:^|[\\s'"\`(=:])/(?:${['work', 'root', 'home'].join('|')})/\\w`,
  'm',
);
const TO_DO = new RegExp(
  `\\b(?:${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b(.{0,14})`,
  'g',
);
const DATED = /^ ?\(20\d\d-\d\d-\d\d\)/;

/** Files that git keeps, as they are in the working tree. */
export function keptFiles(root: string): string[] {
  return execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path && existsSync(join(root, path)));
}

export function repositoryProblems(root: string): string[] {
  return keptFiles(root).flatMap((path) => fileProblems(path, readFileSync(join(root, path))));
}

export function fileProblems(path: string, bytes: Uint8Array): string[] {
  if (bytes.subarray(0, 8192).includes(0)) {
    return bytes.length > MAX_BINARY_BYTES
      ? [`${path}: a binary file of ${Math.round(bytes.length / 1024)} KiB.`]
      : [];
  }
  const text = Buffer.from(bytes).toString('utf8');
  const problems: string[] = [];
  const host = REGISTRY_HOSTS.find((name) => text.includes(name));
  if (host) problems.push(`${path}: names the package registry ${host}.`);
  if (path.endsWith('.npmrc') && REGISTRY_SETTING.test(text)) {
    problems.push(`${path}: chooses a package registry.`);
  }
  const machinePath = MACHINE_PATH.exec(text);
  if (machinePath)
    problems.push(`${path}: names a path of one machine (${machinePath[0].trim()}…).`);
  for (const [all, rest = ''] of text.matchAll(TO_DO)) {
    if (!DATED.test(rest)) problems.push(`${path}: a to-do without a date (${all.trim()}…).`);
  }
  return problems;
}

/** Relative links in the project's own pages that lead nowhere. */
export function linkProblems(root: string, path: string, markdown: string): string[] {
  const prose = markdown.replace(/```[\s\S]*?```/g, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .filter((target) => !existsSync(join(root, dirname(path), target.split('#')[0] ?? '')))
    .map((target) => `${path}: links to ${target}, which does not exist.`);
}
