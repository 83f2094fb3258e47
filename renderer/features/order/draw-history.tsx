/** Every draw with its seed, newest first: what anybody needs to repeat it. */
import { useTranslation } from 'react-i18next';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import { useContest } from '../../contest/hooks.tsx';
import { dateFormat } from '../../messages/language.ts';

const timeFormat = dateFormat({ dateStyle: 'medium', timeStyle: 'short' });

export function DrawHistory({ nameOf }: { readonly nameOf: (category: CategoryId | null) => string }) {
  const { t } = useTranslation('order');
  const { draws } = useContest();
  if (draws.length === 0) return null;
  return (
    <details>
      <summary>
        {t('draws')} ({draws.length})
      </summary>
      <ul>
        {draws
          .toSorted((a, b) => b.atMs - a.atMs)
          .map(({ ref, atMs, value }) => (
            <li key={ref}>
              {t('drawItem', { time: timeFormat.format(atMs), scope: nameOf(value.category), seed: value.seed })}
            </li>
          ))}
      </ul>
    </details>
  );
}
