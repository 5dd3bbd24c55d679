import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeNotices } from './notices.ts';
import { writeSbom } from './sbom.ts';
import { shippedPackages } from './shipped.ts';

/** wxt's `build:done`: the notices go into the build, the bill of materials beside it. */
export async function writeReleasePapers(
  root: string,
  outDir: string,
  browser: string,
): Promise<void> {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const packages = shippedPackages(root);
  writeNotices(root, outDir, packages);
  const bill = join(dirname(outDir), `sbom-${browser}.cdx.json`);
  await writeSbom(root, outDir, bill, { name, version, browser }, packages);
}
