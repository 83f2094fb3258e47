/** What the search over everything, or what stands above the screens, wants a screen to open: it travels with the address, and is taken once. */
import { useEffect, useEffectEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { z } from 'zod';
import { idsAs, type ContestantId, type JurorId, type StageId } from '../../shared/domain/ids.ts';

const openedSchema = z.object({
  contestant: idsAs<ContestantId>(z.string()).optional(),
  stage: idsAs<StageId>(z.string()).optional(),
  juror: idsAs<JurorId>(z.string()).optional(),
  /** The press said that scores are shown: it is not asked once more. */
  isAsked: z.literal(true).optional(),
});
export type OpenedBySearch = Readonly<z.output<typeof openedSchema>>;

export function useOpenedBySearch(open: (what: OpenedBySearch) => void): void {
  const { state, pathname } = useLocation();
  const navigate = useNavigate();
  const take = useEffectEvent((wanted: unknown) => {
    const read = openedSchema.safeParse(wanted);
    if (!read.success) return;
    void navigate(pathname, { replace: true, state: null });
    open(read.data);
  });
  useEffect(() => take(state), [state]);
}
