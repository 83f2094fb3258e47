/** The juror's end of a new connection, frame by frame (S3, S4): whatever comes at the wrong time or from the wrong one ends it. */
import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { equalBytes } from '../../shared/lib/bytes.ts';
import { deviceIdOf } from '../../shared/log/entry.ts';
import type { LogHead } from '../../shared/ports.ts';
import {
  fingerprintOf,
  joinContext,
  resumeContext,
  welcomeContext,
  type Applicant,
} from '../../shared/sync/join-context.ts';
import { createJurorGate, type Credential, type JurorGate } from '../../shared/sync/join-juror.ts';
import { checkSecret, type ProofStep } from '../../shared/sync/join-proof.ts';

import {
  decodeJoinFrame,
  encodeFrame,
  oldestProtocol,
  protocolVersion,
  type FrameOf,
  type JoinFrame,
} from '../../shared/sync/protocol.ts';
import { seededRandom, signingKeys } from '../support/log-writer.ts';

const random = seededRandom(1);
const [committee, juror, stranger] = [signingKeys(random), signingKeys(random), signingKeys(random)];
const channel = random.bytes(32);
const keys = { signingKey: committee.publicKey, boxKey: random.bytes(32) };
const applicant: Applicant = {
  seat: 'juri-1',
  signingKey: juror.publicKey,
  boxKey: random.bytes(32),
  machine: 'Laptop A',
};
const secret = random.bytes(16);
const invited: Credential = {
  type: 'invitation',
  fingerprint: fingerprintOf(nodeCrypto, committee.publicKey),
  secret,
};
const admitted: Credential = {
  type: 'device',
  device: deviceIdOf(juror.publicKey, nodeCrypto),
  committeeSigningKey: committee.publicKey,
};

/** A code whose proof the test holds in its hand: one message each way, and what it comes to. */
function withCode(
  steps: readonly (ProofStep | Promise<ProofStep>)[],
  onRisk: () => void = () => undefined,
): Credential {
  let at = 0;
  const next = () => {
    const step = steps[at];
    at += 1;
    if (step === undefined) throw new Error('no further message');
    return step;
  };
  return { type: 'code', number: 7, digits: '491326', proveCode: () => ({ next }), onRisk };
}

function openGate(credential: Credential, holds?: () => LogHead | null) {
  const events: string[] = [];
  const said: JoinFrame[] = [];
  const gate: JurorGate = createJurorGate(
    {
      crypto: nodeCrypto,
      application: 'uji',
      applicant,
      signingPrivateKey: juror.privateKey,
      send: (bytes) => {
        const frame = decodeJoinFrame(bytes);
        if (frame.ok && frame.value !== null) said.push(frame.value);
      },
      close: (reason) => events.push(`closed ${reason}`),
      onWaiting: ({ seat, seatName, contest }) => events.push(`waits for ${seat}, ${seatName}, ${contest}`),
      ...(holds === undefined ? {} : { holds }),
      onAdmitted: ({ signingKey }, seat) => events.push(`in as ${seat} at ${equalBytes(signingKey, keys.signingKey)}`),
      onRecovering: () => events.push('gives back'),
      onRefused: ({ reason, message }) => events.push(`refused ${reason}: ${message}`),
    },
    credential,
    channel,
  );
  return { ...gate, hear: (frame: JoinFrame) => gate.receive(encodeFrame(frame)), events, said };
}

type OpenGate = ReturnType<typeof openGate>;

function welcome(version = protocolVersion, privateKey = committee.privateKey): FrameOf<'welcome'> {
  const signature = nodeCrypto.sign(privateKey, welcomeContext(channel, keys));
  return { type: 'welcome', version, application: 'uji', ...keys, signature };
}

/** What a committee that knows the secret says to it. */
function committeesProof(): JoinFrame {
  const proof = checkSecret(nodeCrypto, secret, joinContext(channel, keys, 'secret', applicant));
  const begun = openGate(invited);
  begun.hear(welcome());
  const [join] = begun.said;
  const step = proof.next(join?.type === 'join' ? join.proof : null);
  if (step instanceof Promise || step.type !== 'proven' || step.message === null) throw new Error('it is the secret');
  return { type: 'proof', proof: step.message };
}

