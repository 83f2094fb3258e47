/** The screen of the results over a contest of one stage and two jurors, with two that are equal. */
import { screen } from '@testing-library/react';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import { toContestFile } from '../../../../shared/domain/score-sheet.ts';
import type { Command } from '../../../../shared/domain/facts/commands.ts';
import { rankContest } from '../../../../shared/ranking/rank.ts';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { openWindow } from '../../support/open-window.tsx';
import { sampleSetup } from '../../support/sample.ts';
import { sayRanking } from '../../../../shared/say/ranking.ts';
import { wordsOf } from '../../../../shared/say/words.ts';

/** Juror 1 and juror 2 per contestant: Melati and Mawar are equal at 4,5; Anggrek is 0,02 behind Kenanga. */
const usualScores = { melati: ['4.5', '4.5'], mawar: ['4.4', '4.6'], kenanga: ['4', '4'], anggrek: ['3.9', '4'] };

/** All have scored and locked, save the sheets that are left, each `seat/contestant`. */
export function contestWith(
  tieBreak: readonly string[],
  left: readonly string[] = [],
  hasChair = true,
  scores: Readonly<Record<string, readonly string[]>> = usualScores,
): Laptop {
  const laptop = createLaptop(founding(tieBreak, hasChair), { role: 'committee' });
  for (const [contestant, values] of Object.entries(scores)) {
    for (const [index, value] of values.entries()) {
      const seat = `juri-${index + 1}`;
      if (left.includes(`${seat}/${contestant}`)) continue;
      const author = { role: 'seat', seat, device: 'd'.repeat(26) } as const;
      laptop.write(author, { type: 'set-score', contestant, criterion: 'tema', value });
      laptop.write(author, { type: 'lock-sheet', contestant, stage: 'risalah' });
    }
  }
  return laptop;
}

function founding(tieBreak: readonly string[], hasChair: boolean): Command {
  return {
    type: 'found-contest',
    setup: {
      ...sampleSetup,
      stages: sampleSetup.stages.filter(({ id }) => id === 'risalah'),
      rubrics: sampleSetup.rubrics
        .filter(({ stage }) => stage === 'risalah')
        .map((rubric) => ({ ...rubric, criteria: rubric.criteria.map((each) => ({ ...each, step: '0.001' })) })),
      jurors: sampleSetup.jurors.slice(0, 2).map((juror, at) => ({ ...juror, chair: hasChair && at === 0 })),
      rules: { ...sampleSetup.rules, tieBreak: [...tieBreak] },
    },
    recusals: [],
    absences: [],
    penalties: [],
    decisions: [],
  };
}

/** Opens the screen and asks for the ranking. */
export async function open(laptop: Laptop) {
  const { user } = openWindow(laptop, '#/peringkat');
  await user.click(await screen.findByRole('button', { name: 'Tampilkan peringkat' }));
  return user;
}

/** The contest as the log tells it. */
export function contest(laptop: Laptop) {
  return foldEvents(laptop.events());
}

/** The ranking of its only category. */
export function ranking(laptop: Laptop) {
  const file = toContestFile(contest(laptop));
  return sayRanking(wordsOf.id, file, rankContest(file)).categories[0];
}
