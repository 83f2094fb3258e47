/** The folders that the application is opened with: an event of 52 groups, 15 jurors and 20 criteria, made by the real core. */
import { cpSync } from 'node:fs';
import path from 'node:path';
import type { Scale } from './benchmark.ts';
import { deliver, deliverToJuror, makeEvent } from './event.ts';

export interface AppFolders {
  /** A juror's laptop that has scored nothing. */
  readonly juror: string;
  readonly jurorWithScores: string;
  /** Everybody's scores. */
  readonly committee: string;
}

export async function appFolders(folder: string, scale: Scale): Promise<AppFolders> {
  const size =
    scale === 'small' ? { jurors: 2, contestants: 3, criteria: 4 } : { jurors: 15, contestants: 52, criteria: 20 };
  const event = await makeEvent(path.join(folder, 'penuh'), size);
  const seat = event.file.jurors[0]?.id ?? '';
  await deliver(event);
  const jurorWithScores = await deliverToJuror(event, seat);
  const begun = await makeEvent(path.join(folder, 'mulai'), { ...size, jurors: 1, scores: false });
  const juror = path.join(folder, 'juri');
  cpSync(begun.jurors.get(begun.file.jurors[0]?.id ?? '') ?? '', juror, { recursive: true });
  return { juror, jurorWithScores, committee: event.committee };
}
