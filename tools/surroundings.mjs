/** What the machine around us allows: a display, and Chromium's sandbox. Also used by the end-to-end tests. */
import { spawnSync } from 'node:child_process';

/** True where windows can open. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

export const NO_DISPLAY =
  'Tidak ada layar. Jalankan dari desktop (atau atur DISPLAY); tanpa layar: xvfb-run -a npm start, npm test, atau (sesudah npm ci) npm run -s cli\n' +
  'No display. Run it from a desktop session (or set DISPLAY); without one there are: xvfb-run -a npm start, npm test, and (after npm ci) npm run -s cli';

/** Why Chromium's sandbox cannot work here, or null where it can. Only for development and tests: a release never runs without it. */
export function sandboxProblem() {
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return 'root';
  const probe = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' });
  return probe.status === 0 ? null : 'user namespaces';
}
