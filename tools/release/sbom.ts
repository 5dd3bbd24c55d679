import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { filesUnder } from './files.ts';
import { INSIDE_WASM, type ShippedPackage } from './shipped.ts';

export interface Product {
  readonly name: string;
  readonly version: string;
  /** `chrome` or `firefox`. */
  readonly browser: string;
}

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
}

/** Weights and wasm: what runs but cannot be read, so each file is named with its hash. */
const OPAQUE_FILE = /\.(wasm|task|tflite|binarypb)$|vision_wasm[^/]*\.js$/;

/**
 * CycloneDX 1.6 bill of what is in `outDir`. The same build gives the same bytes: no serial number and
 * no time, both optional in the specification.
 */
export function sbom(
  product: Product,
  packages: readonly ShippedPackage[],
  lockfile: Lockfile,
  outDir: string,
): object {
  const rootRef = `eyelevel-${product.browser}@${product.version}`;
  const libraries = packages.map((p) => ({
    type: 'library',
    'bom-ref': packageUrl(p),
    ...nameAndGroup(p.name),
    version: p.version,
    ...lockfileHash(lockfile, p.name),
    licenses: licence(p.licence),
    purl: packageUrl(p),
    ...(p.source ? { externalReferences: [{ type: 'vcs', url: p.source }] } : {}),
    ...(INSIDE_WASM[p.name] ? { components: insideWasm(p.name) } : {}),
  }));
  const files = filesUnder(outDir)
    .filter((path) => OPAQUE_FILE.test(path))
    .map((path) => ({
      type: /\.(task|tflite)$/.test(path) ? 'machine-learning-model' : 'file',
      'bom-ref': `file:${path}`,
      name: path,
      hashes: [{ alg: 'SHA-256', content: sha256(readFileSync(join(outDir, path))) }],
    }));
  const components = [...libraries, ...files];
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': rootRef,
        name: product.name,
        version: product.version,
        licenses: licence('Apache-2.0'),
        properties: [{ name: 'eyelevel:browser', value: product.browser }],
      },
    },
    components,
    dependencies: [{ ref: rootRef, dependsOn: components.map((c) => c['bom-ref']) }],
  };
}

/** Known by name only: the package does not say which versions were compiled in. */
function insideWasm(packageName: string): object[] {
  return (INSIDE_WASM[packageName] ?? []).map((library) => ({
    type: 'library',
    'bom-ref': `inside-wasm:${packageName}:${library.name}`,
    name: library.name,
    licenses: licence(library.licence),
    externalReferences: [{ type: 'vcs', url: library.source }],
  }));
}

/** Fails with the schema's own words, so that a wrong bill never leaves the build. */
export async function checkSbom(json: string): Promise<void> {
  const problem = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(json);
  if (problem !== null)
    throw new Error(`The SBOM is not CycloneDX 1.6: ${JSON.stringify(problem)}`);
}

export async function writeSbom(
  root: string,
  outDir: string,
  outFile: string,
  product: Product,
  packages: readonly ShippedPackage[],
): Promise<void> {
  const lockfile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
  const json = `${JSON.stringify(sbom(product, packages, lockfile, outDir), null, 2)}\n`;
  await checkSbom(json);
  writeFileSync(outFile, json);
}

function nameAndGroup(fullName: string): { name: string; group?: string } {
  const [group, name] = fullName.split('/');
  return name && group ? { group, name } : { name: fullName };
}

function packageUrl(p: ShippedPackage): string {
  return `pkg:npm/${p.name.replace('@', '%40')}@${p.version}`;
}

/** One SPDX id, or an expression. */
function licence(spdx: string): object[] {
  return /[ ()]/.test(spdx) ? [{ expression: spdx }] : [{ license: { id: spdx } }];
}

/** The lockfile's hash is of the package as it was published. */
function lockfileHash(lockfile: Lockfile, name: string): object {
  const integrity = lockfile.packages[`node_modules/${name}`]?.integrity ?? '';
  const base64 = /^sha512-(.+)$/.exec(integrity)?.[1];
  if (!base64) return {};
  return { hashes: [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }] };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
