/**
 * An installed npm package holds something else than what Eyelevel was built and tested with.
 * Its message is meant for the person at the terminal: what differs, expected, got, what to do.
 */
export class PackageMismatchError extends Error {
  override readonly name = 'PackageMismatchError';

  constructor(mismatch: {
    packageName: string;
    /** The file inside the package. */
    file: string;
    /** One short clause that follows the file's name, such as "is missing". */
    problem: string;
    expected: string;
    got: string;
  }) {
    super(
      [
        `${mismatch.packageName}: ${mismatch.file} ${mismatch.problem}.`,
        `  expected: ${mismatch.expected}`,
        `  got:      ${mismatch.got}`,
        '  What to do: run "npm ci", which puts back the packages that the lockfile names.',
        '  If the package was changed on purpose, look at what changed, try the new models in a',
        '  browser, and only then put the new values into tools/models/sources.ts.',
      ].join('\n'),
    );
  }
}

/** Bytes that do not have the form that this step knows how to read or to extend. */
export class ModelFormatError extends Error {
  override readonly name = 'ModelFormatError';
}
