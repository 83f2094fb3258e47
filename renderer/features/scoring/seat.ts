/** The seat at which the person signed in; the frame shows these screens to seats only. */
import { assert } from '../../../shared/lib/assert.ts';
import type { JurorId } from '../../../shared/domain/ids.ts';
import { useAppState } from '../../contest/hooks.tsx';

export function useSeat(): JurorId {
  const session = useAppState()?.session ?? null;
  assert(session !== null && session.role === 'seat', 'a juror is signed in');
  return session.seat;
}
