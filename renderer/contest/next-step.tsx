/** The way on while the contest is prepared: the step that is missing next, or the check list; nothing where one is there already. */
import { Button } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { usePreparation } from './preparation.ts';

export function NextStep({ ref, size = 'lg' }: { readonly ref?: Ref<HTMLButtonElement>; readonly size?: 'md' | 'lg' }) {
  const { t } = useTranslation('preparation');
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const preparation = usePreparation();
  if (preparation === null || preparation.isOver) return null;
  const { name, path } = preparation.next;
  if (path === `${pathname}${search}`) return null;
  return (
    <Button ref={ref} size={size} onClick={() => void navigate(path)}>
      {t('next', { step: t(`step.${name}`) })}
    </Button>
  );
}
