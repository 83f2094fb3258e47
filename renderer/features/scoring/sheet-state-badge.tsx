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
import classes from './scoring.module.css';
import { Unseen } from '../../ui/unseen.tsx';

const looks: Readonly<Record<SheetState, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  pending: { icon: CircleDashed, tone: 'quiet' },
  draft: { icon: PencilLine, tone: 'open' },
  locked: { icon: Lock, tone: 'good' },
  recused: { icon: Ban, tone: 'quiet' },
  absent: { icon: UserX, tone: 'quiet' },
  conflict: { icon: CircleAlert, tone: 'danger' },
  'not-advanced': { icon: Minus, tone: 'quiet' },
  'not-judged': { icon: Minus, tone: 'quiet' },
};

export function SheetStateBadge({ sheet }: { readonly sheet: ScoreSheet }) {
  const { icon, tone, label } = useLook(sheet);
  return <StatusBadge icon={icon} tone={tone} label={label} />;
}

/** The same where there is room for the sign alone. */
export function SheetStateSign({ sheet }: { readonly sheet: ScoreSheet }) {
  const { icon: Icon, tone, label } = useLook(sheet);
  return (
    <span className={classes.rowSign} data-tone={tone} title={label}>
      <Icon aria-hidden size="1.1rem" />
      <Unseen>{label}</Unseen>
    </span>
  );
}

function useLook({ state, reopened }: ScoreSheet) {
  const { t } = useTranslation('scoring');
  // One that the committee opened again is not just any draft: it waits for its juror.
  if (state === 'draft' && reopened !== null)
    return { icon: LockOpen, tone: 'warm' as const, label: t('state.reopened') };
  return { ...looks[state], label: t(`state.${state}`) };
}
