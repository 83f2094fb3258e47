/** Opening a folder to write in it, for the commands that run on: a damaged one is mended only where `--recover` asks for it. */
import path from 'node:path';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { FolderError } from '../contest/data-folder.ts';
import type { Lack } from '../../shared/log/missing-ends.ts';
import { openContestFolder, type OpenContest } from '../contest/open-contest.ts';
import { openOrRecoverFolder } from '../contest/recover-folder.ts';
import { printJsonLine, type CommandIo } from './command.ts';

/** Says `recovered` with what was taken over, what is still awaited, and where the damaged files are kept. */
export async function openFolder(
  dir: string,
  recover: boolean,
  io: CommandIo,
): Promise<Result<OpenContest, FolderError>> {
  if (!recover) {
    const opened = withAdvice(await openContestFolder(dir));
    if (opened.ok) for (const lack of opened.value.awaited()) tellLack(lack, io);
    return opened;
  }
  const opened = await openOrRecoverFolder(dir);
  if (!opened.ok) return opened;
  const { contest, recovery } = opened.value;
  if (recovery !== null) {
    const { entries, awaited, kept } = recovery;
    printJsonLine(io, { event: 'recovered', entries, awaited, kept: path.resolve(kept) });
  }
  return ok(contest);
}

/** The folder is a copy, or was mended before, and something has not come back yet. */
function tellLack(lack: Lack, io: CommandIo): void {
  printJsonLine(io, { event: 'problem', problem: { type: 'entries-missing', ...lack } });
}

function withAdvice(opened: Result<OpenContest, FolderError>): Result<OpenContest, FolderError> {
  if (opened.ok || opened.error.type !== 'damaged') return opened;
  const advice = 'Untuk memulihkan, jalankan perintah yang sama dengan --recover.';
  return err({ ...opened.error, message: `${opened.error.message} ${advice}` });
}
