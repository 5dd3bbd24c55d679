import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  apacheTerms,
  EMSCRIPTEN_LICENCE,
  licenceText,
  PROTOBUF_LICENCE,
  RNNOISE_LICENCE,
} from './licence-texts.ts';
import { INSIDE_WASM, type ShippedPackage } from './shipped.ts';

export const NOTICES_FILE = 'THIRD-PARTY-NOTICES.txt';

const RULE = '='.repeat(80);

/** The notices as one text: same packages, same bytes. */
export function noticesText(packages: readonly ShippedPackage[], licenceFile: string): string {
  const apache = apacheTerms(licenceFile);
  const head = [
    'Eyelevel is licensed under the Apache License 2.0. It contains the work of others:',
    '',
    ...packages.map((p) => `  ${p.name} ${p.version} (${p.licence})`),
    ...packages.flatMap(({ name }) => insideText(name)),
  ];
  const parts = packages.map((p) => {
    const source = p.source ? [`Source: ${p.source}`] : [];
    return [
      RULE,
      `${p.name} ${p.version}`,
      `Licence: ${p.licence}`,
      ...source,
      '',
      licenceText(p, apache),
    ];
  });
  const inside = [
    [RULE, 'Emscripten (inside both wasm files)', '', EMSCRIPTEN_LICENCE],
    [RULE, 'Protocol Buffers (inside @mediapipe/tasks-vision)', '', PROTOBUF_LICENCE],
    [RULE, 'RNNoise (inside @jitsi/rnnoise-wasm)', '', RNNOISE_LICENCE],
  ];
  return `${[head, ...parts, ...inside].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function insideText(packageName: string): string[] {
  const inside = INSIDE_WASM[packageName];
  if (!inside) return [];
  return [
    '',
    `Compiled into the wasm file of ${packageName}:`,
    '',
    ...inside.map(({ name, licence, source }) => `  ${name} (${licence}) ${source}`),
  ];
}

export function writeNotices(
  root: string,
  outDir: string,
  packages: readonly ShippedPackage[],
): void {
  const text = noticesText(packages, readFileSync(join(root, 'LICENSE'), 'utf8'));
  writeFileSync(join(outDir, NOTICES_FILE), text);
}
