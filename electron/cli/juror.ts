/** `juror`: joins as a seat or goes on with a joined folder, writes given scores, and stays connected until stopped. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { sheetsOfJuror } from '../../shared/domain/score-sheet.ts';
import { decimalSchema } from '../../shared/domain/setup/contest-file.ts';
import { parseGrammar } from '../../shared/domain/setup/contest-grammar.ts';
import { jsonProblem } from '../../shared/domain/setup/contest-parse.ts';
import { idsAs, type ContestantId, type CriterionId, type JurorId } from '../../shared/domain/ids.ts';
import { base32Bytes } from '../../shared/lib/base32.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { parseStrictJson } from '../../shared/lib/strict-json.ts';
import { sayFileProblem } from '../../shared/say/files.ts';
import { saidJoinError, sayJoinRefusal } from '../../shared/say/joining.ts';
import { sayProblems } from '../../shared/say/problems.ts';
import { saidRefusal } from '../../shared/say/refusals.ts';
import type { Words } from '../../shared/say/words.ts';
import { limits } from '../../shared/limits.ts';
import { decodeInvitation, parseTypedAddress } from '../../shared/sync/invitation.ts';
import { hasFingerprint } from '../../shared/sync/join-context.ts';
import { fileProblem } from '../adapters/file-problem.ts';
import { parseShortCode } from '../../shared/sync/short-code.ts';
import { nodeCrypto } from '../adapters/node-crypto.ts';
import { isContestFolder } from '../contest/data-folder.ts';
import type { OpenContest } from '../contest/open-contest.ts';
import { joinContest, type JoinOptions } from '../sync/join-contest.ts';
import type { JurorEvent } from '../../shared/sync/roles/juror.ts';
import { openJurorSide } from '../sync/juror-side.ts';
import {
  parseOptions,
  printJsonLine,
  refuse,
  usageError,
  type Command,
  type CommandIo,
  type Refusal,
} from './command.ts';
import { openFolder } from './open-folder.ts';
import { runUntilStopped } from './running.ts';

/** A list of objects. */
const SCORE_LEVELS = 4;

const scoresSchema = z
  .array(
    z.object({
      contestant: idsAs<ContestantId>(z.string().max(limits.idLength)),
      criterion: idsAs<CriterionId>(z.string().max(limits.idLength)),
      value: z.union([z.string(), z.number().transform(String)]).pipe(decimalSchema),
    }),
  )
  .max(limits.listLength);
type GivenScore = z.output<typeof scoresSchema>[number];

export const jurorCommand: Command = {
  name: 'juror',
  usage: '<dir> [--join HOST[:PORT] --code CODE] [--scores FILE] [--recover]',
  async run(args, io) {
    const options = parseOptions(
      io,
      args,
      { join: { type: 'string' }, code: { type: 'string' }, scores: { type: 'string' }, recover: { type: 'boolean' } },
      1,
    );
    if (options.type === 'wrong-usage') return usageError(io, jurorCommand, options.message);
    const [dir = ''] = options.positionals;
    const { join, code, scores: scoresFile, recover = false } = options.values;
    if ((join === undefined) !== (code === undefined)) {
      return usageError(io, jurorCommand, io.words.commandLine.joinNeedsBoth);
    }
    const scores = scoresFile === undefined ? ok(null) : await readScores(io.words, scoresFile);
    if (!scores.ok) return refuse(io, scores.error);
    const running = runUntilStopped();
    const opened =
      join === undefined || code === undefined || isContestFolder(dir)
        ? await openFolder(dir, recover, io)
        : await joined(io.words, { dir, code, address: join, onWaiting: () => undefined, signal: running.signal });
    if (!opened.ok) {
      running.release();
      if (running.signal.aborted) return 0;
      return refuse(io, opened.error);
    }
    const contest = opened.value;
    const unfit = misfit(io.words, contest, code);
    if (unfit !== null) {
      contest.close();
      running.release();
      return refuse(io, unfit);
    }
    const given = join === undefined ? null : parseTypedAddress(join);
    const side = await openJurorSide(contest, {
      // Without a port it is as remembered from joining.
      ...(given === null || given.port === null ? {} : { address: { host: given.host, port: given.port } }),
      onEvent: (event) => print(io, event),
    });
    await Promise.race([running.stopped, writeScores(contest, scores.value, io, running.signal)]);
    await running.stopped;
    await side.close();
    contest.close();
    running.release();
    return 0;
  },
};

async function joined(words: Words, options: JoinOptions): Promise<Result<OpenContest, Refusal>> {
  const contest = await joinContest(options);
  return contest.ok ? contest : err(saidJoinError(words, contest.error));
}

