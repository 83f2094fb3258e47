/**
 * A contest folder that is open in the application, with what surrounds it on this laptop: PINs, session, ceremony, network and
 * a copy that is kept up to date in the application's own data folder.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { findJuror } from '../../shared/domain/contest.ts';
import type { JurorId } from '../../shared/domain/ids.ts';
import type { OpenFolder } from '../../shared/ipc/app.ts';
import type { BackupFolders, SecondCopy } from '../../shared/ipc/network.ts';
import type { CopyProblem } from '../../shared/say/folders.ts';
import { keepBackup } from '../contest/backup.ts';
import { openHallPictures, type HallPictures } from '../contest/hall-pictures.ts';
import type { OpenContest } from '../contest/open-contest.ts';
import type { JsonFile } from '../adapters/files/json-file.ts';
import { openFolderSettings, openPlaces, type FolderSettings } from '../adapters/files/settings.ts';
import { createCeremonyDesk, type CeremonyDesk } from './ceremony.ts';
import { createCommitteeNetwork, createJurorNetwork, type DeskNetwork } from './network.ts';
import { createPins, type Pins } from './pins.ts';
import type { ShellPorts } from './ports.ts';
import { createRecoveryCode } from './recovery-code.ts';
import { createSessions, type Sessions } from './session.ts';
import { createStageClock, type StageClock } from './stage-clock.ts';
import type { SteadyClock } from './steady-clock.ts';

export interface Desk {
  readonly contest: OpenContest;
  readonly settings: JsonFile<FolderSettings>;
  readonly places: JsonFile<Record<string, string>>;
  readonly pins: Pins;
  readonly sessions: Sessions;
  readonly stageClock: StageClock;
  readonly ceremony: CeremonyDesk;
  readonly network: DeskNetwork;
  readonly pictures: HallPictures;
  /** [Z15] Whether the committee's chair has shown the person at the window what is sealed and not announced. */
  readonly results: { readonly areShown: () => boolean; readonly show: () => void; readonly hide: () => void };
  /** Something beside the facts is to be in the automatic copy. */
  readonly copySoon: () => void;
  readonly folder: () => OpenFolder;
  /** Of the automatic copy or of one made by hand; null: none yet. */
  readonly lastBackupAtMs: () => number | null;
  readonly backupFolders: () => BackupFolders;
  /** Where a second copy is kept from now on, once one was written there; null: nowhere. Gives why it could not be written. */
  readonly chooseSecond: (place: string | null) => Promise<CopyProblem | null>;
  /** Ends the network, writes the last copy, closes the contest. */
  readonly close: () => Promise<void>;
}

export interface DeskListeners {
  readonly sessionChanged: () => void;
  /** The second copy is told of so too. */
  readonly networkChanged: () => void;
}

