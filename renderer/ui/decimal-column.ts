/** Numbers that stand below each other: each with as many decimals as the one that has most, so that their signs do too. */
import { words } from '../messages/words.ts';

/** What is no number ("–", "≈12,33") stays as it is, and pads no other. */
export function alignDecimals(texts: readonly string[]): string[] {
  const places = Math.max(0, ...texts.map((text) => fractionOf(text)?.length ?? 0));
  return texts.map((text) => {
    const fraction = fractionOf(text);
    if (fraction === null || fraction.length === places) return text;
    return `${fraction === '' ? `${text}${words.numbers.decimalSign}` : text}${'0'.repeat(places - fraction.length)}`;
  });
}

/** The digits behind the sign; null where the text is no plain number. */
function fractionOf(text: string): string | null {
  const match = new RegExp(`^-?\\d+(?:[${words.numbers.decimalSign}](\\d+))?$`).exec(text);
  return match === null ? null : (match[1] ?? '');
}
