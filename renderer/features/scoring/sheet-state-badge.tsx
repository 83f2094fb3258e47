/** The state of a sheet in a sign and a word. */
import {
  Ban,
  CircleAlert,
  CircleDashed,
  Lock,
  LockOpen,
  Minus,
  PencilLine,
  UserX,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ScoreSheet, SheetState } from '../../../shared/domain/score-sheet.ts';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';

const looks: Readonly<Record<SheetState, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  pending: { icon: CircleDashed, tone: 'quiet' },
  draft: { icon: PencilLine, tone: 'open' },
  locked: { icon: Lock, tone: 'good' },
  recused: { icon: Ban, tone: 'quiet' },
  absent: { icon: UserX, tone: 'quiet' },
  conflict: { icon: CircleAlert, tone: 'danger' },
  'not-judged': { icon: Minus, tone: 'quiet' },
};

export function SheetStateBadge({ sheet: { state, reopened } }: { readonly sheet: ScoreSheet }) {
  const { t } = useTranslation('scoring');
  // One that the committee opened again is not just any draft: it waits for its juror.
  if (state === 'draft' && reopened !== null) {
    return <StatusBadge icon={LockOpen} tone="warm" label={t('state.reopened')} />;
  }
  const { icon, tone } = looks[state];
  return <StatusBadge icon={icon} tone={tone} label={t(`state.${state}`)} />;
}
