/**
 * Sets up everything that `npm start` and `npm test` (`--tests`) need on a fresh machine with Node 20 or later: dependencies, system
 * libraries, an Electron runtime. Where everything is there it is quick and silent. Where nobody could be asked about the
 * runtime, `npm test` prepares it beside its first tests.
 */
import { installDependencies } from './dependencies.mjs';
import { projectNode, root, run, runMain, Stop } from './project.mjs';
import { hasDisplay, NO_DISPLAY } from './surroundings.mjs';
import { installSystemPackages } from './system-packages.mjs';

const OLDEST_NODE = 20;

await runMain(setup);

async function setup() {
  const forTests = process.argv.includes('--tests');
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new Stop(
      `Node ${OLDEST_NODE} atau lebih baru diperlukan / is needed; this is ${process.versions.node}: https://nodejs.org`,
    );
  }
  if (!forTests && !hasDisplay()) throw new Stop(NO_DISPLAY);
  await Promise.all([installDependencies(), installSystemPackages(forTests)]);
  if (forTests && !process.stdin.isTTY) return 0;
  // In a process of its own: what prepares the runtime needs the Node of the dependencies.
  const { code } = await run(projectNode, ['tools/electron-runtime.mjs'], { cwd: root });
  return code;
}
