/** The steps of text zoom, 50 % to 200 %: fixed ones, so that everybody meets the same sizes. */
const steps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/** The next step in a direction, or the same at the ends. */
export function nextZoom(zoom: number, direction: 'in' | 'out'): number {
  const found =
    direction === 'in' ? steps.find((step) => step > zoom + 0.01) : steps.findLast((step) => step < zoom - 0.01);
  return found ?? zoom;
}
