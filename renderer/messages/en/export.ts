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
    text: 'Documents made now are marked PROVISIONAL and must not be signed yet. Complete the results first, on Monitor and Ranking.',
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
  papers: {
    minutes: {
      title: 'Minutes',
      text: 'The official paper of the judging: jury, winners, notes and room for the signatures, with the complete list of scores as its annex. Its number is left to write.',
    },
    'decree-annex': {
      title: 'Annex to the decree',
      text: 'All contestants by rank, for the decree of the head of region. Number and signatory are left to write.',
    },
    'winner-list': {
      title: 'List of winners',
      text: 'Award, number, name, unit and final score of the winners.',
    },
    reasons: {
      title: 'Explanation of the ranks',
      text: 'Why a group has its rank: from the marks of every juror to the tie-break.',
    },
    feedback: {
      title: 'Feedback for the groups',
      text: 'The mean of the jury for each criterion and the jurors’ notes without names. No juror’s own mark is on it.',
    },
    certificates: {
      title: 'Certificates',
      text: 'A page for each winner of each award, or for everybody who took part, with your text and your background picture. Long names become smaller by themselves and are never cut.',
    },
    changes: {
      title: 'History of changes',
      text: 'Every change after a sheet was first locked, or after a group had presented: when, who, from what to what, and why. It holds the scores of jurors.',
    },
    which: 'For the group',
    all: 'All groups, each on pages of its own',
    docx: 'Save Word…',
    printed: 'Handed to the printer: {{name}}.',
  },
  certificate: {
    to: 'For whom',
    winners: 'Winners of all awards',
    participants: 'Everybody who took part',
    edit: 'Write the certificate…',
    title: 'Write the certificate',
    text: 'Text of the certificate',
    textHint:
      'The first line is the title; lines with {{name}} and {{award}} are printed large. A line whose fields are empty is not printed.',
    fields: 'Fields',
    insert: 'Insert the field {{field}}',
    unknown: 'No field, printed as it is: {{fields}}',
    background: 'Background picture',
    backgroundHint:
      'PNG, JPEG or WebP in the shape of a sheet that lies across; it fills the page. Without one, certificates can be printed on forms.',
    signer: 'Signatory',
    signerHint: 'Leave office and name empty where the picture has the signature already.',
    role: 'Office of the signatory',
    name: 'Name of the signatory',
    rank: 'Rank',
    nip: 'NIP',
    top: 'Free above',
    bottom: 'Free below',
    millimetres: '{{value}} mm',
    preview: 'Sample with the longest name',
    cancel: 'Cancel',
    save: 'Save the text of the certificate',
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
  progress: {
    facts: 'Reading the log: {{done}} of {{of}}',
    pages: 'Composing the pages, parts: {{of}}',
    pdf: 'Making the PDF, pages: {{of}}',
  },
  cancelMaking: 'Stop',
  done: 'Saved:',
  showInFolder: 'Open folder',
  cancelled: 'Not saved: you cancelled.',
  notPrinted: 'Not printed: you cancelled.',
};
