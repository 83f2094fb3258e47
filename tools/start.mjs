/** `npm start`: builds what is stale and opens the application; arguments after `--` go to it. Set-up has run before (`prestart`). */
import { buildIfStale } from './build.mjs';
import { environment, run, runMain, say, Stop } from './project.mjs';
import { hasDisplay, NO_DISPLAY, sandboxProblem } from './surroundings.mjs';

await runMain(start);

async function start() {
  if (!hasDisplay()) throw new Stop(NO_DISPLAY);
  await buildIfStale();
  const problem = sandboxProblem();
  if (problem !== null) say(`Tanpa kotak pasir Chromium / without Chromium's sandbox (${problem}).`);
  say('Gelar Juri terbuka di jendelanya; selesai dengan menutup jendela itu / opens in its window; close that to end.');
  const args = ['.', ...(problem === null ? [] : ['--no-sandbox']), ...process.argv.slice(2)];
  const { code } = await run('electron', args, {
    env: problem === null ? environment : { ...environment, NO_SANDBOX: '1' },
  });
  return code;
}
