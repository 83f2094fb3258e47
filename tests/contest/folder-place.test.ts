/** Windows, macOS and Linux as they are described to the program: no machine of these is here. */
import { expect, test } from 'vitest';
import { localContestsFolder, placeOfFolder, type Surroundings } from '../../electron/contest/folder-place.ts';
import { wordsOf } from '../../shared/say/words.ts';

function system(given: Partial<Surroundings>): Surroundings {
  const nothing = { env: {}, realPath: (folder: string) => folder, exists: () => false, mounts: () => '' };
  return { platform: 'linux', home: '/home/sekretariat', ...nothing, ...given };
}

const windows = system({
  platform: 'win32',
  home: 'C:\\Users\\Sekretariat',
  env: { LOCALAPPDATA: 'C:\\Users\\Sekretariat\\AppData\\Local', OneDrive: 'D:\\Awan Kantor' },
});

test.each([
  ['D:\\Awan Kantor\\Documents\\Gelar Juri\\Lomba', 'OneDrive'],
  ['C:\\Users\\Sekretariat\\OneDrive\\Dokumen\\Lomba', 'OneDrive'],
  ['C:\\Users\\Sekretariat\\OneDrive - Pemkab Jepara\\Lomba', 'OneDrive'],
  ['C:\\Users\\Sekretariat\\Dropbox\\Lomba', 'Dropbox'],
  ['G:\\My Drive\\Lomba', 'Google Drive'],
  ['G:\\Drive Saya\\Lomba', 'Google Drive'],
  ['C:\\Users\\Sekretariat\\iCloudDrive\\Lomba', 'iCloud Drive'],
])('[L17] %s is synchronised by %s', (folder, service) => {
  expect(placeOfFolder(folder, windows)).toEqual({ type: 'synchronised', service });
});

test.each([
  'C:\\Users\\Sekretariat\\AppData\\Local\\Gelar Juri\\Lomba\\Jepara',
  'C:\\Users\\Mega\\Documents\\Lomba',
  'D:\\Awan Kantor Lain\\Lomba',
  'D:\\Lomba Dropbox-free\\Gelar',
  'E:\\Lomba',
])('[L17] %s is local', (folder) => {
  expect(placeOfFolder(folder, windows)).toEqual({ type: 'local' });
});

test('[L17] a Windows share is a network folder, also behind a drive letter', () => {
  expect(placeOfFolder('\\\\server\\bagian\\Lomba', windows)).toEqual({ type: 'network' });
  expect(placeOfFolder('\\\\?\\UNC\\server\\bagian\\Lomba', windows)).toEqual({ type: 'network' });
  expect(placeOfFolder('\\\\?\\C:\\Lomba', windows)).toEqual({ type: 'local' });
  const realPath = (folder: string) => folder.replace(/^Z:/, '\\\\server\\bagian');
  expect(placeOfFolder('Z:\\Lomba', { ...windows, realPath })).toEqual({ type: 'network' });
});

test('[L17] a link into a synchronised folder is one, also for a folder that does not exist yet', () => {
  const realPath = (folder: string) => {
    if (folder === '/home/sekretariat/Dokumen') return '/home/sekretariat/Dropbox/Dokumen';
    throw new Error('ENOENT');
  };
  expect(placeOfFolder('/home/sekretariat/Dokumen/Gelar Juri/Baru', system({ realPath }))).toEqual({
    type: 'synchronised',
    service: 'Dropbox',
  });
});

test('[L17] what a service leaves in a folder gives it away, in any folder above', () => {
  const exists = (file: string) => file === '/data/bersama/.stfolder';
  expect(placeOfFolder('/data/bersama/2026/Lomba', system({ exists }))).toEqual({
    type: 'synchronised',
    service: 'Syncthing',
  });
});

test('[L17] a mounted share is a network folder; the longest mount decides', () => {
  const mounts = () =>
    [
      '/dev/sda1 / ext4 rw 0 0',
      '//server/bagian /mnt/kantor\\040bersama cifs rw 0 0',
      '/dev/sdb1 /mnt/kantor\\040bersama/usb vfat rw 0 0',
      '',
    ].join('\n');
  expect(placeOfFolder('/mnt/kantor bersama/Lomba', system({ mounts }))).toEqual({ type: 'network' });
  expect(placeOfFolder('/mnt/kantor bersama/usb/Lomba', system({ mounts }))).toEqual({ type: 'local' });
  expect(placeOfFolder('/mnt/kantor bersama2', system({ mounts }))).toEqual({ type: 'local' });
});

test('[L17] new contests go where the system keeps what is local to this computer and account', () => {
  expect(localContestsFolder(windows, 'C:\\data')).toBe('C:\\Users\\Sekretariat\\AppData\\Local\\Gelar Juri\\Lomba');
  expect(localContestsFolder({ ...windows, env: {} }, 'C:\\data')).toBe('C:\\data\\Lomba');
  const mac = system({ platform: 'darwin', home: '/Users/s' });
  expect(localContestsFolder(mac, '/data')).toBe('/Users/s/Library/Application Support/Gelar Juri/Lomba');
  expect(localContestsFolder(system({}), '/data')).toBe('/home/sekretariat/.local/share/gelar-juri/lomba');
  expect(localContestsFolder(system({ env: { XDG_DATA_HOME: '/srv/d' } }), '/data')).toBe('/srv/d/gelar-juri/lomba');
  for (const each of [windows, mac, system({})]) {
    expect(placeOfFolder(localContestsFolder(each, '/data'), each)).toEqual({ type: 'local' });
  }
});

test('[L17] the warning names the service and what to do', () => {
  const { synchronised, onNetwork } = wordsOf.id.application.notices;
  expect(synchronised('OneDrive')).toMatch(/OneDrive.*Pindahkan/);
  expect(onNetwork).toMatch(/jaringan.*Pindahkan/);
});