export function openDesk(contest: OpenContest, ports: ShellPorts, clock: SteadyClock, listeners: DeskListeners): Desk {
  const { words } = ports;
  const settings = openFolderSettings(contest.dir);
  const pins = createPins(settings, ports.nowMs, ports.pinWork);
  let areResultsShown = false;
  const sessions = createSessions(() => ({ kind: contest.kind, seats: seatsOf(contest) }), pins, {
    nowMs: clock.nowMs,
    changed: () => {
      areResultsShown = false;
      listeners.sessionChanged();
    },
    words,
  });
  const network =
    contest.kind === 'committee'
      ? createCommitteeNetwork(contest, settings, {
          host: ports.listenHost,
          program: ports.program,
          words,
          ...(ports.unreachedMs === undefined ? {} : { unreachedMs: ports.unreachedMs }),
          changed: listeners.networkChanged,
        })
      : createJurorNetwork(contest, words, listeners.networkChanged);
  const stageClock = createStageClock(contest.contest, settings, {
    clock,
    nowMs: ports.nowMs,
    committeeOffsetMs: network.clockOffsetMs,
    isCommittee: contest.kind === 'committee',
  });
  const pictures = openHallPictures(contest.dir);
  const ceremony = createCeremonyDesk(
    contest.contest,
    settings,
    { stageTime: stageClock.time, nowMs: clock.nowMs, pictures: pictures.all },
    words,
  );
  const automatic = backupFolder(ports.dataFolder, contest.dir);
  const backup = keepBackup(contest, { target: automatic }, (problem) => {
    if (problem !== null) ports.log.warn(`the automatic copy could not be written: ${problem}`);
  });
  let second = secondAt(settings.get().secondCopy, false);
  return {
    contest,
    settings,
    places: openPlaces(contest.dir),
    pins,
    sessions,
    stageClock,
    ceremony,
    network,
    pictures,
    results: {
      areShown: () => areResultsShown,
      show: () => (areResultsShown = true),
      hide: () => (areResultsShown = false),
    },
    copySoon: () => {
      backup.changed();
      second?.keeper.changed();
    },
    folder: () => folderOf(contest, { pins, settings }, words.application.names.contestToCome),
    lastBackupAtMs: () =>
      latest(latest(backup.lastAtMs(), second?.keeper.lastAtMs() ?? null), settings.get().lastBackupAtMs),
    backupFolders: () => ({ automatic, proposed: settings.get().backupFolder, second: secondCopy() }),
    chooseSecond,
    close: async () => {
      stageClock.close();
      await network.close();
      await Promise.all([backup.stop(), second?.keeper.stop()]);
      contest.close();
    },
  };

  function secondAt(place: string | null, isNew: boolean) {
    if (place === null) return null;
    const copy = path.join(place, secondName(contest.dir));
    const keeper = keepBackup(contest, { target: copy, place, isNew }, (problem) => {
      if (problem !== null) ports.log.warn(`the second copy could not be written: ${problem}`);
      listeners.networkChanged();
    });
    return { place, copy, keeper };
  }

  function secondCopy(): SecondCopy | null {
    if (second === null) return null;
    const { place, copy, keeper } = second;
    return { place, copy, lastAtMs: keeper.lastAtMs(), problem: keeper.problem() };
  }

  /** What is written there first decides whether it is kept. */
  async function chooseSecond(place: string | null): Promise<CopyProblem | null> {
    const tried = secondAt(place, true);
    await tried?.keeper.now();
    const problem = tried?.keeper.problem() ?? null;
    if (problem !== null) {
      await tried?.keeper.drop();
      return problem;
    }
    const before = second;
    settings.set({ ...settings.get(), secondCopy: place });
    second = tried;
    await before?.keeper.drop();
    return null;
  }
}

/** The automatic copies of a folder, whether they are there or not. */
export function copiesOf(dataFolder: string, dir: string): readonly string[] {
  const automatic = backupFolder(dataFolder, dir);
  const place = openFolderSettings(dir).get().secondCopy;
  return place === null ? [automatic] : [automatic, path.join(place, secondName(dir))];
}

/** The second copy is gone on with after the contest was moved. @throws when the disk refuses. */
export function keepSecondName(from: string, to: string): void {
  const settings = openFolderSettings(to);
  if (settings.get().secondCopy === null || settings.get().secondCopyName !== null) return;
  settings.set({ ...settings.get(), secondCopyName: copyName(from) });
}

/** Where a folder's automatic copy lies. */
export function backupFolder(dataFolder: string, dir: string): string {
  return path.join(dataFolder, 'salinan', copyName(dir));
}

/** What the second copy's own folder in the chosen place is called. */
function secondName(dir: string): string {
  return openFolderSettings(dir).get().secondCopyName ?? copyName(dir);
}

/** Named after the folder; the hash tells folders of the same name apart. */
function copyName(dir: string): string {
  const hash = createHash('sha256').update(dir).digest('hex').slice(0, 8);
  return `${path.basename(dir)} ${hash}`;
}

/** Seats whose log this laptop writes. */
function seatsOf(contest: OpenContest): JurorId[] {
  return contest.writers().flatMap(({ seat }) => (seat === null ? [] : [seat]));
}

/** `toCome`: what it is called while it has no name yet. */
function folderOf(
  contest: OpenContest,
  { pins, settings }: { readonly pins: Pins; readonly settings: JsonFile<FolderSettings> },
  toCome: string,
): OpenFolder {
  const { setup } = contest.contest();
  const nameOf = (seat: JurorId) => (setup === null ? undefined : findJuror(setup, seat)?.name) ?? seat;
  return {
    path: contest.dir,
    name: setup?.contest.name ?? toCome,
    kind: contest.kind,
    seats: seatsOf(contest).map((seat) => ({ seat, name: nameOf(seat), hasPin: pins.isSet(`seat:${seat}`) })),
    committeeHasPin: pins.isSet('committee'),
    committeeHasRecovery: createRecoveryCode(pins).isSet(),
    languages: settings.get().languages,
  };
}

function latest(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}
