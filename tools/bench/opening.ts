/**
 * Opening a folder with everything of an event in it. Yardstick: reading every row, SHA-256 of it, and one Ed25519 verification
 * per log. Also with half the entries and with half the logs: both should cost half.
 */
import Database from 'better-sqlite3';
import { createHash, createPublicKey, verify } from 'node:crypto';
import path from 'node:path';
import { databaseFile } from '../../electron/contest/data-folder.ts';
import { openContestFolder } from '../../electron/contest/open-contest.ts';
import type { Benchmark } from './benchmark.ts';
import { deliver, deliverToJuror, makeEvent, must, type EventSize } from './event.ts';
import { inTurns, type Side } from './measure.ts';

const sizes = {
  full: { jurors: 15, contestants: 52, criteria: 20 },
  small: { jurors: 4, contestants: 2, criteria: 2 },
} as const;

export const opening: Benchmark = {
  name: 'opening',
  about: "opening the committee's and a juror's folder, beside reading, hashing and one signature per log",
  rounds: 7,
  async run({ scale, rounds, folder }) {
    const size = sizes[scale];
    const whole = await made(path.join(folder, 'whole'), size);
    const fewEntries = await made(path.join(folder, 'entries'), { ...size, contestants: size.contestants / 2 });
    const fewLogs = await made(path.join(folder, 'logs'), { ...size, jurors: Math.floor(size.jurors / 2) });
    const juror = await deliverToJuror(whole, whole.file.jurors[0]?.id ?? '');
    const entries = `${whole.entries} entries of ${size.jurors} jurors`;
    return inTurns(
      rounds,
      { name: `reading, hashing, one signature per log (${entries})`, run: () => readAll(whole.committee) },
      [
        openingOf(`the committee's folder (${entries})`, whole.committee),
        openingOf(`a juror's folder (${entries})`, juror),
        openingOf(`the committee's folder, half the entries (${fewEntries.entries})`, fewEntries.committee),
        openingOf(`the committee's folder, half the logs (${fewLogs.entries} entries)`, fewLogs.committee),
      ],
    );
  },
};

async function made(folder: string, size: EventSize) {
  const event = await makeEvent(folder, size);
  await deliver(event);
  return event;
}

function openingOf(name: string, dir: string): Side {
  return {
    name,
    run: async () => must(await openContestFolder(dir, { readOnly: true })).close(),
  };
}

/** A key of its own: what is signed is not looked at, only as much work done as there is. */
function readAll(dir: string): void {
  const database = new Database(databaseFile(dir), { readonly: true });
  const rows = database.prepare<[], { log: string; bytes: Buffer; signature: Buffer | null }>(
    'SELECT log, bytes, signature FROM entry ORDER BY log, seq',
  );
  const last = new Map<string, { bytes: Buffer; signature: Buffer | null }>();
  for (const row of rows.all()) {
    createHash('sha256').update(row.bytes).digest();
    last.set(row.log, row);
  }
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.alloc(32, 7)]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  for (const { bytes, signature } of last.values()) verify(null, bytes, key, signature ?? Buffer.alloc(64));
  database.close();
}
