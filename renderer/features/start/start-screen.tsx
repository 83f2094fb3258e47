/** Begin: a new contest, an existing one, or joining as a juror. */
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/page-title.tsx';

export function StartScreen() {
  const { t } = useTranslation('start');
  return <PageTitle title={t('title')} />;
}
