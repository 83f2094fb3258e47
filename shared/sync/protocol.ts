/**
 * What two laptops say to each other: one frame, one CBOR map, one meaning. Everything that comes in is parsed here
 * and nowhere else (rule S2); entries stay the bytes as signed, never a re-encoding. A field that a newer version adds
 * is ignored, a frame of an unknown type is passed over, so that versions can meet.
 */
import { Encoder } from 'cbor-x';
import { z } from 'zod';
import { hiddenFactsFormat } from '../domain/facts/events.ts';
import { deviceIdSchema, idsAs, logIdSchema, type JurorId } from '../domain/ids.ts';
import { hasPlainShape } from '../lib/cbor-shape.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { limits } from '../limits.ts';

/** The newest that is spoken here, and the first of all. Version 2 carries compacted entries (L18), 3 what a contest key hides (L19). */
export const protocolVersion = 3;
export const oldestProtocol = 1;

/** What a laptop has to speak to take part in a contest of that format. */
export function protocolOf(format: number): number {
  if (format < 3) return oldestProtocol;
  return format < hiddenFactsFormat ? 2 : protocolVersion;
}

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const hash = bytes.refine((value) => value.length === 32, '32 byte');
const publicKey = bytes.refine((value) => value.length >= 32 && value.length <= 133, 'kunci');
const signature = bytes.refine((value) => value.length === 64, '64 byte');
const sequence = z.int().min(1).max(limits.entriesPerLog);
const mark = z.int().min(1);
const version = z.int().min(1).max(1000);
const application = z.string().max(40);
const text = z.string().max(limits.nameLength);
const proofBytes = bytes.refine((value) => value.length <= 1024, 'bukti');
const seat = idsAs<JurorId>(z.string().regex(/^[a-z0-9-]{1,64}$/));

const batterySchema = z.object({ percent: z.int().min(0).max(100), charging: z.boolean() });
/** How long a laptop will go on, as far as it knows itself. */
export type Battery = z.output<typeof batterySchema>;

const haveSchema = z.object({
  type: z.literal('have'),
  version,
  application,
  clockMs: z.number().min(-8.64e15).max(8.64e15),
  /** Numbers those that are to be said back. */
  mark: mark.optional(),
  /** Of a laptop that knows; what cannot be read of it is left out. */
  battery: batterySchema.optional().catch(undefined),
  /** `copies`: how far other laptops hold that log, as far as the sender knows. */
  logs: z
    .array(
      z.object({
        log: logIdSchema,
        seq: sequence,
        hash,
        copies: z.array(sequence).max(limits.peers).optional(),
        /** It comes when the sender has time (S22). */
        later: z.boolean().optional(),
      }),
    )
    .max(limits.logsPerContest),
});
const batchSchema = z.object({
  log: logIdSchema,
  /** In order, the last one covered by `signature`. */
  entries: z
    .array(bytes.refine((value) => value.length <= limits.entryBytes, 'entry-too-long'))
    .min(1)
    .max(limits.batchEntries),
  signature,
  /** Where the first entry stands, when the entries come compacted. */
  from: z.object({ origin: logIdSchema, seq: sequence, prevHash: hash }).optional(),
});
/** "Everything up to your `have` of that number has been worked off." */
const heardSchema = z.object({ type: z.literal('heard'), mark });
/** Of several logs, each at most once: what is stored in one transaction and confirmed in one answer. */
const entriesSchema = z.object({
  type: z.literal('entries'),
  batches: z
    .array(batchSchema)
    .min(1)
    .max(limits.logsPerContest)
    .refine(
      (batches) => batches.reduce((sum, { entries }) => sum + entries.length, 0) <= limits.batchEntries,
      'too-many-entries',
    )
    .refine((batches) => new Set(batches.map(({ log }) => log)).size === batches.length, 'log-twice'),
});
/** "I hold these logs up to there, on disk": said only after the append has returned. */
const ackSchema = z.object({
  type: z.literal('ack'),
  logs: z.array(z.object({ log: logIdSchema, seq: sequence, hash })).max(limits.logsPerContest),
});
/** Says why the connection is closed, then it is closed. */
const byeSchema = z.object({ type: z.literal('bye'), reason: z.string().max(40), message: text });

