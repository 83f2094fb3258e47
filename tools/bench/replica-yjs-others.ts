/** The jurors' replicas of Yjs, with the same scores as the product's side. */
import { WebSocket } from 'ws';
import type { Doc } from 'yjs';
import { planContest, randomScores, seededNumbers } from '../../electron/cli/rehearse-contest.ts';
import { must } from './event.ts';
import { link, openReplica, scoresIn } from './replica-yjs.ts';
import type { OtherReplicas, ReplicaSetting } from './replica.ts';
import { wordsOf } from '../../shared/say/words.ts';

export async function openYjsOthers(setting: ReplicaSetting): Promise<OtherReplicas> {
  const { folders, contestants, criteria, entries } = setting;
  const { file } = must(
    await planContest(wordsOf.id, { order: contestants, rubric: criteria, jurors: folders.length }),
  );
  const replicas = folders.map((_, position) => openReplica(setting, position));
  const next = seededNumbers(1);
  for (const [position, juror] of file.jurors.entries()) {
    const replica = replicas[position];
    const scores = randomScores(file, juror, next);
    replica?.together(() => {
      for (const { contestant, criterion, value } of scores)
        replica.doc.getMap(juror.id).set(`${contestant}/${criterion}`, value);
    });
  }
  const sockets: WebSocket[] = [];
  const docs = replicas.map(({ doc }) => doc);
  const missing = new Set(docs);
  return {
    connect: async (port) => {
      for (const doc of docs) {
        const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
        sockets.push(socket);
        link(doc, socket);
      }
    },
    isSettled: () => {
      for (const doc of missing) if (scoresIn(doc) >= entries) missing.delete(doc);
      return missing.size === 0;
    },
    give: (position) => give(docs, file.jurors[0]?.id ?? '', position),
    close: async () => {
      for (const socket of sockets) socket.terminate();
      return replicas.map((replica) => replica.close());
    },
  };
}

function give([writer, ...others]: readonly Doc[], juror: string, position: number): Promise<number> {
  return new Promise((resolve) => {
    let waiting = others.length;
    const begun = performance.now();
    for (const other of others) {
      other.once('update', () => {
        waiting -= 1;
        if (waiting === 0) resolve(performance.now() - begun);
      });
    }
    writer?.getMap(juror).set(`live/${position}`, String(position));
  });
}
