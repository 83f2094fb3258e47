/** The slides of the ceremony that reveal nothing: the opening picture with the letterhead, and a text of the committee. */
import type { ProjectorView } from '../../shared/ceremony/view.ts';
import { readPicture } from '../../shared/lib/picture.ts';
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

export function TextSlide({ view }: { readonly view: Extract<ProjectorView, { type: 'text' }> }) {
  const box = useFit<HTMLDivElement>(JSON.stringify(view));
  return (
    <div className="fitted slide arrive" ref={box} key={`${view.title} ${view.text}`}>
      <h1>{view.title}</h1>
      {view.text === '' ? null : <p className="slide-text">{view.text}</p>}
    </div>
  );
}
