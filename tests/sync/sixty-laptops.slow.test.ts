/** As many laptops as a contest may have jurors, over TLS on loopback: all of them are let in and hold the same. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { planContest } from '../../electron/cli/rehearse-contest.ts';
import { createCommitteeFolder } from '../../electron/contest/new-contest-folder.ts';
import type { OpenContest } from '../../electron/contest/open-contest.ts';
import { openCommitteeSide } from '../../electron/sync/committee-side.ts';
import { joinContest } from '../../electron/sync/join-contest.ts';
import { openJurorSide } from '../../electron/sync/juror-side.ts';
import type { Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import type { JurorEvent } from '../../shared/sync/roles/juror.ts';
import { wordsOf } from '../../shared/say/words.ts';

/** So many type their codes at the same moment, and all of them behind one address. */
const atOnce = 20;

test('[S3] a laptop for every juror that a contest may have is let in, and all of them come back at once', async () => {
  expect(limits.jurors).toBe(60);
  const folder = mkdtempSync(path.join(tmpdir(), 'gelar-sixty-'));
  const { file } = must(await planContest(wordsOf.id, { order: 1, rubric: 1, jurors: limits.jurors }));
  const committee = must(await createCommitteeFolder(path.join(folder, 'panitia'), file));
  const codes = new Map<string, string>();
  const invited = Promise.withResolvers<void>();
  const side = must(
    await openCommitteeSide(committee, {
      words: wordsOf.id.joining,
      host: '127.0.0.1',
      port: 0,
      onEvent: (event) => {
        if (event.type === 'invitation') codes.set(event.seat, event.code);
        if (codes.size === limits.jurors) invited.resolve();
      },
    }),
  );
  await invited.promise;
  side.admitAll.begin();
  const jurors: OpenContest[] = [];
  const waiting = [...codes];
  while (waiting.length > 0) {
    const joined = waiting.splice(0, atOnce).map(([seat, code]) =>
      joinContest({
        dir: path.join(folder, seat),
        code,
        onWaiting: () => undefined,
        signal: AbortSignal.timeout(120_000),
      }),
    );
    jurors.push(...(await Promise.all(joined)).map(must));
  }
  const refusals: JurorEvent[] = [];
  const everybody = Promise.withResolvers<void>();
  const look = () => {
    const isThere = side.devices().every(({ connected }) => connected);
    // Each log on the committee's laptop, its writer's and those that carry it at once; the committee's on all.
    if (isThere && side.laptops() >= 2 + limits.copies) everybody.resolve();
  };
  const sides = await Promise.all(
    jurors.map((juror) =>
      openJurorSide(juror, {
        onEvent: (event) => {
          if (event.type === 'refused' || event.type === 'left') refusals.push(event);
          look();
        },
      }),
    ),
  );
  await everybody.promise;
  expect(refusals).toEqual([]);
  expect(new Set([...committee.contest().devices.values()].map(({ seat }) => seat)).size).toBe(limits.jurors);
  for (const each of sides) await each.close();
  await side.close();
  for (const contest of [...jurors, committee]) contest.close();
  rmSync(folder, { recursive: true });
}, 300_000);

function must<Value, Problem>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
