/** Laptops of the jury: invitations, admission, last seen. */
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/page-title.tsx';

export function DevicesScreen() {
  const { t } = useTranslation('monitor');
  return <PageTitle title={t('title')} />;
}
