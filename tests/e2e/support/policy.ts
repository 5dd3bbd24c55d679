import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A Chromium under an organisation's policy. The policy lies in a mount namespace of this one browser, so that no
 * other one on the machine is ruled by it.
 */
export interface RuledChromium {
  /** The browser as a program, for `EYELEVEL_CHROMIUM`. */
  readonly program: string;
  remove(): Promise<void>;
}

/** @returns null where this user may not make mount namespaces */
export async function chromiumUnderPolicy(policy: object): Promise<RuledChromium | null> {
  if (spawnSync('unshare', ['--mount', 'true']).status !== 0) return null;
  const folder = await mkdtemp(join(tmpdir(), 'eyelevel-policy-'));
  const program = join(folder, 'chromium');
  const rules = join(folder, 'policy.json');
  const chromium = process.env.EYELEVEL_CHROMIUM ?? '/usr/bin/chromium';
  await writeFile(rules, JSON.stringify(policy));
  await writeFile(
    program,
    [
      '#!/bin/sh',
      // The switch that answers every question with yes comes before any policy.
      'for a do shift; case "$a" in --use-fake-ui-*) ;; *) set -- "$@" "$a" ;; esac; done',
      `exec unshare --mount sh -c '`,
      'mount -t tmpfs none /etc/chromium && mkdir -p /etc/chromium/policies/managed &&',
      `cp ${rules} /etc/chromium/policies/managed/ && exec ${chromium} "$@"' sh "$@"`,
    ].join('\n'),
    { mode: 0o755 },
  );
  return { program, remove: () => rm(folder, { recursive: true, force: true }) };
}
