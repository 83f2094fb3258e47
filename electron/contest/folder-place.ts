/**
 * Where contests should lie, and where they should not (rule L17): a live database in a folder that a service synchronises gets
 * replaced under the program's hands, and one on a network drive is not locked reliably. Known variables and path names only;
 * what is not known counts as local. Pure over what it is told of the system, so that a Windows machine is tried anywhere.
 */
import path from 'node:path';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The path behind links, and behind the letter of a network drive (Windows gives `\\server\share` then). */
  readonly realPath: (folder: string) => string;
  readonly exists: (file: string) => boolean;
  /** `/proc/mounts` where there is one, else empty. */
  readonly mounts: () => string;
}

export type FolderPlace =
  | { readonly type: 'local' }
  | { readonly type: 'synchronised'; readonly service: string }
  | { readonly type: 'network' };

/** Folder names under which services put what they synchronise; lower case. */
const services: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( - .+)?$/, 'OneDrive'],
  [/^sharepoint$/, 'SharePoint'],
  [/^dropbox( \(.+\))?$/, 'Dropbox'],
  [/^(google ?drive.*|googledrive.*|my drive|drive saya|drivefs)$/, 'Google Drive'],
  [/^(icloud ?drive|icloud~.+|com~apple~clouddocs|mobile documents)$/, 'iCloud Drive'],
  [/^nextcloud.*$/, 'Nextcloud'],
  [/^owncloud.*$/, 'ownCloud'],
  [/^megasync.*$/, 'MEGA'],
  [/^(pcloud ?drive|pcloudsync)$/, 'pCloud'],
  [/^box sync$/, 'Box'],
  [/^(yandex\.?disk|yandexdisk)$/, 'Yandex Disk'],
  [/^(syncthing|resilio sync|btsync)$/, 'Syncthing'],
];
const variables: readonly (readonly [RegExp, string])[] = [
  [/^onedrive(consumer|commercial)?$/i, 'OneDrive'],
  [/^dropbox(path|_home)?$/i, 'Dropbox'],
];
/** Files that a service leaves in the folder that it synchronises. */
const marks: readonly (readonly [string, string])[] = [
  ['.stfolder', 'Syncthing'],
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.tmp.drivedownload', 'Google Drive'],
  ['.owncloudsync.log', 'ownCloud'],
  ['.sync', 'Resilio Sync'],
];
const networkFileSystems =
  /^(nfs\d?|cifs|smb\d?|smbfs|afpfs|davfs2?|9p|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse)|glusterfs|ceph|afs)$/;

/** What kind of place a folder is; it need not exist yet. */
export function placeOfFolder(folder: string, system: Surroundings): FolderPlace {
  const real = realPathOf(folder, system);
  const names = [folder, real];
  if (names.some(isUnc)) return { type: 'network' };
  const service = firstOf(names, (name) => serviceOf(name, system));
  if (service !== null) return { type: 'synchronised', service };
  return isOnNetworkMount(real, system) ? { type: 'network' } : { type: 'local' };
}

/** Where new contests are put: local to this computer and account, and not roaming. `fallback`: where the system names no place. */
export function localContestsFolder({ platform, env, home }: Surroundings, fallback: string): string {
  const paths = pathOf(platform);
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'];
    return local === undefined || local === ''
      ? paths.join(fallback, 'Lomba')
      : paths.join(local, 'Gelar Juri', 'Lomba');
  }
  if (platform === 'darwin') return paths.join(home, 'Library', 'Application Support', 'Gelar Juri', 'Lomba');
  const data = env['XDG_DATA_HOME'];
  const isAbsolute = data !== undefined && data.startsWith('/');
  return paths.join(isAbsolute ? data : paths.join(home, '.local', 'share'), 'gelar-juri', 'lomba');
}

function realPathOf(folder: string, system: Surroundings): string {
  const paths = pathOf(system.platform);
  for (let at = folder, rest = ''; ;) {
    try {
      return system.realPath(at) + rest;
    } catch {
      const parent = paths.dirname(at);
      if (parent === at) return folder;
      rest = at.slice(parent.length) + rest;
      at = parent;
    }
  }
}

function isUnc(folder: string): boolean {
  return /^(\\\\\?\\UNC\\|\\\\(?![?.]\\)|\/\/[^/])/i.test(folder);
}

function serviceOf(folder: string, system: Surroundings): string | null {
  const parts = folder.split(/[\\/]+/).map((part) => part.toLowerCase());
  for (const [name, value] of Object.entries(system.env)) {
    const known = variables.find(([pattern]) => pattern.test(name));
    if (known !== undefined && value !== undefined && value !== '' && isInside(folder, value, system)) return known[1];
  }
  for (const [pattern, service] of services) {
    if (parts.some((part) => pattern.test(part))) return service;
  }
  const paths = pathOf(system.platform);
  for (let at = folder; ; at = paths.dirname(at)) {
    const mark = marks.find(([file]) => system.exists(paths.join(at, file)));
    if (mark !== undefined) return mark[1];
    if (paths.dirname(at) === at) return null;
  }
}

function isInside(folder: string, parent: string, { platform }: Surroundings): boolean {
  const paths = pathOf(platform);
  const way = paths.relative(parent, folder);
  return way === '' || (!way.startsWith('..') && !paths.isAbsolute(way));
}

function isOnNetworkMount(folder: string, system: Surroundings): boolean {
  if (system.platform !== 'linux') return false;
  let best = { point: '', type: '' };
  for (const line of system.mounts().split('\n')) {
    const [, escaped = '', type = ''] = line.split(' ');
    const point = escaped.replaceAll(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)));
    if (point.length > best.point.length && isInside(folder, point, system)) best = { point, type };
  }
  return networkFileSystems.test(best.type);
}

function firstOf<Value>(values: readonly Value[], find: (value: Value) => string | null): string | null {
  for (const value of values) {
    const found = find(value);
    if (found !== null) return found;
  }
  return null;
}

function pathOf(platform: NodeJS.Platform): path.PlatformPath {
  return platform === 'win32' ? path.win32 : path.posix;
}
