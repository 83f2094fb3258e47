/** One category: what is missing, the standings, who stands outside, ties to decide and what was decided. */
import { isPlaceBased } from '../../../shared/domain/methods.ts';
import { Alert, List, Text } from '@mantine/core';
import { Hourglass, ShieldAlert } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contest } from '../../../shared/domain/contest.ts';
import type { ContestFile, WinnersAct } from '../../../shared/domain/setup/contest-file.ts';
import { groupBy } from '../../../shared/lib/order.ts';
import { columnDecimals } from '../../../shared/ranking/display.ts';
import { explainOutside, leftOut } from '../../../shared/ranking/explanations.ts';
import type { AwardWinner, CategoryRanking } from '../../../shared/ranking/types.ts';
import { flattened, sayExplanations } from '../../../shared/say/explanations.ts';
import { rankingOf } from '../../contest/ranking.ts';
import { showDecimal } from '../../messages/numbers.ts';
import { StepLink } from '../../contest/step-link.tsx';
import { words } from '../../messages/words.ts';
import { ContestantName } from '../../ui/contestant-name.tsx';
import { EmptyLine } from '../../ui/empty-state.tsx';
import { DecisionList } from './decision-list.tsx';
import { awardLabel, contestantNames, jurorName, stageName } from './names.ts';
import classes from './results.module.css';
import { useRankRecords } from './records.ts';
import { RoundsPanel } from './rounds-panel.tsx';
import { StandingsTable } from './standings-table.tsx';
import { TieToDecide } from './tie-to-decide.tsx';

/** With more contestants than these the line says how many. */
const mostNamed = 4;
/** More missing sheets than these are counted per juror. */
const mostListed = 12;

export function CategoryResults({
  contest,
  ranking,
}: {
  readonly contest: Contest;
  readonly ranking: CategoryRanking;
}) {
  const { t } = useTranslation('results');
  const { file, totals } = rankingOf(contest);
  const records = useRankRecords(contest);
  const arithmetic = totals.get(ranking.category);
  const blocked = ranking.blocked ?? [];
  const unjudged = blocked.filter(({ reason }) => reason === 'no-panel');
  if (arithmetic === undefined) return null;
  return (
    <>
      {ranking.provisional ? <Missing file={file} ranking={ranking} /> : null}
      {unjudged.map(({ contestants }) => (
        <Alert key={contestants.join()} color="red" icon={<ShieldAlert aria-hidden />}>
          {isPlaceBased(ranking.method) && arithmetic.leftOut.length > 0 ? (
            t('lostPanel')
          ) : (
            <EmptyLine
              text={t('noPanel', { contestants: contestantNames(file, contestants) })}
              action={<StepLink step="jurors" />}
            />
          )}
        </Alert>
      ))}
      <RoundsPanel contest={contest} file={file} totals={arithmetic} />
      {blocked
        .filter(({ reason }) => reason === 'tie')
        .map((tie) => (
          <TieToDecide
            key={tie.contestants.join()}
            file={file}
            totals={arithmetic}
            tie={tie}
            decimals={columnDecimals(ranking.standings)}
            isProvisional={ranking.provisional}
          />
        ))}
      {sayExplanations(words.explanations, file, leftOut(arithmetic)).map(({ text }) => (
        <Text key={text}>{text}</Text>
      ))}
      <StandingsTable contest={contest} file={file} ranking={ranking} totals={arithmetic} />
      <OtherAwards
        file={file}
        title={t('awards.title')}
        winners={ranking.awards}
        category={ranking.category}
        isProvisional={ranking.provisional}
      />
      {ranking.unranked.length === 0 ? null : (
        <section aria-labelledby="tidak-diperingkat">
          <h2 className={classes.heading} id="tidak-diperingkat">
            {t('unranked.title')}
          </h2>
          <ul className={classes.unranked}>
            {ranking.unranked.map(({ contestant, status }) => {
              const named = file.contestants.find((each) => each.id === contestant);
              const member = arithmetic.contestants.find((each) => each.contestant === contestant);
              const why = member === undefined ? [] : explainOutside({ file, records }, member);
              return (
                <li key={contestant}>
                  {named === undefined ? contestant : <ContestantName contestant={named} />}
                  <strong>{t(`status.${status}`)}</strong>
                  <span className={classes.outside}>
                    {flattened(sayExplanations(words.explanations, file, why)).join(' ')}
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <DecisionList contest={contest} category={ranking.category} />
    </>
  );
}

/** Awards that the ranks do not show: Harapan by its name, lists, the best by a criterion, bands. */
export function OtherAwards({
  file,
  title,
  winners: given,
  category,
  isProvisional,
}: {
  readonly file: ContestFile;
  readonly title: string;
  readonly winners: readonly AwardWinner[];
  readonly category: WinnersAct['category'];
  readonly isProvisional: boolean;
}) {
  const { t } = useTranslation('results');
  const heading = useId();
  const winners = file.awards.flatMap((award) =>
    given.filter((winner) => winner.award === award.id).map((winner) => ({ award, winner })),
  );
  if (winners.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 className={classes.heading} id={heading}>
        {title}
      </h2>
      <ul className={classes.unranked}>
        {winners.map(({ award, winner }) => {
          const named = file.contestants.find((each) => each.id === winner.contestant);
          return (
            <li key={`${award.id} ${winner.contestant}`}>
              {winner.unit !== undefined ? (
                <span>{t('unitPoints', { unit: winner.unit, points: showDecimal(winner.points ?? '0') })}</span>
              ) : named === undefined ? (
                winner.contestant
              ) : (
                <ContestantName contestant={named} />
              )}
              <strong>{awardLabel(category, award, winner)}</strong>
            </li>
          );
        })}
      </ul>
      {isProvisional ? <Text>{t('provisional.text')}</Text> : null}
    </section>
  );
}

function Missing({ file, ranking }: { readonly file: ContestFile; readonly ranking: CategoryRanking }) {
  const { t } = useTranslation('results');
  const perJuror = groupBy(ranking.missing, ({ juror }) => juror);
  return (
    <Alert
      color="yellow"
      icon={<Hourglass aria-hidden />}
      title={t('provisional.title', { count: ranking.missing.length })}
    >
      <Text>{t('provisional.text')}</Text>
      {ranking.missing.length > mostListed ? (
        // Folded: the ranking below is what this screen is opened for.
        <details className={classes.jurors}>
          <summary>{t('provisional.jurors', { count: perJuror.size })}</summary>
          <ul>
            {[...perJuror].map(([juror, sheets]) => (
              <li key={juror}>{t('provisional.perJuror', { juror: jurorName(file, juror), count: sheets.length })}</li>
            ))}
          </ul>
        </details>
      ) : (
        <MissingList file={file} ranking={ranking} />
      )}
    </Alert>
  );
}

/** One line per juror and stage. */
function MissingList({ file, ranking }: { readonly file: ContestFile; readonly ranking: CategoryRanking }) {
  const { t } = useTranslation('results');
  const groups = groupBy(ranking.missing, ({ juror, stage }) => `${juror}/${stage}`);
  return (
    <List mt="xs">
      {[...groups].map(([key, sheets]) => {
        const [first] = sheets;
        if (first === undefined) return null;
        const names = { juror: jurorName(file, first.juror), stage: stageName(file, first.stage) };
        const contestants = sheets.map(({ contestant }) => contestant);
        return (
          <List.Item key={key}>
            {contestants.length > mostNamed
              ? t('provisional.many', { ...names, count: contestants.length })
              : t('provisional.juror', { ...names, contestants: contestantNames(file, contestants) })}
          </List.Item>
        );
      })}
    </List>
  );
}
