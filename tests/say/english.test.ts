/** English is whole and English: the same texts with the same parameters, no word of Bahasa Indonesia, its own decimal sign. */
import { describe, expect, test } from 'vitest';
import { paperKinds } from '../../shared/domain/document-kinds.ts';
import { paperInput } from '../../shared/documents/papers/paper-frame.ts';
import { paperOf } from '../../shared/documents/papers/papers.ts';
import { paperHtml } from '../../shared/documents/text/paper-html.ts';
import { recapHtml } from '../../shared/documents/text/recap-print.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { sayRanking } from '../../shared/say/ranking.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { randomContest } from '../support/random-contest.ts';
import { alike, textsOfCore, textsOfWindows, vocabulary, wordsIn } from '../support/words-of-languages.ts';

const form = /_one$/;
const indonesian = new Map(textsOfWindows('id'));
const english = new Map(textsOfWindows('en'));

describe('the texts of the windows', () => {
  test('have the same keys; one that counts may have a form for one beside it', () => {
    const keys = [...english.keys()].filter((key) => !form.test(key));
    expect(keys.toSorted()).toEqual([...indonesian.keys()].toSorted());
    for (const key of [...english.keys()].filter((one) => form.test(one))) {
      expect(indonesian.get(key.replace(form, '')), key).toContain('{{count}}');
    }
  });

  test('are given the same parameters', () => {
    for (const [key, text] of english) {
      const given = parameters(indonesian.get(key.replace(form, '')) ?? '');
      const used = parameters(text);
      // A form for one may say "once".
      const wanted = form.test(key) && !used.includes('count') ? given.filter((name) => name !== 'count') : given;
      expect(used, key).toEqual(wanted);
    }
  });

  test('say "1 contestant" where they say "2 contestants"', () => {
    const plural = /\{\{count\}\} (?:other )?(\w+s|entries|criteria)\b/;
    const lacking = [...english].filter(
      ([key, text]) => plural.test(text) && !form.test(key) && !english.has(`${key}_one`),
    );
    expect(lacking).toEqual([]);
  });
});

test('no word of Bahasa Indonesia is left; what English has too, or what is a name, is in alike', () => {
  const known = vocabulary('id');
  const inWindows = [...english].filter(([key]) => !becomesData.test(key)).map(([, text]) => text);
  const left = [...inWindows, ...textsOfCore('en')].flatMap((text) =>
    wordsIn(text)
      .filter((word) => known.has(word) && !alike.has(word))
      .map((word) => `${word}: ${text}`),
  );
  expect(left).toEqual([]);
});

test('explanations and documents of any contest have no word of Bahasa Indonesia but its own, and no comma for decimals', () => {
  const known = vocabulary('id');
  for (let seed = 0; seed < 40; seed += 1) {
    const file = randomContest(seed);
    const answer = rankContest(file);
    const said = sayRanking(wordsOf.en, file, answer).categories;
    const why = [...said.flatMap(({ standings }) => standings), ...said.flatMap(({ unranked }) => unranked)].flatMap(
      (one) => one.why ?? [],
    );
    const own = new Set(wordsIn(JSON.stringify(file)));
    const page = recapHtml(file, answer, wordsOf.en).replace(/<style>.*?<\/style>/s, '');
    expect(page).toContain('<html lang="en">');
    const papers = paperKinds.map((kind) =>
      paperHtml(paperOf(kind, { ...paperInput(file, wordsOf.en), noteAt: () => '' }), wordsOf.en).replace(
        /<style>.*?<\/style>/s,
        '',
      ),
    );
    const texts = [
      ...why,
      ...[page, ...papers].map((html) => html.replaceAll(/<[^>]*>/g, ' ')),
      JSON.stringify(contestWorkbook(file, answer, wordsOf.en)),
    ];
    const left = texts.flatMap(wordsIn).filter((word) => known.has(word) && !alike.has(word) && !own.has(word));
    expect(left, `seed ${seed}`).toEqual([]);
    expect(why.filter((text) => /\d,\d/.test(text))).toEqual([]);
  }
});

test('examples of numbers have the decimal point', () => {
  const withComma = [...english.values(), ...textsOfCore('en')].filter((text) => /\d,\d/.test(text));
  expect(withComma).toEqual([
    'Type the score, then press Enter. Point and comma are the same (87.5 or 87,5); each score is saved by itself.',
    'not a decimal number (at most 4 digits after the point, at most 1,000,000)',
  ]);
});

/** Names that the application proposes; they become part of the contest, which is Indonesian. */
const becomesData =
  /^(start\.sampleName|setup\.(stages\.(cheer|talk|questions)|rubrics\.(newCriterion|levels\.\w+)|jurors\.defaultName|awards\.(bands|kind\.\w+\.proposal)))$/;

function parameters(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].toSorted();
}
