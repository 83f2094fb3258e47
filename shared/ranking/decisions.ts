/**
 * Do the recorded decisions fit? (R19) A chair's order or a lot applies only where the tied group at its step equals the
 * set it names; joint winners only where exactly they share a rank. Anything else is refused, so that no stale decision
 * lingers unseen; a folder, where scores go on changing after a decision, says which ones no longer fit.
 */
import { checkContest } from '../domain/setup/contest-check.ts';
import { decidedContestants } from '../domain/setup/contest-check-sheets.ts';
import type { ContestFile, Decision } from '../domain/setup/contest-file.ts';
import { problem, type Problem } from '../domain/setup/contest-problem.ts';
import type { CategoryId, StageId } from '../domain/ids.ts';
import { jointDecision } from './awards.ts';
import { rankGroups } from './ties.ts';
import { juryTotals } from './totals.ts';
import type { RankGroup } from './types.ts';

/** All problems of a file that is to be ranked: of the file itself, and of decisions that fit no tie. */
export function checkRanking(file: ContestFile): readonly Problem[] {
  const problems = checkContest(file);
  return problems.length > 0 ? problems : unusedDecisions(file);
}

/** The file with those decisions only that fit it as the scores now stand, and the others. */
export function withFittingDecisions(file: ContestFile): {
  readonly file: ContestFile;
  readonly unfit: readonly Decision[];
} {
  if (file.decisions.length === 0) return { file, unfit: [] };
  const sound = withoutDecisions(file, checkContest(file));
  const fitting = withoutDecisions(sound, unusedDecisions(sound));
  return { file: fitting, unfit: file.decisions.filter((decision) => !fitting.decisions.includes(decision)) };
}

/** The file without the decisions that a problem names. */
function withoutDecisions(file: ContestFile, problems: readonly Problem[]): ContestFile {
  const named = new Set(problems.map(({ path }) => path.split('/').slice(0, 3).join('/')));
  return { ...file, decisions: file.decisions.filter((_, position) => !named.has(`/decisions/${position}`)) };
}

/** Decisions that fit no tie as the scores now stand. The decisions must be without problems otherwise. */
export function unusedDecisions(file: ContestFile): readonly Problem[] {
  const used = new Set(
    file.categories.flatMap((category) => {
      const totals = juryTotals(file, category.id);
      const places = { to: null, groups: rankGroups(file, totals) };
      // Decided is only a tie that keeps the cut from standing, or would.
      const cuts = totals.rounds.filter(({ cut }) => cut.ties === 'decide');
      return [places, ...cuts].flatMap(({ to, groups }) => usedIn(file, category.id, to, groups));
    }),
  );
  return file.decisions.flatMap((decision, position) => {
    if (used.has(decision)) return [];
    const contestants = decidedContestants(decision).map(
      (id) => file.contestants.find((contestant) => contestant.id === id)?.name ?? id,
    );
    const path = ['decisions', position, decision.kind === 'joint' ? 'contestants' : 'order'];
    return [problem(path, { type: 'decision-fits-no-tie', contestants })];
  });
}

/** The decisions that order these groups, or leave all of one together. */
function usedIn(
  file: ContestFile,
  category: CategoryId,
  to: readonly StageId[] | null,
  groups: readonly RankGroup[],
): readonly Decision[] {
  const joints = groups.flatMap(({ rank, members }) => {
    const contestants = members.map(({ contestant }) => contestant);
    return rank === null ? [] : (jointDecision(file, category, contestants, to) ?? []);
  });
  return [...groups.flatMap(({ tried }) => tried.flatMap(({ decision }) => decision ?? [])), ...joints];
}
