/** Files that people hand over, in English. */
import { limits } from '../../limits.ts';
import type { FileWords } from '../files.ts';

const megabytes = (bytes: number): string => `${Math.floor(bytes / (1024 * 1024))} MB`;
const retry = 'then choose that file here.';

export const englishFiles: FileWords = {
  why: {
    absent: 'the file or its folder does not exist. Check the place and the name',
    'is-folder': 'it is a folder, not a file',
    'not-allowed': 'the system does not allow it',
  },
  unreadable: (file, why) => `The file ${file} cannot be read: ${why}.`,
  unwritable: (file, why) => `${file} cannot be written: ${why}.`,
  notUtf8: (file) => `${file} is not UTF-8 text`,
  notJson: (file) => `The file ${file} cannot be read as JSON.`,
  contestFileTooLarge: (file) => `${file} is too large for a contest file`,
  contestFileUnreadable: (file, why) => `${file} cannot be read: ${why}.`,
  spreadsheet: {
    'not-found': 'The file cannot be opened. Check that it is still in its place and may be read.',
    'not-a-spreadsheet':
      'This file is not a known kind of spreadsheet. Open it with Excel or LibreOffice, then save it as .xlsx, .xls, .ods or .csv.',
    empty: 'This file is empty. Choose a file with the list of contestants.',
    encrypted: 'This file is protected by a password. Save it without the password, then try again.',
    damaged: 'This file is damaged or incomplete. Open and save it with Excel or LibreOffice, then try again.',
    'too-large': `This file is too large (at most ${megabytes(limits.spreadsheetBytes)}, and ${megabytes(limits.spreadsheetInflatedBytes)} once opened). Save only the list to a new file.`,
    'too-many-entries': `This file has too many parts (at most ${limits.spreadsheetEntries}). Save only the list to a new file.`,
    'too-many-rows': `This sheet has more than ${limits.spreadsheetRows} rows. Save only the list to a new file.`,
    'too-many-columns': `This sheet has more than ${limits.spreadsheetColumns} columns. Save only the list to a new file.`,
    'timed-out': 'Reading this file took too long and was stopped. Save only the list to a new file.',
  },
  foreign: {
    word: `This is a Word document. Open it with Word or LibreOffice, select its table, copy it (Ctrl+C), paste it (Ctrl+V) into an empty sheet in Excel, save as .xlsx, ${retry}`,
    rtf: `This is a text document (RTF). Open it with Word or LibreOffice, copy its table into an empty sheet in Excel, save as .xlsx, ${retry}`,
    pdf: `This is a PDF file; it cannot be read as a table. Ask for the original Excel file, or copy the table into Excel, check its rows, save as .xlsx, ${retry}`,
    image: `This is a picture or photo; its writing cannot be read. Ask for the original Excel file, or type the list in Excel, ${retry}`,
    presentation: `This is a presentation. Copy its table into an empty sheet in Excel, save as .xlsx, ${retry}`,
    google: `This is only a link to Google Sheets, not the list. Open the link in a browser, choose File > Download > Microsoft Excel (.xlsx), ${retry}`,
    html: `This is a web page, not a spreadsheet. Open it with Excel or LibreOffice, save as .xlsx, ${retry}`,
    xml: `This is a spreadsheet in the form of XML. Open it with Excel or LibreOffice, save as .xlsx, ${retry}`,
    archive: `This is an archive (zip), not a spreadsheet. First take out the file inside it, ${retry}`,
    'binary-workbook': `This is a binary Excel workbook (.xlsb). Open it with Excel or LibreOffice, save as .xlsx, ${retry}`,
  },
};
