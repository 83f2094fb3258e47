import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inFolder } from '../support/shell-harness.ts';

test('[L11] when the disk takes nothing more, the line at the foot is told so at once, and goes on saying it', async () => {
  await inFolder((folder) => {
    const script = path.resolve('tests/support/shell-until-refused.ts');
    const command = `ulimit -f 1024; exec "${process.execPath}" "${script}" "${folder}"`;
    const run = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    const said = JSON.parse(run.stdout) as { confirmed: number; before: object; told: object; after: object };
    expect(said.confirmed).toBeGreaterThan(0);
    expect(said.before).not.toHaveProperty('diskRefuses');
    expect(said.told).toMatchObject({ diskRefuses: true });
    expect(said.after).toMatchObject({ diskRefuses: true });
    return Promise.resolve();
  });
});
