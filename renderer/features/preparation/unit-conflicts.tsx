/** [D30] Jurors of a group's own unit: the committee records that they do not judge it, or keeps them with a reason. */
import { Button, Group, Text } from '@mantine/core';
import { Scale } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unitConflicts, type UnitConflict } from '../../../shared/domain/unit-conflicts.ts';
import { useContest, useExecute } from '../../contest/hooks.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import panels from '../../ui/panels.module.css';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import classes from './ready-screen.module.css';

export function UnitConflicts() {
  const { t } = useTranslation('preparation');
  const execute = useExecute();
  const contest = useContest();
  const [asked, setAsked] = useState<{ readonly conflict: UnitConflict; readonly judges: boolean } | null>(null);
  const conflicts = unitConflicts(contest);
  if (conflicts.length === 0) return null;

  async function settle(reason: string): Promise<void> {
    if (asked === null) return;
    const { conflict, judges } = asked;
    const isDone = await execute({
      type: 'settle-unit-conflict',
      juror: conflict.juror.id,
      contestant: conflict.contestant.id,
      judges,
      reason,
    });
    if (isDone) setAsked(null);
  }

  return (
    <section className={panels.panel} aria-labelledby="satu-unit">
      <h2 className={panels.panelTitle} id="satu-unit">
        <Scale aria-hidden size="1.2em" /> {t('units.title')}
      </h2>
      <Text c="var(--gj-quiet)">{t('units.hint')}</Text>
      <ul className={classes.rows}>
        {conflicts.map((conflict) => (
          <li key={`${conflict.juror.id}/${conflict.contestant.id}`}>
            <div>
              <strong>{conflict.juror.name}</strong> · {contestantText(conflict.contestant)}
              <Text c={conflict.state === 'open' ? 'var(--gj-warm)' : undefined}>
                {t(`units.state.${conflict.state}`, { reason: conflict.reason ?? '' })}
              </Text>
            </div>
            <Group gap="xs">
              {conflict.state === 'out' ? null : (
                <Button
                  size="sm"
                  variant="default"
                  aria-label={t('units.recuseLabel', namesOf(conflict))}
                  onClick={() => setAsked({ conflict, judges: false })}
                >
                  {t('units.recuse')}
                </Button>
              )}
              {conflict.state === 'kept' ? null : (
                <Button
                  size="sm"
                  variant="default"
                  aria-label={t('units.keepLabel', namesOf(conflict))}
                  onClick={() => setAsked({ conflict, judges: true })}
                >
                  {t('units.keep')}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {asked === null ? null : (
        <ReasonDialog
          opened
          title={t(asked.judges ? 'units.keepLabel' : 'units.recuseLabel', namesOf(asked.conflict))}
          confirmLabel={t(asked.judges ? 'units.keepConfirm' : 'units.recuseConfirm')}
          onCancel={() => setAsked(null)}
          onConfirm={(reason) => void settle(reason)}
        >
          <Text>{t(asked.judges ? 'units.keepText' : 'units.recuseText')}</Text>
        </ReasonDialog>
      )}
    </section>
  );
}

function namesOf({ juror, contestant }: UnitConflict) {
  return { juror: juror.name, contestant: contestantText(contestant) };
}
