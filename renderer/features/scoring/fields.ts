/** Names of the fields on the page, and bringing the focus to one with what belongs to it in sight. */

export function fieldId(criterion: string): string {
  return `nilai-${criterion}`;
}

/** The first of the values to choose between, where two laptops differ. */
export function choiceId(criterion: string): string {
  return `pilih-${criterion}`;
}

export function rowId(criterion: string): string {
  return `kriteria-${criterion}`;
}

export function noteId(criterion: string | null): string {
  return criterion === null ? 'catatan-lembar' : `catatan-${criterion}`;
}

export function focusField(id: string): void {
  const field = document.getElementById(id);
  field?.focus({ preventScroll: true });
  (field?.closest('fieldset') ?? field?.closest('[data-row]') ?? field)?.scrollIntoView({ block: 'nearest' });
}
