/** From a group or a sheet to its history. */
import { Button } from '@mantine/core';
import { History } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useLeaveGuard } from '../ui/leave-guard.tsx';
import type { OpenedBySearch } from './opened-by-search.ts';

export function HistoryLink({ of, children }: { readonly of: OpenedBySearch; readonly children: string }) {
  const { leave } = useLeaveGuard();
  const navigate = useNavigate();
  return (
    <div>
      <Button
        size="xs"
        variant="default"
        leftSection={<History aria-hidden size="1rem" />}
        onClick={() => leave(() => void navigate('/riwayat', { state: of }))}
      >
        {children}
      </Button>
    </div>
  );
}
