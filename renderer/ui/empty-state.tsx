/** Nothing is here yet: why, and what to do about it. */
import { Stack, Text, Title } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export function EmptyState({
  icon: Icon,
  title,
  text,
  action,
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
}) {
  return (
    <Stack align="center" gap="sm" p="xl" ta="center" maw={640} mx="auto">
      <Icon aria-hidden size="3rem" strokeWidth={1.5} />
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text>{text}</Text>
      {action}
    </Stack>
  );
}
