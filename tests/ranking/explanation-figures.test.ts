/**
 * Every number of an explanation follows from what is printed before it: the sentences of random contests are read again, as a
 * person with a pocket calculator would, and each equation, mean, sum, rounding, tally and distance is computed anew.
 */
import { expect, test } from 'vitest';
import type { SaidCategory } from '../../shared/say/ranking.ts';
import { randomContest } from '../support/random-contest.ts';
import { saidRanking, type SaidStanding } from '../support/said-ranking.ts';

const count = Number(process.env['GELAR_JURI_EXPLANATIONS'] ?? 250);

const number = '−?\\d+(?:,\\d+)?…?';
const numberAt = new RegExp(number);
const numbers = new RegExp(number, 'g');
const expression = new RegExp(`(?:\\(|\\)|${number}| %| × | \\+ | − | : )+$`);

/** What is printed: from a cut number only that it lies between two others. */
interface Span {
  readonly low: number;
  readonly high: number;
}

test(`[R26] every number follows from the sentences before it (${count} contests)`, () => {
  const seen = new Map<string, number>();
  const look = (what: string, isRight: boolean, line: string) => {
    seen.set(what, (seen.get(what) ?? 0) + 1);
    if (!isRight) throw new Error(`${what}: ${line}`);
  };
  for (let seed = 0; seed < count; seed += 1) {
    const file = randomContest(seed);
    for (const category of saidRanking(file).categories) {
      for (const standing of category.standings) {
        try {
          for (const line of standing.why) checkLine(line.replace(' menit ×', ' ×'), look);
          if (file.rules.method === 'majority' || file.rules.method === 'borda') checkPlaces(category, standing, look);
          else checkScore(standing, file.rules.applyAt, look);
          checkDistance(category, standing, look);
        } catch (error) {
          throw new Error(`seed ${seed}, ${standing.contestant}\n${standing.why.join('\n')}`, { cause: error });
        }
      }
    }
  }
  // Nothing that is to be looked at may silently have stopped standing there.
  const all = ['equation', 'rounding', 'mean', 'left', 'middle', 'sum', 'marks', 'combined', 'subtraction', 'result'];
  for (const what of [...all, 'places', 'points', 'tally', 'distance']) {
    expect([what, seen.get(what) ?? 0].join(' '), what).not.toBe(`${what} 0`);
  }
});

type Look = (what: string, isRight: boolean, line: string) => void;

/** What a line claims by itself. */
function checkLine(line: string, look: Look): void {
  for (const match of line.matchAll(/(?<!Angka|Mayoritas) = /g)) {
    const left = balanced(expression.exec(line.slice(0, match.index))?.[0] ?? '');
    const right = new RegExp(`^${number}`).exec(line.slice(match.index + 3))?.[0];
    if (left === '' || right === undefined) throw new Error(`no equation: ${line}`);
    look('equation', meet(evaluate(left), spanOf(right)), line);
  }
  for (const [, exact = '', decimals = '', shown = ''] of line.matchAll(
    new RegExp(`(${number}), dibulatkan (\\d+) desimal menurut aturan: (${number})`, 'g'),
  )) {
    look('rounding', roundHalfAway(exact, Number(decimals)) === spanOf(shown).low, line);
  }
  const listed = jurorNumbers(line);
  for (const [, of = '', mean = ''] of line.matchAll(new RegExp(`rata-rata (\\d+) juri (${number})`, 'g'))) {
    look('mean', listed.length === Number(of) && meet(average(listed), spanOf(mean)), line);
  }
  const rest = new RegExp(`Sisa (.+?); rata-rata (${number})`).exec(line);
  if (rest !== null) {
    const left = (rest[1] ?? '').split('; ').map(spanOf);
    const dropped = [...(/Dibuang: (.+?)\. Sisa/.exec(line)?.[1] ?? '').matchAll(new RegExp(`\\((${number})\\)`, 'g'))];
    look('left', sorted(listed) === sorted([...left, ...dropped.map(([, value = '']) => spanOf(value))]), line);
    look('mean', meet(average(left), spanOf(rest[2] ?? '')), line);
  }
  const order = new RegExp(`Diurutkan: (.+?); nilai tengah (?:\\(.+?\\) : 2 = )?(${number})`).exec(line);
  if (order !== null) {
    const values = (order[1] ?? '').split('; ').map(spanOf);
    look(
      'middle',
      sorted(values) === sorted(listed) && values.every((one, at) => at === 0 || (values[at - 1]?.low ?? 0) <= one.low),
      line,
    );
    const middle =
      values.length % 2 === 1
        ? values[(values.length - 1) / 2]
        : average(values.slice(values.length / 2 - 1, values.length / 2 + 1));
    look('middle', middle !== undefined && meet(middle, spanOf(order[2] ?? '')), line);
  }
  const sum = /^(?:[^:]+: )(.+); jumlah (.+)\.$/.exec(line);
  if (sum !== null) {
    const parts = (sum[1] ?? '').split('; ').map((part) => spanOf(part.match(numbers)?.at(-1) ?? ''));
    look('sum', meet(total(parts), spanOf(numberAt.exec(sum[2] ?? '')?.[0] ?? '')), line);
  }
}

