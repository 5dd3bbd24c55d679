/** Which document a response carries: the call page, or the page around it in the frame variant. */
export type Page = 'call' | 'outer';

/**
 * Strict headers, as a hospital's page has them: if the coach works here, it works there.
 * @param port both addresses, localhost and 127.0.0.1, are on this port and are two origins
 */
export function headersFor(page: Page, port: number): Record<string, string> {
  const origins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const csp = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    ...(page === 'outer' ? [`frame-src ${origins.join(' ')}`] : []),
    `frame-ancestors ${origins.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  const allowed = `(self ${origins.map((origin) => `"${origin}"`).join(' ')})`;
  const features = ['camera', 'microphone', 'display-capture', 'fullscreen', 'autoplay'];
  return {
    'Content-Security-Policy': csp,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    // The outer page may embed the call page only if that says so, since the outer one has COEP.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Permissions-Policy': features.map((feature) => `${feature}=${allowed}`).join(', '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
}
