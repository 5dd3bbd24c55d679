/** Processor time and memory of a browser's processes, as Linux counts them. */
import { readdirSync, readFileSync } from 'node:fs';

/** Of /proc/PID/stat. Source: sysconf(_SC_CLK_TCK), 100 on every Linux that Chromium runs on. */
const TICKS_PER_SECOND = 100;
const KB_PER_MB = 1024;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

export interface BrowserProcesses {
  /** All that live now. */
  all(): readonly number[];
  /** Those that belong to extensions, by Chromium's own mark. */
  extension(): readonly number[];
  /** Those that pages are in. */
  pages(): readonly number[];
}

/** A switch to start a browser with, by which it is found again, and the browser found. */
export function markedBrowser(): { readonly arg: string; find(): BrowserProcesses } {
  const arg = `--eyelevel-bench=${crypto.randomUUID()}`;
  return {
    arg,
    find() {
      const root = processes().find(
        ({ command }) => command.includes(arg) && !command.includes('--type='),
      );
      if (!root) throw new Error(`No browser with ${arg} runs.`);
      const family = (wanted: (command: string) => boolean) => {
        const known = processes();
        const found = [root];
        for (const { pid } of found) found.push(...known.filter(({ parent }) => parent === pid));
        return found.filter(({ command }) => wanted(command)).map(({ pid }) => pid);
      };
      const isExtension = (command: string) => command.includes('--extension-process');
      return {
        all: () => family(() => true),
        extension: () => family(isExtension),
        pages: () =>
          family((command) => command.includes('--type=renderer') && !isExtension(command)),
      };
    },
  };
}

/** Seconds of processor time used so far, user and system, all threads; those that have gone count nothing. */
export function cpuSeconds(pids: readonly number[]): ReadonlyMap<number, number> {
  const used = new Map<number, number>();
  for (const pid of pids) {
    const fields = statOf(String(pid));
    if (fields) used.set(pid, ticksOf(fields) / TICKS_PER_SECOND);
  }
  return used;
}

/** Processor seconds between two looks; a process that came meanwhile counts from its start. */
export function cpuBetween(
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): number {
  let sum = 0;
  for (const [pid, seconds] of after) sum += seconds - (before.get(pid) ?? 0);
  return sum;
}

/** Proportional set size: memory that is shared is shared out. In MB. */
export function pssMb(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return sum + Number(rollup.match(/^Pss:\s+(\d+)/m)?.[1] ?? 0) / KB_PER_MB;
  }, 0);
}

/** Fields of /proc/…/stat after the name, which may hold spaces: state, parent, … Null: it has gone. */
function statOf(path: string): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${path}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** utime and stime. Source: proc_pid_stat(5), fields 14 and 15. */
function ticksOf(fields: readonly string[]): number {
  return Number(fields[11]) + Number(fields[12]);
}

function processes(): readonly Process[] {
  return readdirSync('/proc').flatMap((name) => {
    const fields = /^\d+$/.test(name) ? statOf(name) : null;
    if (!fields) return [];
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [{ pid: Number(name), parent: Number(fields[1]), command }];
    } catch {
      return [];
    }
  });
}
