import { expect, test } from 'vitest';
import { codeProofs } from '../../electron/adapters/code-proofs.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { deviceIdOf } from '../../shared/log/entry.ts';
import { limits } from '../../shared/limits.ts';
import { createCommitteeGate, type AdmittedDevice } from '../../shared/sync/join-committee.ts';
import { fingerprintOf, type Applicant } from '../../shared/sync/join-context.ts';
import { createJoinDesk, type InvitationKeeper, type KeptInvitation } from '../../shared/sync/join-desk.ts';
import { createJurorGate, type Credential } from '../../shared/sync/join-juror.ts';
import { decodeJoinFrame, encodeFrame, protocolOf, protocolVersion } from '../../shared/sync/protocol.ts';
import { seededRandom, signingKeys } from '../support/log-writer.ts';

const random = seededRandom(1);
const committee = signingKeys(random);
const juror = signingKeys(random);
const stranger = signingKeys(random);
const channel = random.bytes(32);
const committeeKeys = { signingKey: committee.publicKey, boxKey: random.bytes(32) };
const applicant: Applicant = {
  seat: 'juri-1',
  signingKey: juror.publicKey,
  boxKey: random.bytes(32),
  machine: 'Laptop A',
};

interface Attempt {
  readonly credential: Credential;
  readonly applicant?: Applicant;
  readonly privateKey?: Uint8Array;
  readonly jurorChannel?: Uint8Array;
  readonly address?: string;
  /** What the contest asks for. */
  readonly committeeVersion?: number;
  /** The committee has lost facts. */
  readonly isRecovering?: boolean;
  readonly onAsk?: (answer: (device: AdmittedDevice | null) => void) => void;
}

/** A committee's desk, and laptops that come to it one after the other over a wire that loses nothing. */
function createVenue() {
  let nowMs = 0;
  let kept: readonly KeptInvitation[] = [];
  const keeper: InvitationKeeper = {
    kept: () => kept,
    keep: (invitations) => {
      kept = invitations;
    },
  };
  const openDesk = () => createJoinDesk({ clock: { nowMs: () => nowMs }, random, keeper });
  let desk = openDesk();
  const admitted = new Map<string, AdmittedDevice>();
  return {
    desk: () => desk,
    /** The committee's process ends at whatever moment, and another begins. */
    restart: () => {
      desk = openDesk();
    },
    admitted,
    wait: (ms: number) => {
      nowMs += ms;
    },
    invitation: (seat: string): Credential => ({
      type: 'invitation',
      fingerprint: fingerprintOf(nodeCrypto, committee.publicKey),
      secret: desk.invite(seat).secret,
    }),
    device: (isRevoked: boolean): AdmittedDevice => {
      const device = deviceIdOf(juror.publicKey, nodeCrypto);
      const record = { device, seat: 'juri-1', machine: 'Laptop A', signingKey: juror.publicKey, isRevoked };
      admitted.set(device, record);
      return record;
    },
    attempt(attempt: Attempt): readonly string[] {
      const events: string[] = [];
      const toCommittee: Uint8Array[] = [];
      const toJuror: Uint8Array[] = [];
      const gate = createCommitteeGate(
        {
          crypto: nodeCrypto,
          application: 'uji',
          version: attempt.committeeVersion ?? protocolVersion,
          keys: committeeKeys,
          signingPrivateKey: committee.privateKey,
          desk,
          checkCode: codeProofs.check,
          sayRefusal: (reason) => `kata-kata untuk ${reason}`,
          describe: (seat) => ({ seatName: `Juri di ${seat}`, contest: 'Uji' }),
          deviceOf: (device) => admitted.get(device) ?? null,
          deviceWithKey: (key) => admitted.get(deviceIdOf(key, nodeCrypto)) ?? null,
          send: (frame) => toJuror.push(frame),
          close: (reason) => events.push(`closed ${reason}`),
          onAsk: ({ seat, machine }) => {
            events.push(`asks ${seat} ${machine}`);
            attempt.onAsk?.(gate.answer);
          },
          onAdmitted: ({ seat }) => events.push(`committee lets ${seat} in`),
          isRecovering: () => attempt.isRecovering === true,
          onRecovering: (device) => events.push(`committee takes back from ${device}`),
        },
        channel,
        attempt.address ?? '10.0.0.1',
      );
      const jurorGate = createJurorGate(
        {
          crypto: nodeCrypto,
          application: 'uji',
          applicant: attempt.applicant ?? applicant,
          signingPrivateKey: attempt.privateKey ?? juror.privateKey,
          send: (frame) => toCommittee.push(frame),
          close: () => undefined,
          onWaiting: () => events.push('waits'),
          onAdmitted: () => events.push('juror is in'),
          onRecovering: () => events.push('juror gives back'),
          onRefused: ({ reason }) => events.push(`refused ${reason}`),
        },
        attempt.credential,
        attempt.jurorChannel ?? channel,
      );
      gate.open();
      while (toCommittee.length > 0 || toJuror.length > 0) {
        const forJuror = toJuror.shift();
        if (forJuror !== undefined) jurorGate.receive(forJuror);
        const forCommittee = toCommittee.shift();
        if (forCommittee !== undefined) gate.receive(forCommittee);
      }
      return events;
    },
  };
}

