/**
 * Where a juror works, kept by the shell, so that after a crash or a change of person each one is brought back to the own
 * field. No scores are in it.
 */
import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { useShell } from '../../contest/hooks.tsx';
import { idsAs, type ContestantId, type CriterionId, type JurorId, type StageId } from '../../../shared/domain/ids.ts';

const placeSchema = z.object({
  contestant: idsAs<ContestantId>(z.string()),
  stage: idsAs<StageId>(z.string()),
  criterion: idsAs<CriterionId>(z.string()).nullable(),
  /** Sheets that were opened again, as this juror has seen them. */
  seen: z.array(z.string()).optional(),
});
const placesSchema = z.record(z.string(), placeSchema);

export type Place = z.output<typeof placeSchema>;

/** What is kept at most of what was seen: the newest. */
const mostSeen = 20;

/** The place of a seat: undefined while it is being read, null when there is none. */
export function usePlace(seat: JurorId): readonly [Place | null | undefined, (place: Place) => void] {
  const shell = useShell();
  const [places, setPlaces] = useState<Readonly<Record<string, Place>>>();

  useEffect(() => {
    let isCurrent = true;
    void shell
      .request('recall-place')
      .then((place) => (isCurrent ? setPlaces(readPlaces(place.ok ? place.value : null)) : undefined));
    return () => {
      isCurrent = false;
    };
  }, [shell]);

  const put = useCallback(
    (place: Place) => {
      setPlaces((before) => {
        const seen = [...new Set([...(before?.[seat]?.seen ?? []), ...(place.seen ?? [])])].slice(-mostSeen);
        const next = { ...before, [seat]: { ...place, seen } };
        void shell.request('remember-place', { place: JSON.stringify(next) });
        return next;
      });
    },
    [shell, seat],
  );
  return [places === undefined ? undefined : (places[seat] ?? null), put];
}

function readPlaces(text: string | null): Readonly<Record<string, Place>> {
  try {
    const parsed = placesSchema.safeParse(JSON.parse(text ?? '{}'));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}
