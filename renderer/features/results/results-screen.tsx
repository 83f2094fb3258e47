/** Standings with their explanation, and ties to decide. */
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/page-title.tsx';

export function ResultsScreen() {
  const { t } = useTranslation('results');
  return <PageTitle title={t('title')} />;
}
