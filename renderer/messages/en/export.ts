/** Texts of the documents' screen. */
import type { exports as indonesian } from '../id/export.ts';
import type { Texts } from '../texts.ts';

export const exports: Texts<typeof indonesian> = {
  title: 'Documents',
  empty: {
    title: 'Nothing for official documents yet',
    text: 'Fill in the categories and contestants first; then the workbook, the recap and the list of winners are made here.',
  },
  hint: 'Official sheets, prints and copies. Make each whenever you need it, as often as you like.',
  provisional: {
    title: 'Results are not complete: {{categories}}',
    text: 'Documents made now are marked as provisional and must not be used for the minutes. Complete the results first, on Monitor and Ranking.',
  },
  official: 'Official sheets',
  copies: 'Contest file and backups',
  workbook: {
    title: 'Excel workbook',
    text: 'The official recap with live formulas, ready to be recalculated in Excel or LibreOffice:',
    recap: 'Recap: final scores and ranks of every category',
    juror: 'Sheet of every juror: scores by criterion, for the juror to sign',
    winners: 'List of winners: annex to the minutes and the decree',
    save: 'Save workbook…',
  },
  recap: {
    title: 'Recap on paper',
    text: 'Score recap of all categories, for the plenary and the signatures of the jury.',
    print: 'Print…',
    pdf: 'Save PDF…',
    printed: 'The recap was handed to the printer.',
  },
  contestFile: {
    title: 'Contest file',
    text: 'The whole contest in one file, without jurors’ notes: for the archive, to be checked with another tool, or to begin next year’s contest with (without scores).',
    withScores: 'Save with scores…',
    withoutScores: 'Save without scores…',
    secret: 'A file with scores holds the scores of every juror. Keep it in a safe place.',
  },
  backup: {
    title: 'Backup',
    text: 'Copies everything on this laptop to another folder, best on a USB stick. A backup opens like any other contest.',
    save: 'Make a backup…',
    last: 'Last backup: {{time}}',
    never: 'No backup yet.',
  },
  working: 'Working…',
  done: 'Saved:',
  showInFolder: 'Open folder',
  cancelled: 'Not saved: you cancelled.',
  notPrinted: 'Not printed: you cancelled.',
};
