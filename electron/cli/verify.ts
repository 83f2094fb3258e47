/**
 * `verify`: whether a folder holds every entry that was ever confirmed in it, each chained and signed; also beside a running
 * committee or juror. Exit 1 when not. The check code is the same where the same entries are held.
 */
import { toBase32 } from '../../shared/lib/base32.ts';
import type { EventLog } from '../../shared/ports.ts';
import { saidFolderError } from '../../shared/say/folders.ts';
import { nodeCrypto } from '../adapters/node-crypto.ts';
import { openContestFolder } from '../contest/open-contest.ts';
import { parseOptions, printJson, refuseFolder, usageError, type Command } from './command.ts';

export const verifyCommand: Command = {
  name: 'verify',
  usage: '<dir>',
  async run(args, io) {
    const options = parseOptions(io, args, {}, 1);
    if (options.type === 'wrong-usage') return usageError(io, verifyCommand, options.message);
    const opened = await openContestFolder(options.positionals[0] ?? '', { readOnly: true });
    if (!opened.ok) {
      if (opened.error.type !== 'damaged') return refuseFolder(io, opened.error);
      const { message, problems } = saidFolderError(io.words, opened.error);
      const reasons = problems.map((problem) => ({ log: problem.path.slice(1) || null, reason: problem.message }));
      printJson(io, { ok: false, entries: null, firstBad: reasons[0] ?? null, problems: reasons, checkCode: null });
      io.stderr.write(`${message}\n`);
      return 1;
    }
    const contest = opened.value;
    const entries = contest.log.heads().reduce((sum, { seq }) => sum + seq, 0);
    const openings = contest.openings();
    const lacking = contest.awaited().map(({ log, held, upTo }) => {
      const opening = openings.get(log);
      const author = opening?.seat ?? opening?.role ?? null;
      const reason = io.words.folders.awaited(upTo - held);
      return { log, seq: held + 1, author, reason };
    });
    const checkCode = checkCodeOf(contest.log);
    contest.close();
    const isWhole = lacking.length === 0;
    printJson(io, { ok: isWhole, entries, firstBad: lacking[0] ?? null, problems: lacking, checkCode });
    return isWhole ? 0 : 1;
  },
};

/** 80 bits over (log, seq, hash) of every log. */
function checkCodeOf(log: EventLog): string {
  const ends = log.heads().map(({ log: id, seq, hash }) => `${id}:${seq}:${toBase32(hash)}\n`);
  return toBase32(nodeCrypto.hash(new TextEncoder().encode(ends.join(''))).slice(0, 10));
}
