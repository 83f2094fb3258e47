/** The slides of the ceremony that reveal nothing: the opening picture with the letterhead, and texts of the committee (rule C9). */
import type { Contest } from '../domain/contest.ts';
import { wholeContest, type Act, type ContestSetup } from '../domain/setup/contest-file.ts';
import type { Picture } from './view.ts';

export function openingView(contest: Contest): Picture {
  const info = contest.setup?.contest;
  return {
    type: 'opening',
    contest: info?.name ?? '',
    organizer: info?.organizer ?? '',
    letterhead: info?.letterhead?.filter((line) => line.trim() !== '') ?? [],
    logo: info?.logo ?? null,
    example: isExample(contest),
  };
}

export function textView(contest: Contest, { title, text = '' }: Extract<Act, { readonly type: 'text' }>): Picture {
  return { type: 'text', contest: contest.setup?.contest.name ?? '', title, text, example: isExample(contest) };
}

/** What an act is called: on the operator's list, the script and, where it announces something, its title on the projector. */
export function actTitle(
  { categories, awards }: Pick<ContestSetup, 'categories' | 'awards'>,
  act: Act,
  words: { readonly opening: string; readonly wholeContest: string },
): string {
  switch (act.type) {
    case 'opening':
      return words.opening;
    case 'text':
      return act.title;
    case 'winners': {
      const category = categories.find(({ id }) => id === act.category)?.name ?? act.category;
      if (act.award === undefined) return act.category === wholeContest ? words.wholeContest : category;
      const award = awards.find(({ id }) => id === act.award)?.name ?? act.award;
      return act.category === wholeContest ? award : `${award} · ${category}`;
    }
  }
}

function isExample({ setup, rehearsal }: Contest): boolean {
  return setup?.contest.example === true || rehearsal;
}
