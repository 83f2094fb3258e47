/** What an act is called on the operator's screen. */
import { actTitle } from '../../../shared/ceremony/slides.ts';
import type { Act } from '../../../shared/domain/setup/contest-file.ts';
import { useSetup } from '../../contest/hooks.tsx';
import { words } from '../../messages/words.ts';

export function useActTitle(): (act: Act) => string {
  const setup = useSetup();
  return (act) => actTitle(setup, act, words.ceremony);
}
