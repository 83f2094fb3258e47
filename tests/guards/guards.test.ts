import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * Plants breaks in a copy of the guards' configuration and expects every guard to report each of them, and nothing in the clean file:
 * a guard that passes on nothing is worse than none.
 */

const repositoryRoot = path.resolve(import.meta.dirname, '../..');
const GUARDS = ['tsconfig.json', '.oxlintrc.json', '.oxfmtrc.json', 'knip.json', 'package.json', 'tools/lint'];
const PROJECTS = ['shared', 'electron', 'renderer', 'tests'];

/** What the planted files import; themselves without a fault. */
const TARGETS: Readonly<Record<string, string>> = {
  'shared/lib/clean.ts': 'export const clean = 1;\n',
  'shared/limits.ts': 'export const limits = { names: 1 };\n',
  'shared/ports.ts': 'export type Clock = { readonly nowMs: () => number };\n',
  'shared/domain/contest.ts': "import { clean } from '../lib/clean.ts';\n\nexport const contest = clean;\n",
  'shared/ranking/standings.ts': 'export type Standing = { readonly rank: number };\nexport const standings = 1;\n',
  'shared/log/fold.ts':
    "export function fold(gaps: number): void {\n  if (gaps > 0) throw new Error('a log has no gaps');\n}\n",
  'shared/say/id/sheets.ts': "export const locked = 'Lembar ini sudah terkunci.';\n",
  'shared/import/number-reading.ts': "export const meant = 'seratus dua puluh';\n",
  'shared/import/plan.ts': 'export type Plan = string;\nexport const plan = 1;\n',
  'shared/say/refusals.ts':
    "import type { Plan } from '../import/plan.ts';\n\nexport type Said = Plan;\nexport const say = 1;\n",
  'shared/sync/step.ts': 'export type Step = { readonly type: string };\nexport const step = 1;\n',
  'electron/adapters/window.ts': 'export type WindowRole = string;\nexport const window = 1;\n',
  'electron/contest/folder.ts': "import { window } from '../adapters/window.ts';\n\nexport const folder = window;\n",
  'electron/contest/log-line.ts':
    "type Log = { readonly warn: (line: string) => void };\nexport const say = (log: Log): void => log.warn('the disk refused it');\n",
  'electron/sync/hub.ts':
    "import { folder } from '../contest/folder.ts';\n\nexport type Peer = string;\nexport const hub = folder;\n",
  'electron/ipc/register.ts': 'export type Handlers = string;\nexport const register = 1;\n',
  'electron/shell/shell.ts': "import type { Handlers } from '../ipc/register.ts';\n\nexport type Shell = Handlers;\n",
  'renderer/ui/button.ts': 'export const button = 1;\n',
  'renderer/features/setup/screen.ts': 'export const screen = 1;\n',
};

type Break = { readonly file: string; readonly text: string; readonly rule: string };

