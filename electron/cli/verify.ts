/**
 * `verify`: whether a folder holds every entry that was ever confirmed in it, each chained and signed; also beside a running
 * committee or juror. Exit 1 when not. Every seal in force is held against the entries (rule Z7); the check code is that of the
 * whole contest's seal, or of the only one; without one seal it is made of the ends of all logs, the same wherever the same
 * entries are held.
 */
import type { SealScope } from '../../shared/domain/setup/contest-file.ts';
import { wholeContest } from '../../shared/domain/setup/contest-file.ts';
import { standingSeals } from '../../shared/domain/seal.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import type { EventLog } from '../../shared/ports.ts';
import { groupedCode } from '../../shared/say/check-code.ts';
import { sealFault } from '../../shared/seal/check-seal.ts';
import { saidFolderError } from '../../shared/say/folders.ts';
import { nodeCrypto } from '../adapters/node-crypto.ts';
import { openContestFolder, type OpenContest } from '../contest/open-contest.ts';
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
    const seals = sealsIn(contest);
    const checkCode = sealedCode(seals) ?? codeOfEnds(contest.log);
    contest.close();
    const broken = seals.flatMap(({ fault, scope }) => {
      if (fault === null) return [];
      const at = 'log' in fault ? { log: fault.log, seq: fault.seq } : { log: null, seq: null };
      const opening = at.log === null ? undefined : openings.get(at.log);
      return [
        {
          ...at,
          author: opening?.seat ?? opening?.role ?? null,
          reason: io.words.commandLine.sealFault(scope, fault.type),
        },
      ];
    });
    const problems = [...lacking, ...broken];
    printJson(io, {
      ok: problems.length === 0,
      entries,
      firstBad: problems[0] ?? null,
      problems,
      checkCode,
      seals: seals.map(({ scope, code, fault }) => ({ scope, checkCode: groupedCode(code), ok: fault === null })),
    });
    return problems.length === 0 ? 0 : 1;
  },
};

interface CheckedSeal {
  readonly scope: SealScope;
  readonly code: string;
  readonly fault: ReturnType<typeof sealFault>;
}

function sealsIn(contest: OpenContest): readonly CheckedSeal[] {
  const held = {
    contest: contest.contest(),
    recorded: contest.recorded(),
    log: contest.log,
    hash: nodeCrypto.hash,
    readsAll: readsAll(contest),
  };
  return standingSeals(held.contest).map((seal) => ({
    scope: seal.scope,
    code: seal.code,
    fault: sealFault(seal, held),
  }));
}

function readsAll(contest: OpenContest): boolean {
  if (contest.contest().scoresOpening !== null) return contest.unread() === 0;
  return contest.kind === 'committee' && contest.unreadableDevices().length === 0;
}

function sealedCode(seals: readonly CheckedSeal[]): string | null {
  const whole = seals.find(({ scope }) => scope === wholeContest) ?? (seals.length === 1 ? seals[0] : undefined);
  return whole === undefined ? null : groupedCode(whole.code);
}

/** 80 bits over (log, seq, hash) of every log. */
function codeOfEnds(log: EventLog): string {
  const ends = log.heads().map(({ log: id, seq, hash }) => `${id}:${seq}:${toBase32(hash)}\n`);
  return toBase32(nodeCrypto.hash(new TextEncoder().encode(ends.join(''))).slice(0, 10));
}
