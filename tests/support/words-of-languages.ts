/** The words that each language's texts are made of: of the windows, and of the core and the main process. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { en } from '../../renderer/messages/en.ts';
import { id } from '../../renderer/messages/id.ts';
import type { Language } from '../../shared/say/language.ts';

/** A text of the windows by its key, with dots. */
export type TextByKey = readonly (readonly [key: string, text: string])[];

const texts: Readonly<Record<Language, unknown>> = { id, en };

export function textsOfWindows(language: Language): TextByKey {
  return leaves(texts[language], '');
}

/** Every sentence and part of one that stands in the core's tables of a language. */
export function textsOfCore(language: Language): readonly string[] {
  const folder = path.resolve(import.meta.dirname, '../../shared/say', language);
  return readdirSync(folder).flatMap((name) => literals(readFileSync(path.join(folder, name), 'utf8')));
}

/** In small letters, without what is put in (`{{name}}`). */
export function wordsIn(text: string): readonly string[] {
  return text
    .replaceAll(/\{\{\w+\}\}/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}'’-]+/u)
    .filter((word) => /^\p{L}{3,}$/u.test(word));
}

export function vocabulary(language: Language): ReadonlySet<string> {
  const all = [...textsOfWindows(language).map(([, text]) => text), ...textsOfCore(language)];
  return new Set(all.flatMap(wordsIn));
}

/** Words of Indonesian texts that English ones may have; add here what English has too, or what is the name of something. */
export const alike: ReadonlySet<string> = new Set(
  [
    // Alike in both.
    'april borda data digit disk format internet laptop logo menu minimum minus mode november panel per poster september status',
    // Used by Indonesian texts as they are: of Windows, of the keyboard, of the command line, of programs and files.
    'allow alt another app change cli clicker code command compared csv ctrl decimal download enter esc excel extend false',
    'file firewall given google host hotspot iii jpeg json libreoffice microsoft min network npm number ods opendocument',
    'pagedown pageup pdf pin png port private program protection public qr rtf rules run security settings sheet shift base below committee contest day folder juror places',
    'spreadsheet tcp the through tiebreak true unit unknown usage usb web webp windows word xls xlsb xlsx xml zip',
    // Names.
    'gelar budaya juri juara harapan favorit kbk nip skating dewan tim penilai pembina tingkat',
    // Headings of a list, and the word that a list has between a group and its unit.
    'urut nama kerja dari',
  ].flatMap((line) => line.split(' ')),
);

function leaves(value: unknown, key: string): TextByKey {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, key === '' ? name : `${key}.${name}`));
}

function literals(source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isText(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('texts.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) return true;
  if (!ts.isStringLiteralLike(node)) return false;
  const { parent } = node;
  const isName = ts.isPropertyAssignment(parent) && parent.name === node;
  const isCompared = ts.isBinaryExpression(parent) || ts.isCaseClause(parent);
  return !isName && !isCompared && !ts.isImportDeclaration(parent) && !ts.isLiteralTypeNode(parent);
}
