/**
 * Where a juror works, kept by the shell, so that after a crash or a change of person each one is brought back to the own
 * field. No scores are in it.
 */
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { z } from 'zod';
import { useShell } from '../../contest/hooks.tsx';
import { idsAs, type ContestantId, type CriterionId, type JurorId, type StageId } from '../../../shared/domain/ids.ts';
import { present } from '../../../shared/lib/assert.ts';

const placeSchema = z.object({
  contestant: idsAs<ContestantId>(z.string()),
  stage: idsAs<StageId>(z.string()),
  criterion: idsAs<CriterionId>(z.string()).nullable(),
  /** Sheets that were opened again, as this juror has seen them. */
  seen: z.array(z.string()).optional(),
});
const placesSchema = z.record(z.string(), placeSchema);

export type Place = z.output<typeof placeSchema>;

interface KeptPlace {
  /** Undefined while it is being read, null where there is none. */
  readonly place: Place | null | undefined;
  /** Without `seen`: what was seen stays. */
  readonly put: (place: Place) => void;
}

const PlaceContext = createContext<KeptPlace | null>(null);

/** One place for the sheets and for what stands above them. */
export function PlaceProvider({ seat, children }: { readonly seat: JurorId; readonly children: ReactNode }) {
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
        const next = { ...before, [seat]: { ...place, seen: place.seen ?? before?.[seat]?.seen ?? [] } };
        void shell.request('remember-place', { place: JSON.stringify(next) });
        return next;
      });
    },
    [shell, seat],
  );
  const place = places === undefined ? undefined : (places[seat] ?? null);
  return <PlaceContext value={useMemo(() => ({ place, put }), [place, put])}>{children}</PlaceContext>;
}

export function usePlace(): KeptPlace {
  return present(use(PlaceContext), 'a juror is signed in');
}

function readPlaces(text: string | null): Readonly<Record<string, Place>> {
  try {
    const parsed = placesSchema.safeParse(JSON.parse(text ?? '{}'));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}
