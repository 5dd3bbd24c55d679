// `npm start`: installs what is needed, builds, and opens a browser in which a person is being coached.
import { checkNode, installDependencies, installPrograms, main, run, say } from './setup.mjs';

await main(async () => {
  checkNode();
  installDependencies();
  installPrograms(['chromium']);
  say('Building the extension');
  run('npm', ['run', '--silent', 'build:chrome']);
  run('npx', ['tsx', 'tools/build/e2e.ts', 'chrome-mv3']);
  run('npx', ['tsx', 'tools/run/demo.ts']);
});
