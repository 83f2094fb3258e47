/** Explanations in English: rank, jurors who do not count, deductions, the end of the arithmetic, neighbours. */
import type { ContestFile } from '../../domain/setup/contest-file.ts';
import type { Explanation } from '../../ranking/explanation.ts';
import type { ExplanationWords, SaidPart } from '../explanations.ts';
import { sayResult } from '../numbers.ts';
import { criterionName, ended, jurorName, stageName } from '../sentences.ts';
import { sayBorda, sayPlaces, saySkating, saySkatingReason } from './explanation-places.ts';
import { sayCombined, sayStage } from './explanation-stages.ts';
import { sayCut, sayOpenCut } from './explanation-rounds.ts';
import { sayTie } from './explanation-ties.ts';
import { englishNumbers, say, saySum, showDecimal } from './numbers.ts';
import { contestantName, counted, joined, numberName } from './sentences.ts';

export const englishExplanations: ExplanationWords = {
  'no-rank': () => plain('No scores count yet, so there is no rank.'),
  rank: (part, file) => plain(rankText(part, file)),
  gate: (part, file) => plain(gateText(part, file)),
  stage: sayStage,
  exempt: (part, file) => plain(exemptText(part, file)),
  assigned: ({ stage, jurors, of }, file) =>
    plain(
      `Stage ${stageName(file, stage)}: ${jurors.length} of ${of} jurors were assigned to this group (${joined(jurors.map((juror) => jurorName(file, juror)))}); only their scores count.`,
    ),
  missing: ({ stage, locked, jurors }, file) => {
    const names = joined(jurors.map((juror) => jurorName(file, juror)));
    const count = `${locked} of ${counted(locked + jurors.length, 'juror')}`;
    return plain(`Provisional: ${count} in stage ${stageName(file, stage)}; no locked scores yet from ${names}.`);
  },
  'left-out': (part, file) => plain(leftOutText(part, file)),
  combined: (part) => plain(sayCombined(part)),
  penalty: ({ points, reason, overtime }) => {
    if (overtime === null) return plain(`Deduction of ${say(points)}: ${ended(reason)}`);
    const product = `${overtime.minutes} min × ${say(overtime.perMinute)} = ${say(points)}`;
    return plain(`Deduction: ${counted(overtime.seconds, 'second')} over time, ${product}: ${ended(reason)}`);
  },
  final: sayFinal,
  places: sayPlaces,
  borda: (part) => plain(sayBorda(part)),
  skating: saySkating,
  tie: sayTie,
  cut: sayCut,
  'cut-open': (part, file) => plain(sayOpenCut(part, file)),
  'below-minimum': ({ minimum }) =>
    plain(`Its score is below the lowest result for a place (${say(minimum)}), so it receives none.`),
  blocked: ({ lack, contestants }, file) => {
    const whom =
      contestants === 'everybody' ? 'all contestants' : joined(contestants.map((id) => contestantName(file, id)));
    return plain(`Winners of this category cannot be decided yet: ${lackText(lack, file)} for ${whom}.`);
  },
  distance: ({ neighbours }) => {
    const texts = neighbours.map(({ rank, difference }) => {
      const distance = difference.numerator === 0n ? '0 (equal)' : say(difference);
      return `rank ${rank}: ${distance}`;
    });
    return plain(`Difference to ${texts.join('; to ')}.`);
  },
  'before-next': ({ rank, contestant, reason }, file) => {
    const name = `rank ${rank} (${contestantName(file, contestant)})`;
    return plain(`Compared with ${name}: ${saySkatingReason(reason)}.`);
  },
  'failed-gate': ({ stage, marks }, file) => {
    const texts = marks.map(
      ({ criterion, juror, value, max }) =>
        `${criterionName(file, criterion)}: ${say(value)} of ${say(max)} (${jurorName(file, juror)}).`,
    );
    return plain(`Not ranked: does not meet the requirement ${stageName(file, stage)}. ${texts.join(' ')}`);
  },
  outside: ({ status, record }) => {
    const head = `Not ranked: ${statusNames[status]}`;
    if (record === null) return plain(`${head}.`);
    const reason = record.reason === null ? 'No reason recorded.' : `Reason: ${ended(record.reason)}`;
    return plain(`${head}, recorded by the committee ${record.when}. ${reason}`);
  },
};

function plain(text: string): SaidPart {
  return { text, details: [] };
}

const statusNames: Readonly<Record<Explanation<'outside'>['status'], string>> = {
  withdrawn: 'withdrawn',
  'no-show': 'did not appear',
  disqualified: 'disqualified',
  exhibition: 'opening, not judged',
};

