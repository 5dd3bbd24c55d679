import * as v from 'valibot';
import { ModelFormatError } from './errors.ts';

// The packages of MediaPipe's earlier JavaScript solutions keep all their models in one .data file.
// A loader script, written by Emscripten's file packager, says where each begins and ends.

const Offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Index = v.object({
  files: v.array(v.object({ filename: v.string(), start: Offset, end: Offset })),
  remote_package_size: Offset,
});

export interface PackedFile {
  /** Name without folders. */
  readonly name: string;
  /** Bytes from the start of the .data file; `end` is the first byte after the file. */
  readonly start: number;
  readonly end: number;
}

export interface PackedAssets {
  readonly files: readonly PackedFile[];
  /** Size of the .data file in bytes. */
  readonly size: number;
}

/**
 * Reads the list of files from the text of a `..._packed_assets_loader.js`. The script is not run.
 *
 * @throws ModelFormatError if there is no such list in it.
 */
export function readPackedAssets(loader: string): PackedAssets {
  const [, json] = /\bloadPackage\((\{.*\})\);/.exec(loader) ?? [];
  const index = v.safeParse(v.pipe(v.string(), v.parseJson(), Index), json);
  if (!index.success) {
    throw new ModelFormatError(
      'The loader has no list of packed files: no loadPackage({"files"…})',
    );
  }
  return {
    files: index.output.files.map(({ filename, start, end }) => ({
      name: filename.slice(filename.lastIndexOf('/') + 1),
      start,
      end,
    })),
    size: index.output.remote_package_size,
  };
}
