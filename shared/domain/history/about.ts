/**
 * What one fact is about, for the history of all of them (rule T1): its kind, the groups and the seat that it concerns, and the
 * earlier facts that it names. A kind of fact more does not compile until it is told here.
 */
import { unreachable } from '../../lib/assert.ts';
import { decidedContestants } from '../setup/contest-check-sheets.ts';
import type { Votes } from '../setup/contest-file.ts';
import type { RecordedEvent } from '../facts/events.ts';
import type { ContestantId, CriterionId, JurorId, Ref, StageId } from '../ids.ts';

/** In the order in which a person is offered them. */
export const historyKinds = [
  'score',
  'note',
  'lock',
  'exemption',
  'penalty',
  'stage',
  'contestants',
  'decision',
  'seal',
  'objection',
  'setup',
  'message',
  'device',
  'unapplied',
] as const;
export type HistoryKind = (typeof historyKinds)[number];

export type Fact = RecordedEvent['event'];
export type FactType = Fact['type'];

export interface About {
  readonly kind: HistoryKind;
  readonly contestants: readonly ContestantId[];
  /** Whom it concerns, besides its writer. */
  readonly seat: JurorId | null;
  readonly stage: StageId | null;
  readonly criterion: CriterionId | null;
  readonly reason: string | null;
  /** Earlier facts that it takes back, answers or opens. */
  readonly of: readonly Ref[];
  /** It takes back something that stood (rule T3); of what replaces something, the history looks itself. */
  readonly undoes: boolean;
}

