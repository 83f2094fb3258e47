/**
 * One laptop in memory behind the windows' contract: the real `decide` over the real fold, so that a screen is tried
 * against the rules and not against answers made up for it. Several windows may sit on it (`window()`).
 */
import type { StageTime } from '../../../shared/ceremony/stage-time.ts';
import type { Command } from '../../../shared/domain/facts/commands.ts';
import { commandSchema } from '../../../shared/domain/facts/commands.ts';
import { decide } from '../../../shared/domain/facts/decide.ts';
import { foldEvents } from '../../../shared/domain/facts/evolve.ts';
import type { Author, DomainEvent, RecordedEvent } from '../../../shared/domain/facts/events.ts';
import type { AppState, OpenFolder, Session } from '../../../shared/ipc/app.ts';
import type { CeremonyState } from '../../../shared/ipc/ceremony.ts';
import type { Channel, MainWindowApi, NotificationName, Notifications } from '../../../shared/ipc/contract.ts';
import type { NetworkStatus, SaveStatus } from '../../../shared/ipc/network.ts';
import { nodeCrypto } from '../../../electron/adapters/node-crypto.ts';
import { logOfRef, type Ref } from '../../../shared/domain/ids.ts';
import { sealsOf } from '../../../shared/domain/seal.ts';
import { toContestFile } from '../../../shared/domain/score-sheet.ts';
import type { SealScope } from '../../../shared/domain/setup/contest-file.ts';
import { sealProposal } from '../../../shared/seal/propose.ts';
import { resultDigest } from '../../../shared/seal/sealed-result.ts';
import { enveloped } from './enveloped.ts';
import { words } from '../../../renderer/messages/words.ts';
import { saidRefusal } from '../../../shared/say/refusals.ts';

export interface Laptop {
  readonly api: MainWindowApi;
  /** Writes as somebody else than the person at the window, e.g. the committee. */
  readonly write: (author: Author, command: Command) => void;
  /** Facts from the network, as they are. */
  readonly receive: (events: readonly RecordedEvent[]) => void;
  /** Signs in; null: out. */
  readonly signIn: (session: Session | null) => void;
  readonly events: () => readonly RecordedEvent[];
  /** What the shell tells the window by itself. */
  readonly tell: <Name extends NotificationName>(name: Name, value: Notifications[Name]) => void;
  /** Requests that reached the shell, oldest first. */
  readonly asked: readonly { readonly channel: Channel; readonly input: unknown }[];
  /** The next commands are not answered until the returned function is called. */
  readonly holdCommands: () => () => void;
}

const committee: Author = { role: 'committee', device: 'c'.repeat(26) };

