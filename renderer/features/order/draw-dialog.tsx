/** Drawing lots: the seed comes from the system's random source, is shown before and recorded with the numbers (D19). */
import { Alert, Stack, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFrozen } from '../../../shared/domain/standing.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import { drawLots } from '../../../shared/domain/facts/lots.ts';
import { useContest, useExecute, useSetup } from '../../contest/hooks.tsx';
import { newSeed } from '../../contest/new-seed.ts';
import { showBrief } from '../../ui/brief-notice.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import { withFreed } from './numbers.ts';
import classes from './order.module.css';

export function DrawDialog({
  scope,
  scopeName,
  onClose,
}: {
  readonly scope: CategoryId | null;
  readonly scopeName: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('order');
  const { contestants } = useSetup();
  const hasStarted = isFrozen(useContest());
  const execute = useExecute();
  const [seed] = useState(newSeed);
  const [isBusy, setBusy] = useState(false);
  useReturnFocus();
  const lots = drawLots(contestants, scope, seed);

  async function draw(): Promise<void> {
    setBusy(true);
    const freed = withFreed(lots, contestants).filter(({ number }) => number === null);
    const isFree = freed.length === 0 || (await execute({ type: 'change-order', numbers: [...freed] }));
    const isDrawn = isFree && (await execute({ type: 'draw-lots', category: scope, seed }));
    setBusy(false);
    if (!isDrawn) return;
    showBrief(t('drawn', { count: lots.length }));
    onClose();
  }

  return (
    <ConfirmDialog
      opened
      title={t('drawTitle', { scope: scopeName })}
      confirmLabel={t('drawNow')}
      busy={isBusy}
      onCancel={onClose}
      onConfirm={() => void draw()}
    >
      <Stack gap="sm">
        <Text>{t('drawText', { count: lots.length })}</Text>
        {hasStarted ? (
          <Alert color="gold" icon={<TriangleAlert aria-hidden />} role="note">
            {t('drawStarted')}
          </Alert>
        ) : null}
        <Seed seed={seed} />
      </Stack>
    </ConfirmDialog>
  );
}

/** Shown before it is used. */
export function Seed({ seed }: { readonly seed: string }) {
  const { t } = useTranslation('order');
  return (
    <div>
      <Text>{t('drawSeed')}</Text>
      <Text className={classes.seed}>{seed}</Text>
      <Text c="var(--gj-quiet)">{t('drawSeedHint')}</Text>
    </div>
  );
}
