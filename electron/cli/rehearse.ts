/**
 * `rehearse`: a whole event on this machine. One committee process and one process per juror over loopback TLS, random
 * scores from a seed with one durable commit each, until every folder holds the same; then ranking and workbook.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import type { JurorId, LogId } from '../../shared/domain/ids.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import { limits } from '../../shared/limits.ts';
import type { EventLog } from '../../shared/ports.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { usualLanguage } from '../../shared/say/language.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { openSqliteLog } from '../adapters/sqlite-log.ts';
import { writeWorkbook } from '../adapters/workbook-writer.ts';
import { databaseFile } from '../contest/data-folder.ts';
import { createCommitteeFolder } from '../contest/new-contest-folder.ts';
import { openContestFolder } from '../contest/open-contest.ts';
import { startCli, type CliChild } from './child-process.ts';
import { parseOptions, printJson, refuse, refuseFolder, usageError, type Command, type CommandIo } from './command.ts';
import { planContest, randomScores, seededNumbers, type RandomScore } from './rehearse-contest.ts';

const LOOK_MS = 100;

export const rehearseCommand: Command = {
  name: 'rehearse',
  usage: '(--order SHEET or --contestants N) (--rubric TEMPLATE or --criteria N) --jurors N --out DIR [--seed S]',
  async run(args, io) {
    const text = { type: 'string' } as const;
    const flags = { order: text, contestants: text, rubric: text, criteria: text, jurors: text, out: text, seed: text };
    const options = parseOptions(io, args, flags, 0);
    if (options.type === 'wrong-usage') return usageError(io, rehearseCommand, options.message);
    const { values } = options;
    const order = values.order ?? count(values.contestants, limits.contestants);
    const rubric = values.rubric ?? count(values.criteria, limits.criteriaPerRubric);
    const jurors = count(values.jurors, limits.jurors);
    const seed = values.seed === undefined ? 1 : count(values.seed, 0xffff_ffff);
    const { out } = values;
    const isAmbiguous =
      (values.order !== undefined && values.contestants !== undefined) ||
      (values.rubric !== undefined && values.criteria !== undefined);
    if (isAmbiguous || order === null || rubric === null || jurors === null || seed === null || out === undefined) {
      return usageError(io, rehearseCommand, io.words.commandLine.rehearsalArguments);
    }
    const planned = await planContest(io.words, { order, rubric, jurors });
    if (!planned.ok) return refuse(io, { problems: [], ...planned.error });
    const { file, leftOut } = planned.value;
    const created = await createCommitteeFolder(path.join(out, 'panitia'), file, {
      machine: io.words.commandLine.committeeMachine,
    });
    if (!created.ok) return refuseFolder(io, created.error);
    created.value.close();
    const scores = writeScoreFiles(file, out, seed);
    const network = await play(file, out, io);
    const finished = await finish(out);
    return printJson(io, {
      contestants: file.contestants.length,
      jurors,
      scores,
      seconds: { ...network, ...finished.seconds },
      leftOut,
      files: finished.files,
    });
  },
};

function count(text: string | undefined, most: number): number | null {
  const value = Number(text);
  return text !== undefined && /^\d+$/.test(text) && value >= 1 && value <= most ? value : null;
}

/** The random scores of every juror as files; their number. */
function writeScoreFiles(file: ContestFile, out: string, seed: number): number {
  const next = seededNumbers(seed);
  mkdirSync(out, { recursive: true });
  const lists = file.jurors.map((juror): readonly RandomScore[] => {
    const scores = randomScores(file, juror, next);
    writeFileSync(scoreFile(out, juror.id), JSON.stringify(scores));
    return scores;
  });
  return lists.reduce((sum, scores) => sum + scores.length, 0);
}

