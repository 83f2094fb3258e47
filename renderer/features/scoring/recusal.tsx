/** Stepping back from a contestant, with the reason and what follows from it. */
import { Button, List } from '@mantine/core';
import { Ban } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { Contestant } from '../../../shared/domain/setup/contest-file.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';

interface RecusalProperties {
  readonly sheet: ScoreSheet;
  readonly contestant: Contestant;
}

/** Drawn anew only where it concerns another sheet, or the sheet another state: not with every score. */
export const Recusal = memo(Drawn, (before, after) => {
  const isSame = before.sheet.contestant === after.sheet.contestant && before.sheet.state === after.sheet.state;
  return isSame && before.contestant === after.contestant;
});

function Drawn({ sheet, contestant }: RecusalProperties) {
  const { t } = useTranslation('scoring');
  const execute = useExecute();
  const [isAsking, setAsking] = useState(false);
  if (sheet.state !== 'pending' && sheet.state !== 'draft') return null;

  async function recuse(reason: string): Promise<void> {
    const isDone = await execute({ type: 'recuse', contestant: sheet.contestant, reason });
    if (isDone) setAsking(false);
  }

  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Ban aria-hidden size="1.1rem" />}
        onClick={() => setAsking(true)}
      >
        {t('recusal.ask')}
      </Button>
      <ReasonDialog
        opened={isAsking}
        title={t('recusal.title', { contestant: contestantText(contestant) })}
        label={t('recusal.reason')}
        confirmLabel={t('recusal.confirm')}
        tone="danger"
        onCancel={() => setAsking(false)}
        onConfirm={(reason) => void recuse(reason)}
      >
        <List>
          <List.Item>{t('recusal.consequence')}</List.Item>
          <List.Item>{t('recusal.average')}</List.Item>
          <List.Item>{t('recusal.undo')}</List.Item>
        </List>
      </ReasonDialog>
    </>
  );
}
