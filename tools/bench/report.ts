import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';

export interface Report {
  /** File name in docs/bench, without ending; also `npm run bench:<name>`. */
  readonly name: string;
  readonly title: string;
  /** What was done and how it is counted, in a few sentences. */
  readonly how: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Each with what is promised and what was measured. */
  readonly targets: readonly { readonly what: string; readonly met: boolean }[];
  /** Markdown below the table and the targets: other tables, lists of what went wrong. */
  readonly more?: string;
  /** Figures that a program holds against targets: each is a field of the JSON's own top level. */
  readonly figures?: Readonly<Record<string, unknown>>;
  readonly browsers: readonly string[];
  /** Every single measurement, for whoever wants to count otherwise. */
  readonly raw: unknown;
}

/** Prints the table and writes docs/bench/NAME.md and .json. */
export async function report(result: Report): Promise<void> {
  const machine = {
    commit:
      git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') ? ' and changes' : ''),
    date: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    /** Of other work too: above the number of cores the times are not this program's own. */
    loadAtTheEnd: Number(loadavg()[0]?.toFixed(1)),
    browsers: result.browsers,
  };
  const table = markdownTable([result.columns, ...result.rows]);
  const targets = result.targets.map(({ what, met }) => `- ${what}: ${met ? 'met' : 'MISSED'}`);
  const text = `# ${result.title}

Written by \`npm run bench:${result.name}\`; not edited by hand.

${result.how}

${table}

${targets.join('\n')}
${result.more ? `\n${result.more}\n` : ''}
Commit ${machine.commit}, ${machine.date}; ${machine.cores} cores (${machine.processor}), load ${machine.loadAtTheEnd}
at the end; ${machine.browsers.join(', ')}.
`;
  await mkdir('docs/bench', { recursive: true });
  await writeFile(`docs/bench/${result.name}.md`, text);
  const { targets: _targets, more: _more, figures, ...rest } = result;
  await writeFile(
    `docs/bench/${result.name}.json`,
    `${JSON.stringify({ ...figures, ...rest, targets: result.targets, machine }, null, 2)}\n`,
  );
  console.log(
    `\n${table}\n\n${targets.join('\n')}\n\n${result.more ? `${result.more}\n\n` : ''}Written: docs/bench/${result.name}.md and .json`,
  );
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** A row of Markdown per list; the first is the head. */
export function markdownTable(rows: readonly (readonly (string | number)[])[]): string {
  const lines = rows.map((row) => `| ${row.join(' | ')} |`);
  return [lines[0], `|${(rows[0] ?? []).map(() => ' --- ').join('|')}|`, ...lines.slice(1)].join(
    '\n',
  );
}

/** `--runs=5` of the command line. */
export function numberOption(name: string, otherwise: number): number {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  const value = given === undefined ? otherwise : Number(given.split('=')[1]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name}: a whole number, please`);
  return value;
}

export function browserVersion(kind: 'chromium' | 'firefox'): string {
  const program =
    kind === 'chromium'
      ? (process.env.EYELEVEL_CHROMIUM ?? '/usr/bin/chromium')
      : (process.env.EYELEVEL_FIREFOX ?? '/usr/bin/firefox-esr');
  const said = execFileSync(program, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return said.match(/(Chromium|Mozilla Firefox) \S+/)?.[0] ?? said.trim();
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' }).trim();
}