/** Joins, enters and converges, in real processes. */
async function play(file: ContestFile, out: string, io: CommandIo) {
  const begun = performance.now();
  const children: CliChild[] = [];
  try {
    const codes = new Map<string, string>();
    const invited = Promise.withResolvers<null>();
    const committee = startCli(
      ['committee', path.join(out, 'panitia'), '--host', '127.0.0.1', '--admit-all'],
      (event) => {
        if (event['event'] === 'problem') io.stderr.write(`${JSON.stringify(event)}\n`);
        if (event['event'] !== 'invitation') return;
        codes.set(String(event['seat']), String(event['code']));
        if (codes.size === file.jurors.length) invited.resolve(null);
      },
    );
    children.push(committee);
    const { port } = await committee.event('listening');
    await Promise.race([invited.promise, committee.event('never')]);
    const jurors = file.jurors.map(({ id }) => {
      const join = ['--join', `127.0.0.1:${String(port)}`, '--code', codes.get(id) ?? ''];
      const juror = startCli(['juror', path.join(out, id), ...join, '--scores', scoreFile(out, id)], (event) => {
        if (event['event'] === 'problem') io.stderr.write(`${id} ${JSON.stringify(event)}\n`);
      });
      children.push(juror);
      return juror;
    });
    await Promise.all(jurors.map((juror) => juror.event('joined')));
    const joined = performance.now();
    await Promise.all(jurors.map((juror) => juror.event('done')));
    const entered = performance.now();
    const copies = file.contest.copies ?? limits.copies;
    await untilSafe(
      path.join(out, 'panitia'),
      file.jurors.map(({ id }) => path.join(out, id)),
      copies,
    );
    const converged = performance.now();
    return {
      join: seconds(joined - begun),
      entry: seconds(entered - joined),
      converge: seconds(converged - entered),
    };
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
}

/** Until the committee's folder holds everything, and each log also stands on its writer's laptop and on as many others as it should. */
async function untilSafe(committee: string, jurors: readonly string[], copies: number): Promise<void> {
  const [hub, ...others] = [committee, ...jurors].map((folder) =>
    openSqliteLog(databaseFile(folder), { readOnly: true }),
  );
  if (hub === undefined) return;
  const wanted = jurors.length <= limits.jurorsWithAllCopies ? jurors.length : 1 + copies;
  const endsOf = (log: EventLog) =>
    new Map(log.heads().map(({ log: id, seq, hash }) => [id, { seq, name: toBase32(hash) }]));
  const isSafe = (): boolean => {
    const held = endsOf(hub);
    const elsewhere = others.map(endsOf);
    // What goes on to everybody else may be on its way still (S22).
    const isKnown = elsewhere.every((logs) => [...logs].every(([id, { seq }]) => seq <= (held.get(id)?.seq ?? 0)));
    const holders = (id: LogId, name: string) => elsewhere.filter((logs) => logs.get(id)?.name === name).length;
    return isKnown && [...held].every(([id, { name }]) => holders(id, name) >= wanted);
  };
  try {
    while (!isSafe()) {
      await new Promise((resolve) => {
        setTimeout(resolve, LOOK_MS);
      });
    }
  } finally {
    for (const log of [hub, ...others]) log.close();
  }
}

/** Ranking and workbook from the committee's folder. */
async function finish(out: string) {
  const opened = await openContestFolder(path.join(out, 'panitia'), { readOnly: true });
  if (!opened.ok) throw new Error(opened.error.type);
  const file = toContestFile(opened.value.contest());
  opened.value.close();
  const begun = performance.now();
  const ranking = rankContest(file);
  const ranked = performance.now();
  const workbook = path.join(out, 'rekap.xlsx');
  const contestFile = path.join(out, 'lomba.json');
  await writeWorkbook(contestWorkbook(file, ranking, wordsOf[usualLanguage]), workbook);
  const written = performance.now();
  writeFileSync(contestFile, `${JSON.stringify(file, null, 1)}\n`);
  return {
    seconds: { rank: seconds(ranked - begun), workbook: seconds(written - ranked) },
    files: [workbook, contestFile],
  };
}

function scoreFile(out: string, juror: JurorId): string {
  return path.join(out, `nilai-${juror}.json`);
}

function seconds(ms: number): number {
  return Math.round(ms) / 1000;
}
