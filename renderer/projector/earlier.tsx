/** What was shown before, the last one first: as many as have room beside what is new (fit.ts). */
import type { RevealedPlace } from '../../shared/ceremony/view.ts';

/** Beyond it nobody reads them. */
const mostShown = 6;

export function Earlier({ places }: { readonly places: readonly RevealedPlace[] }) {
  return (
    <footer className="earlier">
      {places
        .slice(-mostShown)
        .toReversed()
        .map((place) => (
          <span className="earlier-place" key={place.label}>
            <b>{place.label}</b>
            {place.contestants.map((each) => (
              <span key={`${each.number} ${each.name}`}>
                {each.number !== null && `${each.number}. `}
                {each.name}
                {each.unit !== '' && <span className="earlier-unit"> – {each.unit}</span>}
              </span>
            ))}
          </span>
        ))}
    </footer>
  );
}
