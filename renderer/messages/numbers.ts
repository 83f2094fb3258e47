/** Numbers in the language of the windows. */
import type { Method } from '../../shared/domain/methods.ts';
import type { Rational } from '../../shared/lib/rational.ts';
import { sayDecimal, sayRational, sayResult } from '../../shared/say/numbers.ts';
import { words } from './words.ts';

/** `87,5`. */
export const showDecimal = (value: string): string => sayDecimal(words.numbers, value);

export const showRational = (value: Rational, decimals?: number): string => sayRational(words.numbers, value, decimals);

export const showResult = (method: Method, result: Rational | null, display: string): string =>
  sayResult(words.numbers, method, result, display);
