/** The performance order: numbers, lots, moving up and down. */
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/page-title.tsx';

export function OrderScreen() {
  const { t } = useTranslation('order');
  return <PageTitle title={t('title')} />;
}
