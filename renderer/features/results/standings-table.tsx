/**
 * The standings of a category, how the jurors lie and by how much each leads; every line opens into "Mengapa peringkat ini?",
 * which is read after its line and stands beside the table where there is room.
 */
import { Button } from '@mantine/core';
import { ChevronDown, ChevronRight, Columns3 } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contest } from '../../../shared/domain/contest.ts';
import type { JurorId } from '../../../shared/domain/ids.ts';
import type { ContestFile } from '../../../shared/domain/setup/contest-file.ts';
import { toExactText, whole } from '../../../shared/lib/rational.ts';
import { columnDecimals, columnDisplays, displayAlike } from '../../../shared/ranking/display.ts';
import type { CategoryRanking, CategoryTotals, Standing } from '../../../shared/ranking/types.ts';
import { sayTieStepText } from '../../../shared/say/tie-steps.ts';
import { words } from '../../messages/words.ts';
import { StepLink } from '../../contest/step-link.tsx';
import { ContestantName, contestantText } from '../../ui/contestant-name.tsx';
import { EmptyLine } from '../../ui/empty-state.tsx';
import { alignDecimals } from '../../ui/decimal-column.ts';
import { Explanation } from './explanation.tsx';
import { JurorSpread } from './juror-spread.tsx';
import { closeMargins, marginsBelow } from '../../contest/margins.ts';
import { jurorName, resultNoun, stageName } from './names.ts';
import classes from './results.module.css';
import { Unseen } from '../../ui/unseen.tsx';
import { showDecimal, showRational, showResult } from '../../messages/numbers.ts';

/** With more jurors than these their totals are shown on request; the heads of their columns are numbers then, told below the table. */
const mostWithNames = 5;

interface TableProperties {
  readonly contest: Contest;
  readonly file: ContestFile;
  readonly ranking: CategoryRanking;
  readonly totals: CategoryTotals;
}