const LAYER_BREAKS: readonly Break[] = [
  layer('shared/lib/sees-domain.ts', "import { contest } from '../domain/contest.ts';\n\nexport const a = contest;\n"),
  layer(
    'shared/domain/sees-ranking.ts',
    "import { standings } from '../ranking/standings.ts';\n\nexport const a = standings;\n",
  ),
  layer(
    'shared/domain/type-of-ranking.ts',
    "import type { Standing } from '../ranking/standings.ts';\n\nexport type A = Standing;\n",
  ),
  layer('shared/domain/inline-type.ts', "export type A = import('../ranking/standings.ts').Standing;\n"),
  layer('shared/domain/re-exports.ts', "export { standings } from '../ranking/standings.ts';\n"),
  layer('shared/domain/re-exports-all.ts', "export * from '../ranking/standings.ts';\n"),
  layer('shared/domain/loads-later.ts', "export const a = () => import('../ranking/standings.ts');\n"),
  layer('shared/ranking/sees-log.ts', "import { fold } from '../log/fold.ts';\n\nexport const a = fold;\n"),
  layer('shared/log/sees-sync.ts', "import { step } from '../sync/step.ts';\n\nexport const a = step;\n"),
  layer(
    'shared/ipc/value-of-ranking.ts',
    "import { standings } from '../ranking/standings.ts';\n\nexport const a = standings;\n",
  ),
  layer(
    'shared/sync/sees-electron.ts',
    "import type { WindowRole } from '../../electron/adapters/window.ts';\n\nexport type A = WindowRole;\n",
  ),
  layer('shared/sync/sees-package.ts', "import WebSocket from 'ws';\n\nexport const a = WebSocket;\n"),
  layer('shared/sync/sees-node.ts', "import { readFileSync } from 'node:fs';\n\nexport const a = readFileSync;\n"),
  ...['domain', 'ranking', 'log', 'laptop', 'import', 'sync', 'ceremony'].map((name) =>
    layer(`shared/${name}/sees-say.ts`, "import { say } from '../say/refusals.ts';\n\nexport const a = say;\n"),
  ),
  layer('shared/domain/sees-said.ts', "import type { Said } from '../say/refusals.ts';\n\nexport type A = Said;\n"),
  layer('shared/ipc/value-of-say.ts', "import { say } from '../say/refusals.ts';\n\nexport const a = say;\n"),
  layer('shared/say/value-of-import.ts', "import { plan } from '../import/plan.ts';\n\nexport const a = plan;\n"),
  layer('shared/surprise/new-layer.ts', "import { clean } from '../lib/clean.ts';\n\nexport const a = clean;\n"),
  layer(
    'electron/sees-renderer.ts',
    "import { button } from '../renderer/ui/button.ts';\n\nexport const a = button;\n",
  ),
  layer('electron/contest/sees-sync.ts', "import type { Peer } from '../sync/hub.ts';\n\nexport type A = Peer;\n"),
  layer('electron/sync/sees-shell.ts', "import type { Shell } from '../shell/shell.ts';\n\nexport type A = Shell;\n"),
  layer(
    'electron/shell/value-of-ipc.ts',
    "import { register } from '../ipc/register.ts';\n\nexport const a = register;\n",
  ),
  layer('electron/surprise/new-layer.ts', "import { hub } from '../sync/hub.ts';\n\nexport const a = hub;\n"),
  layer(
    'renderer/app/sees-sync.ts',
    "import type { Step } from '../../shared/sync/step.ts';\n\nexport type A = Step;\n",
  ),
  layer(
    'renderer/app/sees-ports.ts',
    "import type { Clock } from '../../shared/ports.ts';\n\nexport type A = Clock;\n",
  ),
  layer(
    'renderer/app/sees-electron.ts',
    "import type { WindowRole } from '../../electron/adapters/window.ts';\n\nexport type A = WindowRole;\n",
  ),
  layer('renderer/app/sees-package.ts', "import { ipcRenderer } from 'electron';\n\nexport const a = ipcRenderer;\n"),
  layer('renderer/app/sees-node.ts', "import { readFileSync } from 'node:fs';\n\nexport const a = readFileSync;\n"),
  layer('electron/sees-sync.ts', "import { hub } from './sync/hub.ts';\n\nexport const a = hub;\n"),
  layer('electron/loose.ts', 'export const a = 1;\n'),
  layer('electron/adapters/sees-runtime.ts', "import { app } from 'electron';\n\nexport const a = app;\n"),
  layer('electron/windows/raw-ipc.ts', "import { ipcMain } from 'electron';\n\nexport const a = ipcMain;\n"),
  layer(
    'renderer/ui/sees-feature.ts',
    "import { screen } from '../features/setup/screen.ts';\n\nexport const a = screen;\n",
  ),
  layer(
    'renderer/features/scoring/sees-sibling.ts',
    "import { screen } from '../setup/screen.ts';\n\nexport const a = screen;\n",
  ),
];

const IMPURE_BREAKS: readonly Break[] = [
  { file: 'shared/domain/date-now.ts', text: 'export const a = () => Date.now();\n', rule: 'gelar(pure)' },
  {
    file: 'shared/domain/new-date.ts',
    text: 'export const a = () => new Date();\n',
    rule: 'eslint(no-restricted-globals)',
  },
  { file: 'shared/domain/random.ts', text: 'export const a = () => Math.random();\n', rule: 'gelar(pure)' },
  { file: 'shared/domain/random-by-name.ts', text: "export const a = () => Math['random']();\n", rule: 'gelar(pure)' },
  {
    file: 'shared/domain/random-taken-out.ts',
    text: 'const { random } = Math;\n\nexport const a = random;\n',
    rule: 'gelar(pure)',
  },
  { file: 'shared/domain/compare.ts', text: "export const a = 'a'.localeCompare('b');\n", rule: 'gelar(pure)' },
  { file: 'shared/domain/to-locale.ts', text: 'export const a = (1.5).toLocaleString();\n', rule: 'gelar(pure)' },
  {
    file: 'shared/domain/intl.ts',
    text: 'export const a = new Intl.Collator();\n',
    rule: 'eslint(no-restricted-globals)',
  },
  { file: 'shared/domain/global.ts', text: 'export const a = globalThis;\n', rule: 'gelar(pure)' },
];

