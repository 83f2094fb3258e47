/** Reading a list, in English. */
import type { Colour, Fact, ImportField, MarkedLook, NumberStyle, SetApart } from '../../import/sightings.ts';
import { indonesianImport } from '../id/importing.ts';
import type { ImportWords } from '../importing.ts';
import { counted } from './sentences.ts';

export const englishImport: ImportWords = {
  // It becomes data of the contest, as its people write it.
  generalCategory: indonesianImport.generalCategory,
  refused: {
    'no-list': ({ sheets }) =>
      `No list of contestants was found in sheet ${quoted(sheets)}. Give its columns headings such as No Urut, Nama KBK and Unit Kerja, or choose the columns yourself.`,
    'unknown-sheet': ({ name, sheets }) => `There is no sheet "${name}". Sheets of this file: ${quoted(sheets)}.`,
    'unknown-column': ({ column, sheet, last }) =>
      `There is no column ${column} in sheet "${sheet}". Choose a column from A to ${last}.`,
  },
  problem: {
    'number-twice': ({ number, first: { row, sheet } }) =>
      `Running number ${number} is used in row ${row}${sheet === undefined ? '' : ` of sheet ${sheet}`} already. Correct one of them.`,
    'number-not-whole': () => 'The running number is not a whole number. Write digits only, for example 7.',
    'name-blank': () => 'The group name is missing. Fill it in in the list, then import again.',
    'unit-blank': () => 'The work unit is missing. Fill it in in the list, then import again.',
    'text-too-long': ({ length, most }) =>
      `The text is too long (${length} letters, at most ${most}). Shorten it first.`,
    'category-blank': () => 'The category is missing, although other rows have one.',
    'category-to-choose': () => 'Choose a category for this row.',
    'category-not-in-contest': ({ category, known }) =>
      `The category "${category}" is not in this contest (${known.join(', ')}).`,
    'category-to-add': ({ category }) =>
      `The category "${category}" is not in this contest yet. Add that category or correct the list.`,
  },
  seen: {
    'no-number-column': () => 'Which column holds the running number?',
    'running-numbers': ({ column, heading }) =>
      `Column ${column} "${heading}" only counts rows; another column has different numbers. Which is the running number from the draw?`,
    'several-sheets': ({ names }) =>
      `This workbook has lists on several sheets: ${quoted(names)}. Which hold contestants?`,
    'several-tables': ({ count, others }) => {
      const names = others.map(({ caption, place }) => (caption === '' ? places[place] : `"${caption}"`));
      const rows = others.map(({ firstRow }) => firstRow);
      return `This sheet has ${count} lists; the others: ${names.join(', ')} (from row ${rows.join(', ')}). Are all of them contestants?`;
    },
    headings: ({ texts, rows }) =>
      `Between the contestants there are headings: ${quoted(texts)} (${rowList(rows)}). What do they mean?`,
    agenda: ({ rows, names }) =>
      `Part of the programme, it seems, not contestants, in ${rowList(rows)}: ${quoted(names)}.`,
    'hidden-rows': (told) => `Hidden or filtered in this sheet: ${named(told)}. Are they contestants?`,
    'marked-rows': ({ look, ...told }) => `${capitalLook(look)} in this sheet: ${named(told)}. What does it mean?`,
    'hidden-columns': ({ columns }) => `Hidden in this sheet but filled: column ${columns.map(headed).join(', ')}.`,
    'unknown-columns': ({ columns }) =>
      `Filled, but with a heading that is not known: column ${columns.map(headed).join(', ')}. What is it used as?`,
    'texts-below-names': ({ rows, example }) =>
      `Only text below a group name in ${rowList(rows)}, for example "${example}". What is it read as?`,
    'facts-in-one-cell': ({ column, apart, example }) =>
      `Column ${column} holds more than one thing ${apartTexts[apart]}, for example "${example}".`,
    'title-beside-unit': ({ column, apart }) => `Column ${column} holds work unit and title ${apartTexts[apart]}.`,
    'same-group': ({ names, rows }) => `The same group is written more than once: ${quoted(names)} (${rowList(rows)}).`,
    'repeated-names': ({ groups }) =>
      `Group names repeat in rows that follow each other, like one row for each member. Read as ${counted(groups, 'group')}.`,
    'member-rows': ({ groups, members }) =>
      `This list has one row for each member of a group. Read as ${counted(groups, 'group')}; ${counted(members, 'row')} of members not read.`,
    'styled-numbers': ({ column, style, example }) =>
      `Running numbers in column ${column} are written as ${styles[style]}, for example "${example}". Which number is meant?`,
    'notes-below': ({ rows, example }) =>
      `Numbered notes below the list, it seems, not contestants, in ${rowList(rows)}, for example "${example}".`,
  },
  choice: {
    contestants: () => 'Contestants: import them',
    'no-contestants': () => 'Not contestants: leave them out',
    notes: () => 'Notes: leave them out',
    agenda: () => 'Part of the programme: leave them out',
    withdrawn: () => 'Withdrawn',
    'no-show': () => 'Did not appear',
    disqualified: () => 'Disqualified',
    'means-nothing': () => 'It means nothing: they stay contestants',
    'one-per-group': () => 'One contestant for each group',
    'one-per-row': () => 'Each row is a contestant',
    'all-different': () => 'Different contestants indeed: import all',
    'first-row': () => 'Written twice: use the first row',
    'last-row': () => 'Written twice: use the last row',
    'category-below': () => 'Category of the contestants below',
    'unit-below': () => 'Work unit of the contestants below',
    'no-category': () => 'Day, session, room or break: not a category',
    'all-tables': () => 'All of them are contestants',
    'table-each-category': () => 'All are contestants; the text above each list is its category',
    'first-table': () => 'Only the first list',
    'sheet-each-category': () => 'All sheets; each sheet is a category',
    'sheets-together': () => 'All sheets as one list (days, sessions or rooms)',
    'only-sheet': ({ name, rows }) => `Only sheet "${name}" (${counted(rows, 'row')})`,
    'numbers-of-column': ({ samples, ...column }) => `Column ${headed(column)}: ${samples.join(', ')}, …`,
    'not-drawn': () => 'None: running numbers are not drawn yet',
    'columns-as': ({ columns }) => columns.map(({ column, field }) => `${column} as ${fields[field]}`).join(', '),
    'columns-unused': () => 'Not used',
    'columns-unread': () => 'Not read',
    'columns-read': () => 'Read like the other columns',
    'fact-of-group-above': ({ fact }) => `${fact === 'unit' ? 'Work unit' : 'Title'} of the group above`,
    'another-group': () => 'Another group',
    'split-into': ({ facts: parts }) => `Split into ${parts.map((fact) => facts[fact]).join(' and ')}`,
    'left-as-name': () => 'Left as the group name',
    'split-unit-and-title': () => 'Split into work unit and title',
    'left-as-unit': () => 'Left as the work unit',
    'numbers-read': ({ example, value }) => `Read as its number: "${example}" becomes ${value ?? '–'}`,
    'numbers-blank': () => 'Not read; the running number stays blank',
  },
};

