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
import { sizeFor } from './text-size.ts';

type DrawView = Extract<ProjectorView, { type: 'draw' }>;
type ListView = Extract<ProjectorView, { type: 'draw-list' }>;

const rollMs = 110;
const pageMs = 9_000;
/** Contestants on a page of the list, where the longest of them has at most so many letters; else `leastOnPage`. */
const pageSizes = [
  { letters: 60, size: 10 },
  { letters: 130, size: 6 },
] as const;
const leastOnPage = 4;

export function Draw({ view }: { readonly view: DrawView }) {
  const { heading, now, rolling, earlier } = view;
  const box = useFit<HTMLElement>(JSON.stringify([heading, now]));
  return (
    <div className="reveal">
      <header className="line">
        <span>{view.category}</span>
        <span>{view.contest}</span>
      </header>
      <section className="fitted place drawing" ref={box} key={heading}>
        <p className="place-label">{heading}</p>
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

/** Page by page, each as long as it takes to be read. */
export function DrawList({ view }: { readonly view: ListView }) {
  const { t } = useTranslation('projector');
  const { drawn } = view;
  const longest = Math.max(...drawn.map(({ name, unit }) => name.length + unit.length));
  const size = pageSizes.find(({ letters }) => longest <= letters)?.size ?? leastOnPage;
  const pages = Math.ceil(drawn.length / size);
  const [turned, setTurned] = useState(0);
  useEffect(() => {
    const interval = setInterval(() => setTurned((before) => before + 1), pageMs);
    return () => clearInterval(interval);
  }, []);
  const page = turned % pages;
  const box = useFit<HTMLOListElement>(`${page} ${drawn.length}`);
  return (
    <div className="reveal">
      <header className="line">
        <span>{view.category}</span>
        <span>{pages > 1 ? t('page', { page: page + 1, pages }) : view.contest}</span>
      </header>
      <ol className="fitted drawn-list" ref={box} key={page}>
        {drawn.slice(page * size, (page + 1) * size).map(({ id, number, name, unit }) => (
          <li key={id}>
            <b className="drawn-number">{number}</b>
            <span>
              {name}
              {unit !== '' && <span className="earlier-unit"> – {unit}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
