/** Some of many, drawn by a seed: the same seed draws the same ones, so that a figure can be asked for again. */
export function sampleOf<Item>(all: readonly Item[], count: number, seed: number): Item[] {
  const rest = [...all];
  const drawn: Item[] = [];
  let state = seed;
  while (drawn.length < count && rest.length > 0) {
    state = next(state);
    drawn.push(...rest.splice(Math.floor((state / 2 ** 32) * rest.length), 1));
  }
  return drawn;
}

/** A linear congruential generator (Numerical Recipes): good enough to draw lots with its high bits. */
function next(state: number): number {
  return (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
}
