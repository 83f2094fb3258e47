/** Who has scored whom, live; who is on; what the committee does on the day. */
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/page-title.tsx';

export function MonitorScreen() {
  const { t } = useTranslation('monitor');
  return <PageTitle title={t('title')} />;
}
