/** Old shapes of facts into today's. The first version of the format needs none; a new one adds its step here. */
import { domainEventSchema, type DomainEvent } from '../domain/facts/events.ts';
import { readUsualScore } from './usual-score.ts';

/** The fact, or null with the written type when this version does not know it (it is kept and shown). */
export function upcast(raw: unknown): { readonly event: DomainEvent | null; readonly name: string | null } {
  const score = readUsualScore(raw);
  if (score !== null) return { event: score, name: score.type };
  const parsed = domainEventSchema.safeParse(raw);
  if (parsed.success) return { event: parsed.data, name: parsed.data.type };
  const named = typeof raw === 'object' && raw !== null && 'type' in raw ? raw.type : null;
  return { event: null, name: typeof named === 'string' ? named.slice(0, 64) : null };
}
