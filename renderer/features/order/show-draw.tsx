/** The latest draw of this scope, shown in the hall: the announcement's page has the steps. */
import { Button } from '@mantine/core';
import { Projector } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { drawInForce, drawKey } from '../../../shared/ceremony/draw.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import { useAnswer, useContest, useShell } from '../../contest/hooks.tsx';

export function ShowDraw({ scope }: { readonly scope: CategoryId | null }) {
  const { t } = useTranslation('order');
  const shell = useShell();
  const answer = useAnswer();
  const navigate = useNavigate();
  const ref = drawInForce(useContest(), scope);
  if (ref === null) return null;

  async function show(act: string): Promise<void> {
    if ((await answer(shell.request('start-ceremony', { act }))) !== undefined) await navigate('/pengumuman');
  }

  return (
    <Button
      variant="default"
      leftSection={<Projector aria-hidden size="1.2rem" />}
      onClick={() => void show(drawKey(ref))}
    >
      {t('showDraw')}
    </Button>
  );
}
