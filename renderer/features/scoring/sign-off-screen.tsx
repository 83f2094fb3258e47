/** tmp */
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/page-title.tsx';

export function SignOffScreen() {
  const { t } = useTranslation('scoring');
  return <PageTitle title={t('title')} />;
}
