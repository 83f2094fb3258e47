/** Run as a process of its own under a limit on the size of files: appends to a log until it takes no more, and prints what happened. */
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { openSqliteLog } from '../../electron/adapters/sqlite-log.ts';

const file = process.argv[2] ?? '';
const id = 'a'.repeat(26);
const log = openSqliteLog(file);
let confirmed = 0;
try {
  while (confirmed < 100_000) {
    log.append(Array.from({ length: 1000 }, (_, index) => entry(confirmed + index + 1)));
    confirmed += 1000;
  }
} catch {
  // This is what the test waits for.
}
const outcome = { confirmed, held: log.head(id)?.seq, isWritable: log.isWritable() };
log.close();
const again = openSqliteLog(file);
process.stdout.write(JSON.stringify({ ...outcome, reopened: again.head(id)?.seq, whole: again.integrityProblems() }));
again.close();

function entry(seq: number) {
  const bytes = new Uint8Array(1000).fill(seq % 256);
  return { log: id, seq, bytes, hash: nodeCrypto.hash(bytes), signature: new Uint8Array(64) };
}
