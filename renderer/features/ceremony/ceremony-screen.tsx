/** The operator's side of the announcement. */
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/page-title.tsx';

export function CeremonyScreen() {
  const { t } = useTranslation('ceremony');
  return <PageTitle title={t('title')} />;
}
