/** Builds out/ when a source is newer, gone or added since the last build; otherwise does nothing. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run, say, Stop, timed } from './project.mjs';

const SOURCES = [
  'shared',
  'electron',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const stampFile = path.join(root, 'out', '.sources');

export async function buildIfStale() {
  const state = sourceState();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === state) return;
  const { code, output } = await timed('Membangun aplikasi / building the application', () =>
    run('electron-vite', ['build'], { quiet: true }),
  );
  if (code !== 0) throw new Stop(output.trim());
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, state);
  if (/\bwarn/i.test(output)) say(output);
}

function sourceState() {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, path.join(root, source));
  return hash.digest('hex');
}

function addTo(hash, file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) return hash.update(`${file}\0${stat.size}\0${stat.mtimeMs}\n`);
  for (const name of readdirSync(file).sort()) addTo(hash, path.join(file, name));
}
