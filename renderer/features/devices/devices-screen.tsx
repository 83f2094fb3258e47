/** The jury's laptops: receiving, one invitation per seat, admission, what each laptop has sent, and seats on this laptop. */
import { useTranslation } from 'react-i18next';
import { useContest, useNetworkStatus } from '../../contest/hooks.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { CommitteePin } from './committee-pin.tsx';
import { DeviceList } from './device-list.tsx';
import { FirewallHint } from './firewall-hint.tsx';
import { Invitations } from './invitations.tsx';
import { Listening } from './listening.tsx';
import { LocalSeats } from './local-seats.tsx';
import panels from '../../ui/panels.module.css';

export function DevicesScreen() {
  const { t } = useTranslation('monitor');
  const contest = useContest();
  const network = useNetworkStatus();
  return (
    <div className={panels.page}>
      <PageTitle title={t('devices.title')} hint={t('devices.hint')} />
      {network === null ? null : (
        <>
          <FirewallHint unreached={network.unreached} />
          <Listening network={network} />
          {network.listening ? <Invitations contest={contest} network={network} /> : null}
          {network.listening || contest.devices.size > 0 ? <DeviceList contest={contest} network={network} /> : null}
        </>
      )}
      <LocalSeats contest={contest} />
      <CommitteePin />
    </div>
  );
}
