/** What is looked at before it is printed is what is printed, on drawn sheets. */
import { expect, test } from 'vitest';
import { codeSlipsHtml } from '../../../shared/documents/text/code-slips.ts';
import { onScreen } from '../../../renderer/contest/paper-on-screen.ts';
import { recapHtml } from '../../../shared/documents/text/recap-print.ts';
import { rankContest } from '../../../shared/ranking/rank.ts';
import { wordsOf } from '../../../shared/say/words.ts';
import { threeCategories } from '../../documents/contests.ts';

const contest = threeCategories;
const words = wordsOf.id;

test.each([
  ['recap', recapHtml(contest, rankContest(contest), words)],
  ['code-slips', codeSlipsHtml(words.documents, 'Lomba', [{ name: 'Juri 1', code: '07-491-326' }])],
] as const)('the %s on the screen is the printed one with rules for the screen alone', (kind, printed) => {
  const shown = onScreen(kind, printed);
  const added = /<style>@media screen \{[^<]*\}<\/style>/.exec(shown)?.[0] ?? '';
  expect(added).toContain('297mm');
  expect(shown.replace(added, '')).toBe(printed);
});
