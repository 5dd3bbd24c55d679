import { createInterface } from 'node:readline';
import type { End } from '../../link/link.ts';
import type { BrowserKind } from './calls.ts';
import type { PartyPage } from './page/party.ts';
import type { Answer } from './party-process.ts';
import type { Site } from './site.ts';

/** A browser at one end of a link, with its page open. */
export interface Party {
  readonly kind: BrowserKind;
  /** Calls a function of the page. @throws Error with what the page says */
  ask<Name extends keyof PartyPage>(
    name: Name,
    ...args: Parameters<PartyPage[Name]>
  ): Promise<Awaited<ReturnType<PartyPage[Name]>>>;
  leave(): Promise<void>;
}

export async function startParty(
  end: End,
  kind: BrowserKind,
  { page, cameraFile }: Site,
): Promise<Party> {
  const child = end.spawn(
    process.execPath,
    ['--import', 'tsx', 'tools/bench/connection/party-process.ts', kind, page, cameraFile],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('A party without pipes.');
  const gone = new Promise<void>((done) => child.once('close', () => done()));
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { value: line, done } = await lines.next();
    if (done) throw new Error(`The ${kind} at ${end.address} has ended.`);
    const answer: Answer = JSON.parse(line);
    if ('error' in answer) throw new Error(`${kind} at ${end.address}: ${answer.error}`);
    return answer.value;
  };
  await next();
  // One after the other, so that each gets its own answer.
  let last: Promise<unknown> = Promise.resolve();
  return {
    kind,
    ask(name, ...args) {
      const script = `party.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;
      const asked = last.then(() => {
        stdin.write(`${JSON.stringify(script)}\n`);
        return next();
      });
      last = asked.catch(() => undefined);
      return asked as Promise<Awaited<ReturnType<PartyPage[typeof name]>>>;
    },
    async leave() {
      stdin.end();
      await gone;
    },
  };
}
