/** Of a result that stands: green and "ready to announce" only once every juror has signed it off, on whatever screen. */
import { CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from './status-badge.tsx';

export function SignOffBadge({ isSigned }: { readonly isSigned: boolean }) {
  const { t } = useTranslation('ui');
  return isSigned ? (
    <StatusBadge icon={CircleCheck} tone="good" label={t('signOff.ready')} />
  ) : (
    <StatusBadge icon={CircleDashed} tone="warm" label={t('signOff.unsigned')} />
  );
}
