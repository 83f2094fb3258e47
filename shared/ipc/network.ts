/** The other laptops: what is saved where, who is connected, who may join. */
import type { CopyProblem } from '../say/folders.ts';
import { z } from 'zod';
import { jurorIdSchema } from '../domain/setup/contest-file.ts';
import { idsAs, type DeviceId, type JurorId } from '../domain/ids.ts';
import { limits } from '../limits.ts';
import type { SavedFile } from './documents.ts';
import { nothing, request } from './request.ts';

/** Where the writer's entries are: the line that a juror reads. */
export interface SaveStatus {
  /** Entries in this laptop's own log, all on its disk. */
  readonly here: number;
  /** Of these, how many the committee's laptop has confirmed; null on the committee's laptop itself. */
  readonly atCommittee: number | null;
  /** Laptops that hold everything, this one included. */
  readonly laptops: number;
  /** True once this laptop's disk has refused an entry: nothing more is saved here until the contest is opened again. */
  readonly diskRefuses?: boolean;
  /** `quiet`: connected, and nothing at all comes from the committee's laptop. */
  readonly connection: 'none' | 'connecting' | 'connected' | 'quiet' | 'refused';
  /** Why it is refused, or what is wrong with the disk; Bahasa Indonesia. */
  readonly problem: string | null;
  readonly committeeAddress: string | null;
  readonly lastBackupAtMs: number | null;
  /** Where copies of the open contest go; null: none is open. */
  readonly backupFolders: BackupFolders | null;
}

export interface BackupFolders {
  /** The copy that the application keeps by itself. */
  readonly automatic: string;
  /** Where the last copy made by hand was put, which the next one is proposed; null: none was made. */
  readonly proposed: string | null;
  /** The second copy that the committee chose a place for; null: none. */
  readonly second: SecondCopy | null;
}

export interface SecondCopy {
  /** The folder that was chosen; the copy is a folder in it. */
  readonly place: string;
  readonly copy: string;
  /** Of the last whole copy since the contest was opened; null: none yet. */
  readonly lastAtMs: number | null;
  /** What keeps it from being written now; tried again every minute. */
  readonly problem: CopyProblem | null;
}

export interface Invitation {
  readonly seat: JurorId;
  readonly seatName: string;
  readonly code: string;
  /** PNG as a data URL. */
  readonly qr: string;
  readonly state: 'open' | 'asking' | 'joined' | 'burnt';
  /** The machine that asks or has joined. */
  readonly machine: string | null;
  /** `07-491-326`: to be read out and typed. */
  readonly shortCode: string;
  /** Wrong tries since it was made, and where the last ones came from. */
  readonly failures: number;
  readonly failedFrom: readonly string[];
}

/** Wrong tries to join within the last minutes. */
export interface Guessing {
  readonly count: number;
  readonly addresses: readonly string[];
  /** So many that every further one waits. */
  readonly isSlowed: boolean;
}

const batterySchema = z.object({ percent: z.int().min(0).max(100), charging: z.boolean() });
/** Of a laptop, as its window says. */
export type Battery = z.output<typeof batterySchema>;

export interface DeviceStatus {
  readonly device: DeviceId;
  readonly seat: JurorId;
  readonly machine: string;
  readonly connected: boolean;
  readonly lastSeenAtMs: number | null;
  readonly version: string | null;
  /** Entries that this laptop knows to exist at the device and has not received. */
  readonly waiting: number;
  readonly clockOffsetMs: number | null;
  /** Null: not known. */
  readonly battery: Battery | null;
  /** It is connected, and nothing comes from it. */
  readonly quiet: boolean;
  /** What a person has to know of it; Bahasa Indonesia, with what to do. */
  readonly troubles: readonly string[];
}

export interface NetworkStatus {
  readonly listening: boolean;
  /** All addresses at which juror laptops can reach this one, `host:port`, best first. */
  readonly addresses: readonly string[];
  readonly invitations: readonly Invitation[];
  readonly devices: readonly DeviceStatus[];
  readonly guessing: Guessing;
  /** Laptops with the right code are let in without a press. `untilMs`: wall clock; null: off. */
  readonly admitAll: { readonly untilMs: number | null; readonly endedByGuess: boolean };
  readonly problem: string | null;
  /** The port has been open for a while and no connection has come in: what a firewall has to let through. */
  readonly unreached: { readonly program: string; readonly port: number } | null;
}

export const networkRequests = {
  'save-status': request<SaveStatus>()(nothing),
  /** Wall clock of the committee as estimated here, minus this laptop's, milliseconds. */
  'clock-offset': request<number>()(nothing),
  /** How long this laptop will go on; the committee sees it. */
  'tell-battery': request<null>()(batterySchema),
  /** A juror's laptop: where the committee's laptop is now, `host:port`. Tried at once, and remembered. */
  'move-committee': request<null>()(z.object({ address: z.string().max(300) })),
  'network-status': request<NetworkStatus>()(nothing),
  /** Opens the port for juror laptops; `port` absent: the last one, or any. */
  'start-listening': request<NetworkStatus>()(z.object({ port: z.int().min(0).max(65_535).optional() })),
  'renew-invitation': request<Invitation>()(z.object({ seat: jurorIdSchema })),
  /** Admits or refuses the laptop that asks for a seat. */
  'answer-asking': request<null>()(
    z.object({
      seat: jurorIdSchema,
      admit: z.boolean(),
      /** False for a substitute, who does not see what the seat wrote before. Absent: the same person. */
      samePerson: z.boolean().optional(),
    }),
  ),
  /** Lets laptops with the right code in without a press, for an hour at most. */
  'admit-all': request<NetworkStatus>()(z.object({ on: z.boolean() })),
  'revoke-device': request<null>()(
    z.object({
      device: idsAs<DeviceId>(z.string().max(100)),
      reason: z.string().trim().min(1).max(limits.reasonLength),
    }),
  ),
  /** The long invitations of all seats that wait, as files in the folder that a dialog asks for. */
  'save-invitations': request<SavedFile>()(nothing),
} as const;
