/** Nothing is here yet: what is missing, and the way to it. The large one fills a screen or a panel, the line stands among others. */
import { Group, Stack, Text, Title } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export function EmptyState({
  icon: Icon,
  title,
  text,
  action,
  order = 2,
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
  /** Of its heading: 1 where it is the whole screen. */
  readonly order?: 1 | 2 | 3;
}) {
  return (
    <Stack align="center" gap="sm" p="xl" ta="center" maw={640} mx="auto">
      <Icon aria-hidden size="3rem" strokeWidth={1.5} />
      <Title order={order} size="h3">
        {title}
      </Title>
      <Text>{text}</Text>
      {action}
    </Stack>
  );
}

export function EmptyLine({ text, action }: { readonly text: string; readonly action?: ReactNode }) {
  return (
    <Group gap="xs" flex="none">
      <Text fw={600}>{text}</Text>
      {action}
    </Group>
  );
}
