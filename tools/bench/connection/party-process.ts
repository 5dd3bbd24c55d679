/**
 * One party of a call: a browser in the namespace in which this runs, and its driver beside it, since Firefox is driven
 * over a loopback address. `party-process.ts chromium|firefox PAGE CAMERA_FILE`. Each line of JSON on standard input
 * is a script for the page, answered by one line with its value or its error. Ends when standard input does.
 */
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../../browsers/chromium.ts';
import { launchFirefox } from '../../browsers/firefox.ts';

export type Answer = { readonly value: unknown } | { readonly error: string };

const [kind, page = '', cameraFile = ''] = process.argv.slice(2);
const browser =
  kind === 'firefox'
    ? await launchFirefox({
        extension: null,
        // Without a real camera a page learns no private address; this one has a film, and no other way to the far end.
        prefs: { 'media.peerconnection.ice.obfuscate_host_addresses': false },
      })
    : await launchChromium({ extension: null, cameraFile });
const tab = await browser.newTab();
await tab.goto(pathToFileURL(page).href);

const answerTo = (script: string): Promise<Answer> =>
  tab.evaluate<unknown>(script).then(
    (value) => ({ value }),
    (error: unknown) => ({ error: String(error) }),
  );
const say = (answer: Answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

say({ value: null });
for await (const line of createInterface({ input: process.stdin })) {
  say(await answerTo(JSON.parse(line)));
}
await browser.close();
process.exit();