test('[S4] an invited laptop asks, is admitted by a person, and only then the logs may flow', () => {
  const venue = createVenue();
  const credential = venue.invitation('juri-1');
  expect(venue.attempt({ credential })).toEqual(['asks juri-1 Laptop A', 'waits']);
  const answered = venue.attempt({ credential, onAsk: (answer) => answer(venue.device(false)) });
  expect(answered).toEqual(['asks juri-1 Laptop A', 'committee lets juri-1 in', 'waits', 'juror is in']);
});

test('[S4] a laptop that the person refuses hears so and gets nothing', () => {
  const venue = createVenue();
  const events = venue.attempt({ credential: venue.invitation('juri-1'), onAsk: (answer) => answer(null) });
  expect(events).toEqual(['asks juri-1 Laptop A', 'closed refused', 'waits', 'refused refused']);
});

test('[S4] an admitted laptop comes back by its key; an unknown or a revoked one does not', () => {
  const venue = createVenue();
  const credential: Credential = {
    type: 'device',
    device: deviceIdOf(juror.publicKey, nodeCrypto),
    committeeSigningKey: committee.publicKey,
  };
  expect(venue.attempt({ credential })).toContain('refused not-admitted');
  venue.device(false);
  expect(venue.attempt({ credential })).toEqual(['committee lets juri-1 in', 'juror is in']);
  expect(venue.attempt({ credential, privateKey: stranger.privateKey })).toContain('refused not-admitted');
  venue.device(true);
  expect(venue.attempt({ credential })).toContain('refused revoked');
});

test('[S13] a committee that has lost facts takes them back from a laptop that it does not know and that proves its key', () => {
  const venue = createVenue();
  const device = deviceIdOf(juror.publicKey, nodeCrypto);
  const credential: Credential = { type: 'device', device, committeeSigningKey: committee.publicKey };
  const isRecovering = true;
  expect(venue.attempt({ credential, isRecovering })).toEqual([
    `committee takes back from ${device}`,
    'juror gives back',
  ]);
  expect(venue.attempt({ credential, isRecovering: false })).toContain('refused not-admitted');
  expect(venue.attempt({ credential, isRecovering, privateKey: stranger.privateKey })).toContain(
    'refused not-admitted',
  );
  const asAnother = { ...credential, device: deviceIdOf(stranger.publicKey, nodeCrypto) };
  expect(venue.attempt({ credential: asAnother, isRecovering })).toContain('refused not-admitted');
  expect(venue.attempt({ credential, isRecovering, jurorChannel: random.bytes(32) })).toContain(
    'refused wrong-committee',
  );
  venue.device(true);
  expect(venue.attempt({ credential, isRecovering })).toContain('refused revoked');
});

test('[S4] a proof is worth nothing in another TLS connection, and for another committee', () => {
  const venue = createVenue();
  const invitation = venue.invitation('juri-1');
  expect(venue.attempt({ credential: invitation, jurorChannel: random.bytes(32) })).toContain(
    'refused wrong-committee',
  );
  const other: Credential = { type: 'invitation', fingerprint: random.bytes(16), secret: random.bytes(16) };
  expect(venue.attempt({ credential: other })).toContain('refused wrong-committee');
  const pinned: Credential = { type: 'device', device: 'a'.repeat(26), committeeSigningKey: stranger.publicKey };
  expect(venue.attempt({ credential: pinned })).toContain('refused wrong-committee');
});

test('[S4] the invitation of one seat does not open another', () => {
  const venue = createVenue();
  venue.invitation('juri-2');
  const credential = venue.invitation('juri-1');
  expect(venue.attempt({ credential, applicant: { ...applicant, seat: 'juri-2' } })).toContain('refused wrong-code');
});

test('[S5] guessing burns the invitation after three failures; a new one works again', () => {
  const venue = createVenue();
  const right = venue.invitation('juri-1');
  const guess = (): Credential => ({
    ...right,
    type: 'invitation',
    fingerprint: fingerprintOf(nodeCrypto, committee.publicKey),
    secret: random.bytes(16),
  });
  for (let time = 0; time < limits.joinFailures; time += 1) {
    expect(venue.attempt({ credential: guess() })).toContain('refused wrong-code');
    venue.wait(limits.joinDelayMs);
  }
  expect(venue.desk().invitations()[0]?.state).toBe('burnt');
  expect(venue.attempt({ credential: right, address: '10.0.0.2' })).toContain('refused burnt');
  venue.wait(1000);
  expect(venue.attempt({ credential: venue.invitation('juri-1'), address: '10.0.0.2' })).toContain('waits');
});

