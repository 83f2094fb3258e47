/**
 * Sees to it that node_modules/electron holds a runtime: the ordinary download, and where that cannot be reached the fallback
 * (Linux x64 only; for tests and for trying the program, never for a release). Runs on the Node of the dependencies.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import {
  fallbackVersion,
  isFallbackCurrent,
  isFallbackPossible,
  isFallbackReady,
  linkFallback,
  prepareFallback,
} from './fallback-runtime.mjs';
import { projectNode, root, run, runMain, say, Stop, timed } from './project.mjs';
import { installFallbackTools } from './system-packages.mjs';

const electronFolder = path.join(root, 'node_modules', 'electron');
const PROBE_TIMEOUT_MS = 15_000;

await runMain(prepareRuntime);

async function prepareRuntime() {
  if (isOfficialPresent()) return;
  if (isFallbackCurrent(electronFolder)) return sayFallback();
  if (!isFallbackReady() && (await download())) return;
  if (!isFallbackPossible()) {
    throw new Stop(
      'Electron tidak dapat diunduh / could not be downloaded. Periksa sambungan atau atur ELECTRON_MIRROR / check the connection or set ELECTRON_MIRROR,\n' +
        'lalu ulangi / then try again:  npx install-electron',
    );
  }
  if (!isFallbackReady()) {
    await askPerson();
    await installFallbackTools();
    await prepareFallback();
  }
  linkFallback(electronFolder);
  sayFallback();
}

function isOfficialPresent() {
  const { version } = JSON.parse(readFileSync(path.join(electronFolder, 'package.json'), 'utf8'));
  const read = (name) => {
    const file = path.join(electronFolder, name);
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
  };
  const executable = read('path.txt');
  return (
    executable !== null &&
    read('dist/version')?.replace(/^v/, '') === version &&
    existsSync(path.join(electronFolder, 'dist', executable))
  );
}

/** True when the official runtime is there afterwards. A network that swallows everything is found out within seconds. */
async function download() {
  if (!(await isReachable())) {
    say('Electron tidak dapat diunduh dari sini / cannot be downloaded from here.');
    return false;
  }
  const { code } = await timed('Mengunduh Electron / downloading Electron (kira-kira / about 120 MB)', () =>
    run(projectNode, [path.join(electronFolder, 'install.js')], { quiet: true }),
  );
  return code === 0 && isOfficialPresent();
}

async function isReachable() {
  const env = process.env;
  // Behind a proxy or with a mirror only the downloader itself knows.
  if (env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? env.HTTPS_PROXY ?? env.https_proxy) return true;
  try {
    await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    return true;
  } catch {
    return false;
  }
}

async function askPerson() {
  if (!process.stdin.isTTY) return;
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question(
    `Pakai Electron ${fallbackVersion} pengganti, hanya untuk mencoba dan menguji? Unduhan 196 MB, lalu kompilasi beberapa menit.\n` +
      `Use the fallback Electron ${fallbackVersion}, for trying and testing only? 196 MB to download, then some minutes to compile. [y/T] `,
  );
  prompt.close();
  if (!/^y/i.test(answer.trim()))
    throw new Stop('Tanpa Electron / without Electron: npx install-electron, lalu ulangi / then try again.');
}

function sayFallback() {
  say(
    `PERHATIAN: Electron ${fallbackVersion} pengganti, hanya untuk mencoba dan menguji, bukan untuk lomba. / fallback Electron, for trying and testing only.\n` +
      '   Untuk mencoba unduhan biasa lagi / to try the ordinary download again: rm -r node_modules/electron/dist ~/.cache/gelar-juri',
  );
}
