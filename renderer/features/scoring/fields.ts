/** Names of the fields on the page, and bringing the focus to one with what belongs to it in sight. */
import type { CriterionId } from '../../../shared/domain/ids.ts';

export function fieldId(criterion: CriterionId): string {
  return `nilai-${criterion}`;
}

/** The first of the values to choose between, where two laptops differ. */
export function choiceId(criterion: CriterionId): string {
  return `pilih-${criterion}`;
}

export function rowId(criterion: CriterionId): string {
  return `kriteria-${criterion}`;
}

export function noteId(criterion: CriterionId | null): string {
  return criterion === null ? 'catatan-lembar' : `catatan-${criterion}`;
}

/** Why the sheet is open again; it stands at the top of the sheet. */
export const reopenedId = 'dibuka-kembali';

/**
 * On opening a sheet: the reason why it was opened again is in sight with the field, even where the rest of a long row is
 * not.
 */
export function focusFirstField(id: string): void {
  focusField(id);
  showWhyReopened(document.getElementById(id));
}

/** The whole row that has the keyboard; of the first one what `focusFirstField` shows. */
export function keepInView(): void {
  const field = document.activeElement;
  const row = field?.closest('[data-row]') ?? null;
  row?.scrollIntoView({ block: 'nearest' });
  if (row !== null && row === document.querySelector('[data-row]')) showWhyReopened(field);
}

function showWhyReopened(field: Element | null): void {
  const reopened = document.getElementById(reopenedId);
  if (reopened === null) return;
  reopened.scrollIntoView({ block: 'nearest' });
  field?.scrollIntoView({ block: 'nearest' });
}

export function focusField(id: string): void {
  const field = document.getElementById(id);
  field?.focus({ preventScroll: true });
  (field?.closest('fieldset') ?? field?.closest('[data-row]') ?? field)?.scrollIntoView({ block: 'nearest' });
}
