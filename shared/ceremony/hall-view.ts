/** What a picture becomes on its way to a window of the hall: with photos, without sound beside the projector, in words for the host. */
import { contestantPicture, waitingPicture, type HallPictureKey } from '../domain/hall-picture.ts';
import type { Ceremony } from './ceremony.ts';
import type { Picture, ShownContestant } from './view.ts';

type Hashes = ReadonlyMap<HallPictureKey, string>;

/** The committee's pictures (rule W10). A rehearsal shows no photo: its made-up contestants might have somebody's id. */
export function withPhotos(shown: Picture, all: Hashes, rehearsal: boolean): Picture {
  const photo = (who: ShownContestant) => photoOf(all, who);
  switch (shown.type) {
    case 'waiting': {
      const own = all.get(waitingPicture);
      return own === undefined ? shown : { ...shown, picture: own };
    }
    case 'on-stage':
      return { ...shown, now: shown.now && photo(shown.now), next: shown.next && photo(shown.next) };
    case 'timer':
    case 'draw':
      return { ...shown, now: shown.now && photo(shown.now) };
    case 'build-up':
    case 'reveal': {
      if (rehearsal) return shown;
      const revealed = shown.revealed.map((place) => ({ ...place, contestants: place.contestants.map(photo) }));
      return { ...shown, revealed };
    }
    case 'blank':
    case 'script':
    case 'draw-list':
    case 'opening':
    case 'text':
    case 'category-title':
      return shown;
  }
}

function photoOf(all: Hashes, who: ShownContestant): ShownContestant {
  const photo = all.get(contestantPicture(who.id));
  return photo === undefined ? who : { ...who, photo };
}

/** One window makes the sound (rule C12), and the hall hears it once. */
export function quiet(shown: Picture): Picture {
  if (shown.type === 'build-up') return { ...shown, sound: false };
  return shown.type === 'reveal' ? { ...shown, sound: false, confetti: false } : shown;
}

/** The place that is named, or the one whose name stands there; null: neither. */
export function shownNow({ steps, step, building, blank }: Ceremony): string | null {
  if (blank) return null;
  if (building) return steps[step]?.heading ?? null;
  const last = step === 0 ? undefined : steps[step - 1];
  if (last === undefined || last.contestants.length === 0) return null;
  const names = last.contestants.map(({ number, name, unit }) =>
    [number === null ? '' : `${number}.`, name, unit === '' ? '' : `– ${unit}`].filter((part) => part !== '').join(' '),
  );
  return `${last.label}: ${names.join('; ')}`;
}
