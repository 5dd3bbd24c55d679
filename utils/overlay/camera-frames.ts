/**
 * Origins of the child frames that the page allows the camera: a call often lives in one, and the
 * background asks the person for them together with the page's own.
 */
export function cameraFrameOrigins(document: Document): string[] {
  const own = document.location.origin;
  const origins = new Set<string>();
  for (const { allow, src } of document.querySelectorAll('iframe')) {
    const origin = allowsCamera(allow) ? originOf(src) : null;
    if (origin && origin !== own) origins.add(origin);
  }
  return [...origins].sort();
}

/** Reads an iframe's `allow` attribute: directives between semicolons, each with a list of who may. */
export function allowsCamera(allow: string): boolean {
  return allow.split(';').some((directive) => {
    const [feature, ...who] = directive.trim().toLowerCase().split(/\s+/);
    return feature === 'camera' && !who.includes("'none'");
  });
}

/** Null for what is not a page of the web. */
function originOf(address: string): string | null {
  try {
    const { protocol, origin } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? origin : null;
  } catch {
    return null;
  }
}
