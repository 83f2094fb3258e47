/** The sign of a step's state; its word stands beside it. */
import { CircleAlert, CircleCheck, CircleDashed, type LucideIcon } from 'lucide-react';
import type { Step } from './preparation.ts';

export const stepIcons: Readonly<Record<Step['state'], LucideIcon>> = {
  missing: CircleDashed,
  look: CircleAlert,
  done: CircleCheck,
};
