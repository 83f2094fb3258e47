/** Numbers in the language of the windows. */
import i18next from 'i18next';
import type { Method } from '../../shared/domain/methods.ts';
import { mayBeThousands, parseTypedDecimal, type Decimal } from '../../shared/lib/decimal.ts';
import type { Rational } from '../../shared/lib/rational.ts';
import { sayDecimal, sayRational, sayResult } from '../../shared/say/numbers.ts';
import { words } from './words.ts';

/** `87,5`. */
export const showDecimal = (value: string): string => sayDecimal(words.numbers, value);

export const showRational = (value: Rational, decimals?: number): string => sayRational(words.numbers, value, decimals);

export const showResult = (method: Method, result: Rational | null, display: string): string =>
  sayResult(words.numbers, method, result, display);

/** What a person typed into a field of this window; null when it is no number, or might be another one. */
export const readDecimal = (text: string): Decimal | null => parseTypedDecimal(text, words.numbers.groupSign);

/**
 * [H8] A text that is being typed, in the signs of the other language: point and comma change places, so that it means there what it
 * meant here, and what might be two numbers still might.
 */
export const inOtherSigns = (text: string): string => text.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));

/** [H8] What to write instead of a text that may mean two numbers; null where it means one at most. */
export function doubtOf(text: string): string | null {
  const { groupSign, decimalSign } = words.numbers;
  if (!mayBeThousands(text, groupSign)) return null;
  const trimmed = text.trim();
  const readings = { thousands: trimmed.replace(groupSign, ''), decimal: trimmed.replace(groupSign, decimalSign) };
  return i18next.t('decimal.twoMeanings', { ns: 'ui', text: trimmed, ...readings });
}
