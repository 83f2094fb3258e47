/**
 * `npm run dist:dir`: a directory build for this Linux machine with the runtime that is present, for trying out the packaged application
 * and for tests (so the inspector stays open, unlike in a release). With the fallback runtime it is a trial build, in name and folder.
 * The last line on standard output is the program's path.
 */
import { build, Platform } from 'electron-builder';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { TRIAL_NAME } from './after-pack.mjs';
import { buildIfStale } from './build.mjs';
import { isFallback } from './fallback-runtime.mjs';
import { root, runMain, say, Stop } from './project.mjs';

await runMain(makeDirectory);

async function makeDirectory() {
  if (process.platform !== 'linux') throw new Stop('dist:dir: hanya di Linux / on Linux only');
  await buildIfStale();
  const runtime = realpathSync(path.join(root, 'node_modules', 'electron', 'dist'));
  const isTrial = isFallback(runtime);
  const name = isTrial ? 'gelar-juri-percobaan' : 'gelar-juri';
  const output = path.join('dist', isTrial ? 'percobaan' : 'linux');
  if (isTrial)
    say(
      'PERHATIAN: bangunan percobaan dengan Electron pengganti, bukan untuk lomba. / a trial build on the fallback Electron, not a release.',
    );
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      extends: 'electron-builder.yml',
      electronDist: runtime,
      directories: { output },
      productName: isTrial ? TRIAL_NAME : 'Gelar Juri',
      linux: { target: 'dir', executableName: name },
      electronFuses: { enableNodeCliInspectArguments: true },
    },
  });
  console.log(path.join(root, output, 'linux-unpacked', name));
}
