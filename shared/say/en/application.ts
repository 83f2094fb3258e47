/** What the application says around the windows' own texts, in English. */
import type {
  ApplicationWords,
  ClosingWords,
  DialogWords,
  MenuWords,
  NameWords,
  NoticeWords,
  RefusedWords,
} from '../application.ts';
import { counted, joined } from './sentences.ts';

const roleNotHere = 'This laptop is not set up for that role.';
const recoveryCodeWrong = 'The recovery code is wrong. Check every letter, then try again.';

const refused: RefusedWords = {
  wrongSender: 'The request was refused.',
  invalidInput: 'What was filled in cannot be read. Check it again.',
  internal: 'Something went wrong inside the application. What was saved is safe; try again.',

  noFolder: 'No contest is open. Open or make a contest first.',
  notReady: 'This contest is not ready yet. Close it and open it again.',
  nothingToRecover: 'There is no contest to recover.',
  nothingToUnlock: 'There are no keys to open.',
  keysUnwritable: 'The keys cannot be written to the disk. Check the room on the disk, then try again.',
  openHere: 'Close this contest first.',
  unknownTemplate: 'There is no such sample. Choose another one.',
  notListed: 'That contest is not in the list. Open its folder first.',

  goesOn: {
    'round-open': (categories) =>
      `It is not settled who advances in ${joined(categories)}. Close the round in Ranking first.`,
    'places-open': (categories) =>
      `The ranking in ${joined(categories)} is not settled that far: sheets are not locked, or equal results are not decided.`,
    'no-such-round': () => 'There is no such round, or everybody takes part in it.',
    nobody: () => 'No contestant goes on.',
  },

  signInFirst: 'Sign in first.',
  signInAsCommittee: 'Sign in as the committee first.',
  signInForPin: 'Sign in first, then set your PIN.',
  roleNotHere,
  noSuchJuror: 'There is no such juror in this contest.',
  pinNeeded: 'Type the PIN.',
  pinWrong: 'The PIN is wrong. Try again.',
  pinWait: (seconds) => `Too many wrong PINs. Wait ${counted(seconds, 'second')}, then try again.`,
  pinStays: 'The PIN cannot be removed while this laptop is shared.',
  committeePinFirst: 'Set the committee PIN first.',
  committeePinForSeats: 'Set the committee PIN first, so that jurors on this laptop cannot open each other’s scores.',
  noRecoveryCode: 'No recovery code was ever made on this laptop.',
  recoveryCodeWrong,
  recoveryCodeWait: (seconds) => `Too many wrong codes. Wait ${counted(seconds, 'second')}, then try again.`,
  recoveryCodeUnsaved:
    'The recovery code cannot be saved to the disk. Check the room on the disk, then make a code again.',

  listGone: 'This list was closed. Choose its file once more.',
  noPrinter:
    'Not printed: this laptop has no printer. Install the printer, or use Save PDF and print from another laptop.',
  notPrinted:
    'Not printed: the printer did not take it. Check that it is on and connected, then try again, or use Save PDF.',
  noCodes: 'No juror is waiting for a laptop. Make a new code for a replacement laptop, then print.',
  copyInContest: (folder) =>
    `${folder} is inside a contest folder or a copy of one. A copy there would be lost with that folder. Choose another place, such as a USB stick.`,
  copyIsThere: (folder) => `${folder} already holds the automatic backup. Choose another place, such as a USB stick.`,
  copyFails: {
    away: (folder) => `The folder ${folder} is not there. Plug the USB stick in again, or choose another place.`,
    another: (folder) =>
      `${folder} already holds a backup of another contest with the same name. Move that one away first, or choose another place.`,
    full: (folder) => `There is no room left in ${folder}. Delete something there, or choose another place.`,
    'not-allowed': (folder) =>
      `This laptop may not write in ${folder}. Choose another folder, or a USB stick that is not locked.`,
    'too-long': (folder) =>
      `The path of the folder is too long: ${folder}. Choose a folder nearer to the root, such as the USB stick itself.`,
    other: (folder) =>
      `The backup cannot be written in ${folder}. Plug the USB stick in again, or choose another place.`,
  },
  copyUnwritable: (folder) => `The backup cannot be written in ${folder}. Choose another place.`,
  fileUnwritable: (file) => `The file cannot be written to ${file}. Close it if it is open, or choose another place.`,

  unsigned: (jurors) =>
    `This category is not signed off by ${jurors.join(', ')}. Ask for the sign-off, or confirm that the category is announced without it; the confirmation stands in the recap.`,
  unsealed: (scopes) =>
    `Cannot be announced yet: the result of ${scoped(scopes)} is not sealed. First seal it in Deliberation, with the jury’s chair and the committee’s chair.`,
  sealBroken: (scopes) =>
    `Cannot be announced: the result of ${scoped(scopes)} on this laptop is not the sealed one. Announce nothing from this laptop. Switch on all juror laptops, wait until each is connected on Devices, then try again. If this message comes again, close this contest, press Open contest and choose a backup that was made after the sealing.`,
  sealLacks: (lacks) => `Cannot be sealed yet: ${counted(lacks, 'thing is', 'things are')} lacking. Settle them first.`,
  chairPinFirst: 'The committee’s chair has no PIN on this laptop yet. Ask the chair to make one.',
  chairPinTaken: 'Somebody else on this laptop has this PIN. The committee’s chair chooses one that nobody else knows.',
  resultsWithheld:
    'The result is sealed and not announced. This document is opened with the PIN of the committee’s chair: press Show the results.',
  ceremonyRuns: 'An announcement is running. End it before a rehearsal.',
  tooManyWindows: 'There are as many further screens as possible. Remove one first.',
  drawChanged:
    'The numbers were changed after this draw, or a rehearsal is running. Draw again on Order, or end the rehearsal.',
  noPicture: 'This picture cannot be used. Choose another one.',
  pictureNotKept: 'The picture is not saved because the disk refused. Free some space, then try again.',
  endCeremonyFirst: 'An announcement is running. End it first, then change the language.',
  noCeremony: 'No announcement is running. Choose a category first.',
  resultChanged:
    'The result of this category changed since the announcement began. Check the page Ranking, then start the announcement again.',
  nothingToAnnounce: 'This category has no result that can be announced yet.',

  notInvitation: 'This file is not an invitation of Gelar Juri, or is damaged. Ask the committee to save it again.',
  invitationsUnwritable: 'Invitation files cannot be written in that folder. Choose another folder.',
  isCommittee: 'This is the committee laptop: there is no address to change.',
  onlyCommitteeListens: 'Only the committee laptop can admit juror laptops.',
  notListening: 'This laptop does not admit juror laptops yet. Start admitting juror laptops first.',
  networkNotReady: 'The network is being prepared. Wait a moment, then try again.',
  badCommitteeAddress:
    'That address cannot be read. An example is 192.168.1.10. Copy it from the Devices screen of the committee laptop.',
};

