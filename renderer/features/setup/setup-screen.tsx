/** What is agreed before scoring: categories, stages, rubrics, seats, rules. */
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/page-title.tsx';

export function SetupScreen() {
  const { t } = useTranslation('setup');
  return <PageTitle title={t('title')} />;
}
