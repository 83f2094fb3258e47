/** The steps of the tie-break chain in English. */
import type { TieStepWords } from '../tie-steps.ts';

export const englishTieSteps: TieStepWords = {
  stage: {
    offered: (name) => `Score of the stage: ${name}`,
    decided: (name) => `score of the stage ${name}`,
    printed: (name) => `score of ${name}`,
    compared: (name) => `score of ${name}`,
  },
  criterion: {
    offered: (name) => `Score of the criterion: ${name}`,
    decided: (name) => `criterion ${name}`,
    printed: (name) => `score of ${name}`,
    compared: (name) => `mean of ${name}`,
  },
  aspect: {
    offered: (name) => `Score of the aspect: ${name}`,
    decided: (name) => `aspect ${name}`,
    printed: (name) => `score of the aspect ${name}`,
    compared: (name) => `weighted mean of the aspect ${name}`,
  },
  'juror-firsts': {
    offered: 'Most jurors who place it first',
    decided: 'number of jurors who place it best',
    printed: 'number of jurors who place it first',
    compared: 'jurors who place it best',
  },
  'head-to-head': {
    offered: 'Jurors who score it higher (if exactly two are tied)',
    decided: 'number of jurors who score it higher',
    printed: 'direct comparison by jurors',
    compared: 'jurors who score it higher',
  },
  'fewest-penalties': {
    offered: 'Smallest deduction',
    decided: 'smallest deduction',
    printed: 'smallest deduction',
    compared: 'deduction (the smaller is ahead)',
  },
  chair: {
    offered: 'Deliberation of the jury',
    decided: 'decision of the chair',
    printed: 'decision of the chair',
    compared: 'decision of the jury chair',
  },
  draw: { offered: 'Draw', decided: 'draw', printed: 'draw', compared: 'draw' },
};
