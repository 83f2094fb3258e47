/** The buttons of a dialog, always in view at its lower edge, however much stands above them (rule H2). */
import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dialog-foot.module.css';

export function DialogFoot({
  justify = 'flex-end',
  above,
  children,
}: {
  readonly justify?: 'flex-end' | 'space-between';
  /** What must be seen together with the buttons. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.foot}>
      {above}
      <Group justify={justify}>{children}</Group>
    </div>
  );
}
