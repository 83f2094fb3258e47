/** The settings of this laptop, there before any contest is open: looks, where data is kept, and where the projector is. */
import { Alert, Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { FolderOpen, Projector, Usb } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppearanceChoices } from '../../app/appearance-menu.tsx';
import { useAppState, useCeremonyState, useSaveStatus, useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import type { SecondCopy } from '../../../shared/ipc/network.ts';
import { limits } from '../../../shared/limits.ts';
import { dateFormat } from '../../messages/language.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { FilePath } from '../../ui/file-path.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import classes from './settings.module.css';

const margins = Array.from({ length: limits.overscanPercent + 1 }, (_, percent) => percent);
const moment = dateFormat({ dateStyle: 'long', timeStyle: 'short' });

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('help');
  const app = useAppState();
  useReturnFocus();
  return (
    <Modal opened onClose={onClose} title={t('settings.title')}>
      <Stack gap="lg">
        <Text c="var(--gj-quiet)">{t('settings.hint')}</Text>
        <section>
          <h3 className={classes.title}>{t('settings.look')}</h3>
          <AppearanceChoices />
        </section>
        <section>
          <h3 className={classes.title}>{t('settings.places')}</h3>
          {app === null ? null : (
            <Folder name={t('settings.contests')} hint={t('settings.contestsHint')} path={app.contestsFolder} />
          )}
          {app === null || app.folder === null ? null : <Folder name={t('settings.current')} path={app.folder.path} />}
        </section>
        {app?.session?.role === 'committee' ? (
          <>
            <Backup />
            <ProjectorPlace />
          </>
        ) : null}
        <DialogFoot>
          <Button onClick={onClose}>{t('settings.close')}</Button>
        </DialogFoot>
      </Stack>
    </Modal>
  );
}

function Folder({ name, hint, path }: { readonly name: string; readonly hint?: string; readonly path: string }) {
  const { t } = useTranslation('help');
  const shell = useShell();
  return (
    <div className={classes.place}>
      <div>
        <Text fw={600}>{name}</Text>
        <FilePath path={path} />
        {hint === undefined ? null : <Text c="var(--gj-quiet)">{hint}</Text>}
      </div>
      <Button
        size="sm"
        variant="default"
        aria-label={`${t('settings.showFolder')}: ${name}`}
        leftSection={<FolderOpen aria-hidden size="1.1rem" />}
        onClick={() => void shell.request('show-in-folder', { path })}
      >
        {t('settings.showFolder')}
      </Button>
    </div>
  );
}

function Backup() {
  const { t } = useTranslation('help');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const status = useSaveStatus();
  const lastAtMs = status?.lastBackupAtMs ?? null;
  const folders = status?.backupFolders ?? null;
  const [saved, setSaved] = useState<string | null>(null);
  return (
    <section>
      <h3 className={classes.title}>{t('settings.backup')}</h3>
      <Text c="var(--gj-quiet)">{t('settings.backupHint')}</Text>
      {folders === null ? null : (
        <>
          <Folder name={t('settings.backupOwn')} hint={t('settings.backupOwnHint')} path={folders.automatic} />
          <SecondCopyPlace second={folders.second} />
          {folders.proposed === null ? null : (
            <Folder name={t('settings.backupPlace')} hint={t('settings.backupPlaceHint')} path={folders.proposed} />
          )}
        </>
      )}
      <Group mt="xs">
        <Text fw={600}>
          {lastAtMs === null ? t('settings.backupNever') : t('settings.backupLast', { time: moment.format(lastAtMs) })}
        </Text>
        <Button
          size="sm"
          variant="default"
          loading={busy}
          onClick={() => {
            void run(() => shell.request('save-backup')).then((made) => setSaved(made?.path ?? null));
          }}
        >
          {t('settings.backupNow')}
        </Button>
      </Group>
      <ProblemAlert problem={problem} />
      <output>{saved === null ? null : t('settings.backupDone', { path: saved })}</output>
    </section>
  );
}

