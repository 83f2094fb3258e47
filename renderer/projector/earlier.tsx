/** What was shown before: as many as have room at a size that can be read; what was announced longest ago gives way first. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { RevealedPlace } from '../../shared/ceremony/view.ts';

/** Of the height of the picture. */
const earlierShare = 0.4;

export function Earlier({ places }: { readonly places: readonly RevealedPlace[] }) {
  const foot = useRef<HTMLElement>(null);
  const [count, setCount] = useState(places.length);
  useLayoutEffect(() => {
    const element = foot.current;
    if (element === null || count <= 1) return;
    const columns = [...element.children];
    const isTooTall = element.scrollHeight > window.innerHeight * earlierShare;
    if (isTooTall || columns.some((each) => each.scrollWidth > each.clientWidth)) setCount(count - 1);
  }, [count]);
  return (
    <footer className="earlier" ref={foot}>
      {places
        .slice(-count)
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
