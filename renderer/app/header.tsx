/** Which contest this is and who works at it. */
import { Button } from '@mantine/core';
import { LogOut, Scale, User, UserCog } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate } from 'react-router';
import { useAnswer, useAppState, useContestPart, useShell } from '../contest/hooks.tsx';
import { useJurorName } from '../contest/juror-name.ts';
import { BriefNotices } from '../ui/brief-notice.tsx';
import { useLeaveGuard } from '../ui/leave-guard.tsx';
import { AidButtons } from './aid-buttons.tsx';
import classes from './frame.module.css';
import { screens } from './screens.tsx';

export function Header() {
  const { t } = useTranslation('app');
  const shell = useShell();
  const answer = useAnswer();
  const app = useAppState();
  const setup = useContestPart((contest) => contest.setup);
  const { leave } = useLeaveGuard();
  const navigate = useNavigate();
  const session = app?.session ?? null;
  const isSeat = session?.role === 'seat';
  const person = usePersonName();
  const people = (app?.folder?.seats.length ?? 0) + (app?.folder?.kind === 'committee' ? 1 : 0);
  return (
    <header className={classes.header}>
      <Scale aria-hidden size="1.4rem" />
      <p className={classes.contest}>{setup?.contest.name ?? app?.folder?.name ?? t('name')}</p>
      {isSeat ? (
        <nav aria-label={t('navigation')}>
          {screens
            .filter((screen) => screen.role === 'seat')
            .map(({ path, name, icon: Icon }) => (
              <NavLink
                key={path}
                to={path}
                className={classes.headerLink}
                onClick={(event) => {
                  event.preventDefault();
                  leave(() => void navigate(path));
                }}
              >
                <Icon aria-hidden size="1.15rem" />
                {t(`screen.${name}`)}
              </NavLink>
            ))}
        </nav>
      ) : null}
      <BriefNotices />
      <p className={classes.person} style={{ marginBlock: 0 }}>
        {isSeat ? <User aria-hidden size="1.15rem" /> : <UserCog aria-hidden size="1.15rem" />}
        <span title={person}>{person}</span>
      </p>
      <AidButtons />
      <Button
        variant="white"
        color="teal"
        size="sm"
        leftSection={<LogOut aria-hidden size="1.1rem" />}
        onClick={() => leave(() => void answer(shell.request('sign-out')))}
      >
        {people > 1 ? t('switchJuror') : t('leave')}
      </Button>
    </header>
  );
}

/** "Juri 2 · Nama", or the committee. */
function usePersonName(): string {
  const { t } = useTranslation('app');
  const jurorName = useJurorName();
  const app = useAppState();
  const setup = useContestPart((contest) => contest.setup);
  const session = app?.session ?? null;
  if (session === null || session.role === 'committee') return t('committeeFull');
  const index = setup?.jurors.findIndex((juror) => juror.id === session.seat) ?? -1;
  const seat = app?.folder?.seats.find((each) => each.seat === session.seat);
  const juror = setup?.jurors[index];
  const name = juror?.name ?? seat?.name ?? session.seat;
  return jurorName(index, name);
}
