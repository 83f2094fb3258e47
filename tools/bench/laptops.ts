/**
 * A process full of juror laptops, for who measures the committee's: their folders and connections are real, but what comes
 * from the other jurors is checked, confirmed and not kept, so that the machine is the committee's. Arguments: port, then folders.
 * Says `ready`, connects at `go`, says `joined` when every one of them is in.
 */
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import { openJurorSide } from '../../electron/sync/juror-side.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { ReceiveError } from '../../shared/log/chain.ts';
import { receiveBatch, type Batch, type Received } from '../../shared/log/receive.ts';
import type { EventLog, StoredEntry } from '../../shared/ports.ts';
import { must } from './event.ts';

const [port, ...folders] = process.argv.slice(2);
const contests: OpenContest[] = [];
for (const folder of folders) contests.push(must(await openContestFolder(folder)));
process.on('message', () => void connect());
process.send?.('ready');

async function connect(): Promise<void> {
  let joined = 0;
  const address = { host: '127.0.0.1', port: Number(port) };
  for (const contest of contests) {
    const isIn = { value: false };
    await openJurorSide(checking(contest), {
      address,
      onEvent: ({ type }) => {
        if (type !== 'joined' || isIn.value) return;
        isIn.value = true;
        joined += 1;
        if (joined === contests.length) process.send?.('joined');
      },
    });
  }
}

/** Keeps of the others' logs the first and the last entry alone, as much as the next batch is checked against. */
function checking(contest: OpenContest): OpenContest {
  const ends = new Map<string, { readonly first: StoredEntry; readonly last: StoredEntry }>();
  const { log } = contest;
  const held: EventLog = {
    heads: () => [...log.heads().filter((head) => !ends.has(head.log)), ...[...ends.values()].map(({ last }) => last)],
    head: (id) => ends.get(id)?.last ?? log.head(id),
    read: (id, afterSeq, most) => {
      const end = ends.get(id);
      if (end === undefined || afterSeq < (log.head(id)?.seq ?? 0)) return log.read(id, afterSeq, most);
      return [end.first, end.last].filter(({ seq }) => seq > afterSeq && seq === afterSeq + 1).slice(0, 1);
    },
    append: () => undefined,
  };
  return { ...contest, log: held, receiveAll: (batches) => batches.map(take) };

  function take(batch: Batch): Result<Received, ReceiveError> {
    const received = receiveBatch(held, nodeCrypto, batch, { follow: true });
    const first = received.ok ? received.value.fresh[0] : undefined;
    const last = received.ok ? received.value.fresh.at(-1) : undefined;
    if (first !== undefined && last !== undefined)
      ends.set(batch.log, { first: ends.get(batch.log)?.first ?? first, last });
    return received;
  }
}
