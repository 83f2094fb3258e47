/**
 * A screen whose code is loaded when somebody goes there, or ahead of that. Not by `React.lazy`: what was suspended once stands
 * 300 ms after its fallback at the soonest, however soon its code is there.
 */
import { useEffect, useState, type ComponentType, type ReactNode } from 'react';

/** `children`: stand behind the screen, and not before it. */
export type ScreenView = ComponentType<{ readonly children?: ReactNode }>;

export interface LazyScreen {
  readonly View: ScreenView;
  /** What cannot be loaded is told where somebody goes there. */
  readonly readAhead: () => void;
}

export function lazyScreen(load: () => Promise<ComponentType>): LazyScreen {
  let loaded: ComponentType | null = null;
  return { View, readAhead: () => void read().catch(() => undefined) };

  async function read(): Promise<ComponentType> {
    loaded = await load();
    return loaded;
  }

  function View({ children }: { readonly children?: ReactNode }) {
    const [Screen, setScreen] = useState(() => loaded);
    useEffect(() => {
      if (Screen !== null) return undefined;
      let isWanted = true;
      read().then(
        (screen) => (isWanted ? setScreen(() => screen) : undefined),
        (error: unknown) =>
          setScreen(() => {
            throw error;
          }),
      );
      return () => {
        isWanted = false;
      };
    }, [Screen]);
    if (Screen === null) return null;
    return (
      <>
        <Screen />
        {children}
      </>
    );
  }
}
