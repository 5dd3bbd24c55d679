/**
 * `npx tsx tools/guards/lint.ts` runs Mozilla's lint on the Firefox build. Errors fail; warnings fail
 * unless docs/store.md explains them.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

interface LintMessage {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

export interface LintReport {
  readonly errors: readonly LintMessage[];
  readonly warnings: readonly LintMessage[];
}

const ROW = /^\| `([A-Z_]+)` \| (.+?) \| (\d+) \| .+ \|$/gm;

export function lintProblems(report: LintReport, storeDoc: string): string[] {
  const left = new Map<string, number>();
  for (const [, code, message, times] of storeDoc.matchAll(ROW)) {
    left.set(`${code} ${message}`, Number(times));
  }
  const warnings = report.warnings.filter(({ code, message }) => {
    const key = `${code} ${message}`;
    const times = left.get(key) ?? 0;
    left.set(key, times - 1);
    return times <= 0;
  });
  return [
    ...report.errors.map((error) => `error ${inWords(error)}`),
    ...warnings.map((warning) => `not explained in docs/store.md: ${inWords(warning)}`),
  ];
}

function inWords({ code, message, file }: LintMessage): string {
  return `${code}: ${message} (${file ?? 'manifest'})`;
}

function main(folder: string): void {
  const args = [
    'web-ext',
    'lint',
    '--source-dir',
    folder,
    '--output',
    'json',
    '--no-config-discovery',
  ];
  const { stdout, stderr } = spawnSync('npx', args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
  });
  const start = stdout.indexOf('{');
  if (start < 0) throw new Error(`web-ext lint said nothing that can be read: ${stderr}`);
  const report = JSON.parse(stdout.slice(start)) as LintReport;
  const problems = lintProblems(report, readFileSync('docs/store.md', 'utf8'));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${folder}: no errors, ${report.warnings.length} warnings, all explained.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(process.argv[2] ?? '.output/firefox-mv3');
}
