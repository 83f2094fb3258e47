/** Pictures for the hall, for the committee alone (rule W10). */
import { hallPictureBytes, type HallPictureKey } from '../../shared/domain/hall-picture.ts';
import type { hallPictureRequests } from '../../shared/ipc/hall-pictures.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { HallPictures } from '../contest/hall-pictures.ts';
import type { Handlers } from '../ipc/register.ts';
import { ceremonyChanged } from './ceremony-handlers.ts';
import { refuseShell } from './refuse.ts';
import type { Shell } from './shell.ts';

type Kept = Readonly<Partial<Record<HallPictureKey, string>>>;

export function hallPictureHandlers(shell: Shell) {
  const { refused } = shell.ports.words.application;
  return {
    'hall-pictures': () => {
      const allowed = shell.asCommittee();
      return allowed.ok ? ok(kept(allowed.value.pictures)) : allowed;
    },
    'put-hall-picture': ({ key, picture }) => {
      const bytes = hallPictureBytes(key, picture);
      if (bytes === null) return refuseShell('no-picture', refused.noPicture);
      return changed((pictures) => pictures.put(key, bytes));
    },
    'remove-hall-picture': ({ key }) => changed((pictures) => pictures.remove(key)),
  } satisfies Handlers<keyof typeof hallPictureRequests>;

  function changed(change: (pictures: HallPictures) => void): Result<Kept, ShellError> {
    const allowed = shell.asCommittee();
    if (!allowed.ok) return allowed;
    const { pictures, copySoon } = allowed.value;
    try {
      change(pictures);
    } catch {
      return refuseShell('disk-refused', refused.pictureNotKept);
    }
    copySoon();
    ceremonyChanged(shell);
    return ok(kept(pictures));
  }
}

function kept(pictures: HallPictures): Kept {
  return Object.fromEntries(pictures.all());
}
