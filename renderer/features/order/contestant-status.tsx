/** The state of a contestant in a sign and a word. */
import { Ban, Check, Clock, Mic, Sparkles, UserMinus, UserX, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContestantStatus } from '../../../shared/domain/setup/contest-file.ts';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';

const looks: Readonly<Record<ContestantStatus, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  waiting: { icon: Clock, tone: 'quiet' },
  performing: { icon: Mic, tone: 'warm' },
  performed: { icon: Check, tone: 'good' },
  withdrawn: { icon: UserMinus, tone: 'quiet' },
  'no-show': { icon: UserX, tone: 'quiet' },
  disqualified: { icon: Ban, tone: 'danger' },
  exhibition: { icon: Sparkles, tone: 'quiet' },
};

export function StatusOf({ status }: { readonly status: ContestantStatus }) {
  const { t } = useTranslation('order');
  const { icon, tone } = looks[status];
  return <StatusBadge icon={icon} tone={tone} label={t(`status.${status}`)} />;
}
