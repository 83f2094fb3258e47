/** Why a contest's folder cannot be used, in English. */
import type { FolderWords } from '../folders.ts';
import { counted } from './sentences.ts';

export const englishFolders: FolderWords = {
  refused: {
    'in-use': () => 'Another program on this laptop has this contest open. Close it there first.',
    taken: () => 'This folder already holds a contest. Choose another folder or open that contest.',
    absent: ({ dir }) => `There is no Gelar Juri contest in ${dir}. Choose the right contest folder.`,
    'nothing-to-move': ({ dir }) => `There is no contest in ${dir} that can be moved.`,
    'half-made': ({ dir }) => `The making of ${dir} was cut short. Make the contest again in that folder.`,
    'keys-damaged': ({ dir }) =>
      `The key file in ${dir} is damaged or belongs to another account. Restore it from a backup.`,
    'keys-elsewhere': () =>
      'The keys of this folder are protected by the computer. Open it with the application Gelar Juri in the same account.',
    'keys-locked': () =>
      'The computer cannot open the keys of this contest any more: the account’s password was reset, or the folder comes from another account or computer. The scores in it are whole.',
    'too-new': () => 'This contest was made by a newer Gelar Juri. Update this application.',
    'cannot-be-made': ({ dir }) =>
      `The folder ${dir} cannot be made. Check permissions and room on the disk, then try again.`,
    'cannot-be-written': ({ dir }) => `Cannot write in ${dir}. Check permissions and room on the disk, then try again.`,
    'cannot-go-on': ({ dir }) =>
      `Cannot write in ${dir}. Its data was not changed. Check permissions and make room on the disk, then open it again.`,
    'cannot-be-moved': () =>
      'The contest cannot be moved. Check the room on the disk, then try again; the old folder is untouched.',
    'mending-stopped': ({ dir }) =>
      `The recovery in ${dir} stopped; no file was lost. Make room on the disk and close other programs that have the folder open, then repeat it.`,
  },
  damaged: (dir, reasons) =>
    `The data in ${dir} is damaged (${reasons.join('; ')}). Files were not changed. Recover from other laptops, or open a backup.`,
  unreadableFile: 'the file cannot be read',
  wal: (place) => `contest.sqlite-wal: ${walPlaces[place]}`,
  unread: (entries) =>
    entries === 1
      ? '1 entry that was once saved cannot be read here any more'
      : `${entries} entries that were once saved cannot be read here any more`,
  unreadOf: (entries, first, last) =>
    `${counted(entries, 'saved entry', 'saved entries')} cannot be read any more: numbers ${first} to ${last}`,
  awaited: (entries) =>
    `not here yet: ${counted(entries, 'entry that was once saved', 'entries that were once saved')}`,
};

const walPlaces = {
  beginning: 'its beginning is damaged',
  middle: 'damaged in the middle',
  end: 'damaged before its end',
};
