/** The end of a form before the contest is open: what went wrong, the one way on, and the way back. */
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShownProblem } from '../../contest/use-request.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

export function FormFoot({
  problem,
  busy,
  submitLabel,
  onBack,
}: {
  readonly problem: ShownProblem | null;
  readonly busy: boolean;
  readonly submitLabel: string;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation('start');
  return (
    <>
      <ProblemAlert problem={problem} />
      <Group>
        <Button type="submit" size="lg" loading={busy}>
          {submitLabel}
        </Button>
        <Button size="lg" variant="default" onClick={onBack}>
          {t('back')}
        </Button>
      </Group>
    </>
  );
}