const SENTENCE_BREAKS: readonly Break[] = [
  sentence('shared/domain/sentence.ts', "export const a = 'Lembar ini sudah terkunci.';\n"),
  sentence('shared/import/end-of-sentence.ts', 'export const a = (b: string) => `Peserta "${b}" tidak ada.`;\n'),
  sentence('shared/sync/with-colon.ts', "export const a = ['Belum dinilai: tiga'];\n"),
  sentence('shared/lib/in-english.ts', "export const a = { message: 'This sheet is locked.' };\n"),
  // One more than it may have still, and none where it may have one.
  sentence('electron/cli/import.ts', "export const a = (b: string) => ['SHEET or N', `${b} tidak dikenal`];\n"),
  sentence('shared/documents/text/code-slips.ts', 'export const a = 1;\n'),
  sentence(
    'electron/contest/sentence.ts',
    "export const a = (b: string) => ({ b, message: 'Folder itu sudah dipakai.' });\n",
  ),
  sentence('electron/windows/title.ts', "export const a = { title: 'Layar pengumuman' };\n"),
  sentence('electron/shell/not-of-a-log.ts', "export const a = (b: Set<string>) => b.add('Masuklah dahulu.');\n"),
  sentence('electron/cli/rehearse.ts', "export const a = ['SHEET or N', 'Perintah ini tidak ada.'];\n"),
];

const OTHER_LINT_BREAKS: readonly Break[] = [
  {
    file: 'shared/domain/any.ts',
    text: 'export const a = (b: any) => b;\n',
    rule: 'typescript(no-explicit-any)',
  },
  { file: 'shared/domain/default.ts', text: 'export default 1;\n', rule: 'import(no-default-export)' },
  {
    file: 'shared/domain/type-cycle-a.ts',
    text: "import type { B } from './type-cycle-b.ts';\n\nexport type A = { readonly b: B | null };\n",
    rule: 'import(no-cycle)',
  },
  {
    file: 'shared/domain/type-cycle-b.ts',
    text: "import type { A } from './type-cycle-a.ts';\n\nexport type B = { readonly a: A | null };\n",
    rule: 'import(no-cycle)',
  },
  {
    file: 'shared/domain/cycle-a.ts',
    text: "import { b } from './cycle-b.ts';\n\nexport const a = () => b;\n",
    rule: 'import(no-cycle)',
  },
  {
    file: 'shared/domain/cycle-b.ts',
    text: "import { a } from './cycle-a.ts';\n\nexport const b = () => a;\n",
    rule: 'import(no-cycle)',
  },
  {
    file: 'electron/adapters/forgotten-promise.ts',
    text: 'export function a(): void {\n  b();\n}\n\nasync function b(): Promise<void> {}\n',
    rule: 'typescript(no-floating-promises)',
  },
  {
    file: 'shared/domain/forgotten-case.ts',
    text: "export function a(b: 'x' | 'y'): number | undefined {\n  switch (b) {\n    case 'x':\n      return 1;\n  }\n  return undefined;\n}\n",
    rule: 'typescript(switch-exhaustiveness-check)',
  },
];

const LINT_BREAKS = [...LAYER_BREAKS, ...IMPURE_BREAKS, ...SENTENCE_BREAKS, ...OTHER_LINT_BREAKS];

