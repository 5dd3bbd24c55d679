/** `memory` of docs/bench/cost.json has two writers: this keeps what the other one wrote. */
import { readFile, writeFile } from 'node:fs/promises';

export interface CoachMemory {
  /** Most in the time that was watched. */
  readonly mb: number;
  /** From minute five to the end; null: not watched for so long. */
  readonly growthRatio: number | null;
  readonly minutes: number;
}

const COST = 'docs/bench/cost.json';

/** Of the last time that it was watched for long; null: it has not been. */
export async function longMemory(): Promise<CoachMemory | null> {
  const memory = (await readCost())?.memory as CoachMemory | undefined;
  return memory?.growthRatio == null ? null : memory;
}

export async function keepMemory(memory: CoachMemory): Promise<void> {
  const cost = await readCost();
  await writeFile(COST, `${JSON.stringify({ ...cost, memory }, null, 2)}\n`);
}

async function readCost(): Promise<Record<string, unknown> | null> {
  const text = await readFile(COST, 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as Record<string, unknown>);
}
