/** The committee's end of a new connection, frame by frame (S3, S4): nobody gets in by another order, another seat or another key. */
import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { deviceIdOf } from '../../shared/log/entry.ts';
import { limits } from '../../shared/limits.ts';
import type { LogHead } from '../../shared/ports.ts';
import { createCommitteeGate, type AdmittedDevice } from '../../shared/sync/join-committee.ts';
import { joinContext, resumeContext, type Applicant } from '../../shared/sync/join-context.ts';
import { createJoinDesk, type KeptInvitation } from '../../shared/sync/join-desk.ts';
import { proveSecret, type ProofStep } from '../../shared/sync/join-proof.ts';
import {
  decodeJoinFrame,
  encodeFrame,
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
const device = deviceIdOf(juror.publicKey, nodeCrypto);
const message = new Uint8Array(32).fill(1);

const admission = (more: Partial<AdmittedDevice> = {}): AdmittedDevice => ({
  device,
  seat: 'juri-1',
  machine: 'Laptop A',
  signingKey: juror.publicKey,
  isRevoked: false,
  ...more,
});

interface Situation {
  /** The laptop that the contest knows by that key. */
  readonly known?: AdmittedDevice;
  readonly isRecovering?: boolean;
  /** What the check of a code comes to, step by step. */
  readonly codeSteps?: readonly (ProofStep | Promise<ProofStep>)[];
}

/** A desk with an invitation for juri-1, and one gate. */
function openGate({ known, isRecovering = false, codeSteps = [] }: Situation = {}) {
  const events: string[] = [];
  const said: JoinFrame[] = [];
  const holds: (LogHead | null)[] = [];
  const salts: Uint8Array[] = [];
  let kept: readonly KeptInvitation[] = [];
  let at = 0;
  const desk = createJoinDesk({
    clock: { nowMs: () => 0 },
    random: seededRandom(2),
    keeper: { kept: () => kept, keep: (next) => (kept = next) },
    onFailed: ({ seat }) => events.push(`failed at ${seat}`),
  });
  const { secret } = desk.invite('juri-1');
  const gate = createCommitteeGate(
    {
      crypto: nodeCrypto,
      application: 'uji',
      version: protocolVersion,
      keys,
      signingPrivateKey: committee.privateKey,
      desk,
      checkCode: (_digits, salt) => {
        salts.push(salt);
        return {
          next: () => {
            const step = codeSteps[at];
            at += 1;
            return step ?? { type: 'failed' };
          },
        };
      },
      sayRefusal: (reason) => `kata untuk ${reason}`,
      describe: (seat) => ({ seatName: `Juri di ${seat}`, contest: 'Uji' }),
      deviceOf: (id) => (known?.device === id ? known : null),
      deviceWithKey: (key) => (known !== undefined && key.join() === known.signingKey.join() ? known : null),
      send: (bytes) => {
        const frame = decodeJoinFrame(bytes);
        if (!frame.ok || frame.value === null) throw new Error('what is said can be read');
        said.push(frame.value);
      },
      close: (reason) => events.push(`closed ${reason}`),
      onAsk: ({ seat, machine }) => events.push(`asks ${seat} ${machine}`),
      onAdmitted: ({ seat }) => events.push(`in as ${seat}`),
      isRecovering: (head) => {
        holds.push(head);
        return isRecovering;
      },
      onRecovering: (id) => events.push(`takes back from ${id === device ? 'it' : id}`),
    },
    channel,
    '10.0.0.1',
  );
  const hear = (frame: JoinFrame) => gate.receive(encodeFrame(frame));
  return { ...gate, hear, desk, secret, events, said, holds, salts };
}

type OpenGate = ReturnType<typeof openGate>;

interface Asking {
  readonly method?: string;
  readonly seat?: string;
  readonly version?: number;
  readonly privateKey?: Uint8Array;
  readonly secret?: Uint8Array;
}

/** A laptop that asks for a seat, with the right secret unless another is said. */
function join(gate: OpenGate, asking: Asking = {}): FrameOf<'join'> {
  const { method = 'secret', seat = 'juri-1', version = protocolVersion, privateKey = juror.privateKey } = asking;
  const who = { ...applicant, seat };
  const context = joinContext(channel, keys, method, who);
  const first = proveSecret(nodeCrypto, asking.secret ?? gate.secret, context).next(null);
  if (first instanceof Promise || first.type !== 'going-on') throw new Error('the juror begins');
  const signature = nodeCrypto.sign(privateKey, context);
  return { type: 'join', version, application: 'uji', method, ...who, signature, proof: first.message };
}

function resume(more: Partial<FrameOf<'resume'>> = {}): FrameOf<'resume'> {
  const signature = nodeCrypto.sign(juror.privateKey, resumeContext(channel, keys, juror.publicKey));
  return { type: 'resume', version: protocolVersion, application: 'uji', device, signature, ...more };
}

const refused = (reason: string) => [{ type: 'bye', reason, message: `kata untuk ${reason}` }];

describe('the order of frames', () => {
  const proof: JoinFrame = { type: 'proof', proof: message };
  const codeOf = { method: 'code', seat: '1' };
  const goingOn: ProofStep = { type: 'going-on', message };
  const states: readonly {
    readonly at: string;
    readonly situation?: Situation;
    readonly bring: (gate: OpenGate) => void;
    readonly may: readonly string[];
    readonly failed: readonly string[];
  }[] = [
    {
      at: 'before anything came',
      situation: { known: admission() },
      bring: () => undefined,
      may: ['join', 'resume'],
      failed: [],
    },
    {
      at: 'in the middle of a proof',
      situation: { codeSteps: [goingOn, goingOn] },
      bring: (gate) => gate.hear(join(gate, codeOf)),
      may: ['proof'],
      failed: ['failed at juri-1'],
    },
    {
      at: 'while a proof is worked on',
      situation: { codeSteps: [new Promise<ProofStep>(() => undefined)] },
      bring: (gate) => gate.hear(join(gate, codeOf)),
      may: [],
      failed: ['failed at juri-1'],
    },
    { at: 'while a person decides', bring: (gate) => gate.hear(join(gate)), may: [], failed: [] },
  ];

  test.each(states)('[S3] $at, any other frame ends it', ({ situation, bring, may, failed }) => {
    const framesFor = (gate: OpenGate): readonly (readonly [string, JoinFrame])[] => [
      ['join', join(gate)],
      ['resume', resume()],
      ['proof', proof],
      ['waiting', { type: 'waiting' }],
      ['admitted', { type: 'admitted', seat: 'juri-1' }],
      ['recovering', { type: 'recovering' }],
    ];
    for (const [at, [name]] of framesFor(openGate()).entries()) {
      const gate = openGate(situation);
      bring(gate);
      const before = { events: gate.events.length, said: gate.said.length };
      const [, frame] = framesFor(gate)[at] ?? ['', proof];
      gate.hear(frame);
      const told = gate.said.slice(before.said);
      if (may.includes(name))
        expect(
          told.map(({ type }) => type),
          name,
        ).not.toContain('bye');
      else {
        expect(told, name).toEqual(refused('malformed'));
        expect(gate.events.slice(before.events)).toEqual([...failed, 'closed malformed']);
      }
    }
  });

  test.each(states)(
    '[S3] $at, bytes that are no frame or of a kind that is not known end it',
    ({ situation, bring }) => {
      // {"type": "x"}
      for (const bytes of [Uint8Array.of(0xff), Uint8Array.of(0xa1, 0x64, 0x74, 0x79, 0x70, 0x65, 0x61, 0x78)]) {
        const gate = openGate(situation);
        bring(gate);
        const before = gate.said.length;
        gate.receive(bytes);
        expect(gate.said.slice(before)).toEqual(refused('malformed'));
      }
    },
  );

  const ends: readonly (readonly [string, Situation, (gate: OpenGate) => void])[] = [
    ['it was let in', { known: admission() }, (gate) => gate.hear(resume())],
    [
      'it brings back what was lost',
      { isRecovering: true },
      (gate) => gate.hear(resume({ signingKey: juror.publicKey })),
    ],
    ['it was refused', {}, (gate) => gate.refuse('timeout')],
    ['it has said why it goes', {}, (gate) => gate.hear({ type: 'bye', reason: 'closing', message: '' })],
    ['the connection is gone', {}, (gate) => gate.closed()],
    [
      'a person has let it in',
      {},
      (gate) => {
        gate.hear(join(gate));
        gate.answer(admission());
      },
    ],
  ];
  test.each(ends)('[S3] once %s, whatever comes is no concern of the gate', (_name, situation, end) => {
    const gate = openGate(situation);
    end(gate);
    const [events, said] = [[...gate.events], [...gate.said]];
    for (const frame of [join(gate), resume(), proof]) gate.hear(frame);
    gate.hear({ type: 'bye', reason: 'closing', message: '' });
    gate.receive(Uint8Array.of(0xff));
    gate.answer(admission());
    gate.answer(null);
    gate.remind();
    gate.refuse('timeout');
    expect([gate.events, gate.said]).toEqual([events, said]);
  });

  test('[S5] an attempt that the laptop itself gives up is a failure', () => {
    const gate = openGate({ codeSteps: [goingOn] });
    gate.hear(join(gate, codeOf));
    gate.hear({ type: 'bye', reason: 'closing', message: '' });
    expect(gate.events).toEqual(['failed at juri-1', 'closed closing']);
  });
});

describe('a person’s answer', () => {
  test('[S4] counts only while the laptop waits for it', () => {
    for (const answer of [admission(), null]) {
      const gate = openGate();
      gate.answer(answer);
      expect([gate.events, gate.said]).toEqual([[], []]);
    }
    const gate = openGate();
    gate.hear(join(gate));
    gate.answer(admission());
    expect(gate.events).toEqual(['asks juri-1 Laptop A', 'in as juri-1']);
    expect(gate.said.at(-1)).toEqual({ type: 'admitted', seat: 'juri-1' });
  });

  test('[S4] that admits a laptop which was revoked meanwhile lets it not in', () => {
    const gate = openGate();
    gate.hear(join(gate));
    gate.answer(admission({ isRevoked: true }));
    expect(gate.events).toEqual(['asks juri-1 Laptop A', 'closed revoked']);
  });

  test('[S4] is waited for aloud: whoever waits is told again, and nobody else', () => {
    const gate = openGate();
    gate.remind();
    expect(gate.said).toEqual([]);
    gate.hear(join(gate));
    gate.remind();
    const waiting = { type: 'waiting', seat: 'juri-1', seatName: 'Juri di juri-1', contest: 'Uji' };
    expect(gate.said).toEqual([expect.objectContaining({ type: 'proof' }), waiting, waiting]);
  });
});

describe('a laptop that asks for a seat', () => {
  test.each([protocolVersion - 1, protocolVersion + 1])(
    '[S2] in version %i is told so and tries nothing',
    (version) => {
      const gate = openGate({ known: admission() });
      gate.hear(join(gate, { version }));
      expect([gate.said, gate.desk.guessing().count]).toEqual([refused('version'), 0]);
      const again = openGate({ known: admission() });
      again.hear(resume({ version }));
      expect(again.said).toEqual(refused('version'));
    },
  );

  test.each([
    ['by a way that is not known', { method: 'other' }],
    ['by a way that is not known, for a number', { method: 'other', seat: '1' }],
    ['by a code, for a name', { method: 'code', seat: 'juri-1' }],
    ['by a code, for a number too long', { method: 'code', seat: '1001' }],
    ['by a code, for a number with more before it', { method: 'code', seat: 'a1' }],
    ['by a code, for a number with more behind it', { method: 'code', seat: '1a' }],
    ['under a key that is not its own', { privateKey: stranger.privateKey }],
  ])('[S4] %s is told off, and no invitation burns by it', (_name, asking) => {
    const gate = openGate({ codeSteps: [{ type: 'proven', message }] });
    gate.hear(join(gate, asking));
    expect([gate.said, gate.desk.guessing().count]).toEqual([refused('malformed'), 0]);
  });

  test('[S5] by a code is checked with the salt of its number, up to three digits', () => {
    for (const seat of ['1', '01', '999']) {
      const gate = openGate({ codeSteps: [{ type: 'going-on', message }] });
      gate.hear(join(gate, { method: 'code', seat }));
      expect([gate.said, gate.salts.length]).toEqual([[{ type: 'proof', proof: message }], 1]);
    }
  });

  test('[S5] that proves a code of no seat has proven nothing', () => {
    const gate = openGate({ codeSteps: [{ type: 'proven', message }] });
    gate.hear(join(gate, { method: 'code', seat: '40' }));
    expect([gate.said, gate.events]).toEqual([refused('wrong-code'), ['failed at null', 'closed wrong-code']]);
  });

  test('[S4] by a proof that ends with its words is answered with no others', () => {
    const gate = openGate({ codeSteps: [{ type: 'proven', message: null }] });
    gate.hear(join(gate, { method: 'code', seat: '1' }));
    expect(gate.said).toMatchObject([{ type: 'waiting', seat: 'juri-1' }]);
    expect(gate.events).toEqual(['asks juri-1 Laptop A']);
  });

  test('[S4] and goes while its proof is worked on asks nobody', async () => {
    const gate = openGate({ codeSteps: [Promise.resolve<ProofStep>({ type: 'proven', message })] });
    gate.hear(join(gate, { method: 'code', seat: '1' }));
    gate.closed();
    await Promise.resolve();
    expect([gate.said, gate.events]).toEqual([[], ['failed at juri-1']]);
  });

  test('[S5] with an invitation that was renewed while it proved it has the wrong code', async () => {
    const gate = openGate({ codeSteps: [Promise.resolve<ProofStep>({ type: 'proven', message })] });
    gate.hear(join(gate, { method: 'code', seat: '1' }));
    gate.desk.invite('juri-1');
    await Promise.resolve();
    expect(gate.said).toEqual([{ type: 'proof', proof: message }, ...refused('wrong-code')]);
    expect(gate.events).toEqual(['closed wrong-code']);
  });

  test('[S11] and was taken out of the contest is not let in by an invitation either', () => {
    const gate = openGate({ known: admission({ isRevoked: true }) });
    gate.hear(join(gate));
    expect(gate.said.slice(1)).toEqual(refused('revoked'));
    expect(gate.events).toEqual(['closed revoked']);
    const elsewhere = openGate({ known: admission({ isRevoked: true, seat: 'juri-2' }) });
    elsewhere.hear(join(elsewhere));
    expect(elsewhere.events).toEqual(['closed revoked']);
  });

  test('[S4] and sits at another one is a person’s to decide', () => {
    const gate = openGate({ known: admission({ seat: 'juri-2' }) });
    gate.hear(join(gate));
    expect(gate.events).toEqual(['asks juri-1 Laptop A']);
    const same = openGate({ known: admission() });
    same.hear(join(same));
    expect(same.events).toEqual(['in as juri-1']);
  });

  test('[S5] with a wrong secret is told no more than that', () => {
    const gate = openGate();
    gate.hear(join(gate, { secret: new Uint8Array(limits.invitationSecretBytes) }));
    expect([gate.said, gate.events]).toEqual([refused('wrong-code'), ['failed at juri-1', 'closed wrong-code']]);
  });
});

describe('a laptop that is not known, while facts are lost here', () => {
  const head: LogHead = { log: 'a'.repeat(26), seq: 9, hash: new Uint8Array(32).fill(4) };

  test('[S13] is asked for its key, and what it holds decides', () => {
    const nameless = openGate({ isRecovering: true });
    nameless.hear(resume());
    expect([nameless.said, nameless.holds]).toEqual([refused('not-admitted'), []]);
    const brings = openGate({ isRecovering: true });
    brings.hear(resume({ signingKey: juror.publicKey, holds: head }));
    expect([brings.said, brings.events]).toEqual([[{ type: 'recovering' }], ['takes back from it']]);
    expect(brings.holds).toEqual([head]);
    const empty = openGate();
    empty.hear(resume({ signingKey: juror.publicKey }));
    expect([empty.said, empty.holds]).toEqual([refused('not-admitted'), [null]]);
  });
});
