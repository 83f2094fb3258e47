/**
 * A place in two steps (rule C11): first its name alone, then who has it: number, name and unit together, equals side by side. Earlier
 * places stay below.
 */
import { Trophy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProjectorView, RevealedPlace, ShownContestant } from '../../shared/ceremony/view.ts';
import { Earlier } from './earlier.tsx';
import { useFit } from './fit.ts';
import { usePages } from './pages.ts';
import { Photo } from './hall-picture.tsx';
import { PerformanceNumber } from './performance-number.tsx';
import { sizeFor } from './text-size.ts';

type RevealView = Extract<ProjectorView, { type: 'reveal' }>;
type BuildUpView = Extract<ProjectorView, { type: 'build-up' }>;

/** Winners of one award on one picture. */
const mostAtOnce = 12;

export function Reveal({ view }: { readonly view: RevealView }) {
  const place = view.revealed.at(-1);
  if (place === undefined) return null;
  return (
    <div className="reveal">
      <NewPlace view={view} place={place} key={place.label} />
      {view.revealed.length > 1 && <Earlier places={view.revealed.slice(0, -1)} key={view.revealed.length} />}
    </div>
  );
}

export function BuildUp({ view }: { readonly view: BuildUpView }) {
  return (
    <div className="reveal">
      <header className="line">
        <h1>{view.category}</h1>
        <span className="line-contest">{view.contest}</span>
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
      <h2 className="place-label">
        <Trophy aria-hidden />
        {heading}
      </h2>
      <p className="dots" aria-hidden>
        <span>●</span>
        <span>●</span>
        <span>●</span>
      </p>
    </section>
  );
}

function NewPlace({ view, place }: { readonly view: RevealView; readonly place: RevealedPlace }) {
  const { t } = useTranslation('projector');
  const { contestants, label, display } = place;
  const { box, page, pages, isShown } = usePages<HTMLElement>(JSON.stringify(place), contestants.length, mostAtOnce);
  const isAlone = contestants.length === 1;
  return (
    <>
      <header className="line">
        <h1>{view.category}</h1>
        {pages > 1 ? (
          <span className="line-page" aria-live="off">
            {t('page', { page: page + 1, pages })}
          </span>
        ) : (
          <span className="line-contest">{view.contest}</span>
        )}
      </header>
      <section className={`fitted place revealed place-${Math.min(place.place ?? 3, 3)}`} ref={box}>
        <h2 className="place-label">
          <Trophy aria-hidden />
          {label}
        </h2>
        <div
          className={isAlone ? 'winners' : 'winners winners-several'}
          // Pages that turn by themselves are not told again and again.
          aria-live={pages > 1 ? 'off' : undefined}
        >
          {contestants.map((contestant, index) =>
            isShown(index) ? (
              <Winner key={`${contestant.number} ${contestant.name}`} contestant={contestant} isAlone={isAlone} />
            ) : null,
          )}
        </div>
        {display !== null && <Score display={display} />}
      </section>
    </>
  );
}

function Winner({ contestant, isAlone }: { readonly contestant: ShownContestant; readonly isAlone: boolean }) {
  return (
    <div className="contestant winner" data-item>
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
