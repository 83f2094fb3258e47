/** A state in a sign and a word; the colour only repeats them. */
import type { LucideIcon } from 'lucide-react';
import classes from './status-badge.module.css';

export type Tone = 'quiet' | 'open' | 'good' | 'warm' | 'danger';

export function StatusBadge({
  icon: Icon,
  label,
  tone = 'quiet',
}: {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly tone?: Tone;
}) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon aria-hidden size="1.05em" />
      {label}
    </span>
  );
}
