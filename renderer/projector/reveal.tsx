/**
 * A place in two steps (rule C11): first its name alone, then who has it: number, name and unit together, equals side by side. Earlier
 * places stay below.
 */
import { Trophy } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectorView, RevealedPlace, ShownContestant } from '../../shared/ceremony/view.ts';
import { useFit } from './fit.ts';
import { Photo } from './hall-picture.tsx';
import { PerformanceNumber } from './performance-number.tsx';
import { sizeFor } from './text-size.ts';

type RevealView = Extract<ProjectorView, { type: 'reveal' }>;
type BuildUpView = Extract<ProjectorView, { type: 'build-up' }>;

/** Of the height of the picture. */
const earlierShare = 0.4;

export function Reveal({ view }: { readonly view: RevealView }) {
  const place = view.revealed.at(-1);
  if (place === undefined) return null;
  return (
    <div className="reveal">
      <header className="line">
        <span>{view.category}</span>
        <span>{view.contest}</span>
      </header>
      <NewPlace place={place} key={place.label} />
      {view.revealed.length > 1 && <Earlier places={view.revealed.slice(0, -1)} key={view.revealed.length} />}
    </div>
  );
}

export function BuildUp({ view }: { readonly view: BuildUpView }) {
  return (
    <div className="reveal">
      <header className="line">
        <span>{view.category}</span>
        <span>{view.contest}</span>
      </header>
      <PlaceToCome heading={view.heading} place={view.place} key={view.heading} />
      {view.revealed.length > 0 && <Earlier places={view.revealed} key={view.revealed.length} />}
    </div>
  );
}

/** The dots say that a name follows. */
function PlaceToCome({ heading, place }: { readonly heading: string; readonly place: number | null }) {
  const box = useFit<HTMLElement>(heading);
  return (
    <section className={`fitted place build-up place-${Math.min(place ?? 3, 3)}`} ref={box}>
      <p className="place-label">
        <Trophy aria-hidden />
        {heading}
      </p>
      <p className="dots" aria-hidden>
        <span>●</span>
        <span>●</span>
        <span>●</span>
      </p>
    </section>
  );
}

function NewPlace({ place }: { readonly place: RevealedPlace }) {
  const box = useFit<HTMLElement>(JSON.stringify(place));
  const isAlone = place.contestants.length === 1;
  return (
    <section className={`fitted place place-${Math.min(place.place ?? 3, 3)}`} ref={box}>
      <div className="place-head">
        <p className="place-label">
          <Trophy aria-hidden />
          {place.label}
        </p>
        {place.display !== null && <Score display={place.display} />}
      </div>
      <div className={isAlone ? 'winners' : 'winners winners-several'}>
        {place.contestants.map((contestant) => (
          <Winner key={`${contestant.number} ${contestant.name}`} contestant={contestant} isAlone={isAlone} />
        ))}
      </div>
    </section>
  );
}

function Winner({ contestant, isAlone }: { readonly contestant: ShownContestant; readonly isAlone: boolean }) {
  return (
    <div className="contestant winner">
      {contestant.number !== null && <PerformanceNumber number={contestant.number} />}
      <span className="identity">
        <span className={`name ${isAlone ? sizeFor(contestant.name) : 'size-s'}`}>{contestant.name}</span>
        {contestant.unit !== '' && <span className="unit">{contestant.unit}</span>}
      </span>
      <Photo hash={contestant.photo} />
    </div>
  );
}

function Score({ display }: { readonly display: string }) {
  const { t } = useTranslation('projector');
  return (
    <p className="score">
      {t('score')} <b>{display}</b>
    </p>
  );
}

/** As many as have room at a size that can be read; the lowest places, announced longest ago, give way first. */
function Earlier({ places }: { readonly places: readonly RevealedPlace[] }) {
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
