/**
 * What is asked of each side that is measured with workload W: a hub in a process of its own, and all other replicas together
 * in a second one. Both sides answer the same messages, so that they are measured by the same hand.
 */
import { z } from 'zod';

/** The committee's replica, or whatever passes on what the others bring. */
export interface HubReplica {
  readonly port: number;
  /** Everything is here and, as far as it is told, wherever it has to be at once. */
  readonly isSettled: () => boolean;
  /** Ends it; bytes at rest. */
  readonly close: () => Promise<number>;
}

export interface OtherReplicas {
  readonly connect: (port: number) => Promise<void>;
  readonly isSettled: () => boolean;
  /** The first of them gives a score; ms until it is stored on all that get it at once. */
  readonly give: (position: number) => Promise<number>;
  /** Ends them; bytes at rest of each. */
  readonly close: () => Promise<readonly number[]>;
}

export const replicaSettingSchema = z.object({
  side: z.enum(['product', 'yjs-memory', 'yjs-durable']),
  role: z.enum(['hub', 'others']),
  /** The hub's one, or one for each other replica. */
  folders: z.array(z.string()),
  contestants: z.number(),
  criteria: z.number(),
  /** What the jurors have brought when everything is here. */
  entries: z.number(),
  /** Replicas that hold a score when it is where it has to be at once, its writer's and the hub's included. */
  holders: z.number(),
});
export type ReplicaSetting = z.output<typeof replicaSettingSchema>;

export const requestSchema = z.discriminatedUnion('ask', [
  /** The hub counts from here; the others connect. Answered when it is settled. */
  z.object({ ask: z.literal('begin'), port: z.number() }),
  z.object({ ask: z.literal('count') }),
  z.object({ ask: z.literal('give'), position: z.number() }),
  z.object({ ask: z.literal('close') }),
]);
export type ReplicaRequest = z.output<typeof requestSchema>;

export const countSchema = z.object({ processorMs: z.number(), wireBytes: z.number(), memoryBytes: z.number() });
export type HubCount = z.output<typeof countSchema>;
