/** How far something has come, in words and as a bar. */
import { Progress as Bar } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function Progress({
  done,
  total,
  label,
}: {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}) {
  const { t } = useTranslation('ui');
  const percent = total === 0 ? 0 : (done / total) * 100;
  return (
    <div>
      <div>
        {label}: <strong>{t('progress', { done, total })}</strong>
      </div>
      <Bar.Root size="lg" mt={4}>
        <Bar.Section value={percent} aria-label={label} />
      </Bar.Root>
    </div>
  );
}
