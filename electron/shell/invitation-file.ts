/**
 * An invitation as a file on a USB stick, opened by a double click (rule S21): the long invitation and whose it is. What
 * stands in it is checked like anything a stranger wrote; only the code counts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { OpenedInvitation } from '../../shared/ipc/joining.ts';
import type { Invitation } from '../../shared/ipc/network.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import { decodeInvitation, formatAddress } from '../../shared/sync/invitation.ts';
import type { Words } from '../../shared/say/words.ts';
import { idFrom } from '../../shared/domain/ids.ts';
import { fileNameFrom } from './file-names.ts';
import type { FileKind } from './ports.ts';
import { refuseShell } from './refuse.ts';

const invitationExtension = 'gelarjuri';
export const invitationFileKind = ({ application }: Words): FileKind => ({
  name: application.dialogs.kinds.invitation,
  extensions: [invitationExtension],
});

const MOST_BYTES = 16 * 1024;
const fileSchema = z.object({
  format: z.literal('gelar-juri/invitation@1'),
  contest: z.string().max(limits.titleLength),
  seatName: z.string().max(limits.nameLength),
  code: z.string().max(2000),
});

/** One file for each, named after its seat. @throws when the disk refuses. */
export function writeInvitationFiles(
  { application }: Words,
  folder: string,
  contest: string,
  invitations: readonly Invitation[],
): void {
  mkdirSync(folder, { recursive: true });
  for (const { shortCode, seatName, code } of invitations) {
    const content: z.output<typeof fileSchema> = { format: 'gelar-juri/invitation@1', contest, seatName, code };
    const [number = ''] = shortCode.split('-');
    const name = `${fileNameFrom(application.names.invitationFile(number, seatName))}.${invitationExtension}`;
    writeFileSync(path.join(folder, name), `${JSON.stringify(content, null, 1)}\n`, { mode: 0o600 });
  }
}

export async function readInvitationFile(words: Words, file: string): Promise<Result<OpenedInvitation, ShellError>> {
  const text = await readBounded(file);
  if (text === null) return unreadable(words);
  const parsed = fileSchema.safeParse(jsonOf(text));
  if (!parsed.success) return unreadable(words);
  const { contest, seatName, code } = parsed.data;
  const read = readLongInvitation(words, code);
  return read.ok ? ok({ ...read.value, contest, seatName }) : read;
}

/** What the text of a long invitation says. */
export function readLongInvitation(words: Words, code: string): Result<OpenedInvitation, ShellError> {
  const read = decodeInvitation(code);
  if (!read.ok) return refuseShell(read.error.type, words.joining.invitation[read.error.reason]);
  const { host, port, seat, fingerprint } = read.value;
  const device = idFrom.device(toBase32(fingerprint));
  return ok({ code, address: formatAddress(host, port), seat, device, contest: null, seatName: null });
}

/** The file that a person double-clicked, among the words the program was started with; null: none. */
export function invitationIn(parts: readonly string[]): string | null {
  return (
    parts.findLast((word) => word.toLowerCase().endsWith(`.${invitationExtension}`) && !word.startsWith('-')) ?? null
  );
}

async function readBounded(file: string): Promise<string | null> {
  try {
    const handle = await open(file, 'r');
    try {
      if (!(await handle.stat()).isFile()) return null;
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_BYTES + 1), 0, MOST_BYTES + 1, 0);
      return bytesRead > MOST_BYTES ? null : buffer.subarray(0, bytesRead).toString('utf8');
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unreadable({ application }: Words) {
  return refuseShell('unreadable-invitation', application.refused.notInvitation);
}
