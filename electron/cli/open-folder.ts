/** Opening a folder to write in it, for the commands that run on: a damaged one is mended only where `--recover` asks for it. */
import path from 'node:path';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { saidFolderError, type FolderError } from '../../shared/say/folders.ts';
import type { Words } from '../../shared/say/words.ts';
import type { Lack } from '../../shared/log/missing-ends.ts';
import { openContestFolder, type OpenContest } from '../contest/open-contest.ts';
import { openOrRecoverFolder } from '../contest/recover-folder.ts';
import { printJsonLine, type CommandIo, type Refusal } from './command.ts';

/** Says `recovered` with what was taken over, what is still awaited, and where the damaged files are kept. */
export async function openFolder(dir: string, recover: boolean, io: CommandIo): Promise<Result<OpenContest, Refusal>> {
  if (!recover) {
    const opened = withAdvice(io.words, await openContestFolder(dir));
    if (opened.ok) for (const lack of opened.value.awaited()) tellLack(lack, io);
    return opened;
  }
  const opened = await openOrRecoverFolder(dir);
  if (!opened.ok) return err(saidFolderError(io.words, opened.error));
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

function withAdvice(words: Words, opened: Result<OpenContest, FolderError>): Result<OpenContest, Refusal> {
  if (opened.ok) return opened;
  const said = saidFolderError(words, opened.error);
  if (opened.error.type !== 'damaged') return err(said);
  return err({ ...said, message: `${said.message} ${words.commandLine.recoverWith}` });
}
