/** Who advanced to a later stage and who did not, in figures. */
import type { ContestFile } from '../../domain/setup/contest-file.ts';
import type { ContestantId } from '../../domain/ids.ts';
import type { Explanation } from '../../ranking/explanation.ts';
import type { SaidPart } from '../explanations.ts';
import { sayBorda, sayPlaces, saySkating } from './explanation-places.ts';
import { ways, waysText } from './explanation-ties.ts';
import { say, sayRounded, saySum } from './numbers.ts';
import { contestantName, joined, stageNames } from './sentences.ts';

/** `Tidak lolos ke babak Final: nilai babak Risalah 78,2, urutan 4 dari 6; yang lolos 3 terbaik. Yang terakhir lolos: ...` */
export function sayCut(part: Explanation<'cut'>, file: ContestFile): SaidPart {
  const head = `${part.advanced ? 'Lolos' : 'Tidak lolos'} ke babak ${stageNames(file, part.to)}`;
  const over = stageNames(file, part.over);
  const places = part.places.flatMap((one) => sayPlace(one, file));
  const noun = part.method === 'borda' ? 'angka' : part.method === 'majority' ? 'tempat' : 'nilai';
  const without = part.isDeducted ? ' tanpa pengurangan' : '';
  const number = `${noun} babak ${over}${without} ${numberText(part)}, urutan ${part.rank} dari ${part.among}`;
  const admitted = part.isAdmitted ? '; yang sama di batas semuanya lolos' : '';
  const told = `${head}: ${number}; ${boundText(part.bound)}${admitted}.`;
  const last =
    part.last === null
      ? ''
      : ` Yang terakhir lolos: ${contestantName(file, part.last.contestant)} dengan ${say(part.last.result)}.`;
  return {
    label: over,
    details: places.flatMap(({ details }) => details),
    text: [`${told}${last}`, ...places.map(({ text }) => text)].join(' '),
  };
}

function numberText({ combined, result }: Explanation<'cut'>): string {
  if (combined === null) return say(result);
  const { parts } = combined;
  if (parts.length === 1) return sayRounded(combined.combined);
  const products = parts.map(({ weight, value }) => `${say(weight)} × ${say(value)}`).join(' + ');
  return `(${products}) : (${saySum(parts.map(({ weight }) => weight))}) = ${sayRounded(combined.combined)}`;
}

function boundText(bound: Explanation<'cut'>['bound']): string {
  switch (bound.type) {
    case 'top':
      return `yang lolos ${bound.top} terbaik`;
    case 'minimum':
      return `yang lolos: nilai ${say(bound.minimum)} atau lebih`;
  }
}

function sayPlace(part: Explanation, file: ContestFile): readonly SaidPart[] {
  switch (part.type) {
    case 'places':
      return [sayPlaces(part, file)];
    case 'borda':
      return [{ text: sayBorda(part), details: [] }];
    case 'skating':
      return [saySkating(part, file)];
    default:
      return [];
  }
}

export function sayOpenCut({ to, lack }: Explanation<'cut-open'>, file: ContestFile): string {
  const head = `Siapa yang lolos ke babak ${stageNames(file, to)} belum ditetapkan`;
  const until = 'Sampai itu ditetapkan, semua peserta dihitung ikut.';
  switch (lack.type) {
    case 'sheets':
      return `${head}: ${lack.count} lembar nilai babak sebelumnya belum dikunci. ${until}`;
    case 'no-panel':
      return `${head}: tidak ada juri yang dapat menilai ${names(lack.contestants, file)} di babak sebelumnya. ${until}`;
    case 'tie': {
      const awaited = lack.ways.map((way) => (way === 'joint' ? 'keputusan bahwa semuanya lolos' : ways[way]));
      const places = `urutan ${lack.places[0] ?? ''} sampai ${lack.places.at(-1) ?? ''}`;
      return `${head}: ${names(lack.contestants, file)} bernilai sama di batas (${places}); menunggu ${waysText(awaited)}. ${until}`;
    }
  }
}

function names(contestants: readonly ContestantId[], file: ContestFile): string {
  return joined(contestants.map((id) => contestantName(file, id)));
}
