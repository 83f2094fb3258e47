/** How a juror is named on screens: "Juri 2 · Nama". */
import { useTranslation } from 'react-i18next';

/** `index`: the place among the jurors, -1 for a seat that is gone. */
export function useJurorName(): (index: number, name: string) => string {
  const { t } = useTranslation('app');
  // Who is called by the number already, in whatever language, is not numbered twice.
  return (index, name) =>
    index < 0 || new RegExp(String.raw`^\p{L}+ ${index + 1}\b`, 'u').test(name)
      ? name
      : t('jurorFull', { number: index + 1, name });
}