/** From line to line, for the methods that reckon with scores: marks into the stage, stages into the result. */
function checkScore(standing: SaidStanding, applyAt: string, look: Look): void {
  const { why } = standing;
  const stages: { weight: string; value: Span }[] = [];
  let made: Span[] = [];
  for (const line of why) {
    const details = /, (?:Juri \d+|[A-Z][a-z]+): .*(?:jumlah| = )/.test(line) && !line.startsWith('Babak');
    if (details) made.push(spanOf(line.match(numbers)?.at(-1) ?? ''));
    const stage = new RegExp(`^Babak .+? \\(bobot (${number})\\): (.+)$`).exec(line);
    if (stage === null) continue;
    if (!line.includes('belum ada nilai yang dihitung')) {
      const listed = applyAt === 'sheet' ? jurorNumbers(line) : made.length > 1 ? summands(line) : made;
      look('marks', sorted(listed) === sorted(made), line);
      if (!line.includes('membutuhkan'))
        stages.push({ weight: stage[1] ?? '', value: spanOf(line.match(numbers)?.at(-1) ?? '') });
    }
    made = [];
  }
  if (standing.result === null) return;
  const combined = why.find((line) => line.startsWith('Gabungan babak'));
  const single = why.find((line) => line.startsWith('Nilai gabungan'));
  if (combined !== undefined) {
    const products = stages.map(({ weight, value }) => `${weight} × ${shown(value)}`);
    const told = /\((.+?)\) : \((.+?)\) = /.exec(combined);
    look(
      'combined',
      told?.[1] === products.join(' + ') && told[2] === stages.map(({ weight }) => weight).join(' + '),
      combined,
    );
  } else look('combined', stages.length === 1, why.join('\n'));
  const before = spanOf((combined ?? single)?.match(numbers)?.at(-1) ?? shown(stages[0]?.value ?? { low: 0, high: 0 }));
  const penalty = why.find((line) => line.startsWith('Nilai sebelum pengurangan'));
  const final = why.find((line) => line.startsWith('Nilai akhir') || line === penalty);
  if (penalty !== undefined) {
    const told = new RegExp(
      `^Nilai sebelum pengurangan (${number})\\. Dikurangi (.+)\\. Nilai akhir (${number}) − (${number}) = (${number})`,
    ).exec(penalty);
    const points = why
      .filter((line) => line.startsWith('Pengurangan'))
      .map((line) => {
        const amount = / = (\S+?):/.exec(line)?.[1] ?? /^Pengurangan (\S+):/.exec(line)?.[1] ?? '';
        return spanOf(amount);
      });
    look(
      'subtraction',
      told !== null &&
        spanOf(told[1] ?? '').low === before.low &&
        told[1] === told[3] &&
        meet(total(points), spanOf(told[4] ?? '')),
      penalty,
    );
    look('result', meet(spanOf(told?.[5] ?? ''), exactly(standing.result)), penalty);
  } else look('result', meet(before, exactly(standing.result)), why.join('\n'));
  if (final?.includes('ditulis') === true)
    look('result', final.endsWith(`ditulis ${standing.display.replace('-', '−').replace('.', ',')}.`), final);
}

