/** Joining with a short code, gate against gate with the real proof (SPAKE2+). */
import { expect, test } from 'vitest';
import { codeProofs } from '../../electron/adapters/code-proofs.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { limits } from '../../shared/limits.ts';
import { createCommitteeGate, type CommitteeGate } from '../../shared/sync/join-committee.ts';
import { codeSalt, joinContext, type Applicant, type CommitteeKeys } from '../../shared/sync/join-context.ts';
import { createJoinDesk, type FailedAttempt, type KeptInvitation } from '../../shared/sync/join-desk.ts';
import { createJurorGate, type Credential } from '../../shared/sync/join-juror.ts';
import { decodeJoinFrame, encodeFrame, protocolVersion, type JoinFrame } from '../../shared/sync/protocol.ts';
import { seededRandom, signingKeys } from '../support/log-writer.ts';

const random = seededRandom(1);
const committee = signingKeys(random);
const juror = signingKeys(random);
const channel = random.bytes(32);
const keys: CommitteeKeys = { signingKey: committee.publicKey, boxKey: random.bytes(32) };
const applicant: Applicant = {
  seat: '',
  signingKey: juror.publicKey,
  boxKey: random.bytes(32),
  machine: 'Laptop A',
};

function createVenue() {
  let nowMs = 0;
  const failed: FailedAttempt[] = [];
  let kept: readonly KeptInvitation[] = [];
  const keeper = { kept: () => kept, keep: (next: readonly KeptInvitation[]) => void (kept = next) };
  const clock = { nowMs: () => nowMs };
  const open = () => createJoinDesk({ clock, random, keeper, onFailed: (each) => failed.push(each) });
  let desk = open();
  return {
    desk: () => desk,
    failed,
    restart: () => void (desk = open()),
    wait: (ms: number) => void (nowMs += ms),
    codeOf: (seat: string) => {
      const { number, digits } = desk.invitations().find((each) => each.seat === seat) ?? desk.invite(seat);
      return { number, digits };
    },
    gate: (sent: (frame: JoinFrame) => void, address = '10.0.0.1', events: string[] = []): CommitteeGate =>
      createCommitteeGate(
        {
          crypto: nodeCrypto,
          application: 'uji',
          version: protocolVersion,
          keys,
          signingPrivateKey: committee.privateKey,
          desk,
          checkCode: codeProofs.check,
          sayRefusal: (reason) => `kata-kata untuk ${reason}`,
          describe: (seat) => ({ seatName: `Juri di ${seat}`, contest: 'Lomba Uji' }),
          deviceOf: () => null,
          deviceWithKey: () => null,
          send: (bytes) => {
            const frame = decodeJoinFrame(bytes);
            if (frame.ok && frame.value !== null) sent(frame.value);
          },
          close: () => undefined,
          onAsk: ({ seat, machine }) => events.push(`asks ${seat} ${machine}`),
          onAdmitted: () => undefined,
          isRecovering: () => false,
          onRecovering: () => undefined,
        },
        channel,
        address,
      ),
    /** One laptop tries a code; ends with what the two sides made of it, and the frames of the committee. */
    async attempt(code: { readonly number: number; readonly digits: string }, address?: string) {
      const events: string[] = [];
      const frames: JoinFrame[] = [];
      let risks = 0;
      const over = Promise.withResolvers<null>();
      const gate = this.gate(
        (frame) => {
          frames.push(frame);
          queueMicrotask(() => jurorGate.receive(encodeFrame(frame)));
        },
        address,
        events,
      );
      const credential: Credential = {
        type: 'code',
        ...code,
        proveCode: codeProofs.prove,
        onRisk: () => {
          risks += 1;
        },
      };
      const jurorGate = createJurorGate(
        {
          crypto: nodeCrypto,
          application: 'uji',
          applicant,
          signingPrivateKey: juror.privateKey,
          send: (frame) => queueMicrotask(() => gate.receive(frame)),
          close: () => undefined,
          onWaiting: ({ seat, seatName, contest }) => {
            events.push(`waits for ${String(seat)}, ${String(seatName)}, ${String(contest)}`);
            over.resolve(null);
          },
          onAdmitted: () => undefined,
          onRecovering: () => undefined,
          onRefused: ({ reason }) => {
            events.push(`refused ${reason}`);
            over.resolve(null);
          },
        },
        credential,
        channel,
      );
      gate.open();
      await over.promise;
      gate.closed();
      return { events, frames, risks };
    },
  };
}

