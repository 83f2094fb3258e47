/** `npm start`: builds what is stale and opens the application; arguments after `--` go to it. Set-up has run before (`prestart`). */
import { buildIfStale } from './build.mjs';
import { environment, run, runMain, say, Stop } from './project.mjs';
import { hasDisplay, sandboxProblem } from './surroundings.mjs';

await runMain(start);

async function start() {
  if (!hasDisplay()) {
    throw new Stop(
      'Tidak ada layar. Jalankan dari desktop (atau atur DISPLAY); tanpa layar: npm test, atau baris perintah: npm run -s cli\n' +
        'No display. Run it from a desktop session (or set DISPLAY); without one there are: npm test, and the command line: npm run -s cli',
    );
  }
  await buildIfStale();
  const problem = sandboxProblem();
  if (problem !== null) say(`Tanpa kotak pasir Chromium / without Chromium's sandbox (${problem}).`);
  const args = ['.', ...(problem === null ? [] : ['--no-sandbox']), ...process.argv.slice(2)];
  const { code } = await run('electron', args, {
    env: problem === null ? environment : { ...environment, NO_SANDBOX: '1' },
  });
  return code;
}