const TYPE_BREAKS: readonly { readonly file: string; readonly text: string }[] = [
  { file: 'shared/domain/process.ts', text: 'export const a = process.pid;\n' },
  { file: 'shared/domain/window.ts', text: 'export const a = window.document;\n' },
  { file: 'shared/domain/console.ts', text: "console.log('a');\n" },
  { file: 'shared/domain/timer.ts', text: 'setTimeout(() => undefined, 1);\n' },
  { file: 'shared/domain/performance.ts', text: 'export const a = performance.now();\n' },
  { file: 'shared/domain/crypto.ts', text: 'export const a = crypto.randomUUID();\n' },
  { file: 'shared/domain/enum.ts', text: 'export enum A {\n  b,\n}\n' },
  { file: 'shared/domain/unchecked-index.ts', text: 'export const a = (b: readonly string[]): string => b[0];\n' },
  { file: 'electron/document.ts', text: 'export const a = document.title;\n' },
  { file: 'renderer/app/process.ts', text: 'export const a = process.pid;\n' },
];

const BADLY_FORMATTED = { file: 'shared/domain/badly-formatted.ts', text: 'export const a   = "b"\n' };

const trees: string[] = [];
/** Types are checked in a tree of their own: the lint breaks import packages that bring the platform's types along. */
let lintTree = '';
let typeTree = '';

beforeAll(() => {
  lintTree = plantTree([...LINT_BREAKS, BADLY_FORMATTED]);
  typeTree = plantTree(TYPE_BREAKS);
});

afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

describe('lint', () => {
  let reports: readonly { readonly file: string; readonly rule: string }[] = [];
  beforeAll(() => {
    reports = lintDiagnostics(lintTree, ['--type-aware']);
  });

  test.each(LINT_BREAKS)('reports $rule in $file', ({ file, rule }) => {
    expect(reports.filter((report) => report.file === file).map((report) => report.rule)).toContain(rule);
  });

  test('reports nothing in files that keep the rules', () => {
    expect(reports.filter((report) => report.file in TARGETS)).toEqual([]);
  });
});

describe('types', () => {
  let reported: ReadonlySet<string> = new Set();
  beforeAll(() => {
    const diagnostics = lintDiagnostics(typeTree, ['--type-aware', '--type-check']);
    reported = new Set(diagnostics.filter(({ rule }) => rule.startsWith('typescript(TS')).map(({ file }) => file));
  });

  test.each(TYPE_BREAKS)('report $file', ({ file }) => {
    expect(reported).toContain(file);
  });

  test('report nothing in files that keep the rules', () => {
    expect([...reported].filter((file) => file in TARGETS)).toEqual([]);
  });
});

test('the format check reports a badly formatted file and no other', () => {
  const output = runTool(lintTree, 'oxfmt', ['--list-different', 'shared']);
  expect(output.trim().split('\n')).toEqual([BADLY_FORMATTED.file]);
});

test('the dead code check reports a file that nothing uses', () => {
  const output = runTool(lintTree, 'knip', ['--no-progress', '--include', 'files', '--reporter', 'json']);
  expect(output).toContain(BADLY_FORMATTED.file);
});

function layer(file: string, text: string): Break {
  return { file, text, rule: 'gelar(layers)' };
}

function sentence(file: string, text: string): Break {
  return { file, text, rule: 'gelar(sentences)' };
}

function plantTree(breaks: readonly { readonly file: string; readonly text: string }[]): string {
  const tree = mkdtempSync(path.join(tmpdir(), 'gelar-juri-guards-'));
  trees.push(tree);
  for (const guard of [...GUARDS, ...PROJECTS.map((project) => `${project}/tsconfig.json`)]) {
    cpSync(path.join(repositoryRoot, guard), path.join(tree, guard), { recursive: true });
  }
  symlinkSync(path.join(repositoryRoot, 'node_modules'), path.join(tree, 'node_modules'), 'junction');
  for (const { file, text } of [...Object.entries(TARGETS).map(([file, text]) => ({ file, text })), ...breaks]) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), text);
  }
  return tree;
}

function lintDiagnostics(
  tree: string,
  options: readonly string[],
): readonly { readonly file: string; readonly rule: string }[] {
  const output = runTool(tree, 'oxlint', [...options, '--format', 'json']);
  const { diagnostics } = JSON.parse(output) as { diagnostics: readonly { filename: string; code: string }[] };
  return diagnostics.map(({ filename, code }) => ({ file: filename, rule: code }));
}

function runTool(tree: string, name: string, args: readonly string[]): string {
  const bin = path.join(repositoryRoot, 'node_modules', '.bin', name);
  const answer = spawnSync(bin, args, {
    cwd: tree,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 1e8,
  });
  return answer.stdout;
}
