/** The line that always says what is saved where, and what still waits. Words and a sign, never colour alone. */
import {
  CloudAlert,
  CloudOff,
  HardDriveDownload,
  Laptop,
  LoaderCircle,
  ShieldAlert,
  Usb,
  Users,
  Wifi,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaveStatus } from '../../shared/ipc/network.ts';
import { useAppState, useSaveStatus } from '../contest/hooks.tsx';
import { Unseen } from '../ui/unseen.tsx';
import { CommitteeAddress } from './committee-address.tsx';
import classes from './frame.module.css';

export function SaveLine() {
  const { t } = useTranslation('app');
  const save = useSaveStatus();
  const isCommittee = useAppState()?.folder?.kind === 'committee';
  if (save === null) return <Line tone="calm">{t('save.reading')}</Line>;
  const waiting = save.atCommittee === null ? 0 : Math.max(0, save.here - save.atCommittee);
  // What the committee has accepted stays there while it cannot be reached.
  const laptops = Math.max(save.laptops, save.atCommittee !== null && save.atCommittee > 0 && waiting === 0 ? 2 : 1);
  return (
    <Line
      tone={save.problem === null && save.diskRefuses !== true ? 'calm' : 'problem'}
      action={isCommittee ? null : <CommitteeAddress save={save} />}
    >
      {save.diskRefuses === true ? (
        <Item icon={<ShieldAlert aria-hidden size="1.1rem" />}>
          <strong>{t('save.diskRefuses')}</strong>: {t('save.diskRefusesText')}
        </Item>
      ) : null}
      <Item icon={<HardDriveDownload aria-hidden size="1.1rem" />}>
        {t(save.diskRefuses === true ? 'save.hereBefore' : 'save.here')}
        {save.atCommittee === null
          ? ''
          : ` · ${waiting === 0 ? t('save.allSent') : t('save.waiting', { count: waiting })}`}
      </Item>
      <Item icon={laptops > 1 ? <Users aria-hidden size="1.1rem" /> : <Laptop aria-hidden size="1.1rem" />}>
        {laptops > 1 ? t('save.laptops', { count: laptops }) : t('save.oneLaptop')}
      </Item>
      {(save.backupFolders?.second?.problem ?? null) === null ? null : (
        <Item icon={<Usb aria-hidden size="1.1rem" />}>{t('save.second')}</Item>
      )}
      {isCommittee ? null : <Connection connection={save.connection} />}
      {save.problem === null ? null : <Item icon={<ShieldAlert aria-hidden size="1.1rem" />}>{save.problem}</Item>}
    </Line>
  );
}

function Connection({ connection }: { readonly connection: SaveStatus['connection'] }) {
  const { t } = useTranslation('app');
  const icons = {
    connected: <Wifi aria-hidden size="1.1rem" />,
    quiet: <CloudAlert aria-hidden size="1.1rem" />,
    connecting: <LoaderCircle aria-hidden size="1.1rem" />,
    none: <CloudOff aria-hidden size="1.1rem" />,
    refused: <ShieldAlert aria-hidden size="1.1rem" />,
  };
  return <Item icon={icons[connection]}>{t(`save.${connection}`)}</Item>;
}

function Line({
  tone,
  action,
  children,
}: {
  readonly tone: 'calm' | 'problem';
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('app');
  return (
    <footer className={classes.save} data-tone={tone} aria-label={t('save.label')}>
      <output className={classes.saveItems}>{children}</output>
      {action}
    </footer>
  );
}

function Item({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <span className={classes.saveItem}>
      {icon}
      <span>{children}</span>
      {/* Read aloud, the parts would run together. */}
      <Unseen>. </Unseen>
    </span>
  );
}
