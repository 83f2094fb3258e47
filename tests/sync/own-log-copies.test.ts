/** What a juror reads as safe: entries that the committee has proven to hold, and no number of another branch. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeTimers } from '../../electron/sync/role-ports.ts';
import { present } from '../../shared/lib/assert.ts';
import { createOwnLogCopies } from '../../shared/sync/roles/own-log-copies.ts';
import { createLink } from '../../shared/sync/step.ts';
import { twoLaptops, type TwoLaptops } from '../support/two-laptops.ts';

let dir: string;
let laptops: TwoLaptops;

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'gelar-copies-'));
  laptops = await twoLaptops(dir, 3);
});

afterEach(() => {
  laptops.committee.close();
  laptops.juror.close();
  rmSync(dir, { recursive: true });
});

test('[S7] where a copy of the folder has gone on with the log, the number of its branch confirms nothing of this one', () => {
  const { juror, log } = laptops;
  const told: number[] = [];
  const memory = { confirmed: () => 0, keepConfirmed: () => undefined };
  const copies = createOwnLogCopies(juror, nodeTimers, memory, (upTo) => told.push(upTo));
  const { seq, hash } = present(juror.log.head(log), 'the own log');
  const link = createLink();
  link.application = 'uji';
  const other = new Uint8Array(32).fill(1);
  for (const their of [seq, seq + 2]) {
    link.their.set(log, { seq: their, hash: other });
    copies.heard(link);
    expect([copies.atCommittee(), copies.laptops(link)]).toEqual([0, 1]);
  }
  link.their.set(log, { seq, hash });
  copies.heard(link);
  expect([copies.atCommittee(), copies.laptops(link), told]).toEqual([seq, 2, [seq]]);
  copies.close();
});