/** Why this folder cannot be the one that was asked for: another role, or another seat or contest than the invitation's. */
function misfit(words: Words, contest: OpenContest, code: string | undefined): Refusal | null {
  if (contest.kind !== 'juror') {
    return { type: 'wrong-role', message: words.commandLine.isCommittee, problems: [] };
  }
  if (code === undefined) return null;
  // A short code does not say whose contest it is for; the committee has said so when it admitted this folder.
  if (parseShortCode(code) !== null) return null;
  const invitation = decodeInvitation(code);
  if (!invitation.ok) {
    const { type, reason } = invitation.error;
    return { type, message: words.joining.invitation[reason], problems: [] };
  }
  const { seat, fingerprint } = invitation.value;
  const isOfContest = hasFingerprint(nodeCrypto, base32Bytes(contest.committee.signingKey), fingerprint);
  if (isOfContest && contest.writers().some((writer) => writer.seat === seat)) return null;
  return { type: 'wrong-seat', message: words.commandLine.otherSeat, problems: [] };
}

async function readScores(words: Words, file: string): Promise<Result<readonly GivenScore[], Refusal>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const message = words.files.unreadable(file, sayFileProblem(words.files, fileProblem(error)));
    return err({ type: 'unreadable-file', message, problems: [] });
  }
  const value = parseStrictJson(text, SCORE_LEVELS);
  if (!value.ok) {
    const problems = sayProblems(words.problems, value.error.map(jsonProblem));
    return err({ type: 'unreadable-file', message: words.files.notJson(file), problems });
  }
  const parsed = parseGrammar(scoresSchema, value.value);
  if (parsed.ok) return parsed;
  return err({
    type: 'invalid-scores',
    message: words.commandLine.scoresRejected,
    problems: sayProblems(words.problems, parsed.error),
  });
}

/** One durable commit per score, then the complete sheets are locked. What is there already is not written again; without a list nothing is. */
async function writeScores(
  contest: OpenContest,
  scores: readonly GivenScore[] | null,
  io: CommandIo,
  signal: AbortSignal,
): Promise<void> {
  if (scores === null) return;
  const seat = await whenReady(contest, signal);
  for (const { contestant, criterion, value } of scores) {
    if (signal.aborted) return;
    if (hasScore(contest, seat, contestant, criterion, value)) continue;
    const executed = contest.execute({ role: 'seat', seat }, { type: 'set-score', contestant, criterion, value });
    if (executed.ok) {
      const seq = Number(executed.value.refs.at(-1)?.split(':')[1]);
      printJsonLine(io, { event: 'saved', seq, contestant, criterion, value });
    } else printJsonLine(io, { event: 'problem', contestant, criterion, ...saidRefusal(io.words, executed.error) });
    await nextTurn();
  }
  for (const sheet of sheetsOfJuror(contest.contest(), seat)) {
    const isComplete = sheet.state === 'draft' && sheet.rubric.criteria.every(({ id }) => sheet.values.has(id));
    if (!isComplete || signal.aborted) continue;
    const { contestant, stage } = sheet;
    const executed = contest.execute({ role: 'seat', seat }, { type: 'lock-sheet', contestant, stage });
    if (executed.ok) printJsonLine(io, { event: 'locked', contestant, stage });
    else printJsonLine(io, { event: 'problem', ...saidRefusal(io.words, executed.error) });
    await nextTurn();
  }
  if (!signal.aborted) printJsonLine(io, { event: 'done' });
}

/** The seat, once this laptop may write: its log has begun and the contest's setup is here. */
function whenReady(contest: OpenContest, signal: AbortSignal): Promise<JurorId> {
  return new Promise((resolve) => {
    const look = (): void => {
      const [writer] = contest.writers();
      if (writer === undefined || writer.seat === null || writer.log === null) return;
      if (contest.contest().setup === null) return;
      stop();
      resolve(writer.seat);
    };
    const stops = [contest.subscribe(look), contest.onAppended(look)];
    const stop = (): void => {
      for (const each of stops) each();
    };
    signal.addEventListener('abort', stop, { once: true });
    look();
  });
}

function hasScore(
  contest: OpenContest,
  seat: JurorId,
  contestant: ContestantId,
  criterion: CriterionId,
  value: string,
): boolean {
  const heads = contest.contest().facts.get(`${seat}/${contestant}`)?.scores.get(criterion)?.heads ?? [];
  return heads.length === 1 && heads[0]?.value === value;
}

/** Lets the network have its turn between two scores. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function print(io: CommandIo, event: JurorEvent): void {
  switch (event.type) {
    case 'joined':
      return printJsonLine(io, { event: 'joined' });
    case 'acked':
      return printJsonLine(io, { event: 'acked', upTo: event.upTo });
    case 'problem':
      return printJsonLine(io, { event: 'problem', problem: event.problem });
    case 'refused':
      return printJsonLine(io, {
        event: 'problem',
        problem: { type: event.reason, message: sayJoinRefusal(io.words.joining, event) },
      });
    case 'left':
      io.stderr.write(`${io.words.commandLine.disconnected(event.reason)}\n`);
      return;
    case 'changed':
  }
}
