// `node tools/run/programs.mjs sox …`: sees to it that these programs are there, or says what installs them.
import { installPrograms, main } from './setup.mjs';

await main(() => installPrograms(process.argv.slice(2)));
