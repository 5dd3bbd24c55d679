import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assembleModels } from './assemble.ts';
import { ModelFormatError, PackageMismatchError } from './errors.ts';
import { sha256 } from './sources.ts';

// Writes the models and the WebAssembly pair into a folder, one printed line a file.
const USAGE = 'Usage: npx tsx tools/models/cli.ts <folder to write to> [node_modules to read from]';

async function main(outDir?: string, packages?: string): Promise<void> {
  if (!outDir) throw new UsageError(USAGE);
  for (const { path, bytes } of await assembleModels(packages)) {
    const target = join(outDir, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
    console.log(`${target}  ${bytes.length} bytes  sha256 ${sha256(bytes)}`);
  }
}

class UsageError extends Error {}

main(...process.argv.slice(2)).catch((error: unknown) => {
  const isExplained =
    error instanceof UsageError ||
    error instanceof PackageMismatchError ||
    error instanceof ModelFormatError;
  console.error(isExplained ? error.message : error);
  process.exitCode = 1;
});
