/**
 * The compiler leads to every sentence: in a copy of the core a language and a tag of each family are added, and the type
 * check reports the tables that lack them.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const repositoryRoot = path.resolve(import.meta.dirname, '../..');
const trees: string[] = [];

afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

test('a language that is added does not compile before every sentence of it is there', () => {
  const tree = copyOfCore();
  change(tree, 'shared/say/language.ts', "['id']", "['id', 'en']");
  expect(filesWithTypeErrors(tree)).toEqual(['shared/say/words.ts']);
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
    ['shared/sync/connection-check.ts', 'interface Diagnoses {'],
  ] as const;
  for (const [file, family] of families) {
    change(tree, file, family, `${family}\n  readonly 'another-tag': { readonly type: 'in-use' };`);
  }
  const wrong = filesWithTypeErrors(tree).filter((file) => file.startsWith('shared/say/id/'));
  expect(wrong.toSorted()).toEqual([
    ...Array.from({ length: 4 }, () => 'shared/say/id/importing.ts'),
    'shared/say/id/joining.ts',
    'shared/say/id/problems.ts',
    'shared/say/id/refusals.ts',
  ]);
});

function copyOfCore(): string {
  const tree = mkdtempSync(path.join(tmpdir(), 'gelar-juri-words-'));
  trees.push(tree);
  for (const part of ['tsconfig.json', 'package.json', 'shared']) {
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
    ['--type-aware', '--type-check', '--format', 'json', 'shared/say', 'shared/domain'],
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
