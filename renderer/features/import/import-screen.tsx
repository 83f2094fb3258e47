/** The list of contestants from a spreadsheet. */
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/page-title.tsx';

export function ImportScreen() {
  const { t } = useTranslation('import');
  return <PageTitle title={t('title')} />;
}
