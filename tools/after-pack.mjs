/**
 * Runs after every packaging. A build on the fallback runtime is allowed only as a marked trial: it gets the database module that was
 * compiled for that runtime, and a note. Any other build with that runtime inside is refused.
 */
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isFallback } from './fallback-runtime.mjs';
import { Stop } from './project.mjs';

export const TRIAL_NAME = 'Gelar Juri Percobaan';

export default function afterPack({ appOutDir, packager }) {
  if (!isFallback(appOutDir)) return;
  if (packager.appInfo.productName !== TRIAL_NAME) throw new Stop('The fallback runtime must not get into a release.');
  const prebuilt = path.join(
    appOutDir,
    'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  );
  if (!existsSync(prebuilt)) throw new Stop(`missing in the package: ${prebuilt}`);
  cpSync(path.join(appOutDir, 'native', 'better_sqlite3.node'), prebuilt);
  rmSync(path.join(appOutDir, 'native'), { recursive: true });
  rmSync(path.join(appOutDir, 'resources', 'default_app.asar'));
  writeFileSync(
    path.join(appOutDir, 'PERCOBAAN.txt'),
    'Hanya untuk mencoba, bukan untuk lomba. / A trial build on a fallback runtime, not for use at an event.\n',
  );
}
