/**
 * The window's reader of the log. It subscribes first and loads then, so that no entry falls between; entries that come
 * twice are taken once; a change of person empties it before anything of the next one is shown. Screens read it through
 * `hooks.tsx` and never keep copies.
 */
import type { StageTime } from '../../shared/ceremony/stage-time.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { emptyContest, type Contest } from '../../shared/domain/contest.ts';
import { applyEvents } from '../../shared/domain/facts/evolve.ts';
import type { RecordedEvent } from '../../shared/domain/facts/events.ts';
import type { AppState, Session } from '../../shared/ipc/app.ts';
import type { CeremonyState } from '../../shared/ipc/ceremony.ts';
import type { AnswerOf, Channel, MainWindowApi, OutputOf } from '../../shared/ipc/contract.ts';
import type { NetworkStatus, SaveStatus } from '../../shared/ipc/network.ts';
import type { ShellError } from '../../shared/ipc/request.ts';

export interface WindowState {
  /** Null until the shell has answered for the first time. */
  readonly app: AppState | null;
  readonly contest: Contest;
  /** What the contest was folded from, oldest first: the history of changes. */
  readonly events: readonly RecordedEvent[];
  /** False while the entries of the person signed in are being read. */
  readonly loaded: boolean;
  readonly save: SaveStatus | null;
  readonly network: NetworkStatus | null;
  readonly ceremony: CeremonyState | null;
  /** What the laptop had counted of the stage timer, and when this window was told (`performance.now`). */
  readonly stageTime: { readonly time: StageTime | null; readonly toldAtMs: number } | null;
  /** Why something that every screen needs could not be read; null: all of it was. */
  readonly trouble: ShellError | null;
}

export interface ContestStore {
  readonly api: MainWindowApi;
  readonly getState: () => WindowState;
  /** Returns the function that unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Subscribes to the shell and loads; returns the function that ends it. */
  readonly start: () => () => void;
  /** Reads anew what could not be read. */
  readonly reload: () => void;
  /** Resolves when the entry is on this laptop's disk and in the contest of this window, or with the refusal. */
  readonly execute: (command: Command) => Promise<AnswerOf<'execute'>>;
}

/** An own entry that has not been told of by then is fetched. */
const reloadAfterMs = 2000;
/** So long what others wrote is gathered after a drawing: a backlog comes in hundreds of frames. */
const gatherMs = 200;

const emptyWindow: WindowState = {
  app: null,
  contest: emptyContest,
  events: [],
  loaded: false,
  save: null,
  network: null,
  ceremony: null,
  stageTime: null,
  trouble: null,
};

