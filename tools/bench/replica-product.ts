/** The product's side of workload W: the committee's role as the command line runs it, and jurors' laptops that keep what they get. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import { openCommitteeSide } from '../../electron/sync/committee-side.ts';
import { openJurorSide } from '../../electron/sync/juror-side.ts';
import { present } from '../../shared/lib/assert.ts';
import type { LogHead } from '../../shared/ports.ts';
import { must } from './event.ts';
import type { HubReplica, OtherReplicas, ReplicaSetting } from './replica.ts';
import { wordsOf } from '../../shared/say/words.ts';
import type { JurorRole } from '../../shared/sync/roles/juror.ts';

export async function openProductHub({ folders, entries, holders }: ReplicaSetting): Promise<HubReplica> {
  const [dir = ''] = folders;
  const contest = must(await openContestFolder(dir));
  const side = must(
    await openCommitteeSide(contest, {
      words: wordsOf.id.joining,
      host: '127.0.0.1',
      port: 0,
      onEvent: () => undefined,
    }),
  );
  const own = new Set(contest.writers().map(({ log }) => log));
  const held = (): number => contest.log.heads().reduce((sum, { log, seq }) => sum + (own.has(log) ? 0 : seq), 0);
  return {
    port: side.port,
    isSettled: () => held() >= entries && side.laptops() >= holders,
    close: async () => {
      await side.close();
      contest.close();
      return folderBytes(dir);
    },
  };
}

export async function openProductOthers(setting: ReplicaSetting): Promise<OtherReplicas> {
  const { folders, holders } = setting;
  let onStored = (): void => undefined;
  const contests: OpenContest[] = [];
  for (const folder of folders) contests.push(telling(must(await openContestFolder(folder)), () => onStored()));
  const [writer, ...others] = contests;
  const sides: JurorRole[] = [];
  return {
    connect: async (port) => {
      const address = { host: '127.0.0.1', port };
      for (const contest of contests) sides.push(await openJurorSide(contest, { address, onEvent: () => undefined }));
    },
    // The hub is told by each of them what it has stored.
    isSettled: () => true,
    give: (position) =>
      new Promise((resolve) => {
        const begun = performance.now();
        const end = writeScore(writer, position);
        // What comes over the hub is on its disk already.
        onStored = () => {
          const held = others.filter(({ log }) => (log.head(end.log)?.seq ?? 0) >= end.seq).length;
          if (held >= holders - 2) resolve(performance.now() - begun);
        };
      }),
    close: async () => {
      for (const side of sides) await side.close();
      for (const contest of contests) contest.close();
      return folders.map(folderBytes);
    },
  };
}

/** Says when something that has come is on the disk. */
function telling(contest: OpenContest, onStored: () => void): OpenContest {
  return {
    ...contest,
    receiveAll: (batches) => {
      const received = contest.receiveAll(batches);
      onStored();
      return received;
    },
  };
}

function writeScore(contest: OpenContest | undefined, position: number): LogHead {
  const { log = null, seat = null } = contest?.writers()[0] ?? {};
  const setup = contest?.contest().setup;
  if (contest === undefined || log === null || seat === null) throw new Error('a laptop has to write');
  const contestant = setup?.contestants[position % setup.contestants.length]?.id ?? '';
  const criterion = setup?.rubrics[0]?.criteria[0]?.id ?? '';
  const command = { type: 'set-score', contestant, criterion, value: String(position + 1) } as const;
  must(contest.execute({ role: 'seat', seat }, command));
  return present(contest.log.head(log), 'a score was written');
}

function folderBytes(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0);
}
