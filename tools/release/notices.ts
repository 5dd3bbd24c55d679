import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apacheTerms, EMSCRIPTEN_LICENCE, licenceText, PROTOBUF_LICENCE } from './licence-texts.ts';
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
    '',
    'Compiled into the wasm file of @mediapipe/tasks-vision (names from the file itself):',
    '',
    ...INSIDE_WASM.map((library) => `  ${library.name} (${library.licence}) ${library.source}`),
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
    [RULE, 'Emscripten (inside @mediapipe/tasks-vision)', '', EMSCRIPTEN_LICENCE],
    [RULE, 'Protocol Buffers (inside @mediapipe/tasks-vision)', '', PROTOBUF_LICENCE],
  ];
  return `${[head, ...parts, ...inside].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

export function writeNotices(
  root: string,
  outDir: string,
  packages: readonly ShippedPackage[],
): void {
  const text = noticesText(packages, readFileSync(join(root, 'LICENSE'), 'utf8'));
  writeFileSync(join(outDir, NOTICES_FILE), text);
}
