/** A screen with scores is hidden until it is asked for: others may see it, or the hall. */
import { Button } from '@mantine/core';
import { EyeOff, type LucideIcon } from 'lucide-react';
import { EmptyState } from './empty-state.tsx';
import { PageTitle } from './page-title.tsx';

interface HiddenScreenProperties {
  readonly title: string;
  readonly why: { readonly title: string; readonly text: string };
  readonly icon: LucideIcon;
  readonly showLabel: string;
  readonly onShow: () => void;
}

export function HiddenScreen({ title, why, icon: Icon, showLabel, onShow }: HiddenScreenProperties) {
  return (
    <>
      <PageTitle title={title} />
      <EmptyState
        icon={EyeOff}
        title={why.title}
        text={why.text}
        action={
          <Button size="lg" leftSection={<Icon aria-hidden />} onClick={onShow}>
            {showLabel}
          </Button>
        }
      />
    </>
  );
}
