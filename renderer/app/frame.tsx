/**
 * The frame of every screen: which contest, who is signed in, where the entries are saved, and the ways to go. Without a
 * contest it shows the start, without a person the sign-in.
 */
import { Loader, Stack } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { AppState, Session } from '../../shared/ipc/app.ts';
import { useAppState, useContestPart, useLoaded, useTrouble } from '../contest/hooks.tsx';
import { AskingLaptops } from '../features/devices/asking-laptops.tsx';
import { PlaceProvider } from '../features/scoring/place.tsx';
import { ReopenedSheets } from '../features/scoring/reopened-sheets.tsx';
import { SessionScreen } from '../features/session/session-screen.tsx';
import { StartScreen } from '../features/start/start-screen.tsx';
import { useKeepFocus } from '../ui/keep-focus.ts';
import { LeaveGuardProvider } from '../ui/leave-guard.tsx';
import { AidButtons } from './aid-buttons.tsx';
import { Aids, type Place } from './aids.tsx';
import { Arrived } from './arrived.tsx';
import { AwaitingJurors } from './awaiting-jurors.tsx';
import { Banners } from './banners.tsx';
import { useToldBattery } from './battery.ts';
import classes from './frame.module.css';
import { CommitteeMessages } from './committee-messages.tsx';
import { Header } from './header.tsx';
import { Navigation } from './navigation.tsx';
import { OpenedInvitationNotice } from './opened-invitation.tsx';
import { ProjectorNotices } from './projector-notices.tsx';
import { SaveLine } from './save-line.tsx';
import { firstScreen, readAhead, screens } from './screens.tsx';
import { StepPath } from './step-path.tsx';

export function Frame() {
  const { t } = useTranslation('app');
  const app = useAppState();
  useKeepFocus();
  useReadAhead(app);
  useToldBattery(app?.folder?.kind === 'juror' ? app.folder.path : null);
  if (app === null) return <Bare main={<Waiting text={t('loading')} />} />;
  if (app.isOpening === true) return <Bare main={<Waiting text={t('opening')} />} />;
  if (app.folder === null) return <Bare main={<StartScreen />} at="mulai" place="start" />;
  if (app.session === null) return <Bare main={<SessionScreen folder={app.folder} />} at="masuk" place="session" />;
  return <SignedIn session={app.session} />;
}

function useReadAhead(app: AppState | null): void {
  const kind = app?.folder?.kind;
  const role = app?.session?.role ?? (kind === 'juror' ? 'seat' : kind);
  useEffect(() => {
    if (role !== undefined) readAhead(role);
  }, [role]);
}

function SignedIn({ session }: { readonly session: Session }) {
  const { role } = session;
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const isFounded = useContestPart(({ setup }) => setup !== null);
  const isLoaded = useLoaded();
  const own = screens.find((screen) => screen.role === role && screen.path === pathname);
  if (own === undefined) return <Navigate to={firstScreen[role]} replace />;
  const page = (
    <LeaveGuardProvider>
      <Page place={own.name}>
        <a className={classes.skip} href="#isi" onClick={skipToMain}>
          {t('skip')}
        </a>
        <Header />
        <Banners />
        <OpenedInvitationNotice />
        {session.role === 'seat' ? (
          <>
            <CommitteeMessages seat={session.seat} />
            <ReopenedSheets />
          </>
        ) : (
          <>
            <AskingLaptops />
            <ProjectorNotices />
          </>
        )}
        <div className={classes.body}>
          {role === 'committee' ? <Navigation role={role} /> : null}
          {/* Each screen begins at its top. */}
          <main key={pathname} id="isi" tabIndex={-1} className={classes.main}>
            {!isLoaded ? (
              <Waiting text={t('loading')} />
            ) : isFounded || role === 'seat' ? (
              <>
                {role === 'committee' ? <StepPath /> : null}
                <Outlet />
              </>
            ) : (
              <AwaitingJurors />
            )}
          </main>
        </div>
        <SaveLine />
      </Page>
    </LeaveGuardProvider>
  );
  if (session.role === 'committee') return page;
  return (
    <PlaceProvider key={session.seat} seat={session.seat}>
      {page}
    </PlaceProvider>
  );
}

/** The address belongs to the router, so the jump is made by hand. */
function skipToMain(event: { readonly preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('isi')?.focus();
}

function Bare({ main, at, place }: { readonly main: ReactNode; readonly at?: string; readonly place?: Place }) {
  return (
    <Page place={place ?? 'start'}>
      <Banners />
      {place === undefined ? null : (
        <div className={classes.bareTools}>
          <AidButtons />
        </div>
      )}
      <OpenedInvitationNotice />
      <main className={classes.main}>{main}</main>
      {at === undefined ? null : <Arrived at={at} />}
    </Page>
  );
}

/** The outer box is what the style sheet measures, to fold things where text is large. */
function Page({ place, children }: { readonly place: Place; readonly children: ReactNode }) {
  return (
    <Aids place={place}>
      <div className={classes.frame}>
        <div className={classes.page}>{children}</div>
      </div>
    </Aids>
  );
}

/** Nothing turns where nothing comes any more: the banner says why. */
function Waiting({ text }: { readonly text: string }) {
  if (useTrouble().trouble !== null) return null;
  return (
    <Stack align="center" p="xl">
      <Loader aria-hidden />
      <output>{text}</output>
    </Stack>
  );
}
