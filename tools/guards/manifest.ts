/** The parts of a built manifest that carry promises. */
export interface BuiltManifest {
  readonly name: string;
  readonly version: string;
  readonly permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly content_scripts?: readonly unknown[];
  readonly web_accessible_resources?: readonly {
    readonly resources: readonly string[];
    readonly use_dynamic_url?: boolean;
  }[];
  readonly content_security_policy?: { readonly extension_pages?: string };
  readonly cross_origin_embedder_policy?: { readonly value: string };
  readonly externally_connectable?: unknown;
  readonly update_url?: unknown;
  readonly key?: string;
  readonly browser_specific_settings?: {
    readonly gecko?: {
      readonly id?: string;
      readonly data_collection_permissions?: { readonly required?: readonly string[] };
    };
  };
}

/** docs/releases/permissions.json: what the last release asked for. */
export type ReleasedPermissions = Readonly<Record<PermissionField, readonly string[]>>;

const PERMISSION_FIELDS = [
  'permissions',
  'host_permissions',
  'optional_permissions',
  'optional_host_permissions',
] as const;
type PermissionField = (typeof PERMISSION_FIELDS)[number];

/** Directives whose values are a promise. Others may name the extension itself, or nothing. */
const CSP_EXACT: Readonly<Record<string, string>> = {
  'default-src': "'self'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'connect-src': "'self'",
};
const CSP_OTHERS = /^('self'|'none'|data:|blob:)$/;

/** Promises of a shipped manifest, one sentence for each that is broken. */
export function manifestProblems(
  manifest: BuiltManifest,
  browser: 'chrome' | 'firefox',
  released: ReleasedPermissions,
): string[] {
  const problems: string[] = [];
  for (const field of PERMISSION_FIELDS) {
    const added = (manifest[field] ?? []).filter((name) => !released[field].includes(name));
    if (added.length > 0) {
      problems.push(
        `${field} has more than the last release: ${added.join(', ')}. Browsers turn an extension off ` +
          'until the person agrees anew; if that is wanted, say so in docs/releases/permissions.json.',
      );
    }
  }
  if (manifest.host_permissions) problems.push('the shipped build has host_permissions.');
  if (manifest.content_scripts) problems.push('the shipped build has content_scripts.');
  if (/e2e/i.test(JSON.stringify(manifest))) problems.push('the shipped manifest has an e2e mark.');
  if (manifest.externally_connectable) problems.push('other extensions or pages could connect.');
  if (manifest.update_url) problems.push('the manifest names an update address of its own.');
  problems.push(...cspProblems(manifest.content_security_policy?.extension_pages ?? ''));
  problems.push(...accessibleProblems(manifest));
  if (browser === 'chrome' && manifest.cross_origin_embedder_policy?.value !== 'require-corp') {
    problems.push('without cross_origin_embedder_policy the worker dies on strict call pages.');
  }
  const collected =
    manifest.browser_specific_settings?.gecko?.data_collection_permissions?.required;
  if (browser === 'firefox' && collected?.join() !== 'none') {
    problems.push('data_collection_permissions does not say "none".');
  }
  return problems;
}

function cspProblems(policy: string): string[] {
  const directives = new Map(
    policy.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(/\s+/);
      return [name, values] as const;
    }),
  );
  const exact = Object.entries(CSP_EXACT).flatMap(([name, value]) =>
    directives.get(name)?.join(' ') === value ? [] : [`CSP: ${name} is not ${value}.`],
  );
  const others = [...directives].flatMap(([name, values]) =>
    name in CSP_EXACT || values.every((value) => CSP_OTHERS.test(value))
      ? []
      : [`CSP: ${name} ${values.join(' ')} reaches outside the extension.`],
  );
  return [...exact, ...others];
}

function accessibleProblems(manifest: BuiltManifest): string[] {
  const entries = manifest.web_accessible_resources ?? [];
  const resources = entries.flatMap((entry) => entry.resources);
  const problems: string[] = [];
  if (resources.join() !== 'coach.html') {
    problems.push(`web accessible is ${resources.join(', ') || 'nothing'}, not coach.html alone.`);
  }
  if (entries.some((entry) => entry.use_dynamic_url)) {
    problems.push('use_dynamic_url would break the coach in its frame.');
  }
  return problems;
}
