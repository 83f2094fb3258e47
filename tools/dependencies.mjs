/** The npm dependencies: installed by `npm ci` when what is installed is not what the lockfile says. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectNode, root, run, Stop, timed } from './project.mjs';

export async function installDependencies() {
  if (isInstalled()) return;
  if (process.platform === 'win32' && process.execPath.startsWith(path.join(root, 'node_modules'))) {
    throw new Stop('Dependensi berubah / dependencies changed: jalankan / run  npm ci  lalu ulangi / then try again.');
  }
  await timed('Memasang dependensi / installing dependencies (npm ci)', async () => {
    const { code } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0 || !isInstalled()) {
      throw new Stop(
        'npm ci gagal / failed. Periksa sambungan ke registri npm / check the connection to the npm registry, then try again.',
      );
    }
  });
}

/** Compares versions, not times: a checkout changes times, and a package may lawfully be absent only when it is optional. */
function isInstalled() {
  const installedFile = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile) || !existsSync(projectNode)) return false;
  const installed = readJson(installedFile).packages;
  return Object.entries(readJson(path.join(root, 'package-lock.json')).packages).every(([location, wanted]) => {
    if (location === '' || (wanted.optional === true && installed[location] === undefined)) return true;
    return installed[location]?.version === wanted.version;
  });
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
