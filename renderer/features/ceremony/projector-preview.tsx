/** A small likeness of what stands on the projector: the same words, from the very picture that is sent there. */
import { useTranslation } from 'react-i18next';
import { hallPictureAddress } from '../../../shared/domain/hall-picture-address.ts';
import type { ProjectorView, RevealedPlace, ShownContestant } from '../../../shared/ceremony/view.ts';
import type { CeremonyState } from '../../../shared/ipc/ceremony.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import classes from './ceremony.module.css';

export function ProjectorPreview({ state }: { readonly state: CeremonyState }) {
  const { t } = useTranslation('ceremony');
  return (
    <section className={classes.panel} aria-labelledby="pratinjau">
      <h2 className={classes.panelTitle} id="pratinjau">
        {t('preview.title')}
      </h2>
      {state.projectorOpen ? null : <p className={classes.quiet}>{t('preview.closed')}</p>}
      <div className={classes.picture} data-view={state.shown.type} aria-live="polite">
        {state.shown.rehearsal === true ? <p className={classes.exampleMark}>{t('preview.rehearsal')}</p> : null}
        <Picture view={state.shown} />
        {state.shown.type !== 'blank' && state.shown.example ? (
          <p className={classes.exampleMark}>{t('preview.example')}</p>
        ) : null}
      </div>
    </section>
  );
}

function Picture({ view }: { readonly view: ProjectorView }) {
  const { t } = useTranslation('ceremony');
  switch (view.type) {
    case 'blank':
      return <p className={classes.dark}>{t('preview.blank')}</p>;
    case 'waiting':
      if (view.picture !== undefined) {
        return <img className={classes.shownPicture} src={hallPictureAddress(view.picture)} alt={view.contest} />;
      }
      return (
        <>
          <p className={classes.big}>{view.contest}</p>
          <p>{view.organizer}</p>
        </>
      );
    case 'opening':
      return (
        <>
          {view.letterhead.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p className={classes.big}>{view.contest}</p>
          <p>{view.organizer}</p>
        </>
      );
    case 'text':
      return (
        <>
          <p className={classes.big}>{view.title}</p>
          <p className={classes.lines}>{view.text}</p>
        </>
      );
    case 'category-title':
      return (
        <>
          <p>{t('preview.announcement')}</p>
          <p className={classes.big}>{view.category}</p>
          <p>{view.contest}</p>
        </>
      );
    case 'on-stage':
      return (
        <>
          <p>{[view.category, view.stage].filter((text) => text !== null && text !== '').join(' · ')}</p>
          <p>{view.now === null ? t('preview.soon') : t('preview.now')}</p>
          <p className={classes.big}>{view.now === null ? view.contest : nameOf(view.now)}</p>
          {view.next === null ? null : (
            <p>
              {t('preview.next')}: {nameOf(view.next)}
            </p>
          )}
        </>
      );
    case 'timer':
    case 'script':
      // Of further windows alone; the projector never shows them.
      return null;
    case 'draw':
      return (
        <>
          <p>{view.category}</p>
          <p className={classes.place}>{view.heading}</p>
          <p className={classes.big}>{view.now === null ? '…' : nameOf(view.now)}</p>
        </>
      );
    case 'draw-list':
      return (
        <>
          <p>{view.category}</p>
          <p className={classes.big}>{t('preview.allNumbers', { count: view.drawn.length })}</p>
        </>
      );
    case 'build-up':
      return (
        <>
          <p>{view.category}</p>
          <p className={classes.place}>{view.heading}</p>
          <p className={classes.big}>…</p>
          <EarlierPlaces places={view.revealed} />
        </>
      );
    case 'reveal': {
      const place = view.revealed.at(-1);
      return (
        <>
          <p>{view.category}</p>
          {place === undefined ? null : (
            <>
              <p className={classes.place}>{place.label}</p>
              {place.contestants.map((contestant) => (
                <p key={nameOf(contestant)} className={classes.big}>
                  {nameOf(contestant)}
                </p>
              ))}
              {place.display === null ? null : <p>{t('preview.score', { display: place.display })}</p>}
            </>
          )}
          <EarlierPlaces places={view.revealed.slice(0, -1)} />
        </>
      );
    }
  }
}

function EarlierPlaces({ places }: { readonly places: readonly RevealedPlace[] }) {
  return places.toReversed().map((earlier) => (
    <p key={earlier.label} className={classes.earlier}>
      {earlier.label}: {earlier.contestants.map(nameOf).join('; ')}
    </p>
  ));
}

function nameOf(contestant: ShownContestant): string {
  return contestantText(contestant);
}
