/** From a group or a sheet to its history: the press asks for it, and what it shows is said beside it (rule T1). */
import { Button, Text } from '@mantine/core';
import { History } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLeaveGuard } from '../ui/leave-guard.tsx';
import type { OpenedBySearch } from './opened-by-search.ts';

export function HistoryLink({ of, children }: { readonly of: OpenedBySearch; readonly children: string }) {
  const { t } = useTranslation('history');
  const hint = useId();
  const { leave } = useLeaveGuard();
  const navigate = useNavigate();
  return (
    <div>
      <Button
        size="xs"
        variant="default"
        leftSection={<History aria-hidden size="1rem" />}
        aria-describedby={hint}
        onClick={() => leave(() => void navigate('/riwayat', { state: { ...of, isAsked: true } }))}
      >
        {children}
      </Button>
      <Text id={hint} size="sm" c="var(--gj-quiet)">
        {t('hidden.link')}
      </Text>
    </div>
  );
}
