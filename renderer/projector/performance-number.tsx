/** A contestant's performance number, named as such: beside a place, a bare number is taken for one. */
import { useTranslation } from 'react-i18next';

export function PerformanceNumber({ number }: { readonly number: number }) {
  const { t } = useTranslation('projector');
  return (
    <span className="number">
      <small>{t('number')}</small> {number}
    </span>
  );
}
