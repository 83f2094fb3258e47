/** The first screen: make a contest, join one as a juror, open one. Each way is one large button. */
import { Group, Loader, Stack, Title } from '@mantine/core';
import { FilePlus2, FlaskConical, FolderOpen, UserPlus, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OpenedInvitation } from '../../../shared/ipc/joining.ts';
import { useAppState, useShell } from '../../contest/hooks.tsx';
import { useRequest, type ShownProblem } from '../../contest/use-request.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { DamagedContest } from './damaged-contest.tsx';
import { JoinContest } from './join-contest.tsx';
import { LockedContest } from './locked-contest.tsx';
import { NewContest } from './new-contest.tsx';
import { RecentFolders } from './recent-folders.tsx';
import classes from './start.module.css';
import { useChooseLanguage } from '../../contest/choose-language.ts';
import { useLanguage } from '../../messages/language.ts';
import { LanguageChoice } from '../../ui/language-choice.tsx';

export function StartScreen() {
  const shell = useShell();
  const [view, setView] = useState<'home' | 'new' | 'join'>('home');
  const [given, setGiven] = useState<OpenedInvitation | null>(null);
  const { problem, run } = useRequest();

  useEffect(() => {
    const take = async (): Promise<void> => {
      const opened = await run(() => shell.request('opened-invitation'));
      if (opened === undefined || opened === null) return;
      setGiven(opened);
      setView('join');
    };
    void take();
    return shell.on('invitation-opened', () => void take());
  }, [shell, run]);

  if (view === 'new') return <NewContest onBack={() => setView('home')} />;
  if (view === 'join') return <JoinContest key={given?.code} given={given} onBack={() => setView('home')} />;
  return (
    <Home
      onNew={() => setView('new')}
      onJoin={() => {
        setGiven(null);
        setView('join');
      }}
      unread={problem}
    />
  );
}

function Home({
  onNew,
  onJoin,
  unread,
}: {
  readonly onNew: () => void;
  readonly onJoin: () => void;
  /** Why the file that was double-clicked is no invitation. */
  readonly unread: ShownProblem | null;
}) {
  const { t } = useTranslation('start');
  const shell = useShell();
  const chooseLanguage = useChooseLanguage();
  const navigate = useNavigate();
  const { busy, problem, run } = useRequest();
  const app = useAppState();
  const damaged = app?.damaged ?? null;
  const locked = app?.locked ?? null;

  async function openFolder(path?: string): Promise<void> {
    await run(() => shell.request('open-folder', path === undefined ? {} : { path }));
  }

  async function trySample(): Promise<void> {
    const source = { kind: 'sample' } as const;
    void navigate('/pemantauan');
    await run(() => shell.request('create-contest', { source, name: t('sampleName') }));
  }

  return (
    <div className={classes.page}>
      <PageTitle title={t('title')} hint={t('hint')} />
      <Stack>
        {damaged === null && locked === null ? <ProblemAlert problem={problem ?? unread} /> : null}
        {damaged === null ? null : <DamagedContest damaged={damaged} onOpenOther={() => void openFolder()} />}
        {locked === null ? null : (
          <LockedContest key={locked.path} locked={locked} onOpenOther={() => void openFolder()} />
        )}
        <ul className={classes.actions} aria-label={t('actions')}>
          <Action icon={FilePlus2} name={t('newContest')} hint={t('newContestHint')} disabled={busy} onClick={onNew} />
          <Action icon={UserPlus} name={t('join')} hint={t('joinHint')} disabled={busy} onClick={onJoin} />
          <Action
            icon={FolderOpen}
            name={t('open')}
            hint={t('openHint')}
            disabled={busy}
            onClick={() => void openFolder()}
          />
          <Action
            icon={FlaskConical}
            name={t('sample')}
            hint={t('sampleHint')}
            disabled={busy}
            onClick={() => void trySample()}
          />
        </ul>
        <Group>
          <LanguageChoice label={t('language')} value={useLanguage()} onChoose={chooseLanguage} />
        </Group>
        <output>
          {busy ? (
            <>
              <Loader size="sm" aria-hidden /> {t('opening')}
            </>
          ) : null}
        </output>
        <Title order={2} size="h3" id="terakhir">
          {t('recent')}
        </Title>
        <RecentFolders busy={busy} onOpen={(path) => void openFolder(path)} />
      </Stack>
    </div>
  );
}

function Action({
  icon: Icon,
  name,
  hint,
  disabled,
  onClick,
}: {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly hint: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}) {
  return (
    <li>
      <button type="button" className={classes.action} disabled={disabled} onClick={onClick}>
        <Icon aria-hidden size="2.2rem" strokeWidth={1.75} />
        <span>
          <span className={classes.actionName}>{name}</span>
          <span className={classes.actionHint}>{hint}</span>
        </span>
      </button>
    </li>
  );
}
