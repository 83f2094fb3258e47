/** A tie that reaches an awarded place: the tied side by side, and the three ways to decide it, as far as the rules allow. */
import { Alert, Button, Stack, Text } from '@mantine/core';
import { Dices, Gavel, Scale, ShieldAlert, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StepLink } from '../../contest/step-link.tsx';
import { EmptyLine } from '../../ui/empty-state.tsx';
import type { ContestFile } from '../../../shared/domain/setup/contest-file.ts';
import { placeNames } from '../../../shared/ranking/place-names.ts';
import { placesLabel } from '../../../shared/say/place-names.ts';
import { words } from '../../messages/words.ts';
import type { Blocked, CategoryTotals } from '../../../shared/ranking/types.ts';
import classes from './results.module.css';
import { stageName } from './names.ts';
import { TieDialog, type TieWay } from './tie-dialog.tsx';
import { groupAtStep } from './tie-group.ts';
import { TiedTable } from './tied-table.tsx';

const icons = { chair: Gavel, draw: Dices, joint: UsersRound };

export function TieToDecide({
  file,
  totals,
  tie,
  decimals,
  isProvisional,
}: {
  readonly file: ContestFile;
  readonly totals: CategoryTotals;
  readonly tie: Blocked;
  /** Of the results of the category. */
  readonly decimals: number;
  readonly isProvisional: boolean;
}) {
  const { t } = useTranslation('results');
  const [way, setWay] = useState<TieWay | null>(null);
  const names = placeNames(file, totals.category);
  const awarded = tie.places.filter((place) => names.has(place));
  const { stage } = tie;
  // At a cut no place is given: what is to be decided is who advances.
  const places =
    stage === undefined ? placesLabel(words.places, names, awarded) : t('tie.cut', { stage: stageName(file, stage) });
  const compared = totals.rounds.find(({ to }) => stage !== undefined && to.includes(stage))?.compared ?? totals;
  const groups = {
    chair: groupAtStep(file, totals, tie.contestants, 'chair', stage),
    draw: groupAtStep(file, totals, tie.contestants, 'draw', stage),
    joint: tie.contestants,
  };
  const group = way === null ? null : groups[way];
  const hasChair = file.jurors.some((juror) => juror.chair === true);
  return (
    <section className={classes.tie} aria-label={t('tie.title', { places })}>
      <h2 className={classes.heading}>
        <Scale aria-hidden size="1.2em" /> {t('tie.title', { places })}
      </h2>
      <TiedTable
        file={file}
        totals={compared}
        tied={tie.contestants}
        decimals={decimals}
        label={t('tie.table', { places })}
      />
      {isProvisional && stage === undefined ? (
        <Alert color="yellow" icon={<ShieldAlert aria-hidden />} mt="sm">
          {t('tie.wait')}
        </Alert>
      ) : (
        <Stack gap="xs" mt="sm">
          <Text>{t('tie.text')}</Text>
          <fieldset className={classes.choices} aria-label={t('tie.ways')}>
            {(['chair', 'draw', 'joint'] as const)
              .filter((each) => groups[each] !== null && (each !== 'chair' || hasChair))
              .map((each) => {
                const Icon = icons[each];
                return (
                  <Button key={each} leftSection={<Icon aria-hidden size="1.2rem" />} onClick={() => setWay(each)}>
                    {each === 'joint' && stage !== undefined ? t('tie.allAdvance') : t(`tie.${each}`)}
                  </Button>
                );
              })}
          </fieldset>
          {groups.chair === null || hasChair ? null : (
            <EmptyLine text={`${t('tie.chair')}: ${t('tie.noChair')}`} action={<StepLink step="jurors" />} />
          )}
          {(['chair', 'draw'] as const)
            .filter((each) => groups[each] === null)
            .map((each) => (
              <Text key={each} c="var(--gj-quiet)">
                <strong>{t(`tie.${each}`)}</strong>: {t('tie.notInRules', { way: t(`tie.${each}`) })}
              </Text>
            ))}
        </Stack>
      )}
      {way === null || group === null ? null : (
        <TieDialog
          file={file}
          category={totals.category}
          way={way}
          group={group}
          isWider={group.length > tie.contestants.length}
          places={stage === undefined ? awarded : []}
          cutTo={stage}
          onClose={() => setWay(null)}
        />
      )}
    </section>
  );
}