const resultNouns: Readonly<Record<Explanation<'rank'>['method'], string>> = {
  mean: 'a final score of',
  'trimmed-mean': 'a final score of',
  median: 'a final score of',
  majority: 'final place',
  borda: 'total points of',
};

function rankText({ rank, result, display, method, open }: Explanation<'rank'>, file: ContestFile): string {
  const value = `${resultNouns[method]} ${sayResult(englishNumbers, method, result, display)}`;
  if (open.length === 0) return `Rank ${rank} with ${value}.`;
  const sheets = open.map((one) => openText(one, file)).join('; ');
  return `Provisional rank ${rank} with ${value} (category not complete: ${sheets}).`;
}

const MOST_NAMED = 4;

/** `Juri 2 has not locked number 5 and number 6`. */
function openText({ juror, contestants }: Explanation<'rank'>['open'][number], file: ContestFile): string {
  const more = contestants.length - MOST_NAMED;
  const shown = contestants
    .slice(0, more > 1 ? MOST_NAMED : contestants.length)
    .map((contestant) => numberName(file, contestant));
  const names = joined(more > 1 ? [...shown, `${more} other contestants`] : shown);
  return `${jurorName(file, juror)} has not locked ${names}`;
}

function gateText({ stage, state, jurors }: Explanation<'gate'>, file: ContestFile): string {
  const head = `Stage ${stageName(file, stage)} is a requirement`;
  const names = joined(jurors.map((juror) => jurorName(file, juror)));
  switch (state) {
    case 'nobody':
      return `${head}; no juror has checked it yet.`;
    case 'incomplete':
      return `${head}; the check is not complete: ${names} not locked yet.`;
    case 'passed':
      return `${head} and is met (checked by ${names}); it adds no score.`;
  }
}

function exemptText({ kind, juror, reason, where, panels }: Explanation<'exempt'>, file: ContestFile): string {
  const verb = kind === 'recused' ? 'is recused (conflict of interest)' : 'was absent';
  const place =
    where === 'only'
      ? ''
      : where === 'everywhere'
        ? ' in all stages'
        : ` in stage ${joined(where.map((stage) => stageName(file, stage)))}`;
  return `${jurorName(file, juror)} ${verb}${place}: ${ended(reason ?? 'no reason recorded')}${panelText(panels, file)}`;
}

function panelText(panels: Explanation<'exempt'>['panels'], file: ContestFile): string {
  const sizes = new Set(panels.map(({ jurors }) => jurors));
  const [size] = sizes;
  if (size === undefined) return '';
  const told =
    sizes.size === 1
      ? `the ${counted(size, 'juror')} who judged`
      : joined(panels.map(({ stage, jurors }) => `${counted(jurors, 'juror')} (${stageName(file, stage)})`));
  return ` Counted from ${told}.`;
}

function leftOutText({ juror, cause, contestants }: Explanation<'left-out'>, file: ContestFile): string {
  const head = `${jurorName(file, juror)} is not in the panel of this category because`;
  if (cause === 'no-weight') return `${head} all stages this juror judges have weight 0.`;
  const verbs = {
    recused: 'recused (conflict of interest)',
    absent: 'absent',
    missing: 'without locked scores',
  };
  return `${head} ${verbs[cause]} for ${contestants.map((id) => contestantName(file, id)).join('; ')}.`;
}

/** Without a deduction only where the number goes on and is shown otherwise. */
function sayFinal({ before, penalties, penalty, result, display }: Explanation<'final'>): SaidPart | null {
  const shown = showDecimal(display.replace('-', '−'));
  const isCut = say(result).endsWith('…');
  if (penalties.length === 0) return isCut ? plain(`Final score ${say(result)}, written ${shown}.`) : null;
  const summed = penalties.length > 1 ? `${saySum(penalties)} = ` : '';
  return plain(
    `Score before deductions ${say(before)}. Deducted ${summed}${say(penalty)}. Final score ${say(before)} − ${say(penalty)} = ${say(result)}${isCut ? `, written ${shown}` : ''}.`,
  );
}

function lackText(lack: Explanation<'blocked'>['lack'], file: ContestFile): string {
  switch (lack.type) {
    case 'no-stage':
      return 'no stage is judged';
    case 'unchecked-gate':
      return `no juror checks the requirement ${stageName(file, lack.stage)}`;
    case 'no-panel':
      return `in stage ${stageName(file, lack.stage)} no juror judges all contestants, so there is no panel`;
    case 'too-few':
      return `in stage ${stageName(file, lack.stage)} there are too few jurors for a trimmed mean`;
    case 'nobody':
      return `no juror can judge stage ${stageName(file, lack.stage)}`;
  }
}