const fields: Readonly<Record<ImportField, string>> = {
  number: 'running number',
  name: 'group name',
  unit: 'work unit',
  title: 'title',
  category: 'category',
  status: 'remark',
  slot: 'time on stage',
};

const facts: Readonly<Record<Fact, string>> = { name: fields.name, unit: fields.unit, title: fields.title };

const places = { right: 'columns to the right', below: 'columns below' } as const;

const apartTexts: Readonly<Record<SetApart, string>> = {
  lines: 'on different lines',
  brackets: 'in brackets',
  quotes: 'in quotation marks',
  hyphen: 'with a hyphen',
  slash: 'with a slash',
  semicolon: 'with a semicolon',
  colon: 'with a colon',
  comma: 'with a comma',
  'word-from': 'with the word “dari”',
};

const styles: Readonly<Record<NumberStyle, string>> = {
  roman: 'Roman numerals',
  'digits-and-words': 'digits with the number in words',
  'of-total': 'a number of a total',
  ordinal: 'ordinals',
  words: 'numbers in words',
  'after-letters': 'digits after letters',
  'before-letters': 'digits before letters',
  'letter-number': 'numbers of a letter',
  letter: 'letters',
};

const colours: Readonly<Record<Colour, string>> = {
  black: 'black',
  grey: 'grey',
  red: 'red',
  orange: 'orange',
  yellow: 'yellow',
  green: 'green',
  blue: 'blue',
  purple: 'purple',
};

function capitalLook(look: MarkedLook): string {
  if (look === 'struck') return 'Struck through';
  return look === 'struck-or-coloured' ? 'Struck through or coloured' : `Coloured ${colours[look]}`;
}

function headed({ column, heading }: { readonly column: string; readonly heading: string }): string {
  return heading === '' ? column : `${column} "${heading}"`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/** `rows 3, 5 and 8 (KBK Mawar, KBK Melati, …)`. */
function named({ rows, names }: { readonly rows: readonly number[]; readonly names: readonly string[] }): string {
  const more = rows.length > names.length ? ', …' : '';
  return names.length === 0 ? rowList(rows) : `${rowList(rows)} (${names.join(', ')}${more})`;
}

/** `row 3`, `rows 3, 5, 8 and 12`, shortened where there are many. */
function rowList(rows: readonly number[]): string {
  const shown = rows.slice(0, 8).map(String);
  if (rows.length > shown.length) return `rows ${shown.join(', ')}, … (${rows.length} rows)`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? `row ${last}` : `rows ${shown.join(', ')} and ${last}`;
}
