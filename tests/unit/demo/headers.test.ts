import { describe, expect, it } from 'vitest';
import { headersFor } from '../../../demo/headers.ts';

const directives = (page: 'call' | 'outer') =>
  new Map(
    (headersFor(page, 8080)['Content-Security-Policy'] as string)
      .split('; ')
      .map((directive) => directive.split(/ (.*)/s) as [string, string]),
  );

describe("the demo's headers", () => {
  it.each(['call', 'outer'] as const)('allow nothing on the %s page but its own files', (page) => {
    const csp = directives(page);
    expect(csp.get('default-src')).toBe("'none'");
    for (const kind of ['script-src', 'style-src', 'img-src']) expect(csp.get(kind)).toBe("'self'");
    expect(csp.get('require-trusted-types-for')).toBe("'script'");
    expect([...csp.values()].join(' ')).not.toMatch(/unsafe|\*|https?:\/\/(?!localhost|127)/);
    const headers = headersFor(page, 8080);
    expect(headers['Cross-Origin-Opener-Policy']).toBe('same-origin');
    expect(headers['Cross-Origin-Embedder-Policy']).toBe('require-corp');
  });

  it('let only the outer page hold a frame, of the other origin', () => {
    expect(directives('call').has('frame-src')).toBe(false);
    expect(directives('outer').get('frame-src')).toContain('http://127.0.0.1:8080');
  });

  it('allow the camera to the two origins only', () => {
    expect(headersFor('call', 8080)['Permissions-Policy']).toContain(
      'camera=(self "http://localhost:8080" "http://127.0.0.1:8080")',
    );
  });
});
