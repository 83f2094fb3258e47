/** One kind of document: what it is for, its buttons, and below them what became of the last press. */
import { Group } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useSaving, type Save } from '../../contest/saved-document.tsx';
import classes from './export.module.css';

export function DocumentCard({
  icon: Icon,
  title,
  children,
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children: (save: Save) => { readonly text: ReactNode; readonly actions: ReactNode };
}) {
  const heading = useId();
  const { save, outcome } = useSaving();
  const { text, actions } = children(save);
  return (
    <section className={classes.card} aria-labelledby={heading}>
      <h3 className={classes.cardTitle} id={heading}>
        <Icon aria-hidden size="1.4rem" /> {title}
      </h3>
      <div className={classes.text}>{text}</div>
      <Group gap="sm">{actions}</Group>
      {outcome}
    </section>
  );
}
