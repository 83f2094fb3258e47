/** The events that the contact sheets look at: the sample in the middle of its day and at its end, and one as large and as wordy as they come. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createCommitteeFolder } from '../../electron/contest/new-contest-folder.ts';
import type { OpenContest } from '../../electron/contest/open-contest.ts';
import { performanceOrder, setupOf } from '../../shared/domain/contest.ts';
import { parseContestFile } from '../../shared/domain/setup/contest-parse.ts';
import type { ContestFile, Criterion } from '../../shared/domain/setup/contest-file.ts';
import { must } from '../bench/event.ts';
import { root } from '../project.mjs';

export interface Events {
  /** Half of the groups are locked, one is on: two jurors are at it, the third may lock. */
  readonly day: string;
  /** Everything is locked; three groups of the last category are equal in everything. */
  readonly done: string;
  /** 52 groups with names of 75 letters and units of 130, 15 jurors, 20 criteria. */
  readonly large: string;
}

type State = 'locked' | 'whole' | 'draft' | 'none';

const firstOfEqual = 9;

export async function makeEvents(folder: string): Promise<Events> {
  const sample = readSample();
  const large = enlarged(sample);
  return {
    day: await make(path.join(folder, 'hari'), sample, 6, (group, juror) =>
      group === 6 && juror === 2 ? 'whole' : dayState(group, 6, juror < 2),
    ),
    done: await make(path.join(folder, 'selesai'), sample, 11, () => 'locked'),
    large: await make(path.join(folder, 'besar'), large, 30, (group, juror) =>
      group < 30 && (group * juror) % 41 === 7 ? 'none' : dayState(group, 30, juror % 3 === 0),
    ),
  };
}

function dayState(group: number, current: number, isBegun: boolean): State {
  if (group < current) return 'locked';
  return group === current && isBegun ? 'draft' : 'none';
}

function readSample(): ContestFile {
  const file = path.join(root, 'resources/sample/contoh-tiga-kategori.json');
  return { ...must(parseContestFile(JSON.parse(readFileSync(file, 'utf8')))), scores: [] };
}

function enlarged(sample: ContestFile): ContestFile {
  const [juror] = sample.jurors;
  const [contestant] = sample.contestants;
  if (juror === undefined || contestant === undefined) throw new Error('the sample has both');
  return {
    ...sample,
    awards: [],
    jurors: Array.from({ length: 15 }, (_, at) => ({
      ...juror,
      id: `j${at + 1}`,
      name: at === 3 ? 'Prof. Dr. Ir. Juri Empat Bernama Sangat Panjang (contoh), M.Si.' : `Juri ${at + 1} (contoh)`,
      chair: at === 0,
    })),
    contestants: Array.from({ length: 52 }, (_, at) => ({
      ...contestant,
      id: `k${at + 1}`,
      number: at + 1,
      name: `KBK Sinergi Inovasi Pelayanan Terpadu Masyarakat Sejahtera Mandiri ${at + 1} Raya`.slice(0, 75),
      unit: `Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak Kabupaten Kepulauan Contoh Wilayah ${at + 1}`.slice(
        0,
        130,
      ),
      category: sample.categories[at % sample.categories.length]?.id ?? '',
      status: 'waiting' as const,
    })),
    rubrics: sample.rubrics.map((rubric) => ({ ...rubric, criteria: twenty(rubric.criteria) })),
    rules: { ...sample.rules, tieBreak: [] },
    recusals: [],
    absences: [],
    penalties: [],
    decisions: [],
  };
}

function twenty(criteria: readonly Criterion[]): Criterion[] {
  return Array.from({ length: 20 }, (_, at) => {
    const criterion = criteria[at % criteria.length];
    if (criterion === undefined) throw new Error('a rubric has criteria');
    return { ...criterion, id: `${criterion.id}-${at}`, name: `${criterion.name} (${at + 1})`, weight: '5' };
  });
}

/** `shown`: the group that is on, by its place in the order. All jurors sit at this laptop. */
async function make(
  dir: string,
  file: ContestFile,
  shown: number,
  stateOf: (group: number, juror: number) => State,
): Promise<string> {
  const contest = must(await createCommitteeFolder(dir, file));
  const setup = setupOf(contest.contest());
  for (const { id } of setup.jurors) must(await contest.addLocalSeat(id));
  const stage = setup.stages.at(-1)?.id ?? '';
  const groups = performanceOrder(setup.contestants).filter(({ status }) => status !== 'exhibition');
  const isSmall = groups.length < 20;
  for (const [group, { id }] of groups.entries()) {
    if (group <= shown) must(contest.execute({ role: 'committee' }, { type: 'show-stage', contestant: id, stage }));
    for (const [juror, { id: seat }] of setup.jurors.entries()) {
      const marked = isSmall ? Math.min(group, firstOfEqual) : group;
      fill(contest, seat, id, stage, stateOf(group, juror), marked, juror);
    }
  }
  await contest.keysSettled();
  contest.close();
  return dir;
}

function fill(
  contest: OpenContest,
  seat: string,
  contestant: string,
  stage: string,
  state: State,
  group: number,
  juror: number,
): void {
  if (state === 'none') return;
  const { rubrics } = setupOf(contest.contest());
  const criteria = rubrics.find((rubric) => rubric.stage === stage)?.criteria ?? [];
  const actor = { role: 'seat', seat } as const;
  const count = state === 'draft' ? Math.ceil(criteria.length / 2) : criteria.length;
  for (const [at, { id, min, max }] of criteria.slice(0, count).entries()) {
    const share = 0.55 + ((group * 11 + juror * 7 + at * 5 + group * at * 2) % 37) / 100;
    const value = String(Math.round(Number(min) + (Number(max) - Number(min)) * share));
    must(contest.execute(actor, { type: 'set-score', contestant, criterion: id, value }));
  }
  if (state === 'locked') must(contest.execute(actor, { type: 'lock-sheet', contestant, stage }));
}
