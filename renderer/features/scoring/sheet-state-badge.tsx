/** The state of a sheet in a sign and a word. */
import { CircleAlert, CircleDashed, Lock, PencilLine, UserX, Ban, type LucideIcon, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SheetState } from '../../../shared/domain/score-sheet.ts';
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

export function SheetStateBadge({ state }: { readonly state: SheetState }) {
  const { t } = useTranslation('scoring');
  const { icon, tone } = looks[state];
  return <StatusBadge icon={icon} tone={tone} label={t(`state.${state}`)} />;
}
