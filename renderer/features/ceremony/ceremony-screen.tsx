/**
 * The operator of the announcement: the projector, what stands on it now, the acts, and the running announcement by
 * large buttons, keyboard or clicker. No name of a winner is here before it is revealed, unless it is asked for.
 */
import { Alert, Button, Text } from '@mantine/core';
import { Award, MessageSquareWarning } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { actKey, programmeOf } from '../../../shared/ceremony/programme.ts';
import { Link } from 'react-router';
import { openObjections } from '../../../shared/domain/seal.ts';
import { useCeremonyState, useContestPart, useSetup } from '../../contest/hooks.tsx';
import { NextStep } from '../../contest/next-step.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { OpenScoresPanel } from './open-scores-panel.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { ActList } from './act-list.tsx';
import classes from './ceremony.module.css';
import { HallWindowsPanel } from './hall-windows-panel.tsx';
import { ProjectorPanel } from './projector-panel.tsx';
import { ProjectorPreview } from './projector-preview.tsx';
import { RehearsalPanel, RehearsalRuns } from './rehearsal-panel.tsx';
import { RunningCeremony } from './running-ceremony.tsx';

export function CeremonyScreen() {
  const { t } = useTranslation('ceremony');
  const state = useCeremonyState();
  const setup = useSetup();
  const { categories, contestants } = setup;
  if (state === null) return <p>{t('loading')}</p>;
  const acts = programmeOf(setup).filter(({ type }) => type === 'winners');
  const isAnnounced = acts.length > 0 && acts.every((act) => state.done.includes(actKey(act)));
  const isEmpty = categories.length === 0 || contestants.length === 0;
  return (
    <div>
      <PageTitle title={t('title')} hint={t('hint')} />
      {state.rehearsal ? <RehearsalRuns /> : <OpenObjections />}
      <div className={classes.columns}>
        <div className={classes.column}>
          {state.act === null ? null : <RunningCeremony key={state.act} state={state} running={state.act} />}
          {isEmpty ? (
            <EmptyState icon={Award} title={t('empty.title')} text={t('empty.text')} action={<NextStep />} />
          ) : null}
          <ActList state={state} />
        </div>
        <div className={classes.column}>
          <ProjectorPreview state={state} />
          <ProjectorPanel state={state} />
          <HallWindowsPanel state={state} />
          {state.rehearsal ? null : <RehearsalPanel state={state} />}
          {state.rehearsal ? null : <OpenScoresPanel isAnnounced={isAnnounced} />}
        </div>
      </div>
    </div>
  );
}

/** [Z10] They hinder no announcement, but nobody announces without having read of them. */
function OpenObjections() {
  const { t } = useTranslation('deliberation');
  const count = useContestPart((contest) => openObjections(contest).length);
  if (count === 0) return null;
  return (
    <Alert mb="md" color="yellow" icon={<MessageSquareWarning aria-hidden />} title={t('objections.open', { count })}>
      <Text>{t('objections.ceremony')}</Text>
      <Button mt="xs" size="sm" variant="default" component={Link} to="/musyawarah">
        {t('title')}
      </Button>
    </Alert>
  );
}