test('[S5] after a failure the address waits, longer each time, and its attempts meanwhile burn nothing', () => {
  const venue = createVenue();
  const right = venue.invitation('juri-1');
  const wrong: Credential = {
    type: 'invitation',
    fingerprint: fingerprintOf(nodeCrypto, committee.publicKey),
    secret: random.bytes(16),
  };
  expect(venue.attempt({ credential: wrong })).toContain('refused wrong-code');
  for (let time = 0; time < 10; time += 1) expect(venue.attempt({ credential: wrong })).toContain('refused wait');
  venue.wait(1000);
  expect(venue.attempt({ credential: wrong })).toContain('refused wrong-code');
  venue.wait(1000);
  expect(venue.attempt({ credential: right })).toContain('refused wait');
  venue.wait(1000);
  expect(venue.attempt({ credential: right })).toContain('waits');
  expect(venue.attempt({ credential: right })).toContain('waits');
});

test('[S5] an invitation that was used admits no second laptop', () => {
  const venue = createVenue();
  const credential = venue.invitation('juri-1');
  venue.desk().mark('juri-1', 'joined', 'Laptop A');
  expect(venue.attempt({ credential })).toContain('refused used');
});

test('[S5] after a restart of the committee an invitation still works, and a void one stays void', () => {
  const venue = createVenue();
  const wrong: Credential = {
    type: 'invitation',
    fingerprint: fingerprintOf(nodeCrypto, committee.publicKey),
    secret: random.bytes(16),
  };
  const first = venue.invitation('juri-1');
  const renewed = venue.invitation('juri-1');
  for (let time = 0; time < limits.joinFailures; time += 1) {
    venue.restart();
    expect(venue.attempt({ credential: first })).toContain('refused wrong-code');
    if (time + 1 < limits.joinFailures) expect(venue.attempt({ credential: renewed })).toContain('refused wait');
    venue.wait(limits.joinDelayMs);
  }
  expect(venue.attempt({ credential: renewed, address: '10.0.0.2' })).toContain('refused burnt');
  venue.restart();
  expect(venue.attempt({ credential: renewed, address: '10.0.0.3' })).toContain('refused burnt');

  const used = venue.invitation('juri-1');
  venue.restart();
  expect(venue.attempt({ credential: wrong, address: '10.0.0.4' })).toContain('refused wrong-code');
  venue.restart();
  expect(venue.attempt({ credential: used, address: '10.0.0.5' })).toContain('waits');
  expect(venue.desk().invitations()[0]?.state).toBe('open');
  venue.desk().mark('juri-1', 'joined', 'Laptop A');
  venue.restart();
  expect(venue.attempt({ credential: used, address: '10.0.0.6' })).toContain('refused used');
});

test('[S4] a laptop whose admission was written while the line broke comes in without being asked for again', () => {
  const venue = createVenue();
  const credential = venue.invitation('juri-1');
  venue.device(false);
  venue.desk().mark('juri-1', 'joined', 'Laptop A');
  expect(venue.attempt({ credential })).toEqual(['committee lets juri-1 in', 'juror is in']);
});

test('[L18] a laptop takes part in contests of every format that it knows, and is told where it is too old', () => {
  for (const format of [1, 2, 3]) {
    const venue = createVenue();
    const committeeVersion = protocolOf(format);
    const credential = venue.invitation('juri-1');
    expect(venue.attempt({ credential, committeeVersion })).toEqual(['asks juri-1 Laptop A', 'waits']);
  }
  expect([2, 3, 4].map(protocolOf)).toEqual([1, 2, 3]);
  const venue = createVenue();
  const newer = { credential: venue.invitation('juri-1'), committeeVersion: protocolVersion + 1 };
  expect(venue.attempt(newer)).toEqual(['refused version', 'closed version']);
});

test('[S3] a stranger that sends anything else is told off and learns nothing of the contest', () => {
  const said: (string | undefined)[] = [];
  const closed: string[] = [];
  const venue = createVenue();
  for (const frame of [
    encodeFrame({ type: 'proof', proof: new Uint8Array(32) }),
    encodeFrame({ type: 'admitted', seat: 'juri-1' }),
    encodeFrame({ type: 'waiting' }),
    new Uint8Array(limits.joinFrameBytes + 1),
    random.bytes(100),
  ]) {
    const gate = createCommitteeGate(
      {
        crypto: nodeCrypto,
        application: 'uji',
        version: protocolVersion,
        keys: committeeKeys,
        signingPrivateKey: committee.privateKey,
        desk: venue.desk(),
        checkCode: codeProofs.check,
        sayRefusal: (reason) => `kata-kata untuk ${reason}`,
        describe: (seat) => ({ seatName: `Juri di ${seat}`, contest: 'Uji' }),
        deviceOf: () => null,
        deviceWithKey: () => null,
        send: (sent) => {
          const decoded = decodeJoinFrame(sent);
          said.push(decoded.ok ? decoded.value?.type : 'unreadable');
        },
        close: (reason) => closed.push(reason),
        onAsk: () => closed.push('asked'),
        onAdmitted: () => closed.push('admitted'),
        isRecovering: () => true,
        onRecovering: () => closed.push('recovering'),
      },
      channel,
      '10.0.0.1',
    );
    gate.receive(frame);
  }
  expect(said).toEqual(['bye', 'bye', 'bye', 'bye', 'bye']);
  expect(closed).toEqual(['malformed', 'malformed', 'malformed', 'malformed', 'malformed']);
});