export function createContestStore(api: MainWindowApi): ContestStore {
  let state = emptyWindow;
  const listeners = new Set<() => void>();
  const known = new Set<string>();
  /** Entries that arrive while the others are being read; null when nothing is being read. */
  let early: RecordedEvent[] | null = null;
  /** What others wrote since the last drawing; null when the next of it is drawn at once. */
  let gathered: RecordedEvent[] | null = null;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  /** Counts the loads: an answer to an older one is dropped. */
  let load = 0;

  return { api, getState: () => state, subscribe, start, reload, execute };

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  async function execute(command: Command): Promise<AnswerOf<'execute'>> {
    const result = await api.request('execute', command);
    if (result.ok) await seen(result.value.refs);
    // It may have been refused because of them: the next try of the person is asked about what is true.
    else if ((gathered ?? []).length > 0) drawGathered();
    return result;
  }

  /** Until these entries are in the contest, so that what a person has just done is what the next step reads. */
  async function seen(refs: readonly string[]): Promise<void> {
    const isSeen = () => !state.loaded || refs.every((ref) => known.has(ref));
    if (isSeen()) return;
    await new Promise<void>((resolve) => {
      const reload = setTimeout(() => void loadEvents().then(end), reloadAfterMs);
      const unsubscribe = subscribe(() => (isSeen() ? end() : undefined));
      function end(): void {
        clearTimeout(reload);
        unsubscribe();
        resolve();
      }
    });
  }

  function start(): () => void {
    const endings = [
      api.on('app-state-changed', takeAppState),
      api.on('events-appended', takeEvents),
      api.on('events-reset', () => {
        // Of a person whom the state will name, and then they are read.
        if (state.app?.session) void loadEvents();
      }),
      api.on('save-status-changed', takeSave),
      api.on('network-status-changed', (network) => put({ network })),
      api.on('ceremony-changed', (ceremony) => put({ ceremony })),
      api.on('stage-time-changed', takeStageTime),
    ];
    void read('app-state', takeAppState);
    return () => {
      for (const end of endings) end();
      drawGathered();
      clearTimeout(gathering);
      gathered = null;
    };
  }

  function reload(): void {
    put({ trouble: null });
    void read('app-state', takeAppState);
    if (state.app?.session) loadPerson(state.app.session);
  }

  /** What is refused stands on the screen, which would otherwise wait for ever. */
  async function read<Name extends Channel>(channel: Name, take: (value: OutputOf<Name>) => void): Promise<void> {
    const answer = await api.request(channel);
    if (answer.ok) take(answer.value);
    else put({ trouble: answer.error });
  }

  function takeAppState(app: AppState): void {
    const before = state.app;
    const isSame =
      before !== null && sameSession(before.session, app.session) && before.folder?.path === app.folder?.path;
    if (isSame) {
      put({ app });
      return;
    }
    forget({ app, save: null, network: null, ceremony: null, stageTime: null, trouble: null });
    if (app.folder === null || app.session === null) {
      load += 1;
      return;
    }
    loadPerson(app.session);
  }

  function loadPerson({ role }: Session): void {
    void loadEvents();
    void read('save-status', takeSave);
    void read('stage-time', takeStageTime);
    void read('network-status', (network) => put({ network }));
    if (role === 'committee') void read('ceremony-state', (ceremony) => put({ ceremony }));
  }

  async function loadEvents(): Promise<void> {
    load += 1;
    const mine = load;
    // What came while an earlier load was read may be in no answer but its own, which is dropped.
    early ??= [];
    const answer = await api.request('load-events');
    if (mine !== load) return;
    const later = early;
    early = null;
    if (!answer.ok) {
      put({ trouble: answer.error });
      if (state.loaded) gather(later);
      return;
    }
    known.clear();
    gathered &&= [];
    const contest = take(emptyContest, [...answer.value, ...later]);
    put({ ...contest, loaded: true });
  }

  function takeEvents(events: readonly RecordedEvent[]): void {
    if (early !== null) early.push(...events);
    else if (state.loaded) gather(events);
  }

  /** The first of others at once, what follows together after a while; what is the person's own never waits. */
  function gather(events: readonly RecordedEvent[]): void {
    const isWaiting = gathered !== null;
    gathered = [...(gathered ?? []), ...events];
    if (!isWaiting || events.some(isOwn)) drawGathered();
  }

  function drawGathered(): void {
    clearTimeout(gathering);
    const events = gathered ?? [];
    gathered = null;
    if (events.length === 0) return;
    gathered = [];
    gathering = setTimeout(drawGathered, gatherMs);
    put(take(state.contest, events, state.events));
  }

  function isOwn({ author }: RecordedEvent): boolean {
    const session = state.app?.session ?? null;
    if (session === null || author.role !== session.role) return false;
    return author.role === 'committee' || author.seat === seatOf(session);
  }

  function take(contest: Contest, events: readonly RecordedEvent[], before: readonly RecordedEvent[] = []) {
    const fresh: RecordedEvent[] = [];
    for (const event of events) {
      if (known.has(event.ref)) continue;
      known.add(event.ref);
      fresh.push(event);
    }
    return { contest: applyEvents(contest, fresh), events: [...before, ...fresh] };
  }

  /** Told with every fact, and again a moment later: what says the same draws nothing. */
  function takeSave(save: SaveStatus): void {
    if (JSON.stringify(save) !== JSON.stringify(state.save)) put({ save });
  }

  function takeStageTime(time: StageTime | null): void {
    if (time === null && state.stageTime?.time === null) return;
    put({ stageTime: { time, toldAtMs: performance.now() } });
  }

  function forget(change: Partial<WindowState>): void {
    known.clear();
    early = null;
    gathered &&= [];
    put({ ...change, contest: emptyContest, events: [], loaded: false });
  }

  function put(change: Partial<WindowState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }
}

function sameSession(a: Session | null, b: Session | null): boolean {
  if (a === null || b === null) return a === b;
  return a.role === b.role && seatOf(a) === seatOf(b);
}

function seatOf(session: Session): string | null {
  return session.role === 'seat' ? session.seat : null;
}
