/** The one heading of a screen, with its actions at the right. */
import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export function PageTitle({
  title,
  hint,
  actions,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly actions?: ReactNode;
}) {
  return (
    <Group justify="space-between" align="flex-start" mb="md" gap="sm">
      <Stack gap={2}>
        <Title order={1} size="h2">
          {title}
        </Title>
        {hint === undefined ? null : <Text c="var(--gj-quiet)">{hint}</Text>}
      </Stack>
      {actions === undefined ? null : <Group gap="sm">{actions}</Group>}
    </Group>
  );
}
