/** Who advanced to a later stage and who did not, in figures. */
import type { ContestFile } from '../../domain/setup/contest-file.ts';
import type { ContestantId } from '../../domain/ids.ts';
import type { Explanation } from '../../ranking/explanation.ts';
import type { SaidPart } from '../explanations.ts';
import { sayBorda, sayPlaces, saySkating } from './explanation-places.ts';
import { ways } from './explanation-ties.ts';
import { say, sayRounded, saySum } from './numbers.ts';
import { contestantName, counted, joined, stageNames } from './sentences.ts';

/** `Did not advance to stage Final: score of stage Risalah 78.2, number 4 of 6; the best 3 advance. The last one to advance: ...` */
export function sayCut(part: Explanation<'cut'>, file: ContestFile): SaidPart {
  const head = `${part.advanced ? 'Advanced' : 'Did not advance'} to stage ${stageNames(file, part.to)}`;
  const over = stageNames(file, part.over);
  const places = part.places.flatMap((one) => sayPlace(one, file));
  const noun = part.method === 'borda' ? 'points' : part.method === 'majority' ? 'place' : 'score';
  const without = part.isDeducted ? ' without deductions' : '';
  const number = `${noun} of stage ${over}${without} ${numberText(part)}, number ${part.rank} of ${part.among}`;
  const admitted = part.isAdmitted ? '; equals at the cut all advance' : '';
  const told = `${head}: ${number}; ${boundText(part.bound)}${admitted}.`;
  const last =
    part.last === null
      ? ''
      : ` The last one to advance: ${contestantName(file, part.last.contestant)} with ${say(part.last.result)}.`;
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
      return bound.top === 1 ? 'the best one advances' : `the best ${bound.top} advance`;
    case 'minimum':
      return `who reaches ${say(bound.minimum)} advances`;
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
  const head = `Who advances to stage ${stageNames(file, to)} is not decided yet`;
  const until = 'Until then all contestants count as in.';
  switch (lack.type) {
    case 'sheets':
      return `${head}: ${counted(lack.count, 'sheet')} of the stages before not locked yet. ${until}`;
    case 'no-panel':
      return `${head}: no juror can judge ${names(lack.contestants, file)} in the stages before. ${until}`;
    case 'tie': {
      const awaited = lack.ways.map((way) => (way === 'joint' ? 'a decision that all advance' : ways[way]));
      const places = `numbers ${lack.places[0] ?? ''} to ${lack.places.at(-1) ?? ''}`;
      return `${head}: ${names(lack.contestants, file)} are equal at the cut (${places}); waiting for ${joined(awaited, 'or')}. ${until}`;
    }
  }
}

function names(contestants: readonly ContestantId[], file: ContestFile): string {
  return joined(contestants.map((id) => contestantName(file, id)));
}
