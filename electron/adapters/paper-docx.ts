/**
 * Writes a paper as a .docx that a secretariat goes on editing: styles, page fields, repeated heads of tables, rows that do not break,
 * signatures that stay with what they sign (rule X25). The only place that knows the library.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  HeightRule,
  HorizontalPositionRelativeFrom,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  VerticalPositionRelativeFrom,
  WidthType,
  type ISectionOptions,
} from 'docx';
import {
  edgesOf,
  gapBelow,
  letterheadSize,
  logoSize,
  paperSizes,
  readable,
  sheetSize,
  type Paper,
  type PaperBlock,
  type PaperColumn,
  type PaperSection,
  type Run,
} from '../../shared/documents/model/paper.ts';
import type { Picture } from '../../shared/lib/picture.ts';
import type { Signature } from '../../shared/documents/workbook/signatures.ts';
import { wordsOf } from '../../shared/say/words.ts';

const twipsPerMillimetre = 1440 / 25.4;
const twipsPerPoint = 20;
const pixelsPerPoint = 96 / 72;
/** For a hand. */
const handRoom = 48 * twipsPerPoint;
/** Letters of a code that has room beside the page's number. */
const codeBesidePage = 60;

const locales = { id: 'id-ID', en: 'en-GB' } as const;

/** The bytes of the .docx file. */
export async function paperDocx(paper: Paper): Promise<Uint8Array> {
  const lists = { next: 0 };
  const document = new Document({
    title: paper.title,
    creator: 'Gelar Juri',
    styles: stylesOf(paper),
    numbering: {
      config: [
        { reference: 'numbers', levels: [level(LevelFormat.DECIMAL, '%1.', 24)] },
        { reference: 'bullets', levels: [level(LevelFormat.BULLET, '•', 14)] },
      ],
    },
    sections: paper.sections.map((section, index) => sectionOf(paper, section, paper.sections[index - 1], lists)),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function level(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, indent: number) {
  const left = indent * twipsPerPoint;
  return {
    level: 0,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left, hanging: left } } },
  };
}