/** Where the second automatic copy goes, and what keeps it from being written. */
function SecondCopyPlace({ second }: { readonly second: SecondCopy | null }) {
  const { t } = useTranslation('help');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const [left, setLeft] = useState<string | null>(null);
  const said = {
    away: t('settings.secondProblem.away'),
    another: t('settings.secondProblem.another'),
    full: t('settings.secondProblem.full'),
    'not-allowed': t('settings.secondProblem.not-allowed'),
    'too-long': t('settings.secondProblem.too-long'),
    other: t('settings.secondProblem.other'),
  };

  async function forget(copy: string): Promise<void> {
    const done = await run(() => shell.request('forget-copy-place'));
    if (done !== undefined) setLeft(copy);
  }

  return (
    <div className={classes.second}>
      {second === null ? (
        <>
          <Text fw={600}>{t('settings.second')}</Text>
          <Text>{left === null ? t('settings.secondNone') : t('settings.secondKept', { path: left })}</Text>
        </>
      ) : (
        <Folder name={t('settings.second')} path={second.place} />
      )}
      <Text c="var(--gj-quiet)">{t('settings.secondHint')}</Text>
      {second === null ? null : second.problem === null ? (
        <Text>
          {second.lastAtMs === null
            ? t('settings.secondWaits')
            : t('settings.secondWritten', { time: moment.format(second.lastAtMs) })}
        </Text>
      ) : (
        <Alert color="yellow" icon={<Usb aria-hidden />} mt="xs">
          {said[second.problem]}
        </Alert>
      )}
      <Group mt="xs">
        <Button
          size="sm"
          variant="default"
          loading={busy}
          onClick={() => {
            setLeft(null);
            void run(() => shell.request('choose-copy-place'));
          }}
        >
          {t(second === null ? 'settings.secondChoose' : 'settings.secondChange')}
        </Button>
        {second === null ? null : (
          <Button size="sm" variant="default" disabled={busy} onClick={() => void forget(second.copy)}>
            {t('settings.secondForget')}
          </Button>
        )}
      </Group>
      <ProblemAlert problem={problem} />
    </div>
  );
}

function ProjectorPlace() {
  const { t } = useTranslation('help');
  const shell = useShell();
  const state = useCeremonyState();
  const { problem, run } = useRequest();
  if (state === null) return null;
  const named = state.displays.map(({ id, label, primary }) => ({
    id,
    primary,
    label: primary ? t('settings.mainDisplay', { label }) : label,
  }));
  const current = state.projectorOpen ? named.find(({ id }) => id === state.display) : undefined;
  return (
    <section>
      <h3 className={classes.title}>{t('settings.projector')}</h3>
      <Text>
        {named.length < 2
          ? t('settings.projectorNone')
          : current === undefined
            ? t('settings.projectorOff')
            : t('settings.projectorOn', { label: current.label })}
      </Text>
      {named.length < 2 ? null : (
        <Group mt="xs">
          {named
            .filter(({ id, primary }) => id !== current?.id && !primary)
            .map(({ id, label }) => (
              <Button
                key={id}
                size="sm"
                variant="default"
                leftSection={<Projector aria-hidden size="1.1rem" />}
                onClick={() => void run(() => shell.request('open-projector', { display: id }))}
              >
                {state.projectorOpen ? t('settings.projectorMove', { label }) : t('settings.projectorOpen', { label })}
              </Button>
            ))}
          {state.projectorOpen ? (
            <Button size="sm" variant="default" onClick={() => void run(() => shell.request('close-projector'))}>
              {t('settings.projectorClose')}
            </Button>
          ) : null}
        </Group>
      )}
      <div className={classes.margins}>
        <Margin
          label={t('settings.margin', { name: t('settings.projector') })}
          value={state.overscan}
          onChange={(percent) => void run(() => shell.request('set-overscan', { percent }))}
        />
        {state.windows.map(({ id, name, content, overscan }) => (
          <Margin
            key={id}
            label={t('settings.margin', { name })}
            value={overscan}
            onChange={(percent) =>
              void run(() => shell.request('put-hall-window', { id, name, content, overscan: percent }))
            }
          />
        ))}
      </div>
      <Text c="var(--gj-quiet)">{t('settings.marginHint')}</Text>
      <ProblemAlert problem={problem} />
    </section>
  );
}

function Margin({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (percent: number) => void;
}) {
  return (
    <NativeSelect
      label={label}
      data={margins.map((percent) => ({ value: String(percent), label: `${percent} %` }))}
      value={String(value)}
      onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
    />
  );
}
