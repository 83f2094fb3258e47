/**
 * Making a contest's folder: the committee's from a contest file, a juror's at joining. It is half-made until nothing is
 * missing: a making that is killed at any moment leaves a folder that nobody opens, and is simply repeated there.
 */
import { hostname } from 'node:os';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { FolderError } from '../../shared/say/folders.ts';
import type { LaptopKeys } from '../../shared/laptop/ports.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { emptyContest } from '../../shared/domain/contest.ts';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { decide } from '../../shared/domain/facts/decide.ts';
import type { DomainError } from '../../shared/domain/facts/errors.ts';
import { idFrom, type JurorId } from '../../shared/domain/ids.ts';
import { makeDeviceKeys } from '../adapters/node-crypto.ts';
import type { DeviceKeys } from '../../shared/ports.ts';
import { openSqliteLog } from '../adapters/sqlite-log.ts';
import { databaseFile, finishNewFolder, prepareNewFolder, writeFolderKeys } from './data-folder.ts';
import { openContestFolder, type FolderOptions, type OpenContest } from './open-contest.ts';
import { fileProtections } from '../adapters/files/sealed-file.ts';

/** Makes a committee folder from a contest file; the file's scores are ignored. */
export async function createCommitteeFolder(
  dir: string,
  file: ContestFile,
  options: FolderOptions & { readonly rehearsal?: boolean } = {},
): Promise<Result<OpenContest, FolderError>> {
  const {
    format: _format,
    scores: _scores,
    confirmations: _confirmations,
    acceptances: _acceptances,
    keptJurors: _keptJurors,
    formerNames: _formerNames,
    closedRounds: _closedRounds,
    recusals,
    absences,
    penalties,
    decisions,
    ...setup
  } = file;
  const { rehearsal = false } = options;
  const command: Command = { type: 'found-contest', setup, recusals, absences, penalties, decisions, rehearsal };
  const founding = decide(emptyContest, { role: 'committee', device: idFrom.device('') }, command);
  if (!founding.ok) {
    return notFounded(founding.error);
  }
  const device = makeDeviceKeys();
  const created = createFolder(dir, options, {
    kind: 'committee',
    machine: options.machine ?? hostname(),
    committee: { signingKey: device.signingKey, boxKey: device.boxKey },
    writers: [{ ...device, seat: null, log: null, dataKey: null }],
  });
  if (!created.ok) return created;
  const opened = await openContestFolder(dir, { ...options, isNew: true });
  if (!opened.ok) return opened;
  const executed = opened.value.execute({ role: 'committee' }, command);
  if (!executed.ok) {
    opened.value.close();
    return notFounded(executed.error);
  }
  const finished = onDisk(dir, () => finishNewFolder(dir));
  if (!finished.ok) opened.value.close();
  return finished.ok ? opened : finished;
}

/** Makes the folder of a juror's laptop at joining; its log begins with `beginSeatLog`. */
export async function createJurorFolder(
  dir: string,
  joining: {
    readonly seat: JurorId;
    readonly device: DeviceKeys;
    readonly committee: { readonly signingKey: string; readonly boxKey: string };
  },
  options: FolderOptions = {},
): Promise<Result<OpenContest, FolderError>> {
  const created = createFolder(dir, options, {
    kind: 'juror',
    machine: options.machine ?? hostname(),
    committee: joining.committee,
    writers: [{ ...joining.device, seat: joining.seat, log: null, dataKey: null }],
  });
  const finished = created.ok ? onDisk(dir, () => finishNewFolder(dir)) : created;
  return finished.ok ? openContestFolder(dir, options) : finished;
}

function notFounded(error: DomainError): Result<never, FolderError> {
  return err({ type: 'invalid-contest', reason: 'not-founded', refusal: error });
}

function createFolder(dir: string, options: FolderOptions, keys: LaptopKeys): Result<null, FolderError> {
  const prepared = prepareNewFolder(dir);
  if (!prepared.ok) return prepared;
  return onDisk(dir, () => {
    openSqliteLog(databaseFile(dir)).close();
    writeFolderKeys(dir, keys, (options.protections ?? fileProtections)[0]);
  });
}

function onDisk(dir: string, write: () => void): Result<null, FolderError> {
  try {
    write();
    return ok(null);
  } catch {
    return err({ type: 'disk', reason: 'cannot-be-written', dir });
  }
}
