/** Opens and closes the projector's window on the display of choice, and shows a picture outside of an announcement. */
import { Alert, Button, Group, NativeSelect, Radio, Stack, Switch, Text } from '@mantine/core';
import { Image, MonitorOff, MonitorPlay, MonitorUp, MonitorX, Mic } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { waitingPicture } from '../../../shared/domain/hall-picture.ts';
import type { CeremonyState } from '../../../shared/ipc/ceremony.ts';
import { limits } from '../../../shared/limits.ts';
import { useExecute, useSetup, useShell } from '../../contest/hooks.tsx';
import { HallPictureField } from '../../contest/hall-picture-field.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './ceremony.module.css';
import { OutwardLanguage } from '../../contest/outward-language.tsx';

const margins = Array.from({ length: limits.overscanPercent + 1 }, (_, percent) => percent);

export function ProjectorPanel({ state }: { readonly state: CeremonyState }) {
  const { t } = useTranslation('ceremony');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const execute = useExecute();
  const { contest: info } = useSetup();
  const { displays, projectorOpen } = state;
  const turn = (part: 'hideScores' | 'fanfare' | 'confetti', on: boolean) => {
    const { [part]: _, ...kept } = info;
    return execute({ type: 'change-info', contest: on ? { ...kept, [part]: true } : kept });
  };
  const [chosen, setChosen] = useState<number | null>(null);
  const shownOn = displays.find((each) => each.id === state.display);
  const proposed =
    displays.find((each) => each.id === chosen) ?? shownOn ?? displays.find((each) => !each.primary) ?? displays[0];

  const isElsewhere = projectorOpen && chosen !== null && proposed !== undefined && proposed.id !== state.display;

  return (
    <section className={classes.panel} aria-labelledby="proyektor">
      <div className={classes.panelHead}>
        <h2 className={classes.panelTitle} id="proyektor">
          {t('projector.title')}
        </h2>
        <StatusBadge
          icon={projectorOpen ? MonitorPlay : MonitorOff}
          tone={projectorOpen ? 'good' : 'quiet'}
          label={t(projectorOpen ? 'projector.opened' : 'projector.closed')}
        />
      </div>
      <Stack gap="sm">
        {displays.length === 1 ? <Alert color="yellow">{t('projector.one')}</Alert> : null}
        {displays.length < 2 ? null : (
          <Radio.Group
            label={t('projector.display')}
            value={String(proposed?.id ?? '')}
            onChange={(value) => setChosen(Number(value))}
          >
            <Stack gap="xs" mt="xs">
              {displays.map(({ id, label, primary }) => (
                <Radio key={id} value={String(id)} label={primary ? t('projector.primary', { label }) : label} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <ProblemAlert problem={problem} />
        <Group gap="sm">
          {isElsewhere && proposed !== undefined ? (
            <Button
              leftSection={<MonitorUp aria-hidden size="1.2rem" />}
              loading={busy}
              onClick={() => void run(() => shell.request('open-projector', { display: proposed.id }))}
            >
              {t('projector.move')}
            </Button>
          ) : null}
          {projectorOpen ? (
            <Button
              variant="default"
              leftSection={<MonitorX aria-hidden size="1.2rem" />}
              onClick={() => void run(() => shell.request('close-projector'))}
            >
              {t('projector.close')}
            </Button>
          ) : (
            <Button
              leftSection={<MonitorPlay aria-hidden size="1.2rem" />}
              loading={busy}
              onClick={() =>
                void run(() => shell.request('open-projector', proposed === undefined ? {} : { display: proposed.id }))
              }
            >
              {t('projector.open')}
            </Button>
          )}
        </Group>
        <Text>{t('projector.picture')}</Text>
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<Image aria-hidden size="1.1rem" />}
            onClick={() => void run(() => shell.request('project-picture', { picture: 'waiting' }))}
          >
            {t('projector.waiting')}
          </Button>
          <Button
            variant="default"
            leftSection={<Mic aria-hidden size="1.1rem" />}
            onClick={() => void run(() => shell.request('project-picture', { picture: 'on-stage' }))}
          >
            {t('projector.onStage')}
          </Button>
        </Group>
        {state.act === null ? null : <Text>{t('projector.ends')}</Text>}
        <HallPictureField of={waitingPicture} label={t('projector.ownWaiting')} hint={t('projector.ownWaitingHint')} />
        <Switch
          label={t('projector.scores')}
          description={t('projector.scoresHint')}
          checked={info.hideScores !== true}
          onChange={({ currentTarget: { checked } }) => void turn('hideScores', !checked)}
        />
        <Switch
          label={t('projector.fanfare')}
          checked={info.fanfare === true}
          onChange={({ currentTarget: { checked } }) => void turn('fanfare', checked)}
        />
        <Switch
          label={t('projector.confetti')}
          description={t('projector.confettiHint')}
          checked={info.confetti === true}
          onChange={({ currentTarget: { checked } }) => void turn('confetti', checked)}
        />
        <NativeSelect
          label={t('projector.overscan')}
          description={t('projector.overscanHint')}
          data={margins.map((percent) => ({ value: String(percent), label: `${percent} %` }))}
          value={String(state.overscan)}
          onChange={({ currentTarget: { value } }) =>
            void run(() => shell.request('set-overscan', { percent: Number(value) }))
          }
        />
        <OutwardLanguage of="projector" disabled={state.act !== null} />
        <Text c="var(--gj-quiet)">{t('projector.focus')}</Text>
      </Stack>
    </section>
  );
}
