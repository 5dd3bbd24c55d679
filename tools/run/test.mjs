// `npm test`: types, lint, units, guards, and real browsers. Says what it does while it does it.
import {
  checkNode,
  Failed,
  installDependencies,
  installPrograms,
  main,
  run,
  say,
} from './setup.mjs';

await main(async () => {
  checkNode();
  installDependencies();
  installPrograms(['chromium', 'firefox', 'xvfb', 'xdotool', 'ffmpeg', 'pulseaudio']);

  say('Building the extension for both browsers, and the build for checks');
  run('npm', ['run', '--silent', 'build']);

  const failed = [];
  for (const [what, script] of [
    ['Types', 'check:types'],
    ['Lint and format', 'check:lint'],
    ['How easy the Swedish is (LIX)', 'check:lix'],
    ['What is in the built extension', 'check:output'],
    ["Mozilla's own lint", 'check:store'],
    ['Units and guards', 'test:unit'],
    ['Every page in every state: accessibility', 'test:pages'],
    ['Real browsers: Chromium and Firefox', 'test:e2e'],
  ]) {
    say(what);
    try {
      run('npm', ['run', '--silent', script]);
    } catch (error) {
      failed.push(`${what}: ${error.message}`);
    }
  }
  if (failed.length > 0) throw new Failed(`Not passed:\n  ${failed.join('\n  ')}`);
  say('All passed.');
});
