/**
 * The Skating System, rules 5 to 8, as a scrutineer works it out by hand: column by column, place by place, taking couples
 * off the sheet as they are placed. Tests compare the engine with it.
 */

/** `marks[c]` are the places that couple c received; the answer is each couple's place, shared ones as their mean. */
export function scrutineerPlaces(marks: readonly (readonly number[])[]): readonly number[] {
  const judges = marks[0]?.length ?? 0;
  const places = marks.map(() => 0);
  let next = 1;
  const open = () => places.flatMap((place, couple) => (place === 0 ? [couple] : []));
  const better = (couple: number, column: number) => (marks[couple] ?? []).filter((mark) => mark <= column);

  const allocate = (couples: readonly number[], column: number): void => {
    const [only] = couples;
    if (only === undefined) return;
    if (couples.length === 1 || column > marks.length) {
      const mean = next + (couples.length - 1) / 2;
      for (const couple of couples) places[couple] = mean;
      next += couples.length;
      return;
    }
    const largest = Math.max(...couples.map((couple) => better(couple, column).length));
    const most = couples.filter((couple) => better(couple, column).length === largest);
    const totalOf = (couple: number) => better(couple, column).reduce((sum, mark) => sum + mark, 0);
    const lowest = Math.min(...most.map(totalOf));
    const best = most.filter((couple) => totalOf(couple) === lowest);
    allocate(best, column + 1);
    allocate(
      couples.filter((couple) => !best.includes(couple)),
      column,
    );
  };

  for (let column = 1; column <= marks.length; column += 1) {
    allocate(
      open().filter((couple) => better(couple, column).length > judges / 2),
      column,
    );
  }
  return places;
}