test('[S5] a laptop with the right code asks for its seat and shows whose it is', async () => {
  const venue = createVenue();
  venue.codeOf('juri-9');
  const code = venue.codeOf('juri-2');
  expect(code.number).toBe(2);
  const { events, risks } = await venue.attempt(code);
  expect(events).toEqual(['asks juri-2 Laptop A', 'waits for juri-2, Juri di juri-2, Lomba Uji']);
  expect(risks).toBe(1);
  expect(venue.failed).toEqual([]);
  expect(venue.desk().guessing().count).toBe(0);
});

test('[S5] the committee confirms nothing before the juror has proven the code', async () => {
  const venue = createVenue();
  const right = await venue.attempt(venue.codeOf('juri-1'));
  const proofs = right.frames.flatMap((frame) => (frame.type === 'proof' ? [frame.proof.length] : []));
  expect(proofs).toEqual([65, 32]);
  const wrong = await venue.attempt({ number: 1, digits: other(venue.codeOf('juri-1').digits) });
  expect(wrong.frames.map(({ type }) => type)).toEqual(['welcome', 'proof', 'bye']);
  const bye = { type: 'bye', reason: 'wrong-code', message: 'kata-kata untuk wrong-code' };
  expect(wrong.frames.at(-1)).toEqual(bye);
});

test('[S5] a seat that does not exist is answered like one that does, frame by frame, up to being burnt', async () => {
  const venue = createVenue();
  const { digits } = venue.codeOf('juri-1');
  const told: string[][] = [[], []];
  for (let time = 0; time <= limits.joinFailures; time += 1) {
    for (const [at, number] of [1, 40].entries()) {
      const { frames } = await venue.attempt({ number, digits: other(digits) }, `10.0.0.${at}`);
      told[at]?.push(frames.map((each) => (each.type === 'bye' ? each.reason : each.type)).join());
      venue.wait(limits.joinDelayMs);
    }
  }
  expect(told[0]).toEqual([
    ...Array.from({ length: limits.joinFailures }, () => 'welcome,proof,wrong-code'),
    'welcome,burnt',
  ]);
  expect(told[1]).toEqual(told[0]);
});

test('[S5] three failures burn the code, each is told, and one renewal lets the right laptop in', async () => {
  const venue = createVenue();
  const code = venue.codeOf('juri-1');
  for (let time = 1; time <= limits.joinFailures; time += 1) {
    await venue.attempt({ ...code, digits: other(code.digits) }, '10.0.0.7');
    expect(venue.failed.at(-1)).toEqual({
      seat: 'juri-1',
      address: '10.0.0.7',
      failures: time,
      isBurnt: time === limits.joinFailures,
    });
    venue.wait(limits.joinDelayMs);
  }
  expect(venue.desk().invitations()[0]).toMatchObject({ state: 'burnt', failures: 3, failedFrom: ['10.0.0.7'] });
  expect((await venue.attempt(code, '10.0.0.8')).events).toEqual(['refused burnt']);
  const renewed = venue.desk().invite('juri-1');
  expect(renewed).toMatchObject({ number: code.number, state: 'open', failures: 0 });
  venue.wait(limits.joinDelayMs);
  expect((await venue.attempt(renewed, '10.0.0.8')).events[0]).toBe('asks juri-1 Laptop A');
});

test('[S5] an attempt begun and not finished is a failure on both sides', async () => {
  const venue = createVenue();
  const code = venue.codeOf('juri-1');
  const answered = Promise.withResolvers<null>();
  const gate = venue.gate((frame) => (frame.type === 'proof' ? answered.resolve(null) : undefined));
  const context = joinContext(channel, keys, 'code', { ...applicant, seat: '1' });
  const first = await codeProofs.prove(code.digits, codeSalt(nodeCrypto, keys, 1), context).next(null);
  if (first.type !== 'going-on') throw new Error('no first message');
  const signature = nodeCrypto.sign(juror.privateKey, context);
  const join = {
    version: protocolVersion,
    application: 'x',
    method: 'code',
    ...applicant,
    seat: '1',
    signature,
    proof: first.message,
  };
  gate.receive(encodeFrame({ type: 'join', ...join }));
  await answered.promise;
  expect(venue.failed).toEqual([]);
  gate.closed();
  gate.closed();
  expect(venue.failed).toEqual([{ seat: 'juri-1', address: '10.0.0.1', failures: 1, isBurnt: false }]);
  // The other side: a wrong code is a risk taken, whoever it was shown to.
  venue.wait(limits.joinDelayMs);
  expect((await venue.attempt({ ...code, digits: other(code.digits) })).risks).toBe(1);
});

