/** How screens read the store and write to the log. A refusal is shown to the person; the caller learns only yes or no. */
import { notifications } from '@mantine/notifications';
import { createContext, use, useCallback, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asSeenBy } from '../../shared/domain/blind.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { setupOf, type Contest } from '../../shared/domain/contest.ts';
import type { ContestSetup } from '../../shared/domain/setup/contest-file.ts';
import type { RecordedEvent } from '../../shared/domain/facts/events.ts';
import type { AppState } from '../../shared/ipc/app.ts';
import type { CeremonyState } from '../../shared/ipc/ceremony.ts';
import type { MainWindowApi } from '../../shared/ipc/contract.ts';
import type { NetworkStatus, SaveStatus } from '../../shared/ipc/network.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { present } from '../../shared/lib/assert.ts';
import type { Result } from '../../shared/lib/result.ts';
import { onLanguage } from '../messages/language.ts';
import type { ContestStore, WindowState } from './store.ts';

const StoreContext = createContext<ContestStore | null>(null);

export function ContestProvider({ store, children }: { readonly store: ContestStore; readonly children: ReactNode }) {
  return <StoreContext value={store}>{children}</StoreContext>;
}

function useStore(): ContestStore {
  return present(use(StoreContext), 'the screen stands inside ContestProvider');
}

function useWindowState<Part>(part: (state: WindowState) => Part): Part {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => part(store.getState()));
}

/** The shell itself, for requests that are not commands. */
export function useShell(): MainWindowApi {
  return useStore().api;
}

/** As the person at the window sees it: a juror who reads blind sees no names (D32). */
function seenContest({ app, contest }: WindowState): Contest {
  const session = app?.session ?? null;
  return session?.role === 'seat' ? asSeenBy(contest, session.seat) : contest;
}

export function useContest(): Contest {
  return useWindowState(seenContest);
}

/** A part of the contest, and drawn anew with that part alone: most facts are scores. */
export function useContestPart<Part>(part: (contest: Contest) => Part): Part {
  return useWindowState((state) => part(seenContest(state)));
}

/** The contest at the moment of the call, for what happens after an `await`. */
export function useLatestContest(): () => Contest {
  const store = useStore();
  return useCallback(() => seenContest(store.getState()), [store]);
}

/** The setup; only for screens behind the frame, which waits until the contest is founded and loaded. */
export function useSetup(): ContestSetup {
  return useContestPart(setupOf);
}

/** All facts that the person may see, oldest first. */
export function useEvents(): readonly RecordedEvent[] {
  return useWindowState((state) => state.events);
}

/** The facts at the moment of the call. */
export function useLatestEvents(): () => readonly RecordedEvent[] {
  const store = useStore();
  return useCallback(() => store.getState().events, [store]);
}

/** Null until the shell has answered. */
export function useAppState(): AppState | null {
  return useWindowState((state) => state.app);
}

/** Why something that every screen needs could not be read, and how to read it anew. */
export function useTrouble(): { readonly trouble: ShellError | null; readonly reload: () => void } {
  return { trouble: useWindowState((state) => state.trouble), reload: useStore().reload };
}

/** True when the entries of the person signed in have been read. */
export function useLoaded(): boolean {
  return useWindowState((state) => state.loaded);
}

export function useSaveStatus(): SaveStatus | null {
  return useWindowState((state) => state.save);
}

export function useNetworkStatus(): NetworkStatus | null {
  return useWindowState((state) => state.network);
}

export function useCeremonyState(): CeremonyState | null {
  return useWindowState((state) => state.ceremony);
}

/** What the laptop had counted of the stage timer, and when this window was told; screens read it by `useStageTimer`. */
export function useToldStageTime(): WindowState['stageTime'] {
  return useWindowState((state) => state.stageTime);
}

/** Writes: true when it is on this laptop's disk; false when it was refused, and the person has been told why. */
export function useExecute(): (command: Command) => Promise<boolean> {
  const store = useStore();
  const { t } = useTranslation('app');
  return useCallback(
    async (command) => {
      try {
        const result = await store.execute(command);
        if (result.ok) return true;
        showRefusal(t('refused'), result.error);
      } catch (error) {
        showRefusal(t('refused'), { message: t('broken', { detail: String(error) }), problems: [] });
      }
      return false;
    },
    [store, t],
  );
}

/** Shows why a request of the shell failed; the value, or undefined when it failed. */
export function useAnswer(): <Value>(answer: Promise<Result<Value, ShellError>>) => Promise<Value | undefined> {
  const { t } = useTranslation('app');
  return useCallback(
    async (answer) => {
      try {
        const result = await answer;
        if (result.ok) return result.value;
        showRefusal(t('refused'), result.error);
      } catch (error) {
        showRefusal(t('refused'), { message: t('broken', { detail: String(error) }), problems: [] });
      }
      return undefined;
    },
    [t],
  );
}

function showRefusal(title: string, refused: Pick<ShellError, 'message' | 'problems'>): void {
  const details = refused.problems.slice(0, 5).map((problem) => problem.message);
  const id = notifications.show({
    title,
    message: [refused.message, ...details].join(' '),
    color: 'red',
    autoClose: 15_000,
    role: 'alert',
    onClose: () => forget(),
  });
  const forget = onLanguage(() => notifications.hide(id));
}
