/**
 * Completes package-lock.json after an `npm install` on a registry that holds the packages of its own platform only: npm then
 * leaves the optional packages of the other platforms out of the lockfile, and `npm ci` refuses it. The added entries carry the
 * exact version their parent asks for, and the platform that their name says; npm fetches them on that platform alone.
 * They carry no integrity hash, because the file was never seen: the next install where they can be reached adds it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const lockfile = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', 'package-lock.json');
const lock = JSON.parse(readFileSync(lockfile, 'utf8'));
const added = [];
for (const [location, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (isPresent(location, name)) continue;
    lock.packages[`node_modules/${name}`] = entry(name, version, parent);
    added.push(`${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
if (added.length > 0) writeFileSync(lockfile, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added.length} packages of other platforms added`);

/** Looks where Node would: beside the package, then in every folder above. */
function isPresent(location, name) {
  for (let base = location; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`] !== undefined) return true;
    if (base === '') return false;
  }
}

function entry(name, version, parent) {
  if (!/^\d+\.\d+\.\d+[-\w.]*$/.test(version)) throw new Error(`${name}: ${version} is no exact version`);
  const words = name.slice(name.lastIndexOf('/') + 1).split('-');
  const find = (known) => words.find((word) => known.includes(word));
  const os = find(['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony']);
  const cpu = find(['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x']);
  if (os === undefined || cpu === undefined) throw new Error(`${name}: its platform cannot be told from its name`);
  const libc = /musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : null;
  return {
    version,
    cpu: [cpu],
    ...(parent.dev === true ? { dev: true } : {}),
    ...(libc === null ? {} : { libc: [libc] }),
    optional: true,
    os: [os],
  };
}