export function createLaptop(founding: Command, session: Session | null, folder?: Partial<OpenFolder>): Laptop {
  const events: RecordedEvent[] = [];
  const asked: { channel: Channel; input: unknown }[] = [];
  const listeners = new Map<NotificationName, Set<(value: never) => void>>();
  const pins = new Map<string, string>();
  let place: string | null = null;
  let chairPin: string | null = null;
  let held: Promise<void> | null = null;
  let state: AppState = {
    version: '0',
    trialRuntime: false,
    contestsFolder: '/data/Gelar Juri',
    language: 'id',
    session,
    notice: null,
    damaged: null,
    locked: null,
    folder: {
      path: '/lomba',
      name: 'Lomba',
      kind: 'juror',
      seats: [],
      committeeHasPin: false,
      committeeHasRecovery: false,
      languages: { documents: 'id', projector: 'id' },
      ...folder,
    },
  };
  write(committee, founding);

  return {
    api: { language: 'id', request, on, pathOfFile: () => '' },
    write,
    receive,
    signIn,
    tell,
    events: () => events,
    asked,
    holdCommands,
  };

  function write(author: Author, command: Command): string[] {
    const decision = decide(foldEvents(events), author, commandSchema.parse(command));
    if (!decision.ok) throw new Error(decision.error.reason);
    return record(author, decision.value);
  }

  function record(author: Author, facts: readonly DomainEvent[]): string[] {
    const log = (author.role === 'seat' ? author.seat : 'committee')
      .replaceAll(/[^a-z]/g, '')
      .padEnd(26, 'a')
      .slice(0, 26);
    const mine = events.filter((event) => event.ref.startsWith(`${log}:`)).length;
    const recorded = facts.map((event, index) => ({
      ref: `${log}:${mine + index + 1}`,
      atMs: 1_500_000_000_000 + events.length + index,
      author,
      event,
    }));
    receive(recorded);
    return recorded.map((each) => each.ref);
  }

  function receive(recorded: readonly RecordedEvent[]): void {
    events.push(...recorded);
    tell('stage-time-changed', stageTime());
    tell('events-appended', recorded);
    tell('save-status-changed', saveStatus());
  }

  function signIn(next: Session | null): void {
    state = { ...state, session: next };
    tell('app-state-changed', state);
  }

  function on<Name extends NotificationName>(name: Name, listener: (value: Notifications[Name]) => void): () => void {
    const set = listeners.get(name) ?? new Set();
    listeners.set(name, set.add(listener));
    return () => set.delete(listener);
  }

  function tell<Name extends NotificationName>(name: Name, value: Notifications[Name]): void {
    for (const listener of listeners.get(name) ?? []) listener(value as never);
  }

  function holdCommands(): () => void {
    let release = (): void => undefined;
    held = new Promise((resolve) => (release = resolve));
    return () => {
      held = null;
      release();
    };
  }

  async function request(channel: Channel, input?: unknown): Promise<never> {
    asked.push({ channel, input });
    if (channel === 'execute' && held !== null) await held;
    return enveloped(answer(channel, input)) as never;
  }

  function answer(channel: Channel, input: unknown): unknown {
    switch (channel) {
      case 'app-state':
        return state;
      case 'load-events':
        return [...events];
      case 'save-status':
        return saveStatus();
      case 'network-status':
        return silentNetwork;
      case 'find-contests':
        return [];
      case 'opened-invitation':
        return { ok: true, value: null };
      case 'use-camera':
      case 'drop-invitation':
        return null;
      case 'stage-time':
        return stageTime();
      case 'ceremony-state':
        return noCeremony;
      case 'own-check':
        return { ok: true, value: null };
      case 'hall-pictures':
        return {};
      case 'execute':
        return execute(commandSchema.parse(input));
      case 'sign-out':
        signIn(null);
        return null;
      case 'set-pin':
      case 'sign-in':
        return enter(channel, input as { session: Session; pin?: string });
      case 'has-chair-pin':
        return chairPin !== null;
      case 'set-chair-pin':
        chairPin = (input as { pin: string }).pin;
        return null;
      case 'hide-results':
        return null;
      case 'show-results':
        return byChair(input as { pin: string }, () => ({ ok: true, value: null }));
      case 'propose-seal':
        return proposeSeal((input as { scope: SealScope }).scope);
      case 'approve-seal':
        return byChair(input as { pin: string; code: string; opening?: Ref }, approveSeal);
      case 'remember-place':
        place = (input as { place: string }).place;
        return null;
      case 'recall-place':
        return place;
      default:
        throw new Error(`the laptop in memory does not answer ${channel}`);
    }
  }

  function execute(command: Command): unknown {
    const { session: now } = state;
    if (now === null) throw new Error('nobody is signed in');
    const author: Author =
      now.role === 'committee' ? committee : { role: 'seat', seat: now.seat, device: 'd'.repeat(26) };
    const decision = decide(foldEvents(events), author, command);
    if (!decision.ok) return { ok: false, error: saidRefusal(words, decision.error) };
    return { ok: true, value: { refs: record(author, decision.value) } };
  }

  function byChair<Input extends { readonly pin: string }>(input: Input, done: (input: Input) => unknown): unknown {
    if (input.pin === chairPin) return done(input);
    return { ok: false, error: { type: 'wrong-pin', message: 'PIN salah. Coba lagi.', problems: [] } };
  }

  function proposeSeal(scope: SealScope): unknown {
    const heads = [...Map.groupBy(events, ({ ref }) => logOfRef(ref))].map(([log, of]) => ({
      log,
      seq: of.length,
      hash: nodeCrypto.hash(new TextEncoder().encode(log)),
    }));
    const made = sealProposal(foldEvents(events), scope, { heads, recorded: events, hash: nodeCrypto.hash });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    execute(made.value);
    return { ok: true, value: { code: made.value.code } };
  }

  function approveSeal({ code, opening }: { readonly code: string; readonly opening?: Ref }): unknown {
    const contest = foldEvents(events);
    const seal = sealsOf(contest).find((each) => each.code === code);
    if (seal === undefined) throw new Error(`no seal ${code}`);
    const digest =
      opening === undefined ? resultDigest(toContestFile(contest), seal.scope, nodeCrypto.hash) : seal.digest;
    return execute({ type: 'approve-seal', code, digest, ...(opening === undefined ? {} : { opening }) });
  }

  function enter(channel: 'set-pin' | 'sign-in', { session: who, pin }: { session: Session; pin?: string }): unknown {
    const key = who.role === 'seat' ? who.seat : 'committee';
    if (channel === 'set-pin') {
      pins.set(key, pin ?? '');
      return { ok: true, value: null };
    }
    const set = pins.get(key);
    if (set !== undefined && set !== pin) {
      return { ok: false, error: { type: 'wrong-pin', message: 'PIN salah. Coba lagi.', problems: [] } };
    }
    signIn(who);
    return { ok: true, value: who };
  }

  /** As a laptop counts that saw the fact the moment before. */
  function stageTime(): StageTime | null {
    const { timer } = foldEvents(events);
    if (timer === null) return null;
    return { ofMs: timer.atMs, running: timer.running, elapsedMs: timer.elapsedMs, doubt: null };
  }

  function saveStatus(): SaveStatus {
    return {
      here: events.length,
      atCommittee: Math.max(0, events.length - 2),
      laptops: 1,
      connection: 'none',
      problem: null,
      committeeAddress: null,
      lastBackupAtMs: null,
      backupFolders: { automatic: '/data/salinan/Gelar (contoh) 1a2b3c4d', proposed: null, second: null },
    };
  }
}

const silentNetwork: NetworkStatus = {
  listening: false,
  addresses: [],
  invitations: [],
  devices: [],
  guessing: { count: 0, addresses: [], isSlowed: false },
  admitAll: { untilMs: null, endedByGuess: false },
  problem: null,
  unreached: null,
};

export const noCeremony: CeremonyState = {
  projectorOpen: false,
  display: null,
  offered: null,
  refused: null,
  displays: [],
  act: null,
  done: [],
  rehearsal: false,
  overscan: 0,
  step: 0,
  steps: 0,
  building: false,
  blank: false,
  nextLabel: null,
  shown: { type: 'blank' },
  windows: [],
};
