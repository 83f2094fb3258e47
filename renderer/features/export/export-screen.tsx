/** Workbook, printing, backup. */
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/page-title.tsx';

export function ExportScreen() {
  const { t } = useTranslation('export');
  return <PageTitle title={t('title')} />;
}
