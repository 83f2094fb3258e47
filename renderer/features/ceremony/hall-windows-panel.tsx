/** Further windows of the hall: named, each with its own content and display, opened and closed by themselves (rule W11). */
import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { MonitorOff, MonitorPlay, MonitorX, Pencil, Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { hallContents, type HallContent, type HallWindow } from '../../../shared/ceremony/hall-window.ts';
import type { CeremonyState } from '../../../shared/ipc/ceremony.ts';
import { limits } from '../../../shared/limits.ts';
import { useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { EmptyLine } from '../../ui/empty-state.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './ceremony.module.css';

const margins = Array.from({ length: limits.overscanPercent + 1 }, (_, percent) => percent);

export function HallWindowsPanel({ state }: { readonly state: CeremonyState }) {
  const { t } = useTranslation('ceremony');
  const [edited, setEdited] = useState<HallWindow | null>(null);
  const { windows } = state;
  return (
    <section className={classes.panel} aria-labelledby="layar-lain">
      <div className={classes.panelHead}>
        <h2 className={classes.panelTitle} id="layar-lain">
          {t('windows.title')}
        </h2>
        <Button
          size="sm"
          variant="default"
          leftSection={<Plus aria-hidden size="1rem" />}
          disabled={windows.length >= limits.hallWindows}
          onClick={() => setEdited({ id: newId(windows), name: t('windows.newName'), content: 'timer', overscan: 0 })}
        >
          {t('windows.add')}
        </Button>
      </div>
      <Text c="var(--gj-quiet)">{t('windows.hint')}</Text>
      {windows.length === 0 ? (
        <EmptyLine text={t('windows.none')} />
      ) : (
        <ul className={classes.windows}>
          {windows.map((each) => (
            <li key={each.id}>
              <WindowLine shown={each} displays={state.displays} onEdit={() => setEdited(each)} />
            </li>
          ))}
        </ul>
      )}
      {edited === null ? null : (
        <WindowDialog
          edited={edited}
          isNew={!windows.some(({ id }) => id === edited.id)}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}

function WindowLine({
  shown: { id, name, content, isOpen, display },
  displays,
  onEdit,
}: {
  readonly shown: CeremonyState['windows'][number];
  readonly displays: CeremonyState['displays'];
  readonly onEdit: () => void;
}) {
  const { t } = useTranslation('ceremony');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const [chosen, setChosen] = useState<number | null>(null);
  const wanted = chosen ?? display ?? displays.find(({ primary }) => !primary)?.id;
  const open = () =>
    void run(() => shell.request('open-hall-window', { id, ...(wanted === undefined ? {} : { display: wanted }) }));
  return (
    <Stack gap={6}>
      <Group gap="sm">
        <strong>{name}</strong>
        <span>{t(`windows.content.${content}`)}</span>
        <StatusBadge
          icon={isOpen ? MonitorPlay : MonitorOff}
          tone={isOpen ? 'good' : 'quiet'}
          label={t(isOpen ? 'projector.opened' : 'projector.closed')}
        />
      </Group>
      {displays.length < 2 ? null : (
        <NativeSelect
          aria-label={t('windows.display', { name })}
          data={displays.map(({ id: value, label, primary }) => ({
            value: String(value),
            label: primary ? t('projector.primary', { label }) : label,
          }))}
          value={String(wanted ?? '')}
          onChange={({ currentTarget: { value } }) => setChosen(Number(value))}
        />
      )}
      <Group gap="sm">
        {!isOpen || (chosen !== null && chosen !== display) ? (
          <Button
            size="sm"
            variant="default"
            loading={busy}
            leftSection={<MonitorPlay aria-hidden size="1rem" />}
            aria-label={t('windows.openLabel', { name })}
            onClick={open}
          >
            {t('windows.open')}
          </Button>
        ) : null}
        {isOpen ? (
          <Button
            size="sm"
            variant="default"
            leftSection={<MonitorX aria-hidden size="1rem" />}
            aria-label={t('windows.closeLabel', { name })}
            onClick={() => void run(() => shell.request('close-hall-window', { id }))}
          >
            {t('windows.close')}
          </Button>
        ) : null}
        <Button
          size="sm"
          variant="default"
          leftSection={<Pencil aria-hidden size="1rem" />}
          aria-label={t('windows.editLabel', { name })}
          onClick={onEdit}
        >
          {t('windows.edit')}
        </Button>
      </Group>
      <ProblemAlert problem={problem} />
    </Stack>
  );
}

function WindowDialog({
  edited,
  isNew,
  onClose,
}: {
  readonly edited: HallWindow;
  readonly isNew: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('ceremony');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const [name, setName] = useState(edited.name);
  const [content, setContent] = useState<HallContent>(edited.content);
  const [overscan, setOverscan] = useState(edited.overscan);
  const isUnnamed = name.trim() === '';

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isUnnamed) return;
    const put = { id: edited.id, name: name.trim(), content, overscan };
    if ((await run(() => shell.request('put-hall-window', put))) !== undefined) onClose();
  }

  async function remove(): Promise<void> {
    if ((await run(() => shell.request('remove-hall-window', { id: edited.id }))) !== undefined) onClose();
  }

  return (
    <Modal opened onClose={onClose} title={t(isNew ? 'windows.add' : 'windows.editTitle')}>
      <form onSubmit={(event) => void save(event)}>
        <Stack>
          <TextInput
            label={t('windows.name')}
            maxLength={limits.hallWindowName}
            value={name}
            onChange={({ currentTarget: { value } }) => setName(value)}
            data-autofocus
          />
          <NativeSelect
            label={t('windows.shows')}
            data={hallContents.map((value) => ({ value, label: t(`windows.content.${value}`) }))}
            value={content}
            onChange={({ currentTarget: { value } }) =>
              setContent(hallContents.find((each) => each === value) ?? content)
            }
          />
          {content === 'script' ? <Text>{t('windows.scriptHint')}</Text> : null}
          <NativeSelect
            label={t('projector.overscan')}
            data={margins.map((percent) => ({ value: String(percent), label: `${percent} %` }))}
            value={String(overscan)}
            onChange={({ currentTarget: { value } }) => setOverscan(Number(value))}
          />
          <ProblemAlert problem={problem} />
          <DialogFoot>
            {isNew ? null : (
              <Button variant="outline" color="red" onClick={() => void remove()}>
                {t('windows.remove')}
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              {t('acts.cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={isUnnamed}>
              {t('acts.save')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  );
}

function newId(windows: readonly HallWindow[]): string {
  let number = 1;
  while (windows.some(({ id }) => id === `layar-${number}`)) number += 1;
  return `layar-${number}`;
}
