/** For whoever is read to, and not for the eye. */
import type { ReactNode } from 'react';
import classes from './unseen.module.css';

export function Unseen({
  as: Element = 'span',
  children,
}: {
  readonly as?: 'span' | 'figcaption' | 'caption';
  readonly children: ReactNode;
}) {
  return <Element className={classes.unseen}>{children}</Element>;
}
