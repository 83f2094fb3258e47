/**
 * How often the disk is asked to keep something for one score: by `strace` where there is one, else counted at the functions
 * that ask. Yardstick: one, the transaction's own; the ends beside the database are the second.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Benchmark } from './benchmark.ts';
import { makeEvent } from './event.ts';
import { figureBeside } from './measure.ts';

export const disk: Benchmark = {
  name: 'disk',
  about: 'requests to the disk (fsync, fdatasync) per score, beside one transaction each',
  rounds: 3,
  async run({ scale, rounds, folder }) {
    const scores = scale === 'small' ? 3 : 200;
    const counts: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const event = await makeEvent(path.join(folder, String(round)), {
        jurors: 1,
        contestants: 10,
        criteria: 20,
        open: true,
      });
      const dir = event.jurors.get(event.file.jurors[0]?.id ?? '') ?? '';
      const report = path.join(folder, `${round}.strace`);
      // What opening and closing ask is no matter of a score.
      const around = requestsOf(dir, 0, report);
      counts.push((requestsOf(dir, scores, report) - around) / scores);
    }
    const one = counts.map(() => 1);
    return [figureBeside('requests per score', 'requests', counts, 'one transaction', one)];
  },
};

function requestsOf(dir: string, scores: number, report: string): number {
  const script = [path.join(import.meta.dirname, 'score.ts'), dir, String(scores)];
  const traced = spawnSync('strace', ['-f', '-e', 'trace=fsync,fdatasync', '-o', report, process.execPath, ...script], {
    encoding: 'utf8',
  });
  if (traced.status === 0)
    return readFileSync(report, 'utf8')
      .split('\n')
      .filter((line) => /\bf(data)?sync\(/.test(line)).length;
  const plain = spawnSync(process.execPath, [...script, '--count'], { encoding: 'utf8' });
  if (plain.status !== 0) throw new Error(plain.stderr);
  return Number(plain.stdout);
}