/** Places, tallies and points. */
function checkPlaces(category: SaidCategory, standing: SaidStanding, look: Look): void {
  if (standing.result === null) return;
  const line = standing.why.find((one) => one.startsWith('Tempat menurut setiap juri')) ?? '';
  const places = jurorNumbers(line);
  const told = standing.why
    .filter((one) => /^Juri \d+: .+, tempat /.test(one))
    .map((one) => {
      const [, place = '', higher = ''] =
        new RegExp(`, tempat (${number}) \\((\\d+) peserta lebih tinggi`).exec(one) ?? [];
      const same = Number(/(\d+) bernilai sama/.exec(one)?.[1] ?? 0);
      look('places', spanOf(place).low === Number(higher) + 1 + same / 2, one);
      return spanOf(place);
    });
  look('places', sorted(told) === sorted(places), line);
  const points = standing.why.find((one) => one.startsWith('Angka = '));
  if (points !== undefined) {
    const of = Number(/peserta \((\d+)\)/.exec(points)?.[1]);
    const sum = places.reduce((all, { low }) => all + of - low, 0);
    look(
      'points',
      sum === spanOf(points.match(numbers)?.at(-1) ?? '').low &&
        meet({ low: sum, high: sum }, exactly(standing.result)),
      points,
    );
    return;
  }
  const skating = standing.why.find((one) => one.startsWith('Mayoritas')) ?? '';
  const majority = Number(/Mayoritas = (\d+) dari/.exec(skating)?.[1]);
  look('tally', majority === Math.floor(places.length / 2) + 1, skating);
  const list = /Tempat 1 atau lebih baik: (.+?)\./.exec(skating)?.[1] ?? '';
  const tallies = list.split('; ').map((part, at) => (at === 0 ? parseInt(part, 10) : Number(part.split(': ')[1])));
  for (const [at, tally] of tallies.entries()) {
    look(
      'tally',
      tally === places.filter(({ low }) => low <= at + 1).length && tally >= majority === (at === tallies.length - 1),
      skating,
    );
  }
  expect(category.standings).toContain(standing);
}

function checkDistance(category: SaidCategory, standing: SaidStanding, look: Look): void {
  const line = standing.why.at(-1) ?? '';
  if (!line.startsWith('Selisih') || standing.result === null) return;
  for (const [, rank = '', told = ''] of line.matchAll(new RegExp(`peringkat (\\d+): (${number})`, 'g'))) {
    const other = category.standings.find((one) => one.rank === Number(rank));
    const [a, b] = [exactly(standing.result), exactly(other?.result ?? '')];
    const difference = Math.abs(a.low - b.low);
    look('distance', meet({ low: difference, high: difference }, spanOf(told)), line);
  }
}

/** `Juri 1 84,6; Juri 2 80 × 20 = 1600` in the first part of a line: the number of each juror. */
function jurorNumbers(line: string): Span[] {
  const list = line.replace(/^[^:]*: /, '').split('. ')[0] ?? '';
  return [...list.matchAll(new RegExp(`(?:^|; )Juri \\d+ (${number})(?: × ${number} = (${number}))?`, 'g'))].map(
    ([, plain = '', multiplied]) => spanOf(multiplied ?? plain),
  );
}

function summands(line: string): Span[] {
  return (/jumlah kriteria (.+?) = /.exec(line)?.[1] ?? '').split(' + ').map(spanOf);
}

