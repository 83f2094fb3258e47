/** "Mengapa peringkat ini?": the sentences one below the other, and what each follows from folded away under it. */
import { useTranslation } from 'react-i18next';
import type { Contest } from '../../../shared/domain/contest.ts';
import type { ContestFile } from '../../../shared/domain/setup/contest-file.ts';
import { explain } from '../../../shared/ranking/explanations.ts';
import { rankGroups } from '../../../shared/ranking/ties.ts';
import type { CategoryTotals, Standing } from '../../../shared/ranking/types.ts';
import { sayExplanations, type SaidPart } from '../../../shared/say/explanations.ts';
import { words } from '../../messages/words.ts';
import { ContestantName } from '../../ui/contestant-name.tsx';
import { contestantName, jurorName, stageName } from './names.ts';
import { useRankRecords } from './records.ts';
import classes from './results.module.css';

export function Explanation({
  contest,
  file,
  totals,
  standing,
  display,
}: {
  readonly contest: Contest;
  readonly file: ContestFile;
  readonly totals: CategoryTotals;
  readonly standing: Standing;
  /** Its result as it stands in the table. */
  readonly display: string;
}) {
  const { t } = useTranslation('results');
  const records = useRankRecords(contest);
  const named = file.contestants.find(({ id }) => id === standing.contestant);
  const groups = rankGroups(file, totals);
  const parts = groups.flatMap((group) =>
    group.members
      .filter(({ contestant }) => contestant === standing.contestant)
      .flatMap((member) => explain({ file, totals, groups, records }, group, member, display)),
  );
  return (
    <section className={classes.why} aria-label={`${t('why.title')} ${contestantName(file, standing.contestant)}`}>
      <h2 className={classes.heading}>{t('why.title')}</h2>
      {named === undefined ? null : <ContestantName contestant={named} />}
      <Parts parts={sayExplanations(words.explanations, file, parts)} />
      <p>
        <strong>{t('why.panel')}:</strong>{' '}
        {Object.entries(standing.panel)
          .map(([stage, jurors]) =>
            t('why.panelStage', {
              stage: stageName(file, stage),
              jurors: jurors.length === 0 ? t('why.nobody') : jurors.map((juror) => jurorName(file, juror)).join(', '),
            }),
          )
          .join(' · ')}
      </p>
    </section>
  );
}

function Parts({ parts }: { readonly parts: readonly SaidPart[] }) {
  const { t } = useTranslation('results');
  return (
    <ol>
      {parts.map(({ text, details }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- sentences may be equal, and the list is drawn anew as a whole
        <li key={at}>
          {text}
          {details.length === 0 ? null : (
            <details>
              <summary>{t('why.details', { count: details.length })}</summary>
              <ul>
                {details.map((line, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- as above
                  <li key={index}>{line}</li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
