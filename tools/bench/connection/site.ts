import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { startDemo } from '../../../demo/server.ts';
import { recordSitter } from '../call.ts';
import type { Film } from './page/camera.ts';

const PAGE = resolve('tools/bench/connection/page');
const OUT = resolve('node_modules/.cache/eyelevel/connection-page');
/** What Chromium takes a camera file to have. */
const FRAMES_PER_SECOND = 30;

export interface Site {
  /** A file: in a namespace there is no server, and a file is a secure context too. */
  readonly page: string;
  /** The talking sitter, for Chromium's camera. */
  readonly cameraFile: string;
}

/** Builds the party's page, and films the sitter for its camera. */
export async function buildSite(): Promise<Site> {
  await mkdir(OUT, { recursive: true });
  await build({
    configFile: false,
    root: PAGE,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: OUT,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      // A page from a file may load no module.
      lib: {
        entry: join(PAGE, 'party.ts'),
        formats: ['iife'],
        name: 'built',
        fileName: () => 'party.js',
      },
    },
  });
  await cp(join(PAGE, 'party.html'), join(OUT, 'party.html'));
  const cameraFile = join(OUT, 'sitter.mjpeg');
  await filmSitter(cameraFile);
  const film: Film = {
    framesPerSecond: FRAMES_PER_SECOND,
    pictures: picturesOf(await readFile(cameraFile)).map(
      (jpeg) => `data:image/jpeg;base64,${jpeg.toString('base64')}`,
    ),
  };
  await writeFile(join(OUT, 'film.js'), `window.film = ${JSON.stringify(film)};`);
  return { page: join(OUT, 'party.html'), cameraFile };
}

/** Once: whoever is in the picture, the line is the same. */
async function filmSitter(to: string): Promise<void> {
  if (existsSync(to)) return;
  const demo = await startDemo({});
  const camera = await recordSitter(demo.url, [{ movement: 'talking' }]);
  await cp(camera.files[0] ?? '', to);
  await camera.remove();
  await demo.close();
}

/** An MJPEG file is one JPEG after the other, each from its start marker to the next one's. */
function picturesOf(mjpeg: Buffer): Buffer[] {
  const START = Buffer.from([0xff, 0xd8, 0xff]);
  const starts: number[] = [];
  for (let at = mjpeg.indexOf(START); at >= 0; at = mjpeg.indexOf(START, at + 1)) starts.push(at);
  return starts.map((at, i) => mjpeg.subarray(at, starts[i + 1]));
}
