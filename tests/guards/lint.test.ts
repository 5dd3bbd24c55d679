import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintProblems } from '../../tools/guards/lint.ts';

const doc = readFileSync('docs/store.md', 'utf8');
const explained = {
  code: 'UNSAFE_VAR_ASSIGNMENT',
  message: 'Unsafe assignment to innerHTML',
  file: 'chunks/a.js',
};

describe('web-ext lint', () => {
  it('may warn of what docs/store.md explains, as often as it says', () => {
    expect(lintProblems({ errors: [], warnings: [explained] }, doc)).toEqual([]);
    expect(lintProblems({ errors: [], warnings: [explained, explained] }, doc)).toHaveLength(1);
  });

  it('may not warn of anything else, nor find an error', () => {
    const other = { code: 'DANGEROUS_EVAL', message: 'eval can be harmful.' };
    expect(lintProblems({ errors: [explained], warnings: [other] }, doc)).toHaveLength(2);
  });
});
