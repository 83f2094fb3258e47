/** Notes in the page's own timeline when a screen stands (`npm run bench:app` reads it). Nothing of it is shown, kept or sent. */
import { useEffect } from 'react';

export function Arrived({ at }: { readonly at: string }) {
  useEffect(() => {
    performance.mark(`screen ${at}`);
  }, [at]);
  return null;
}
