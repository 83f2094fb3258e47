/** [D24] Jurors who ask for a locked sheet to be opened: with their reason, and both answers. What was asked is not forgotten. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  findContestant,
  setupOf,
  type Contest,
  type ReopeningRequest,
  type Written,
} from '../../../shared/domain/contest.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import classes from './monitor.module.css';

export function RequestItem({
  contest,
  request,
}: {
  readonly contest: Contest;
  readonly request: Written<ReopeningRequest>;
}) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  const [asked, setAsked] = useState<'open' | 'refuse' | null>(null);
  const { juror, contestant, stage, reason } = request.value;
  const setup = setupOf(contest);
  const group = findContestant(setup, contestant);
  const where = t('problem.where', {
    juror: setup.jurors.find(({ id }) => id === juror)?.name ?? juror,
    contestant: group === undefined ? contestant : contestantText(group),
    stage: setup.stages.find(({ id }) => id === stage)?.name ?? stage,
  });
  const close = () => setAsked(null);
  const closeWhen = (isDone: boolean) => (isDone ? close() : undefined);
  return (
    <li>
      <div>
        <strong>{where}</strong>
        <br />
        {t('request.text', { reason })}
      </div>
      <div className={classes.problemActions}>
        <Button
          size="xs"
          aria-haspopup="dialog"
          aria-label={t('request.openLabel', { where })}
          onClick={() => setAsked('open')}
        >
          {t('request.open')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-haspopup="dialog"
          aria-label={t('request.refuseLabel', { where })}
          onClick={() => setAsked('refuse')}
        >
          {t('request.refuse')}
        </Button>
      </div>
      <ConfirmDialog
        opened={asked === 'open'}
        title={t('request.openLabel', { where })}
        confirmLabel={t('request.openConfirm')}
        onCancel={close}
        onConfirm={() => void execute({ type: 'reopen-sheet', juror, contestant, stage, reason }).then(closeWhen)}
      >
        <Text>{t('request.openText', { reason })}</Text>
      </ConfirmDialog>
      <ReasonDialog
        opened={asked === 'refuse'}
        title={t('request.refuseLabel', { where })}
        confirmLabel={t('request.refuseConfirm')}
        onCancel={close}
        onConfirm={(why) =>
          void execute({ type: 'refuse-reopening', request: request.ref, reason: why }).then(closeWhen)
        }
      >
        <Text>{t('request.refuseText', { reason })}</Text>
      </ReasonDialog>
    </li>
  );
}