const frames = {
  welcome: welcome(),
  proof: committeesProof(),
  waiting: { type: 'waiting', seat: 'juri-1', seatName: 'Juri Satu', contest: 'Uji' },
  admitted: { type: 'admitted', seat: 'juri-1' },
  recovering: { type: 'recovering' },
  // A juror's own frames say a seat too.
  join: {
    type: 'join',
    version: protocolVersion,
    application: 'uji',
    method: 'secret',
    ...applicant,
    signature: new Uint8Array(64),
    proof: new Uint8Array(32),
  },
  resume: {
    type: 'resume',
    version: protocolVersion,
    application: 'uji',
    device: deviceIdOf(juror.publicKey, nodeCrypto),
    signature: new Uint8Array(64),
  },
} as const satisfies Record<string, JoinFrame>;

type Name = keyof typeof frames;
const names: readonly Name[] = ['welcome', 'proof', 'waiting', 'admitted', 'recovering', 'join', 'resume'];

/** Ways up to where a frame is waited for, and which may come there. */
const ways: readonly {
  readonly at: string;
  readonly credential: Credential;
  readonly way: readonly Name[];
  readonly may: readonly Name[];
}[] = [
  { at: 'before the committee has proven itself', credential: invited, way: [], may: ['welcome'] },
  { at: 'before the invitation is proven', credential: invited, way: ['welcome'], may: ['proof'] },
  { at: 'once the invitation is proven', credential: invited, way: ['welcome', 'proof'], may: ['waiting', 'admitted'] },
  {
    at: 'while a person decides',
    credential: invited,
    way: ['welcome', 'proof', 'waiting'],
    may: ['waiting', 'admitted'],
  },
  { at: 'before the committee has proven itself again', credential: admitted, way: [], may: ['welcome'] },
  {
    at: 'once an admitted laptop has proven its key',
    credential: admitted,
    way: ['welcome'],
    may: ['waiting', 'admitted', 'recovering'],
  },
];

describe('the order of frames', () => {
  test.each(ways)('[S3] $at, any other frame ends it', ({ credential, way, may }) => {
    for (const name of names) {
      const gate = openGate(credential);
      for (const step of way) gate.hear(frames[step]);
      const before = { events: gate.events.length, said: gate.said.length };
      gate.hear(frames[name]);
      const told = gate.events.slice(before.events);
      if (may.includes(name)) expect(told.join(), name).not.toContain('refused');
      else {
        expect(told, name).toEqual(['refused malformed: ', 'closed malformed']);
        expect(gate.said.slice(before.said)).toEqual([{ type: 'bye', reason: 'malformed', message: '' }]);
      }
    }
  });

  test.each(ways)(
    '[S3] $at, bytes that are no frame end it, and a frame of a newer kind is passed over',
    ({ credential, way }) => {
      const gate = openGate(credential);
      for (const step of way) gate.hear(frames[step]);
      const before = gate.events.length;
      // {"type": "x"}
      gate.receive(Uint8Array.of(0xa1, 0x64, 0x74, 0x79, 0x70, 0x65, 0x61, 0x78));
      expect(gate.events.length).toBe(before);
      gate.receive(Uint8Array.of(0xff));
      expect(gate.events.slice(before)).toEqual(['refused malformed: ', 'closed malformed']);
    },
  );

  const ends: readonly (readonly [string, (gate: OpenGate) => void])[] = [
    ['it was let in', (gate) => gate.hear(frames.admitted)],
    ['it gives back what the committee lost', (gate) => gate.hear(frames.recovering)],
    ['the committee has said why not', (gate) => gate.hear({ type: 'bye', reason: 'revoked', message: 'kata' })],
    ['it has hung up itself', (gate) => gate.refuse('timeout')],
  ];
  test.each(ends)('[S3] once %s, whatever comes is no concern of the gate', (_name, end) => {
    const gate = openGate(admitted);
    gate.hear(frames.welcome);
    end(gate);
    const [events, said] = [[...gate.events], [...gate.said]];
    for (const name of names) gate.hear(frames[name]);
    gate.hear({ type: 'bye', reason: 'other', message: '' });
    gate.receive(Uint8Array.of(0xff));
    gate.refuse('timeout');
    expect([gate.events, gate.said]).toEqual([events, said]);
  });

  test('[S4] the committee’s own words for a refusal reach the person', () => {
    const gate = openGate(invited);
    gate.hear({ type: 'bye', reason: 'strange', message: 'Datang ke meja panitia' });
    expect(gate.events).toEqual(['refused strange: Datang ke meja panitia', 'closed strange']);
    expect(gate.said).toEqual([]);
  });
});

