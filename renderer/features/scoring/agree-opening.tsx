/** [Z11] The jury's chair, on the own seat, lets the scores be opened before everything is announced. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findJuror, setupOf } from '../../../shared/domain/contest.ts';
import type { JurorId } from '../../../shared/domain/ids.ts';
import { useContestPart, useExecute } from '../../contest/hooks.tsx';
import panels from '../../ui/panels.module.css';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { OwnCheckPanel } from '../../contest/own-check-panel.tsx';

export function AgreeOpening({
  seat,
  isDone,
}: {
  readonly seat: JurorId;
  /** The chair has signed everything off: before that it is no question yet. */
  readonly isDone: boolean;
}) {
  const { t } = useTranslation('opening');
  const execute = useExecute();
  const [isAsking, setAsking] = useState(false);
  const isOpened = useContestPart(({ scoresOpening }) => scoresOpening !== null);
  const isChair = useContestPart((contest) => findJuror(setupOf(contest), seat)?.chair === true);
  const isAgreed = useContestPart(({ openingAgreements }) =>
    openingAgreements.some(({ value }) => value.juror === seat),
  );
  if (isOpened) return <OwnCheckPanel />;
  if (!isChair || !isDone) return null;

  async function agree(reason: string): Promise<void> {
    if (await execute({ type: 'agree-opening', reason })) setAsking(false);
  }

  return (
    <section className={panels.panel} aria-labelledby="setuju-buka-nilai">
      <h2 className={panels.panelTitle} id="setuju-buka-nilai">
        {t('agree.title')}
      </h2>
      <Text mb="sm">{t(isAgreed ? 'agree.done' : 'agree.text')}</Text>
      {isAgreed ? null : (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('agree.button')}
        </Button>
      )}
      <ReasonDialog
        opened={isAsking}
        title={t('agree.title')}
        confirmLabel={t('agree.confirm')}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) => void agree(reason)}
      >
        <Text>{t('agree.text')}</Text>
      </ReasonDialog>
    </section>
  );
}
