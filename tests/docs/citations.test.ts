/** What comments and documents point to is there: rules of shared/SPEC.md by their ids, files by their paths. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const files = walk('');
const rules = new Set([...read('shared/SPEC.md').matchAll(/^\| ([A-Z]\d+) \|/gm)].map(([, id = '']) => id));
const letters = [...new Set([...rules].map((id) => id.charAt(0)))].join('');

test('every rule that a comment, a test or a document cites is in the specification', () => {
  const wrong = texts().flatMap(({ file, text }) =>
    cited(text)
      .filter((id) => !rules.has(id))
      .map((id) => `${file}: ${id}`),
  );
  expect(wrong).toEqual([]);
});

test('every file that a comment or a document names is there', () => {
  const wrong = texts().flatMap(({ file, text }) =>
    named(text)
      .filter((name) => !files.some((one) => one === name || one.endsWith(`/${name}`)))
      .map((name) => `${file}: ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('what the simulation calls broken is a rule of the specification, and none of reading a list', () => {
  const found = files
    .filter((file) => /^tests\/simulation\/.*\.ts$/.test(file))
    .flatMap((file) => [...read(file).matchAll(/(?<=['`^(|])[A-Z]\d{1,2}(?=[ |)])/g)].map(([id]) => id));
  expect(new Set(found).size).toBeGreaterThan(6);
  expect(found.filter((id) => !rules.has(id) || id.startsWith('I'))).toEqual([]);
});

test('a rule that is none and a file that has moved are found', () => {
  expect(cited('(rules D14-D16, E1 to E3) [R7] (D4) A4 F5')).toEqual([
    'D14',
    'D15',
    'D16',
    'E1',
    'E2',
    'E3',
    'R7',
    'D4',
  ]);
  expect(named('see `shared/domain/gone.ts` and step.ts, not keys.json or a.b')).toEqual([
    'shared/domain/gone.ts',
    'step.ts',
  ]);
  expect(commentsOf("const a = 'D4'; // D5\n/** D6 */\ntest('[D7] x', f);")).toContain('D5');
  expect(commentsOf("const a = 'D4';")).not.toContain('D4');
});

/** The comments of sources, the titles of tests too, and documents as a whole. */
function texts(): readonly { readonly file: string; readonly text: string }[] {
  return files.flatMap((file) => {
    if (file === 'tests/docs/citations.test.ts') return [];
    if (/^(docs\/.*|README|CONTRIBUTING|shared\/SPEC)\.md$/.test(file)) return [{ file, text: read(file) }];
    return /^(shared|electron|renderer|tests|tools)\/.*\.(tsx?|mjs)$/.test(file)
      ? [{ file, text: commentsOf(read(file)) }]
      : [];
  });
}

/** With a range's rules one by one. */
function cited(text: string): readonly string[] {
  const range = new RegExp(`(?<![\\w./-])([${letters}])(\\d{1,2})(?: ?[-–] ?| to | sampai )\\1(\\d{1,2})(?!\\w)`, 'g');
  const single = new RegExp(`(?<![\\w./-])[${letters}]\\d{1,2}(?![\\w-])`, 'g');
  const spelled = text.replaceAll(range, (_, letter: string, from: string, to: string) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_one, at) => `${letter}${Number(from) + at}`).join(' '),
  );
  return [...spelled.matchAll(single)].map(([id]) => id);
}

/** Sources and documents; a name of a data file is no path of the repository. */
function named(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\w./@*{<-])(?:[\w-]+\/)*[\w.-]*\w\.(?:tsx?|mjs|md|css)(?![\w.])/g)].map(
    ([name]) => name,
  );
}

function commentsOf(source: string): string {
  const comments = source.match(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm) ?? [];
  const titles = source.match(/\[[A-Z]\d{1,2}\]/g) ?? [];
  return [...comments, ...titles].join('\n');
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function walk(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.name.startsWith('.') || ['node_modules', 'out', 'dist', 'coverage', 'reports'].includes(entry.name))
      return [];
    return entry.isDirectory() ? walk(name) : [name];
  });
}
