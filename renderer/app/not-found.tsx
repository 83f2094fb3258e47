/** An address that leads nowhere. */
import { FileQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';

export function NotFound() {
  const { t } = useTranslation('app');
  return <EmptyState icon={FileQuestion} title={t('notFound.title')} text={t('notFound.text')} />;
}