export function StandingsTable({ contest, file, ranking, totals }: TableProperties) {
  const { t } = useTranslation('results');
  const [open, setOpen] = useState<string | null>(null);
  const category = file.categories.find((each) => each.id === ranking.category)?.name ?? ranking.category;
  const everyJuror = totals.contestants[0]?.jurors.map(({ juror }) => juror) ?? [];
  const isShort = everyJuror.length > mostWithNames;
  const [isWide, setWide] = useState(false);
  const jurors = isShort && !isWide ? [] : everyJuror;
  const decimals = columnDecimals(ranking.standings);
  const results = columnDisplays(ranking.standings);
  const below = marginsBelow(ranking, totals);
  // Beside nothing, so that a distance too small for two decimals does not look like it.
  const distances = displayAlike(
    [...ranking.standings.map(({ contestant }) => below.get(contestant) ?? null), whole(0)],
    decimals,
  );
  const margins = closeMargins(ranking, totals, file.rules.places);
  const penalties = alignDecimals(
    ranking.standings.map(({ penalty }) => (penalty === '0' ? t('table.none') : showDecimal(penalty))),
  );
  const hasPenalties = ranking.standings.some(({ penalty }) => penalty !== '0');
  if (ranking.standings.length === 0) return <EmptyLine text={t('table.empty')} action={<StepLink step="order" />} />;
  return (
    <div className={classes.standings} data-open={open !== null}>
      {isShort ? (
        <Button
          size="sm"
          variant="default"
          mb="xs"
          leftSection={<Columns3 aria-hidden size="1.1rem" />}
          aria-pressed={isWide}
          onClick={() => setWide(!isWide)}
        >
          {t('table.everyTotal', { count: everyJuror.length })}
        </Button>
      ) : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <section className={classes.scroll} aria-label={t('table.label', { category })} tabIndex={0}>
        <table className={classes.table} data-short={isShort} data-wide={isShort && isWide}>
          <thead>
            <tr>
              <th scope="col">{t('table.rank')}</th>
              <th scope="col">{t('table.contestant')}</th>
              <th scope="col" className={classes.number}>
                {t(`table.${resultNoun(ranking.method)}`)}
              </th>
              <th scope="col">{t('spread.title')}</th>
              <th scope="col" className={classes.number}>
                {t('table.margin')}
              </th>
              <th scope="col">{t('table.notes')}</th>
              {hasPenalties ? (
                <th scope="col" className={classes.number}>
                  {t('table.penalty')}
                </th>
              ) : null}
              {jurors.map((juror, at) => (
                <th key={juror} scope="col" className={classes.juror} title={jurorName(file, juror)}>
                  {isShort ? (
                    <>
                      {at + 1}
                      <Unseen>: {jurorName(file, juror)}</Unseen>
                    </>
                  ) : (
                    <span>{jurorName(file, juror)}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ranking.standings.map((standing, at) => (
              <Fragment key={standing.contestant}>
                <StandingRow
                  file={file}
                  standing={standing}
                  totals={totals}
                  result={results[at] ?? standing.display}
                  decimals={decimals}
                  distance={below.has(standing.contestant) ? showDecimal(distances[at] ?? '') : t('table.none')}
                  penalty={hasPenalties ? (penalties[at] ?? t('table.none')) : null}
                  isClose={margins.has(standing.contestant)}
                  isAwarded={
                    standing.rank !== null && standing.rank <= file.rules.places && standing.status === undefined
                  }
                  isCut={standing.status !== undefined && ranking.standings[at - 1]?.status === undefined}
                  jurors={jurors}
                  isOpen={open === standing.contestant}
                  onToggle={() => setOpen(open === standing.contestant ? null : standing.contestant)}
                />
                {open === standing.contestant ? (
                  <tr>
                    <td colSpan={jurors.length + (hasPenalties ? 7 : 6)} className={classes.whyCell}>
                      <Explanation
                        contest={contest}
                        file={file}
                        totals={totals}
                        standing={standing}
                        display={results[at] ?? standing.display}
                      />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
      {isShort && isWide ? (
        <details className={classes.jurors}>
          <summary>{t('table.jurors')}</summary>
          <ol>
            {jurors.map((juror) => (
              <li key={juror}>{jurorName(file, juror)}</li>
            ))}
          </ol>
        </details>
      ) : null}
    </div>
  );
}

function StandingRow({
  file,
  standing,
  totals,
  result,
  decimals,
  distance,
  penalty,
  isClose,
  isAwarded,
  isCut,
  jurors,
  isOpen,
  onToggle,
}: {
  readonly file: ContestFile;
  readonly standing: Standing;
  readonly totals: CategoryTotals;
  readonly result: string;
  /** Of the results of the category. */
  readonly decimals: number;
  /** To the one below. */
  readonly distance: string;
  /** Null where nobody of the category has one. */
  readonly penalty: string | null;
  /** So little ahead of the next that a person should look once more. */
  readonly isClose: boolean;
  readonly isAwarded: boolean;
  /** The first of those who did not advance. */
  readonly isCut: boolean;
  /** Whose totals stand in the line. */
  readonly jurors: readonly JurorId[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const { t } = useTranslation('results');
  const contestant = file.contestants.find((each) => each.id === standing.contestant);
  const member = totals.contestants.find((each) => each.contestant === standing.contestant);
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <tr data-awarded={isAwarded} data-cut={isCut} data-open={isOpen}>
      <td className={classes.rank}>{standing.rank ?? t('table.none')}</td>
      <th scope="row">
        {contestant === undefined ? standing.contestant : <ContestantName contestant={contestant} size="row" />}
      </th>
      <td className={classes.result}>{showResult(totals.method, member?.result ?? null, result)}</td>
      <td className={classes.spread}>
        {member === undefined ? null : <JurorSpread file={file} totals={totals} member={member} decimals={decimals} />}
      </td>
      <td className={classes.number}>{distance}</td>
      <td>
        <Notes file={file} standing={standing} totals={totals} isClose={isClose} />
        <Button
          size="sm"
          variant="default"
          className={classes.whyButton}
          leftSection={<Icon aria-hidden size="1.1rem" />}
          aria-expanded={isOpen}
          aria-label={t('table.whyLabel', {
            contestant: contestant === undefined ? standing.contestant : contestantText(contestant),
          })}
          onClick={onToggle}
        >
          {t('table.why')}
        </Button>
      </td>
      {penalty === null ? null : <td className={classes.number}>{penalty}</td>}
      {(jurors.length === 0 ? [] : (member?.jurors ?? [])).map(({ juror, total, place }) => (
        <td key={juror} className={classes.number}>
          {total === null ? t('table.none') : showRational(total, decimals)}
          {place === null ? null : ` (${showDecimal(toExactText(place))})`}
        </td>
      ))}
    </tr>
  );
}

function Notes({
  file,
  standing,
  totals,
  isClose,
}: {
  readonly file: ContestFile;
  readonly standing: Standing;
  readonly totals: CategoryTotals;
  readonly isClose: boolean;
}) {
  const { t } = useTranslation('results');
  const member = totals.contestants.find((each) => each.contestant === standing.contestant);
  const stages = member?.stages ?? [];
  const outOf = member?.outOf ?? null;
  const texts = [
    outOf === null ? null : t('note.notAdvanced', { stage: stageName(file, outOf) }),
    standing.shared ? t('note.shared') : null,
    standing.decidedBy === null
      ? null
      : t('note.decidedBy', { step: sayTieStepText(words.tieSteps, file, standing.decidedBy, 'decided') }),
    ...stages
      .filter(({ recused, absent }) => recused.length + absent.length > 0)
      .map(
        ({ stage, panel }) =>
          `${stages.length > 1 ? `${stageName(file, stage)}: ` : ''}${t('note.panel', { count: panel.length })}`,
      ),
    isClose ? t('note.close') : null,
  ].filter((text) => text !== null);
  return (
    <ul className={classes.notes}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
