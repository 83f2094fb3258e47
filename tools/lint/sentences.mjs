/**
 * `gelar/sentences`: no sentence for people is built in shared/ outside shared/say. A text with two words in a row of which the
 * second is in lower case counts as one; what only programmers see (assertions, errors that are thrown) does not.
 */
import path from 'node:path';

/**
 * How many such texts a file may have at most: words that are read, not said; markup; reasons that facts have recorded ever
 * since. No sentence that people read joins them.
 */
const notSaid = {
  // What people write in their lists.
  'shared/import/header-words.ts': 9,
  'shared/import/number-reading.ts': 1,
  // The reason of a sign-off that is opened again, in the fact itself.
  'shared/domain/facts/decide-day.ts': 1,
  'shared/domain/facts/decide-setup.ts': 1,
  // HTML and style sheets.
  'shared/documents/text/code-slips.ts': 4,
  'shared/documents/text/recap-print.ts': 19,
};

const SENTENCE = /\p{L}{2,}[,;:.]? \p{Ll}{2,}/u;
/** What a signature or a key is bound to. */
const BOUND = /^gelar-juri [a-z]+( \d)?$/;
const FOR_PROGRAMMERS = new Set(['assert', 'present', 'Error', 'RangeError', 'TypeError']);

export const sentences = {
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    if (!file.startsWith('shared/') || file.startsWith('shared/say/')) return {};
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
    if (isCall && at.callee.type === 'Identifier' && FOR_PROGRAMMERS.has(at.callee.name)) return true;
    if (/Function|Statement|Declaration/.test(at.type)) return false;
  }
  return false;
}