function spanOf(text: string): Span {
  if (!/\d/.test(text)) throw new Error(`a number: "${text}"`);
  const value = Number(text.replace('…', '').replace('−', '-').replace(',', '.'));
  if (!text.includes('…')) return { low: value, high: value };
  const unit = 10 ** -(text.split(',')[1]?.replace('…', '').length ?? 0);
  return text.startsWith('−') ? { low: value - unit, high: value } : { low: value, high: value + unit };
}

const printed = new Map<string, string>();

/** As it was printed; a cut number and a whole one never share their bounds. */
function shown({ low, high }: Span): string {
  const cut = high > low;
  const value = cut && high <= 0 ? high : low;
  const digits = cut ? Math.round(-Math.log10(high - low)) : 0;
  const text = cut ? `${value.toFixed(digits)}…` : String(value);
  const told = printed.get(text) ?? text.replace('.', ',').replace('-', '−');
  printed.set(text, told);
  return told;
}

function exactly(result: string): Span {
  const [a = '', b = '1'] = result.split('/');
  const value = Number(a) / Number(b);
  return { low: value, high: value };
}

function meet(a: Span, b: Span): boolean {
  const room = 1e-9 * Math.max(1, Math.abs(a.low));
  return a.low <= b.high + room && b.low <= a.high + room;
}

function total(spans: readonly Span[]): Span {
  return spans.reduce((all, one) => ({ low: all.low + one.low, high: all.high + one.high }), { low: 0, high: 0 });
}

function average(spans: readonly Span[]): Span {
  const all = total(spans);
  return { low: all.low / spans.length, high: all.high / spans.length };
}

function sorted(spans: readonly Span[]): string {
  return spans
    .map(({ low }) => low)
    .toSorted((a, b) => a - b)
    .join(' ');
}

function roundHalfAway(text: string, decimals: number): number {
  const value = spanOf(text.replace('…', '')).low;
  const scaled = Math.floor(Math.abs(value) * 10 ** decimals + 0.5 + 1e-9);
  return (Math.sign(value) * scaled) / 10 ** decimals + 0;
}

/** Without opening brackets that close further on only. */
function balanced(text: string): string {
  let left = text;
  while (left.startsWith('(') && left.split('(').length > left.split(')').length) left = left.slice(1);
  return left;
}

/** `(40 × 84,2 + 60 × 84,5) : 100 − 1`: × and : before + and −, `a %` is a hundredth. */
function evaluate(text: string): Span {
  const tokens = text.match(new RegExp(`${number}|[()%×+:−]`, 'g')) ?? [];
  let at = 0;
  const value = sums();
  if (at < tokens.length) throw new Error(`an expression: ${text}`);
  return value;

  function sums(): Span {
    let all = products();
    while (tokens[at] === '+' || tokens[at] === '−') {
      const isPlus = tokens[at] === '+';
      at += 1;
      const next = products();
      all = isPlus ? total([all, next]) : { low: all.low - next.high, high: all.high - next.low };
    }
    return all;
  }

  function products(): Span {
    let all = factor();
    while (tokens[at] === '×' || tokens[at] === ':') {
      const isTimes = tokens[at] === '×';
      at += 1;
      const next = factor();
      const by = isTimes ? next : { low: 1 / next.high, high: 1 / next.low };
      const corners = [all.low * by.low, all.low * by.high, all.high * by.low, all.high * by.high];
      all = { low: Math.min(...corners), high: Math.max(...corners) };
    }
    return all;
  }

  function factor(): Span {
    const token = tokens[at] ?? '';
    at += 1;
    let inner: Span;
    if (token === '(') {
      inner = sums();
      at += 1;
    } else inner = spanOf(token);
    if (tokens[at] !== '%') return inner;
    at += 1;
    return { low: inner.low / 100, high: inner.high / 100 };
  }
}
