/** [Z4] A check code as it is read aloud: large, in groups of four. */
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { groupedCode } from '../../shared/say/check-code.ts';
import classes from './check-code.module.css';

export function CheckCode({ code, hint }: { readonly code: string; readonly hint?: string }) {
  const { t } = useTranslation('deliberation');
  return (
    <div>
      <Text fw={600}>{t('seal.code')}</Text>
      <strong className={classes.code}>{groupedCode(code)}</strong>
      {hint === undefined ? null : <Text c="var(--gj-quiet)">{hint}</Text>}
    </div>
  );
}
