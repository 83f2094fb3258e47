/** The tied beside each other: results, each juror's total and each criterion, the highest of a line marked. Nobody is put first. */
import { ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContestFile } from '../../../shared/domain/setup/contest-file.ts';
import type { ContestantId, CriterionId } from '../../../shared/domain/ids.ts';
import { compare, type Rational } from '../../../shared/lib/rational.ts';
import { displayAlike } from '../../../shared/ranking/display.ts';
import type { CategoryTotals } from '../../../shared/ranking/types.ts';
import { showDecimal, showRational, showResult } from '../../messages/numbers.ts';
import { ContestantName } from '../../ui/contestant-name.tsx';
import { jurorName, resultNoun, stageName } from './names.ts';
import classes from './results.module.css';
import { Unseen } from '../../ui/unseen.tsx';

export function TiedTable({
  file,
  totals,
  tied,
  decimals,
  label,
}: {
  readonly file: ContestFile;
  readonly totals: CategoryTotals;
  readonly tied: readonly ContestantId[];
  /** Of the results of the category. */
  readonly decimals: number;
  readonly label: string;
}) {
  const { t } = useTranslation('results');
  const members = totals.contestants.filter(({ contestant }) => tied.includes(contestant));
  const jurors = members[0]?.jurors.map(({ juror }) => juror) ?? [];
  const stages = members[0]?.stages.filter(({ gate }) => !gate) ?? [];
  const span = members.length + 1;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <section className={classes.tied} aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('tie.compared')}</th>
            {members.map(({ contestant }) => {
              const named = file.contestants.find(({ id }) => id === contestant);
              return (
                <th key={contestant} scope="col">
                  {named === undefined ? contestant : <ContestantName contestant={named} />}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          <tr data-result>
            <th scope="row">{t(`table.${resultNoun(totals.method)}`)}</th>
            {members.map(({ contestant, result }) => (
              <td key={contestant}>
                {result === null ? t('table.none') : showResult(totals.method, result, showRational(result, decimals))}
              </td>
            ))}
          </tr>
        </tbody>
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={span}>
              {t('tie.jurors')}
            </th>
          </tr>
          {jurors.map((juror) => (
            <ValueRow
              key={juror}
              decimals={decimals}
              name={jurorName(file, juror)}
              values={members.map((member) => member.jurors.find((each) => each.juror === juror)?.total ?? null)}
            />
          ))}
        </tbody>
        {stages.map(({ stage, rubric, criteria }) => (
          <tbody key={stage}>
            <tr>
              <th scope="rowgroup" colSpan={span}>
                {t('tie.criteria', { stage: stageName(file, stage) })}
              </th>
            </tr>
            {criteria.map(({ criterion }) => (
              <ValueRow
                key={criterion}
                decimals={decimals}
                name={criterionName(file, rubric, criterion)}
                values={members.map(
                  (member) =>
                    member.stages
                      .find((each) => each.stage === stage)
                      ?.criteria.find((each) => each.criterion === criterion)?.mean ?? null,
                )}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function ValueRow({
  decimals,
  name,
  values,
}: {
  readonly decimals: number;
  readonly name: string;
  readonly values: readonly (Rational | null)[];
}) {
  const { t } = useTranslation('results');
  const isHighest = highestOf(values);
  const texts = displayAlike(values, decimals);
  return (
    <tr>
      <th scope="row">{name}</th>
      {texts.map((text, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- one column per contestant, in an order that stays
        <td key={at} data-highest={isHighest[at] === true ? true : undefined}>
          {isHighest[at] === true ? (
            <>
              <ArrowUp aria-hidden size="0.9em" /> <Unseen>{t('tie.highest')} </Unseen>
            </>
          ) : null}
          {showDecimal(text)}
        </td>
      ))}
    </tr>
  );
}

/** Where all are equal nobody is highest. */
function highestOf(values: readonly (Rational | null)[]): readonly boolean[] {
  const present = values.flatMap((value) => value ?? []);
  const isSeparated = present.some((a) => present.some((b) => compare(a, b) !== 0));
  return values.map((value) => isSeparated && value !== null && present.every((other) => compare(value, other) >= 0));
}

function criterionName(file: ContestFile, rubric: string, criterion: CriterionId): string {
  return file.rubrics.find(({ id }) => id === rubric)?.criteria.find(({ id }) => id === criterion)?.name ?? criterion;
}
