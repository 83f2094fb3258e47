/**
 * The draw number by number (rule C13): names roll past until the operator shows whose the number is, and the list of all at the end. Where
 * the system asks for little motion nothing rolls.
 */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectorView, ShownContestant } from '../../shared/ceremony/view.ts';
import { Earlier } from './earlier.tsx';
import { useFit } from './fit.ts';
import { Photo } from './hall-picture.tsx';
import { usePages } from './pages.ts';
import { sizeFor } from './text-size.ts';

type DrawView = Extract<ProjectorView, { type: 'draw' }>;
type ListView = Extract<ProjectorView, { type: 'draw-list' }>;

const rollMs = 110;
/** On one page of the list. */
const mostOnPage = 10;

export function Draw({ view }: { readonly view: DrawView }) {
  const { heading, now, rolling, earlier } = view;
  const box = useFit<HTMLElement>(JSON.stringify([heading, now]));
  return (
    <div className="reveal">
      <header className="line">
        <h1>{view.category}</h1>
        <span className="line-contest">{view.contest}</span>
      </header>
      <section className="fitted place drawing" ref={box} key={heading}>
        <h2 className="place-label">{heading}</h2>
        {now === null ? <Rolling names={rolling} /> : <Drawn contestant={now} />}
      </section>
      {earlier.length > 0 && <Earlier places={earlier} key={earlier.length} />}
    </div>
  );
}

function Drawn({ contestant }: { readonly contestant: ShownContestant }) {
  return (
    <div className="contestant winner">
      <span className="identity">
        <span className={`name ${sizeFor(contestant.name)}`}>{contestant.name}</span>
        {contestant.unit !== '' && <span className="unit">{contestant.unit}</span>}
      </span>
      <Photo hash={contestant.photo} />
    </div>
  );
}

/** Too fast to be read, and none of them is the answer before it is told. */
function Rolling({ names }: { readonly names: readonly string[] }) {
  const [at, setAt] = useState(0);
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  useEffect(() => {
    if (isStill) return;
    const interval = setInterval(() => setAt((before) => before + 1), rollMs);
    return () => clearInterval(interval);
  }, [isStill]);
  return (
    <p className="rolling name size-s" aria-hidden>
      {isStill ? '…' : names[at % Math.max(1, names.length)]}
    </p>
  );
}

export function DrawList({ view }: { readonly view: ListView }) {
  const { t } = useTranslation('projector');
  const { drawn } = view;
  const { box, page, pages, isShown } = usePages<HTMLOListElement>(JSON.stringify(drawn), drawn.length, mostOnPage);
  return (
    <div className="reveal">
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
      <ol className="fitted drawn-list" ref={box} key={page} aria-live={pages > 1 ? 'off' : undefined}>
        {drawn.map(({ id, number, name, unit }, index) =>
          isShown(index) ? (
            <li key={id} data-item>
              <b className="drawn-number">{number}</b>
              <span>
                {name}
                {unit !== '' && <span className="earlier-unit"> – {unit}</span>}
              </span>
            </li>
          ) : null,
        )}
      </ol>
    </div>
  );
}