function stylesOf({ textSize, language }: Paper) {
  const half = textSize * 2;
  const after = (points: number) => ({ spacing: { after: points * twipsPerPoint } });
  return {
    default: {
      document: { run: { font: 'Arial', size: half, language: { value: locales[language] } } },
      title: {
        run: { size: half, bold: true, font: 'Arial', color: '000000' },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
      },
      heading1: {
        run: { size: half, bold: true, font: 'Arial', color: '000000' },
        paragraph: { keepNext: true, spacing: { before: 120, after: 120 } },
      },
    },
    paragraphStyles: [
      { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', quickFormat: true, paragraph: after(6) },
      { id: 'SmallText', name: 'Small Text', basedOn: 'BodyText', run: { size: 18 }, paragraph: after(3) },
      { id: 'ListItem', name: 'List Item', basedOn: 'Normal', paragraph: after(3) },
      { id: 'SmallItem', name: 'Small Item', basedOn: 'ListItem', run: { size: 18 } },
      { id: 'TableText', name: 'Table Text', basedOn: 'Normal', run: { size: 20 } },
      { id: 'Letterhead', name: 'Letterhead', basedOn: 'Normal', paragraph: { alignment: AlignmentType.CENTER } },
      { id: 'Signature', name: 'Signature', basedOn: 'Normal', paragraph: { alignment: AlignmentType.CENTER } },
      { id: 'Gap', name: 'Gap', basedOn: 'Normal', run: { size: 8 } },
      { id: 'Footer', name: 'Footer', basedOn: 'Normal', run: { size: 16, color: '444444' } },
      {
        id: 'Header',
        name: 'Header',
        basedOn: 'Normal',
        run: { size: 18, bold: true, color: 'B00000' },
        paragraph: { alignment: AlignmentType.CENTER },
      },
    ],
  };
}

interface Lists {
  /** Of the next list: each counts from one. */
  next: number;
}

function sectionOf(
  paper: Paper,
  section: PaperSection,
  before: PaperSection | undefined,
  lists: Lists,
): ISectionOptions {
  const { width, height } = paperSizes[paper.size];
  const { isAcross, margins } = paper.page;
  const room = Math.round((sheetSize(paper).width - margins.left - margins.right) * twipsPerMillimetre);
  const twips = (millimetres: number): number => Math.round(millimetres * twipsPerMillimetre);
  const { documents, papers } = wordsOf[paper.language];
  const [ahead = '', between = '', behind = ''] = documents.pageOf('\ue000', '\ue001').split(/[\ue000\ue001]/);
  const code = papers.checkCode(paper.checkCode);
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        // The library turns the sheet itself.
        size: {
          width: twips(width),
          height: twips(height),
          orientation: isAcross ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(margins.top),
          right: twips(margins.right),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          header: twips(edgesOf(paper.page).marks + 1),
          footer: twips(edgesOf(paper.page).foot + (isAcross ? 0 : 4)),
        },
      },
    },
    ...headerOf(paper, section, before),
    footers: {
      default: new Footer({
        children: [
          new Paragraph({ style: 'Footer', children: runs([{ text: section.identity }]) }),
          // The codes of many seals take lines of their own.
          ...(code.length > codeBesidePage
            ? [new Paragraph({ style: 'Footer', children: runs([{ text: code }]) })]
            : []),
          new Paragraph({
            style: 'Footer',
            tabStops: [{ type: TabStopType.RIGHT, position: room }],
            children: [
              ...(code.length > codeBesidePage ? [] : runs([{ text: code }])),
              new TextRun({
                children: [new Tab(), ahead, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, behind],
              }),
            ],
          }),
        ],
      }),
    },
    children: [
      ...(section.hasLetterhead ? letterheadOf(paper, room) : []),
      ...section.blocks.flatMap((block, index) =>
        blockOf(block, {
          room,
          lists,
          isSigned: section.blocks[index + 1]?.type === 'signatures',
          isFollowed: index < section.blocks.length - 1,
        }),
      ),
    ],
  };
}

/** Marks, and the picture behind the page: a section like the one before it goes on with that one's. */
function headerOf(
  paper: Paper,
  { marks }: PaperSection,
  before: PaperSection | undefined,
): Pick<ISectionOptions, 'headers'> {
  const { background } = paper.page;
  if (background !== null && before?.marks.join('\n') === marks.join('\n')) return {};
  const behind = background === null ? [] : [pictureBehind(paper, background)];
  // A header without a paragraph is none.
  const lines = (marks.length > 0 ? marks : ['']).map(
    (mark, index) =>
      new Paragraph({ style: 'Header', children: [...(index === 0 ? behind : []), ...runs([{ text: mark }])] }),
  );
  return { headers: { default: new Header({ children: lines }) } };
}

function pictureBehind(paper: Paper, { type, bytes }: Picture): ImageRun {
  const { width, height } = sheetSize(paper);
  const pixels = (millimetres: number): number => Math.round((millimetres / 25.4) * 96);
  return new ImageRun({
    type: type === 'png' ? 'png' : 'jpg',
    data: bytes,
    transformation: { width: pixels(width), height: pixels(height) },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: 0 },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: 0 },
      behindDocument: true,
      allowOverlap: true,
    },
  });
}

interface Place {
  /** Twips. */
  readonly room: number;
  readonly lists: Lists;
  /** Its last lines stay with the signatures that follow. */
  readonly isSigned: boolean;
  /** Something follows in its section. */
  readonly isFollowed: boolean;
}

type Written = Paragraph | Table;

