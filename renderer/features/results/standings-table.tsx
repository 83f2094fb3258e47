/** The standings of a category, with each juror's total; every line opens into "Mengapa peringkat ini?". */
import { Button } from '@mantine/core';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contest } from '../../../shared/domain/contest.ts';
import type { ContestFile } from '../../../shared/domain/setup/contest-file.ts';
import { toExactText } from '../../../shared/lib/rational.ts';
import type { CategoryRanking, CategoryTotals, Standing } from '../../../shared/ranking/types.ts';
import { sayTieStepText } from '../../../shared/say/tie-steps.ts';
import { words } from '../../messages/words.ts';
import { ContestantName, contestantText } from '../../ui/contestant-name.tsx';
import { alignDecimals } from '../../ui/decimal-column.ts';
import { Explanation } from './explanation.tsx';
import { closeMargins } from './margins.ts';
import { jurorName, stageName } from './names.ts';
import classes from './results.module.css';
import { showDecimal, showRational, showResult } from '../../messages/numbers.ts';

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
  const jurors = totals.contestants[0]?.jurors.map(({ juror }) => juror) ?? [];
  const margins = closeMargins(ranking, totals, file.rules.places);
  const noun = ranking.method === 'majority' ? 'place' : ranking.method === 'borda' ? 'points' : 'result';
  const penalties = alignDecimals(
    ranking.standings.map(({ penalty }) => (penalty === '0' ? t('table.none') : showDecimal(penalty))),
  );
  if (ranking.standings.length === 0) return <p>{t('table.empty')}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={t('table.label', { category })} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('table.rank')}</th>
            <th scope="col">{t('table.contestant')}</th>
            <th scope="col">{t(`table.${noun}`)}</th>
            {jurors.map((juror) => (
              <th key={juror} scope="col">
                {jurorName(file, juror)}
              </th>
            ))}
            <th scope="col">{t('table.penalty')}</th>
            <th scope="col">{t('table.notes')}</th>
          </tr>
        </thead>
        <tbody>
          {ranking.standings.map((standing, at) => (
            <Fragment key={standing.contestant}>
              <StandingRow
                file={file}
                standing={standing}
                totals={totals}
                penalty={penalties[at] ?? t('table.none')}
                margin={margins.get(standing.contestant) ?? null}
                isAwarded={standing.rank !== null && standing.rank <= file.rules.places}
                isOpen={open === standing.contestant}
                onToggle={() => setOpen(open === standing.contestant ? null : standing.contestant)}
              />
              {open === standing.contestant ? (
                <tr>
                  <td colSpan={jurors.length + 5} className={classes.whyCell}>
                    <Explanation contest={contest} file={file} totals={totals} standing={standing} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function StandingRow({
  file,
  standing,
  totals,
  penalty,
  margin,
  isAwarded,
  isOpen,
  onToggle,
}: {
  readonly file: ContestFile;
  readonly standing: Standing;
  readonly totals: CategoryTotals;
  readonly penalty: string;
  readonly margin: string | null;
  readonly isAwarded: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const { t } = useTranslation('results');
  const contestant = file.contestants.find((each) => each.id === standing.contestant);
  const member = totals.contestants.find((each) => each.contestant === standing.contestant);
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <tr data-awarded={isAwarded}>
      <td className={classes.rank}>{standing.rank ?? t('table.none')}</td>
      <th scope="row">{contestant === undefined ? standing.contestant : <ContestantName contestant={contestant} />}</th>
      <td className={classes.result}>{showResult(totals.method, member?.result ?? null, standing.display)}</td>
      {(member?.jurors ?? []).map(({ juror, total, place }) => (
        <td key={juror} className={classes.number}>
          {total === null ? t('table.none') : showRational(total)}
          {place === null ? null : ` (${showDecimal(toExactText(place))})`}
        </td>
      ))}
      <td className={classes.number}>{penalty}</td>
      <td>
        <Notes file={file} standing={standing} totals={totals} margin={margin} />
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
    </tr>
  );
}

function Notes({
  file,
  standing,
  totals,
  margin,
}: {
  readonly file: ContestFile;
  readonly standing: Standing;
  readonly totals: CategoryTotals;
  readonly margin: string | null;
}) {
  const { t } = useTranslation('results');
  const stages = totals.contestants.find((each) => each.contestant === standing.contestant)?.stages ?? [];
  const texts = [
    standing.shared ? t('note.shared') : null,
    standing.decidedBy === null
      ? null
      : t('note.decidedBy', { step: sayTieStepText(words.tieSteps, file, standing.decidedBy, 'decided') }),
    ...stages
      .filter(({ missing }) => missing.length > 0)
      .map(
        ({ stage, sheets, missing }) =>
          `${stages.length > 1 ? `${stageName(file, stage)}: ` : ''}${t('note.incomplete', {
            done: sheets.length,
            total: sheets.length + missing.length,
          })}`,
      ),
    ...stages
      .filter(({ recused, absent }) => recused.length + absent.length > 0)
      .map(
        ({ stage, panel }) =>
          `${stages.length > 1 ? `${stageName(file, stage)}: ` : ''}${t('note.panel', { count: panel.length })}`,
      ),
    margin === null ? null : t('note.close', { margin }),
  ].filter((text) => text !== null);
  return (
    <ul className={classes.notes}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
