/** The pictures that reveal nothing: waiting, the opening with the letterhead, the title of a category, a text of the committee. */
import type { ProjectorView } from '../../shared/ceremony/view.ts';
import { readPicture } from '../../shared/lib/picture.ts';
import { HallPicture } from './hall-picture.tsx';
import { useFit } from './fit.ts';

export function Opening({ view }: { readonly view: Extract<ProjectorView, { type: 'opening' }> }) {
  const box = useFit<HTMLDivElement>(JSON.stringify(view));
  const { contest, organizer, letterhead, logo } = view;
  const picture = logo === null ? null : readPicture(logo);
  return (
    <div className="fitted slide arrive" ref={box}>
      {picture?.ok === true ? (
        <img className="logo" src={`data:image/${picture.value.type};base64,${logo}`} alt="" />
      ) : null}
      {letterhead.length === 0 ? null : (
        <div className="letterhead">
          {letterhead.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <h1>{contest}</h1>
      {organizer === '' ? null : <p className="slide-text">{organizer}</p>}
    </div>
  );
}

export function Waiting({ view }: { readonly view: Extract<ProjectorView, { type: 'waiting' }> }) {
  const { contest, organizer, picture } = view;
  const words = <TitleSlide heading={contest} below={organizer} />;
  if (picture === undefined) return words;
  return <HallPicture className="waiting-picture" hash={picture} otherwise={words} key={picture} />;
}

/** A heading with what belongs to it: the waiting picture, the title of a category. */
export function TitleSlide({
  above,
  heading,
  below,
}: {
  readonly above?: string;
  readonly heading: string;
  readonly below: string;
}) {
  const box = useFit<HTMLDivElement>(`${above} ${heading} ${below}`);
  return (
    <div className="fitted slide arrive" ref={box} key={heading}>
      {above === undefined ? null : <p className="overline">{above}</p>}
      <h1>{heading}</h1>
      {below === '' ? null : <p className="slide-text">{below}</p>}
    </div>
  );
}

export function TextSlide({ view }: { readonly view: Extract<ProjectorView, { type: 'text' }> }) {
  const box = useFit<HTMLDivElement>(JSON.stringify(view));
  return (
    <div className="fitted slide arrive" ref={box} key={`${view.title} ${view.text}`}>
      <h1>{view.title}</h1>
      {view.text === '' ? null : <p className="slide-text">{view.text}</p>}
    </div>
  );
}