function blockOf(block: PaperBlock, place: Place): readonly Written[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraphOf(block, place.isSigned)];
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          children: runs([{ text: block.label === '' ? block.text : `${block.label} ${block.text}` }]),
        }),
      ];
    case 'list': {
      place.lists.next += 1;
      const instance = place.lists.next;
      return block.items.map(
        (item, index) =>
          new Paragraph({
            style: block.look === 'small' ? 'SmallItem' : 'ListItem',
            numbering: { reference: block.marks, level: 0, instance, custom: true },
            keepNext: index === block.items.length - 1 ? place.isSigned || block.keepsNext === true : index === 0,
            children: runs(item),
          }),
      );
    }
    case 'fields':
      return [fieldsOf(block.rows, place.room), gap(place.isSigned)];
    case 'table':
      return [tableOf(block, place), gap(place.isSigned)];
    case 'signatures':
      return block.rows.flatMap((row, index) => [
        gap(true),
        signaturesOf(row, place.room, place.isFollowed || index < block.rows.length - 1),
        gap(place.isFollowed || index < block.rows.length - 1),
      ]);
  }
}

function paragraphOf(
  { runs: text, align = 'left', look, size, keepsNext = false }: Extract<PaperBlock, { readonly type: 'paragraph' }>,
  isSigned: boolean,
): Paragraph {
  const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, justify: AlignmentType.JUSTIFIED };
  const keepNext = keepsNext || isSigned || look === 'title';
  if (look === 'title') return new Paragraph({ heading: HeadingLevel.TITLE, keepNext, children: runs(text) });
  return new Paragraph({
    style: look === 'small' ? 'SmallText' : 'BodyText',
    alignment: alignments[align],
    keepNext,
    ...(size === undefined ? {} : { spacing: { after: Math.round(gapBelow(size) * twipsPerPoint) } }),
    children: runs(text, size === undefined ? undefined : size * 2),
  });
}

/** Between tables, which would else become one. */
function gap(keepNext: boolean): Paragraph {
  return new Paragraph({ style: 'Gap', keepNext });
}

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const borderless = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
};

function cellMargins(sides: number, edges: number) {
  return { left: sides, right: sides, top: edges, bottom: edges, marginUnitType: WidthType.DXA };
}

function tableOf(
  { columns, rows, look, rowHeight, together = false }: Extract<PaperBlock, { readonly type: 'table' }>,
  { room, isSigned }: Place,
): Table {
  const widths = columns.map(({ share }) => Math.round(share * room));
  const hasHead = columns.some(({ head }) => head !== '');
  const cell = (text: string, at: number, { align = 'left', bold = false }: PaperColumn, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      ...(isHead ? { shading: { fill: 'E7EDF7' }, verticalAlign: VerticalAlignTable.CENTER } : {}),
      children: [
        new Paragraph({
          style: 'TableText',
          alignment: isHead ? AlignmentType.CENTER : cellAlignments[align],
          children: runs([{ text, bold: isHead || bold }], isHead || look === 'small' ? 18 : undefined),
        }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: columns.map((column, at) => cell(column.head, at, column, true)),
  });
  return new Table({
    width: { size: room, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: cellMargins(80, 40),
    rows: [
      ...(hasHead ? [head] : []),
      ...rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            keepNext:
              (index < rows.length - 1 && (together || index === 0 || index === rows.length - 2)) ||
              (isSigned && index === rows.length - 1),
            ...(rowHeight === undefined
              ? {}
              : { height: { value: rowHeight * twipsPerPoint, rule: HeightRule.ATLEAST } }),
            children: columns.map((column, at) => cell(row[at] ?? '', at, column, false)),
          }),
      ),
    ],
  });
}

const cellAlignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function fieldsOf(rows: readonly (readonly [string, string])[], room: number): Table {
  const widths = [0.25, 0.03, 0.72].map((share) => Math.round(share * room));
  return new Table({
    width: { size: room, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: borderless,
    margins: cellMargins(0, 20),
    rows: rows.map(
      ([name, value]) =>
        new TableRow({
          cantSplit: true,
          keepNext: true,
          children: [name, ':', value].map(
            (text, at) =>
              new TableCell({
                width: { size: widths[at] ?? 0, type: WidthType.DXA },
                children: [new Paragraph({ children: runs([{ text }]) })],
              }),
          ),
        }),
    ),
  });
}

/** Roles beside each other above, names on one line below the room for the hands. */
function signaturesOf(row: readonly (Signature | null)[], room: number, isFollowed: boolean): Table {
  const width = Math.floor(room / row.length);
  const size = row.length > 2 ? 20 : 22;
  const line = (text: string, look: Omit<Run, 'text'>, before: number, keepNext: boolean): Paragraph =>
    new Paragraph({
      style: 'Signature',
      keepNext,
      spacing: { before },
      children: runs([{ text, ...look }], size),
    });
  const cell = (children: readonly Paragraph[], isRole: boolean): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      ...(isRole ? { verticalAlign: VerticalAlignTable.BOTTOM } : {}),
      children: children.length === 0 ? [new Paragraph({ keepNext: isRole || isFollowed })] : children,
    });
  const named = ({ name, title, nip }: Signature): readonly Paragraph[] => [
    line(
      name ?? '( .............................. )',
      name === null ? {} : { bold: true, underline: true },
      handRoom,
      isFollowed,
    ),
    ...[title, nip].flatMap((text) => (text === null ? [] : [line(text, {}, 0, isFollowed)])),
  ];
  return new Table({
    width: { size: width * row.length, type: WidthType.DXA },
    columnWidths: row.map(() => width),
    layout: TableLayoutType.FIXED,
    borders: borderless,
    margins: cellMargins(80, 0),
    rows: [
      new TableRow({
        cantSplit: true,
        keepNext: true,
        children: row.map((one) =>
          cell(one === null || one.role === '' ? [] : [line(one.role, {}, 6 * twipsPerPoint, true)], true),
        ),
      }),
      new TableRow({
        cantSplit: true,
        keepNext: isFollowed,
        children: row.map((one) => cell(one === null ? [] : named(one), false)),
      }),
    ],
  });
}

function letterheadOf({ letterhead: { logo, lines } }: Paper, room: number): readonly Written[] {
  if (lines.length === 0) return [];
  const said = lines.map(
    (text, index) =>
      new Paragraph({
        style: 'Letterhead',
        keepNext: true,
        children: runs([{ text, bold: index < 2 }], letterheadSize(index) * 2),
      }),
  );
  const rule = new Paragraph({
    style: 'Gap',
    keepNext: true,
    spacing: { after: 12 * twipsPerPoint },
    border: { bottom: { style: BorderStyle.DOUBLE, size: 6, color: '000000', space: 1 } },
  });
  if (logo === null) return [...said, rule];
  const { width, height } = logoSize(logo);
  const picture = new ImageRun({
    type: logo.type === 'png' ? 'png' : 'jpg',
    data: logo.bytes,
    transformation: { width: Math.round(width * pixelsPerPoint), height: Math.round(height * pixelsPerPoint) },
  });
  const side = Math.round((width + 10) * twipsPerPoint);
  const widths = [side, room - side];
  const cells = [[new Paragraph({ keepNext: true, children: [picture] })], said];
  const table = new Table({
    width: { size: room, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: borderless,
    margins: cellMargins(0, 0),
    rows: [
      new TableRow({
        cantSplit: true,
        keepNext: true,
        children: cells.map(
          (children, at) =>
            new TableCell({
              width: { size: widths[at] ?? 0, type: WidthType.DXA },
              verticalAlign: VerticalAlignTable.CENTER,
              children,
            }),
        ),
      }),
    ],
  });
  return [table, rule];
}

/** `size` in half points. */
function runs(parts: readonly Run[], size?: number): TextRun[] {
  return parts.flatMap(({ text, bold = false, italic = false, underline = false }) =>
    readable(text)
      .split('\n')
      .map(
        (line, index) =>
          new TextRun({
            text: line,
            ...(index > 0 ? { break: 1 } : {}),
            ...(size === undefined ? {} : { size }),
            ...(bold ? { bold } : {}),
            ...(italic ? { italics: true } : {}),
            ...(underline ? { underline: {} } : {}),
          }),
      ),
  );
}
