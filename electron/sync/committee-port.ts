/** The committee's laptop listens where it listened last: printed invitations and the jurors' laptops know that port. */
import type { Result } from '../../shared/lib/result.ts';
import type { ListenError } from '../../shared/say/joining.ts';
import { limits } from '../../shared/limits.ts';
import { isEverywhere } from '../adapters/network-addresses.ts';
import type { OpenContest } from '../contest/open-contest.ts';
import type { JsonFile } from '../adapters/files/json-file.ts';
import type { FolderSettings } from '../adapters/files/settings.ts';
import { openCommitteeSide, type CommitteeSide, type CommitteeSideOptions } from './committee-side.ts';

/** `port` absent: the last one, else the usual one, else any; 0: any. */
export async function openCommitteeAtPort(
  contest: OpenContest,
  settings: JsonFile<FolderSettings>,
  { port: wanted, ...options }: Omit<CommitteeSideOptions, 'port'> & { readonly port?: number | undefined },
): Promise<Result<CommitteeSide, ListenError>> {
  const remembered = settings.get().port;
  // Who types an address without a port means the usual one; on this laptop alone nobody does.
  const usual = isEverywhere(options.host ?? '0.0.0.0') ? limits.committeePort : 0;
  let opened = await openCommitteeSide(contest, { ...options, port: wanted ?? remembered ?? usual });
  // That port may be somebody else's by now: any free one is better than none.
  if (!opened.ok && wanted === undefined && (remembered !== null || usual !== 0)) {
    opened = await openCommitteeSide(contest, { ...options, port: 0 });
  }
  if (opened.ok) settings.set({ ...settings.get(), port: opened.value.port });
  return opened;
}
