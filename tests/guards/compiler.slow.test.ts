/**
 * The compiler leads: in a copy of the core and of the windows a language and a tag of each family are added, and the type check reports the
 * tables that lack them; and an id where one of another kind is meant, or a text that nobody has read as one, does not compile.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { languages } from '../../shared/say/language.ts';

const repositoryRoot = path.resolve(import.meta.dirname, '../..');
const trees: string[] = [];

afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

test('a language that is added does not compile before every sentence of it is there', () => {
  const tree = copyOfCore();
  change(tree, 'shared/say/language.ts', "['id', 'en']", "['id', 'en', 'fr']");
  expect(filesWithTypeErrors(tree).toSorted()).toEqual([
    'renderer/messages/i18n.ts',
    'renderer/messages/language.ts',
    'shared/say/no-answer.ts',
    'shared/say/words.ts',
  ]);
});

test('a tag that is added to any family does not compile before its sentence is there', () => {
  const tree = copyOfCore();
  const families = [
    ['shared/domain/facts/errors.ts', 'interface SetupReasons {'],
    ['shared/domain/setup/contest-problem.ts', 'interface SetupProblems {'],
    ['shared/import/sightings.ts', 'interface Sightings {'],
    ['shared/import/sightings.ts', 'interface Choices {'],
    ['shared/import/types.ts', 'interface ImportProblemReasons {'],
    ['shared/import/types.ts', 'interface ImportRefusals {'],
    ['shared/say/folders.ts', 'interface FolderErrors {'],
    ['shared/sync/connection-check.ts', 'interface Diagnoses {'],
  ] as const;
  for (const [file, family] of families) {
    change(tree, file, family, `${family}\n  readonly 'another-tag': { readonly type: 'in-use' };`);
  }
  const wrong = filesWithTypeErrors(tree);
  for (const language of languages) {
    const folder = `shared/say/${language}/`;
    expect(wrong.filter((file) => file.startsWith(folder)).toSorted()).toEqual([
      `${folder}folders.ts`,
      ...Array.from({ length: 4 }, () => `${folder}importing.ts`),
      `${folder}joining.ts`,
      `${folder}problems.ts`,
      `${folder}refusals.ts`,
    ]);
  }
});

test('a text of a window does not compile before every language has it, nor where only another has it', () => {
  const tree = copyOfCore();
  change(tree, 'renderer/messages/id/ui.ts', "cancel: 'Batal',", "cancel: 'Batal',\n  further: 'Lagi',");
  change(tree, 'renderer/messages/en/session.ts', "back: 'Back',", "back: 'Back',\n  further: 'More',");
  expect(filesWithTypeErrors(tree).toSorted()).toEqual([
    'renderer/messages/en/session.ts',
    'renderer/messages/en/ui.ts',
  ]);
});

test('an id where one of another kind is meant, or a mere text, does not compile', () => {
  const tree = copyOfCore();
  const calls = [
    'lockedUnderOtherName(contest, contestant.id, juror.id, stage.id)',
    'lockedUnderOtherName(contest, juror.id, contestant.id, contestant.category)',
    'findJuror(setup, contestant.id)',
    'openSheet(contest, contestant.id, juror.id, stage.id, null)',
    'signOffOf(contest, juror.id, stage.id)',
    'noteOf(contest, juror.id, contestant.id, stage.id, stage.id)',
    'sharedKeyName(device, log)',
    'contest.devices.get(log)',
    'entryRef(device, 1)',
    'logOfRef(log)',
    'isSetAside(contest, log)',
    "findJuror(setup, 'juri-1')",
    'findJuror(setup, juror.name)',
    "openSheet(contest, 'juri-1', 'kbk-1', stage.id, null)",
    "noteOf(contest, juror.id, contestant.id, stage.id, 'kriteria-1')",
    "isSetAside(contest, '')",
    'entryRef(String(log), 1)',
    'sharedKeyName(`${log}`, device)',
    "findJuror(setup, idFrom.contestant('juri-1'))",
  ];
  const right = [
    'lockedUnderOtherName(contest, juror.id, contestant.id, stage.id)',
    "openSheet(contest, idFrom.juror('juri-1'), idFrom.contestant('kbk-1'), stage.id, null)",
    'findJuror(setup, jurorIdSchema.parse(juror.name))',
    'isSetAside(contest, entryRef(log, 1))',
    'sharedKeyName(log, device)',
    'juror.id.length',
  ];
  for (const [at, call] of [...calls, ...right].entries()) {
    writeFileSync(
      path.join(tree, `shared/domain/call-${at}.ts`),
      `${swapHead}export const a = (): unknown => ${call};\n`,
    );
  }
  expect(filesWithTypeErrors(tree).toSorted()).toEqual(calls.map((_, at) => `shared/domain/call-${at}.ts`).toSorted());
});

const swapHead = `
import { lockedUnderOtherName } from './contest-problems.ts';
import { findJuror, isSetAside, noteOf, sharedKeyName, signOffOf, type Contest } from './contest.ts';
import { entryRef, idFrom, logOfRef, type DeviceId, type LogId } from './ids.ts';
import { openSheet } from './open-sheet.ts';
import { jurorIdSchema, type Contestant, type ContestSetup, type Juror, type Stage } from './setup/contest-file.ts';
declare const contest: Contest;
declare const setup: ContestSetup;
declare const juror: Juror;
declare const contestant: Contestant;
declare const stage: Stage;
declare const log: LogId;
declare const device: DeviceId;
export const used = [contest, setup, juror, contestant, stage, log, device, lockedUnderOtherName, findJuror, noteOf];
export const also = [sharedKeyName, signOffOf, entryRef, openSheet, isSetAside, idFrom, logOfRef, jurorIdSchema];
`;

function copyOfCore(): string {
  const tree = mkdtempSync(path.join(tmpdir(), 'gelar-juri-words-'));
  trees.push(tree);
  for (const part of ['tsconfig.json', 'package.json', 'shared', 'renderer']) {
    cpSync(path.join(repositoryRoot, part), path.join(tree, part), { recursive: true });
  }
  writeFileSync(path.join(tree, '.oxlintrc.json'), '{}');
  symlinkSync(path.join(repositoryRoot, 'node_modules'), path.join(tree, 'node_modules'), 'junction');
  return tree;
}

function change(tree: string, file: string, from: string, to: string): void {
  const text = readFileSync(path.join(tree, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(path.join(tree, file), text.replace(from, to));
}

function filesWithTypeErrors(tree: string): readonly string[] {
  const bin = path.join(repositoryRoot, 'node_modules', '.bin', 'oxlint');
  const { stdout } = spawnSync(
    bin,
    ['--type-aware', '--type-check', '--format', 'json', 'shared/say', 'shared/domain', 'renderer/messages'],
    {
      cwd: tree,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      maxBuffer: 1e8,
    },
  );
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { filename: string; code: string }[] };
  const wrong = diagnostics.filter(({ code }) => code.startsWith('typescript(TS'));
  return wrong.map(({ filename }) => filename);
}