const moveIt =
  'Close this contest, then press Move beside it on the start screen. Do not open it on two laptops from the same folder.';

const notices: NoticeWords = {
  lacking: (entries) =>
    `Not in this folder yet: ${counted(entries, 'entry that was once saved', 'entries that were once saved')}. Connect this laptop with other laptops; what they have comes by itself. Check scores that look empty.`,
  returned: (entries) =>
    `Back from other laptops and in use: ${counted(entries, 'entry', 'entries')} written with the keys of this laptop. This folder was damaged, comes from an old copy, or was used in two places. Use one laptop only.`,
  recovered: (entries, kept) => {
    const taken =
      entries === 0
        ? 'Nothing here could still be read'
        : `${counted(entries, 'entry', 'entries')} from damaged files and backups ${entries === 1 ? 'is' : 'are'} in use again`;
    return `The data was recovered. ${taken}; the rest comes by itself from other laptops once connected. Damaged files are kept in ${kept}.`;
  },
  synchronised: (service) =>
    `The folder of this contest is synchronised by ${service}, which can swap score files while they are in use. ${moveIt}`,
  onNetwork: `The folder of this contest is on the network, not on this laptop: if the network is cut, scores cannot be saved. ${moveIt}`,
};

const dialogs: DialogWords = {
  contestFile: 'Choose a contest file',
  contestFolder: 'Choose a contest folder',
  invitation: 'Choose an invitation file',
  contestantList: 'Choose a list of contestants',
  copyFolder: 'Choose a folder for the backup',
  invitationFolder: 'Save invitation files in',
  saveAs: 'Save as',
  kinds: {
    workbook: 'Excel workbook',
    contestFile: 'Gelar Juri contest file',
    pdf: 'PDF document',
    docx: 'Word document',
    list: 'List of contestants',
    invitation: 'Gelar Juri invitation',
  },
};

const menu: MenuWords = {
  application: '&Application',
  about: 'About Gelar Juri',
  aboutText: 'Jury scoring for Gelar Budaya Kerja without internet.',
  close: 'Close',
  quit: 'Quit',
  edit: '&Edit',
  undo: 'Undo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: '&View',
  larger: 'Larger text',
  smaller: 'Smaller text',
  usualSize: 'Usual size',
  fullScreen: 'Full screen',
};

const closing: ClosingWords = {
  question: 'Close Gelar Juri?',
  ceremonyRuns: 'An announcement is running; the announcement screen closes too.',
  projectorOpen: 'The announcement screen closes too.',
  timerRuns: 'The timer is running.',
  connected: (laptops) =>
    `Connected: ${counted(laptops, 'juror laptop')}; their scores are collected again only when this application is opened.`,
  safe: 'What was saved is safe.',
  confirm: 'Yes, close',
  cancel: 'Do not close',
};

const names: NameWords = {
  seat: (number) => `Juror ${number}`,
  contestToCome: 'Contest being received',
  projector: 'Announcement screen',
  display: (number) => `Display ${number}`,
  seatFolder: (seat) => `Juror ${seat}`,
  invitationFile: (number, seatName) => `Invitation ${number} ${seatName}`,
};

export const englishApplication: ApplicationWords = { refused, notices, dialogs, menu, closing, names };

function scoped(scopes: readonly (string | null)[]): string {
  return joined(scopes.map((scope) => (scope === null ? 'the awards of the whole contest' : `category ${scope}`)));
}
