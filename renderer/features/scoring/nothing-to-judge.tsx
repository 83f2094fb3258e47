/** No sheet for this juror: what is missing, who brings it, and what can be done meanwhile. */
import { Button } from '@mantine/core';
import { ClipboardList, FlaskConical, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Contest } from '../../../shared/domain/contest.ts';
import type { JurorId } from '../../../shared/domain/ids.ts';
import { useContest } from '../../contest/hooks.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ownCategories } from './own-sheets.ts';
import { useSeat } from './seat.ts';

type Missing = 'contest' | 'contestants' | 'rubric' | 'sheets';

/** Null: there are sheets. */
export function missingFor(contest: Contest, seat: JurorId): Missing | null {
  if (contest.setup === null) return 'contest';
  const categories = ownCategories(contest, seat);
  if (categories.some(({ sheets }) => sheets.length > 0)) return null;
  if (contest.setup.contestants.length === 0) return 'contestants';
  return categories.length === 0 ? 'rubric' : 'sheets';
}

export function NothingToJudge({ onPractise }: { readonly onPractise: () => void }) {
  const { t } = useTranslation('scoring');
  return (
    <Nothing
      title={t('empty.title')}
      action={
        <Button size="lg" leftSection={<FlaskConical aria-hidden size="1.3rem" />} onClick={onPractise}>
          {t('tour.practise')}
        </Button>
      }
    />
  );
}

export function NothingToSign() {
  const { t } = useTranslation('scoring');
  return (
    <Nothing
      title={t('empty.nothingToSign')}
      action={
        <Button component={Link} to="/penilaian" size="lg" leftSection={<ClipboardList aria-hidden size="1.3rem" />}>
          {t('empty.toSheets')}
        </Button>
      }
    />
  );
}

function Nothing({ title, action }: { readonly title: string; readonly action: ReactNode }) {
  const { t } = useTranslation('scoring');
  const missing = missingFor(useContest(), useSeat()) ?? 'sheets';
  return (
    <EmptyState
      order={1}
      icon={missing === 'contest' ? Hourglass : ClipboardList}
      title={missing === 'contest' ? t('empty.waiting') : title}
      text={t(`empty.missing.${missing}`)}
      action={action}
    />
  );
}
