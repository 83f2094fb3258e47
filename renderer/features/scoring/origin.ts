/** On which laptop and when something was written, for people. */
import { useTranslation } from 'react-i18next';
import type { Written } from '../../../shared/domain/contest.ts';
import type { DeviceId } from '../../../shared/domain/ids.ts';
import { useContest, useEvents } from '../../contest/hooks.tsx';
import { dateFormat } from '../../messages/language.ts';

const clock = dateFormat({ hour: '2-digit', minute: '2-digit', second: '2-digit' });

export function useOrigin(): (written: Written<unknown>) => string {
  const { t } = useTranslation('scoring');
  const events = useEvents();
  const { devices } = useContest();
  return ({ ref, atMs }) => {
    const device = events.find((event) => event.ref === ref)?.author.device;
    const machine = device === undefined ? undefined : (devices.get(device)?.machine ?? openedOn(device));
    const time = clock.format(atMs);
    return machine === undefined ? t('origin.time', { time }) : t('origin.machine', { machine, time });
  };

  /** A laptop names itself when it opens its log. */
  function openedOn(device: DeviceId): string | undefined {
    for (const { event, author } of events) {
      if (event.type === 'log-opened' && author.device === device) return event.machine;
    }
    return undefined;
  }
}
