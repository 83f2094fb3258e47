/** Why something was refused, beside what was asked; every single problem below the sentence. */
import { Alert, List, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SaidProblem } from '../../shared/say/problems.ts';

/** More than so many lines help nobody. */
const MOST_SHOWN = 8;

export function ProblemAlert({
  problem,
}: {
  readonly problem: { readonly message: string; readonly problems: readonly SaidProblem[] } | null;
}) {
  const { t } = useTranslation('ui');
  if (problem === null) return null;
  const details = [...new Set(problem.problems.map(({ message }) => message))];
  return (
    <Alert color="red" role="alert" icon={<TriangleAlert aria-hidden />}>
      <Text fw={600}>{problem.message}</Text>
      {details.length > 1 || (details[0] !== undefined && !problem.message.includes(details[0])) ? (
        <List size="md" mt="xs">
          {details.slice(0, MOST_SHOWN).map((message) => (
            <List.Item key={message}>{message}</List.Item>
          ))}
          {details.length > MOST_SHOWN ? (
            <List.Item>{t('moreProblems', { count: details.length - MOST_SHOWN })}</List.Item>
          ) : null}
        </List>
      ) : null}
    </Alert>
  );
}
