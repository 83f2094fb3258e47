/** The way to a part of the preparation, called by its name: where what is missing is made. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useLeaveGuard } from '../ui/leave-guard.tsx';
import { stepPaths, type StepName } from './preparation.ts';

export function StepLink({ step }: { readonly step: StepName }) {
  const { t } = useTranslation('preparation');
  const { leave } = useLeaveGuard();
  const navigate = useNavigate();
  const path = stepPaths[step];
  return (
    <Button
      component={Link}
      to={path}
      size="sm"
      variant="default"
      onClick={(event) => {
        event.preventDefault();
        leave(() => void navigate(path));
      }}
    >
      {t(`step.${step}`)}
    </Button>
  );
}
