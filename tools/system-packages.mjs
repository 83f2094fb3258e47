/**
 * The Debian packages that Electron and the tests need on Linux. As root on Debian (and its children) they are installed; otherwise the one command to run
 * is printed. On other systems nothing is checked here: Electron itself says which library it misses.
 */
import { existsSync } from 'node:fs';
import { run, say, Stop, timed } from './project.mjs';

/** Names of one need in different releases, newest last. */
const FOR_WINDOWS = [['libgtk-3-0', 'libgtk-3-0t64'], ['libnss3'], ['libasound2', 'libasound2t64'], ['libgbm1']];
const FOR_TESTS = [
  ['xvfb'],
  ['xauth'],
  ['libreoffice-calc'],
  ['libreoffice-writer'],
  ['fonts-liberation'],
  ['poppler-utils'],
  ['strace'],
];
const FOR_FALLBACK = [['unzip'], ['g++'], ['make'], ['python3']];

/** What opens windows, and with `forTests` also what the tests call. */
export function installSystemPackages(forTests) {
  return install(forTests ? [...FOR_WINDOWS, ...FOR_TESTS] : FOR_WINDOWS);
}

/** What unpacks the fallback runtime and compiles its database module; a program found on the path will do, however it came there. */
export function installFallbackTools() {
  return install(FOR_FALLBACK.filter(([name]) => !isOnPath(name)));
}

async function install(needs) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = await missingOf(needs);
  if (missing.length === 0) return;
  const names = await Promise.all(missing.map(nameInThisRelease));
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (process.getuid?.() !== 0) {
    throw new Stop(`Paket sistem belum lengkap / system packages are missing. Jalankan / run:\n\n  sudo ${command}\n`);
  }
  await timed(`Memasang paket sistem / installing system packages: ${names.join(' ')}`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const [program, ...args] = command.split(' ');
    let answer = await run(program, args, { quiet: true, env });
    if (answer.code !== 0) {
      say('   apt-get update');
      await run('apt-get', ['update', '-q'], { quiet: true, env });
      answer = await run(program, args, { quiet: true, env });
    }
    if (answer.code !== 0) throw new Stop(`${answer.output.trim()}\n\nGagal / failed:  ${command}`);
  });
}

async function missingOf(needs) {
  const names = needs.flat();
  if (names.length === 0) return [];
  const { output } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Abbrev}\n', ...names], {
    quiet: true,
  });
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => / .i/.test(line))
      .map((line) => line.split(' ')[0]),
  );
  return needs.filter((need) => !need.some((name) => installed.has(name)));
}

async function nameInThisRelease(names) {
  for (const name of names) {
    const { output } = await run('apt-cache', ['policy', name], { quiet: true });
    if (/Candidate: (?!\(none\))/.test(output)) return name;
  }
  return names[0];
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => folder !== '' && existsSync(`${folder}/${program}`));
}