const syncFrameSchema = z.discriminatedUnion('type', [haveSchema, heardSchema, entriesSchema, ackSchema, byeSchema]);

/** Before the proof only these pass (rule S3). */
const joinFrameSchema = z.discriminatedUnion('type', [
  /** From the committee, first of all. `signature` over exporter and keys (`join-context.ts`). */
  z.object({ type: z.literal('welcome'), version, application, signingKey: publicKey, boxKey: publicKey, signature }),
  /** A laptop that wants a seat (with a short code: its number). `proof`: the first message of the proof that it was invited. */
  z.object({
    type: z.literal('join'),
    version,
    application,
    method: z.string().max(20),
    seat,
    signingKey: publicKey,
    boxKey: publicKey,
    machine: text,
    signature,
    proof: proofBytes,
  }),
  /** Further messages of the proof, both ways. */
  z.object({ type: z.literal('proof'), proof: proofBytes }),
  /** A laptop that was admitted before. `signingKey`: for a committee that has lost its facts and cannot look it up. */
  z.object({
    type: z.literal('resume'),
    version,
    application,
    device: deviceIdSchema,
    signingKey: publicKey.optional(),
    /** The furthest end of the committee's own logs that the laptop holds: one that has lost it takes it back (rule S13). */
    holds: z.object({ log: logIdSchema, seq: sequence, hash }).optional(),
    signature,
  }),
  /** The committee does not know the laptop, having lost facts of its own: it takes back its own logs, and says nothing. */
  z.object({ type: z.literal('recovering') }),
  /** The proof holds; a person has to admit the laptop. Whose seat it is, for the person in front of it to see. */
  z.object({
    type: z.literal('waiting'),
    seat: seat.optional(),
    seatName: text.optional(),
    contest: z.string().max(limits.titleLength).optional(),
  }),
  /** Now the logs flow. */
  z.object({ type: z.literal('admitted'), seat }),
  byeSchema,
]);

export type SyncFrame = z.output<typeof syncFrameSchema>;
export type JoinFrame = z.output<typeof joinFrameSchema>;
export type HaveFrame = z.output<typeof haveSchema>;
export type EntriesFrame = z.output<typeof entriesSchema>;
export type FrameOf<Type extends JoinFrame['type']> = Extract<JoinFrame, { readonly type: Type }>;

export type FrameError = { readonly type: 'frame-too-large' | 'malformed-frame' };

const codec = new Encoder({ useRecords: false, mapsAsObjects: true, tagUint8Array: false, variableMapSize: true });
const syncShape = { depth: 4, items: 100_000 };
const joinShape = { depth: 2, items: 40 };

export function encodeFrame(frame: SyncFrame | JoinFrame): Uint8Array {
  return new Uint8Array(codec.encode(frame));
}

/** A frame of the second phase; null for a type that a newer version may have added. */
export function decodeSyncFrame(frame: Uint8Array): Result<SyncFrame | null, FrameError> {
  if (frame.length > limits.frameBytes) return err({ type: 'frame-too-large' });
  return parseFrame(syncFrameSchema, syncShape, frame);
}

/** A frame of the first phase; null for an unknown type. */
export function decodeJoinFrame(frame: Uint8Array): Result<JoinFrame | null, FrameError> {
  if (frame.length > limits.joinFrameBytes) return err({ type: 'frame-too-large' });
  return parseFrame(joinFrameSchema, joinShape, frame);
}

const typedSchema = z.object({ type: z.string().max(40) });

function parseFrame<Frame>(
  schema: z.ZodType<Frame> & { readonly options: readonly z.ZodObject<{ readonly type: z.ZodLiteral<string> }>[] },
  shape: { readonly depth: number; readonly items: number },
  frame: Uint8Array,
): Result<Frame | null, FrameError> {
  const value = decodeCbor(shape, frame);
  const typed = typedSchema.safeParse(value);
  if (!typed.success) return err({ type: 'malformed-frame' });
  if (!schema.options.some((option) => option.shape.type.value === typed.data.type)) return ok(null);
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : err({ type: 'malformed-frame' });
}

function decodeCbor(shape: { readonly depth: number; readonly items: number }, frame: Uint8Array): unknown {
  if (!hasPlainShape(frame, shape)) return undefined;
  try {
    return codec.decode(frame);
  } catch {
    return undefined;
  }
}
