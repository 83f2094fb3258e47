/** The one door between the text of a tie-break step and what it means. */
import { expect, test } from 'vitest';
import { parseTieStep, tieStepText, type TieStep, type TieStepType } from '../../shared/domain/tie-step.ts';

const examples: { readonly [Type in TieStepType]: readonly [string, Extract<TieStep, { readonly type: Type }>] } = {
  stage: ['stage:presentasi', { type: 'stage', stage: 'presentasi' }],
  criterion: ['criterion:tema', { type: 'criterion', criterion: 'tema' }],
  aspect: ['aspect:Isi: gagasan & alur', { type: 'aspect', aspect: 'Isi: gagasan & alur' }],
  'juror-firsts': ['juror-firsts', { type: 'juror-firsts' }],
  'head-to-head': ['head-to-head', { type: 'head-to-head' }],
  'fewest-penalties': ['fewest-penalties', { type: 'fewest-penalties' }],
  chair: ['chair', { type: 'chair' }],
  draw: ['draw', { type: 'draw' }],
};

test('[R15] each step is read from its text and written as the same text', () => {
  for (const [text, step] of Object.values(examples)) {
    expect(parseTieStep(text)).toEqual(step);
    expect(tieStepText(step)).toBe(text);
  }
});

test.each([
  '',
  'stage',
  'stage:',
  'aspect:a\nb',
  'draw:x',
  'draw:',
  'Draw',
  ' draw',
  'votes',
  'toString',
  'constructor:x',
])('[R15] %j names no step', (text) => {
  expect(parseTieStep(text)).toBeNull();
});