describe('the seat', () => {
  test('[S4] that is given is the one that was asked for; any other ends it', () => {
    const gate = openGate(invited);
    for (const name of ['welcome', 'proof'] as const) gate.hear(frames[name]);
    gate.hear({ type: 'admitted', seat: 'juri-2' });
    expect(gate.events).toEqual(['refused malformed: ', 'closed malformed']);
    const again = openGate(admitted);
    again.hear(frames.welcome);
    again.hear({ type: 'admitted', seat: 'juri-2' });
    expect(again.events).toEqual(['refused malformed: ', 'closed malformed']);
    const right = openGate(admitted);
    right.hear(frames.welcome);
    right.hear(frames.admitted);
    expect(right.events).toEqual(['in as juri-1 at true']);
  });

  test('[S5] is the committee’s to say where a code was typed, which names only a number', () => {
    const proof = new Uint8Array(32);
    const gate = openGate(
      withCode([
        { type: 'going-on', message: proof },
        { type: 'proven', message: proof },
      ]),
    );
    gate.hear(frames.welcome);
    expect(gate.said).toMatchObject([{ type: 'join', method: 'code', seat: '7' }]);
    gate.hear({ type: 'proof', proof });
    gate.hear({ type: 'admitted', seat: 'juri-9' });
    expect(gate.events).toEqual(['in as juri-9 at true']);
  });

  test('[S4] whose it is is shown while a person decides; an older committee does not say', () => {
    const gate = openGate(invited);
    for (const name of ['welcome', 'proof', 'waiting'] as const) gate.hear(frames[name]);
    gate.hear({ type: 'waiting' });
    expect(gate.events).toEqual(['waits for juri-1, Juri Satu, Uji', 'waits for null, null, null']);
  });
});

describe('who the committee is', () => {
  test('[S4] another key than the invited one, and a signature of another key, are the wrong committee', () => {
    const forged = welcome(protocolVersion, stranger.privateKey);
    for (const credential of [invited, admitted, withCode([])]) {
      const gate = openGate(credential);
      gate.hear(forged);
      expect(gate.events).toEqual(['refused wrong-committee: ', 'closed wrong-committee']);
    }
    const others: readonly Credential[] = [
      { type: 'invitation', fingerprint: fingerprintOf(nodeCrypto, stranger.publicKey), secret },
      { type: 'device', device: 'a'.repeat(26), committeeSigningKey: stranger.publicKey },
    ];
    for (const credential of others) {
      const gate = openGate(credential);
      gate.hear(frames.welcome);
      expect(gate.events).toEqual(['refused wrong-committee: ', 'closed wrong-committee']);
    }
  });

  test('[S4] a committee that does not know the secret is told nothing more', () => {
    const gate = openGate(invited);
    gate.hear(frames.welcome);
    gate.hear({ type: 'proof', proof: new Uint8Array(32) });
    expect(gate.events).toEqual(['refused wrong-committee: ', 'closed wrong-committee']);
    expect(gate.said.map(({ type }) => type)).toEqual(['join', 'bye']);
  });

  test.each([
    [oldestProtocol, true],
    [protocolVersion, true],
    [protocolVersion + 1, false],
  ])('[S2] a contest of version %i is spoken with: %j', (version, isSpoken) => {
    const gate = openGate(invited);
    gate.hear(welcome(version));
    expect(gate.said).toMatchObject(isSpoken ? [{ type: 'join', version }] : [{ type: 'bye', reason: 'version' }]);
    const again = openGate(admitted);
    again.hear(welcome(version));
    expect(again.said).toMatchObject(isSpoken ? [{ type: 'resume', version }] : [{ type: 'bye', reason: 'version' }]);
  });
});