test('[S5] guesses from many addresses burn one code or few, not all, and every one is told', async () => {
  const venue = createVenue();
  for (let seat = 1; seat <= 15; seat += 1) venue.codeOf(`juri-${seat}`);
  const refused: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (let at = 1; at <= 45; at += 1) {
      const { events } = await venue.attempt({ number: (at % 15) + 1, digits: '000000' }, `10.0.1.${at}`);
      refused.push(...events);
    }
    venue.wait(1000);
  }
  const burnt = venue
    .desk()
    .invitations()
    .filter(({ state }) => state === 'burnt');
  expect(burnt.length).toBeLessThan(5);
  expect(venue.failed).toHaveLength(limits.joinFailuresInPace);
  expect(venue.desk().guessing()).toMatchObject({ count: limits.joinFailuresInPace, isSlowed: true });
  expect(refused.filter((each) => each === 'refused wait')).toHaveLength(3 * 45 - limits.joinFailuresInPace);
  venue.wait(limits.joinPaceMs);
  expect((await venue.attempt(venue.codeOf('juri-15'), '10.0.2.1')).events[0]).toBe('asks juri-15 Laptop A');
});

test('[S5] the code of a seat stays over a restart, also where an older version kept no code', async () => {
  const venue = createVenue();
  const code = venue.codeOf('juri-1');
  venue.restart();
  expect(venue.codeOf('juri-1')).toEqual(code);
  const old = { seat: 'juri-4', secret: random.bytes(16), number: null, digits: null };
  let kept: readonly KeptInvitation[] = [{ ...old, failures: 0, isUsed: false, machine: null }];
  const keeper = { kept: () => kept, keep: (next: readonly KeptInvitation[]) => void (kept = next) };
  const ports = { clock: { nowMs: () => 0 }, random, keeper };
  const [first] = createJoinDesk(ports).invitations();
  expect(first).toMatchObject({ seat: 'juri-4', number: 1, secret: old.secret });
  expect(createJoinDesk(ports).invitations()).toEqual([first]);
});

test('[S4] the proof of a code holds only for the same connection, the same keys, the same seat and the same machine', async () => {
  const other32 = random.bytes(32);
  const asking = { ...applicant, seat: '1' };
  const right = joinContext(channel, keys, 'code', asking);
  const others = [
    joinContext(other32, keys, 'code', asking),
    joinContext(channel, { ...keys, signingKey: other32 }, 'code', asking),
    joinContext(channel, { ...keys, boxKey: other32 }, 'code', asking),
    joinContext(channel, keys, 'code', { ...asking, seat: '2' }),
    joinContext(channel, keys, 'code', { ...asking, signingKey: other32 }),
    joinContext(channel, keys, 'code', { ...asking, boxKey: other32 }),
    joinContext(channel, keys, 'code', { ...asking, machine: 'Laptop B' }),
    joinContext(channel, keys, 'secret', asking),
  ];
  expect(await meet(right, right)).toEqual({ committee: 'proven', juror: 'proven' });
  for (const context of others) expect(await meet(right, context)).toEqual({ committee: 'failed', juror: 'failed' });
});

test('[S5] points that are none, and messages of another length, fail and do not throw', async () => {
  const salt = random.bytes(32);
  for (const message of [new Uint8Array(65), random.bytes(65), new Uint8Array(0), random.bytes(64)]) {
    expect(await codeProofs.check('491326', salt, channel).next(message)).toEqual({ type: 'failed' });
    const side = codeProofs.prove('491326', salt, channel);
    expect((await side.next(null)).type).toBe('going-on');
    expect(await side.next(message)).toEqual({ type: 'failed' });
  }
});

/** Both ends of one proof, each with its own idea of what it is for. */
async function meet(ofJuror: Uint8Array, ofCommittee: Uint8Array) {
  const salt = codeSalt(nodeCrypto, keys, 1);
  const side = codeProofs.prove('491326', salt, ofJuror);
  const desk = codeProofs.check('491326', salt, ofCommittee);
  const first = await side.next(null);
  const second = await desk.next(messageOf(first));
  const third = await side.next(messageOf(second));
  const fourth = await desk.next(messageOf(third));
  const last = await side.next(fourth.type === 'proven' ? fourth.message : random.bytes(32));
  return { committee: fourth.type, juror: last.type };
}

function messageOf(step: { readonly type: string; readonly message?: Uint8Array | null }): Uint8Array {
  if (step.message === undefined || step.message === null) throw new Error(`no message: ${step.type}`);
  return step.message;
}

function other(digits: string): string {
  return String((Number(digits) + 1) % 1_000_000).padStart(6, '0');
}