/** Which earlier contestants a fact changed is not known here. */
export function aboutFact(event: Fact): About {
  switch (event.type) {
    case 'score-set':
      return about('score', { contestants: [event.contestant], criterion: event.criterion });
    case 'note-set':
      return about('note', { contestants: [event.contestant], stage: event.stage, criterion: event.criterion });
    case 'sheet-locked':
      return about('lock', { contestants: [event.contestant], stage: event.stage });
    case 'sheet-reopened': {
      const { contestant, juror, stage, reason, locks } = event;
      return about('lock', { contestants: [contestant], seat: juror, stage, reason, of: locks, undoes: true });
    }
    case 'reopening-asked': {
      const { contestant, stage, reason, locks } = event;
      return about('lock', { contestants: [contestant], stage, reason, of: locks });
    }
    case 'reopening-refused':
      return about('lock', { reason: event.reason, of: [event.request] });
    case 'category-signed-off':
      return about('lock', {});
    case 'sign-off-reopened':
      return about('lock', { seat: event.juror, reason: event.reason, of: event.signOffs });
    case 'recused':
      return about('exemption', { contestants: [event.contestant], reason: event.reason });
    case 'recusal-recorded': {
      const { juror, contestant, reason } = event.recusal;
      return about('exemption', { contestants: [contestant], seat: juror, reason });
    }
    case 'absence-recorded': {
      const { juror, contestant, reason } = event.absence;
      return about('exemption', { contestants: [contestant], seat: juror, reason });
    }
    case 'absences-recorded': {
      const { absences, juror, reason } = event;
      return about('exemption', { contestants: absences.map((each) => each.contestant), seat: juror, reason });
    }
    case 'calibration-shown':
      return about('stage', { contestants: [event.contestant] });
    case 'juror-kept': {
      const { juror, contestant, reason } = event;
      return about('exemption', { contestants: [contestant], seat: juror, reason });
    }
    case 'readers-assigned': {
      const { stage, readers } = event;
      return about('setup', { contestants: readers.map(({ contestant }) => contestant), stage });
    }
    case 'recusal-withdrawn':
    case 'recusal-cancelled':
      return about('exemption', { reason: event.reason, of: [event.recusal], undoes: true });
    case 'absence-cancelled':
      return about('exemption', { reason: event.reason, of: [event.absence], undoes: true });
    case 'penalty-added':
      return about('penalty', { contestants: [event.penalty.contestant], reason: event.penalty.reason });
    case 'penalty-cancelled':
      return about('penalty', { reason: event.reason, of: [event.penalty], undoes: true });
    case 'stage-shown': {
      const { contestant, stage, undoes } = event;
      return about('stage', {
        contestants: contestant === null ? [] : [contestant],
        stage,
        of: undoes === undefined ? [] : [undoes],
      });
    }
    case 'timer-started':
    case 'timer-stopped':
      return about('stage', { contestants: [event.contestant], stage: event.stage });
    case 'contestants-changed':
      return about('contestants', {
        contestants: [...event.put.map(({ id }) => id), ...event.removed],
        reason: event.reason ?? null,
      });
    case 'contestant-status-changed':
      return about('contestants', { contestants: [event.contestant], reason: event.reason ?? null });
    case 'sheets-set-aside': {
      const { contestant, reason, refs } = event;
      return about('contestants', { contestants: [contestant], reason, of: refs, undoes: true });
    }
    case 'set-aside-cancelled':
      return about('contestants', { reason: event.reason, of: [event.setAside], undoes: true });
    case 'former-name-recorded':
      return about('contestants', { contestants: [event.contestant], reason: event.reason, of: event.locks });
    case 'order-changed':
    case 'lots-drawn':
      return about('contestants', { contestants: event.numbers.map(({ contestant }) => contestant) });
    case 'decision-recorded': {
      const { decision } = event;
      return about('decision', { contestants: decidedContestants(decision), reason: decision.reason });
    }
    case 'decision-cancelled':
      return about('decision', { reason: event.reason, of: [event.decision], undoes: true });
    case 'round-closed': {
      const { stage, advanced, out, replaces, reason = null } = event;
      return about('decision', { contestants: [...advanced, ...out], stage, of: replaces, reason });
    }
    case 'stage-order-set':
      return about('contestants', { contestants: event.order, stage: event.stage });
    case 'tally-entered':
      return about('decision', { contestants: named(event.votes), reason: event.reason ?? null });
    case 'tally-settled':
      return about('decision', { contestants: named(event.votes), reason: event.reason, of: event.entries });
    case 'tally-withdrawn':
      return about('decision', { reason: event.reason, of: event.entries, undoes: true });
    case 'round-reopened':
      return about('decision', { reason: event.reason, of: event.closings, undoes: true });
    case 'announcement-confirmed':
      return about('decision', {});
    case 'seal-proposed':
    case 'seal-confirmed':
    case 'seal-approved':
      return about('seal', {});
    case 'scores-opened':
      return about('seal', {});
    case 'opening-agreed':
    case 'seal-opening-proposed':
      return about('seal', { reason: event.reason });
    case 'remark-made':
      return about('decision', { contestants: event.contestant === undefined ? [] : [event.contestant] });
    case 'objection-entered':
      return about('objection', { contestants: event.contestant === null ? [] : [event.contestant] });
    case 'objection-answered':
      return about('objection', { of: [event.objection] });
    case 'contest-founded':
    case 'info-changed':
    case 'categories-changed':
    case 'stages-changed':
    case 'rubrics-changed':
    case 'jurors-changed':
    case 'rules-changed':
    case 'awards-changed':
    case 'programme-changed':
      return about('setup', {});
    case 'message-sent':
      return about('message', { seat: event.to });
    case 'pact-accepted':
      return about('lock', {});
    case 'message-seen':
      return about('message', { of: [event.message] });
    case 'device-admitted':
      return about('device', { seat: event.seat });
    case 'device-revoked':
      return about('device', { reason: event.reason });
    case 'log-opened':
    case 'log-forked':
      return about('device', { seat: event.seat });
    case 'data-keys-shared':
    case 'contest-key-set':
      return about('device', {});
    case 'unapplied':
      return about('unapplied', {});
    default:
      return unreachable(event);
  }
}

function named(votes: Votes): readonly ContestantId[] {
  return votes.map(({ contestant }) => contestant);
}

function about(kind: HistoryKind, parts: Partial<Omit<About, 'kind'>>): About {
  return {
    kind,
    contestants: [],
    seat: null,
    stage: null,
    criterion: null,
    reason: null,
    of: [],
    undoes: false,
    ...parts,
  };
}