describe('what an admitted laptop says of itself', () => {
  test('[S4] is signed for this connection and this committee', () => {
    const gate = openGate(admitted);
    gate.hear(frames.welcome);
    const [resume] = gate.said;
    if (resume?.type !== 'resume') throw new Error('it comes back');
    const isFor = (exporter: Uint8Array, of: typeof keys, key: Uint8Array) =>
      nodeCrypto.verify(juror.publicKey, resumeContext(exporter, of, key), resume.signature);
    const other = new Uint8Array(32);
    expect(isFor(channel, keys, juror.publicKey)).toBe(true);
    expect(isFor(other, keys, juror.publicKey)).toBe(false);
    expect(isFor(channel, { ...keys, signingKey: other }, juror.publicKey)).toBe(false);
    expect(isFor(channel, { ...keys, boxKey: other }, juror.publicKey)).toBe(false);
    expect(isFor(channel, keys, other)).toBe(false);
  });

  test('[S13] names the furthest end that it holds of the committee’s own logs, where it holds one', () => {
    const held = { log: 'a'.repeat(26), seq: 12, hash: new Uint8Array(32).fill(5) };
    for (const holds of [undefined, () => null]) {
      const gate = openGate(admitted, holds);
      gate.hear(frames.welcome);
      expect(gate.said).toMatchObject([{ type: 'resume' }]);
      expect(gate.said[0]).not.toHaveProperty('holds');
    }
    const gate = openGate(admitted, () => held);
    gate.hear(frames.welcome);
    expect(gate.said).toMatchObject([{ type: 'resume', holds: held, signingKey: juror.publicKey }]);
  });
});

describe('a proof that takes its time', () => {
  const message = new Uint8Array(32);

  test('[S5] is a risk once an answer goes out that the other side can check, and not before', async () => {
    let risks = 0;
    const gate = openGate(
      withCode(
        [
          Promise.resolve<ProofStep>({ type: 'going-on', message }),
          Promise.resolve<ProofStep>({ type: 'going-on', message }),
          Promise.resolve<ProofStep>({ type: 'proven', message: null }),
        ],
        () => (risks += 1),
      ),
    );
    gate.hear(frames.welcome);
    await Promise.resolve();
    expect([gate.said.map(({ type }) => type), risks]).toEqual([['join'], 0]);
    gate.hear({ type: 'proof', proof: message });
    await Promise.resolve();
    expect([gate.said.map(({ type }) => type), risks]).toEqual([['join', 'proof'], 1]);
    gate.hear({ type: 'proof', proof: message });
    await Promise.resolve();
    expect([gate.said.map(({ type }) => type), risks]).toEqual([['join', 'proof'], 1]);
    gate.hear(frames.admitted);
    expect(gate.events).toEqual(['in as juri-1 at true']);
  });

  test('[S3] is nobody’s once the connection was given up, and nothing else may come meanwhile', async () => {
    const late = withCode([Promise.resolve<ProofStep>({ type: 'going-on', message })]);
    const gate = openGate(late);
    gate.hear(frames.welcome);
    gate.refuse('timeout');
    await Promise.resolve();
    expect(gate.said.map(({ type }) => type)).toEqual(['bye']);
    const hasty = openGate(withCode([Promise.resolve<ProofStep>({ type: 'going-on', message })]));
    hasty.hear(frames.welcome);
    hasty.hear({ type: 'proof', proof: message });
    await Promise.resolve();
    expect(hasty.events).toEqual(['refused malformed: ', 'closed malformed']);
  });

  test('[S3] that cannot begin ends it', () => {
    const gate = openGate(withCode([{ type: 'failed' }]));
    gate.hear(frames.welcome);
    expect(gate.events).toEqual(['refused malformed: ', 'closed malformed']);
  });
});
