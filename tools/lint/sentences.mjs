/**
 * `gelar/sentences`: no sentence for people is built in shared/ outside shared/say, nor in electron/. A text with two words in a
 * row of which the second is in lower case counts as one; what only programmers see (assertions, errors that are thrown, lines
 * of the log) and what a database is asked does not.
 */
import path from 'node:path';

/**
 * How many such texts a file may have at most: words that are read, not said; markup; what other programs say. No sentence
 * that people read joins them.
 */
const notSaid = {
  // What people write in their lists.
  'shared/import/header-words.ts': 9,
  'shared/import/number-reading.ts': 1,
  // HTML and style sheets.
  'shared/documents/text/code-slips.ts': 4,
  'shared/documents/text/host-script.ts': 4,
  'shared/documents/text/pages.ts': 6,
  'shared/documents/text/paper-html.ts': 39,
  'shared/documents/text/recap-print.ts': 19,
  'electron/windows/printing.ts': 3,
  // Its table.
  'electron/adapters/sqlite-log.ts': 1,
  // What a parser says by itself.
  'electron/adapters/spreadsheet-parse.ts': 1,
  // Types of content.
  'electron/windows/app-scheme.ts': 3,
  // How a command is called.
  'electron/cli/import.ts': 1,
  'electron/cli/main.ts': 1,
  'electron/cli/rehearse.ts': 1,
};

const SENTENCE = /\p{L}{2,}[,;:.]? \p{Ll}{2,}/u;
/** What a signature or a key is bound to. */
const BOUND = /^gelar-juri( [a-z]+)+( \d)?$/;
const FOR_PROGRAMMERS = new Set(['assert', 'present', 'Error', 'RangeError', 'TypeError', 'warn']);
/** Of a log, and of a database. */
const METHODS_FOR_PROGRAMMERS = new Set(['log.info', 'log.warn', 'log.error', 'options.warn', 'database.prepare']);

export const sentences = {
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const isLooked = file.startsWith('electron/') || (file.startsWith('shared/') && !file.startsWith('shared/say/'));
    if (!isLooked) return {};
    const found = [];
    const look = (node, text) => {
      if (typeof text !== 'string' || !SENTENCE.test(text) || BOUND.test(text)) return;
      if (node.parent?.type !== 'TSLiteralType' && !isForProgrammers(node)) found.push(node);
    };
    return {
      Literal: (node) => look(node, node.value),
      TemplateElement: (node) => look(node, node.value.cooked),
      'Program:exit'(program) {
        const most = notSaid[file] ?? 0;
        if (found.length > most) {
          for (const node of found)
            context.report({ node, message: 'a sentence for people: give a tag, and say it in shared/say' });
        }
        if (found.length === 0 && most > 0) {
          const message = `${file} has no sentence any more: take it off the list in tools/lint/sentences.mjs`;
          context.report({ node: program.body[0] ?? program, message });
        }
      },
    };
  },
};

function isForProgrammers(node) {
  for (let at = node.parent; at !== null && at !== undefined; at = at.parent) {
    const isCall = at.type === 'CallExpression' || at.type === 'NewExpression';
    if (isCall && isForProgrammersCalled(at.callee)) return true;
    if (/Function|Statement|Declaration/.test(at.type)) return false;
  }
  return false;
}

function isForProgrammersCalled(callee) {
  if (callee.type === 'Identifier') return FOR_PROGRAMMERS.has(callee.name);
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  const { object, property } = callee;
  const owner = object.type === 'MemberExpression' ? object.property.name : object.name;
  return METHODS_FOR_PROGRAMMERS.has(`${owner}.${property.name}`);
}
