/** Tells this laptop's battery to the shell, which passes it to the committee: a juror's laptop that goes dark is seen coming. */
import { useEffect } from 'react';
import { useShell } from '../contest/hooks.tsx';

/** The part of the platform's battery that is read; not every system has one. */
interface PlatformBattery extends EventTarget {
  readonly level: number;
  readonly charging: boolean;
}

/** `key`: told anew when it changes, to whatever is open then. */
export function useToldBattery(key: string | null): void {
  const shell = useShell();
  useEffect(() => {
    if (key === null) return;
    let battery: PlatformBattery | null = null;
    let isOver = false;
    const tell = (): void => {
      if (battery === null) return;
      const percent = Math.round(battery.level * 100);
      void shell.request('tell-battery', { percent, charging: battery.charging });
    };
    void platformBattery().then((found) => {
      if (isOver || found === null) return;
      battery = found;
      battery.addEventListener('levelchange', tell);
      battery.addEventListener('chargingchange', tell);
      tell();
    });
    return () => {
      isOver = true;
      battery?.removeEventListener('levelchange', tell);
      battery?.removeEventListener('chargingchange', tell);
    };
  }, [shell, key]);
}

async function platformBattery(): Promise<PlatformBattery | null> {
  const ask: unknown = Reflect.get(navigator, 'getBattery');
  if (typeof ask !== 'function') return null;
  try {
    const found: unknown = await Reflect.apply(ask, navigator, []);
    return isBattery(found) ? found : null;
  } catch {
    return null;
  }
}

function isBattery(found: unknown): found is PlatformBattery {
  return (
    found instanceof EventTarget &&
    typeof Reflect.get(found, 'level') === 'number' &&
    typeof Reflect.get(found, 'charging') === 'boolean'
  );
}
