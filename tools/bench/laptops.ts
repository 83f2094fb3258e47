/**
 * A process full of juror laptops, for who measures the committee's: their folders and connections are real, but what comes
 * from the other jurors is confirmed unread, so that the machine is the committee's. Arguments: port, then folders.
 * Says `ready`, connects at `go`, says `joined` when every one of them is in.
 */
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import { openJurorSide } from '../../electron/sync/juror-side.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { decodeEnvelope } from '../../shared/log/entry.ts';
import type { ReceiveError } from '../../shared/log/chain.ts';
import type { Batch, Received } from '../../shared/log/receive.ts';
import type { StoredEntry } from '../../shared/ports.ts';
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
    await openJurorSide(trusting(contest), {
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

/** Holds of the others' logs what it was told last, and nothing else. */
function trusting(contest: OpenContest): OpenContest {
  const told = new Map<string, StoredEntry>();
  const { log } = contest;
  return {
    ...contest,
    log: {
      ...log,
      heads: () => [...log.heads().filter((head) => !told.has(head.log)), ...told.values()],
      head: (id) => told.get(id) ?? log.head(id),
      read: (id, afterSeq, most) => {
        const last = told.get(id);
        return last === undefined || last.seq !== afterSeq + 1 ? log.read(id, afterSeq, most) : [last];
      },
    },
    receiveAll: (batches) => batches.map(take),
  };

  function take({ log: id, entries, signature }: Batch): Result<Received, ReceiveError> {
    const bytes = entries.at(-1) ?? new Uint8Array(0);
    const envelope = decodeEnvelope(bytes);
    if (envelope === null) return { ok: false, error: { type: 'malformed', log: id, seq: 0 } };
    const end = { seq: envelope.seq, hash: nodeCrypto.hash(bytes) };
    if (end.seq > (told.get(id)?.seq ?? 0)) told.set(id, { log: id, bytes, signature, ...end });
    return ok({ origin: envelope.log, fresh: [], moves: [], forkedAt: null, end });
  }
}
