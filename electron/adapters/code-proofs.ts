/**
 * The proof with a short code (rule S5): SPAKE2+ of @matter/general over node:crypto, the juror proving first. The package
 * leaves both identities of SPAKE2+ empty; they, the TLS exporter and all keys are in the context. The digits are stretched
 * a little only: the committee's laptop has to show them anyway, so what protects them is one guess per meeting.
 * A proof costs a few milliseconds in several turns of the event loop; the package is loaded on the first one.
 */
import * as platform from 'node:crypto';
import { assert } from '../../shared/lib/assert.ts';
import { equalBytes } from '../../shared/lib/bytes.ts';
import type { CodeProofs, ProofStep } from '../../shared/sync/join-proof.ts';

const ITERATIONS = 1000;
/** An uncompressed point of P-256. */
const POINT_BYTES = 65;
const failed: ProofStep = { type: 'failed' };

export const codeProofs: CodeProofs = {
  prove: (digits, salt, context) => {
    let share: { readonly x: Uint8Array; readonly finish: (y: Uint8Array) => Promise<Confirmations> } | null = null;
    let expected: Uint8Array | null = null;
    return {
      next(message) {
        if (message === null) return orFailed(begin());
        if (expected !== null) return equalBytes(message, expected) ? { type: 'proven', message: null } : failed;
        return share === null || message.length !== POINT_BYTES ? failed : orFailed(answer(share.finish, message));
      },
    };

    async function begin(): Promise<ProofStep> {
      const { Spake2p, crypto } = await loadSpake();
      const { w0, w1 } = await Spake2p.computeW0W1(crypto, { iterations: ITERATIONS, salt }, Number(digits));
      const side = Spake2p.create(crypto, context, w0);
      const x = exact(side.computeX());
      share = { x, finish: async (y) => confirmations(await side.computeSecretAndVerifiersFromY(w1, x, y)) };
      return { type: 'going-on', message: x };
    }

    async function answer(finish: (y: Uint8Array) => Promise<Confirmations>, y: Uint8Array): Promise<ProofStep> {
      const { ofJuror, ofCommittee } = await finish(y);
      expected = ofCommittee;
      return { type: 'going-on', message: ofJuror };
    }
  },

  check: (digits, salt, context) => {
    let confirmed: Confirmations | null = null;
    return {
      next(message) {
        if (message === null) return failed;
        if (confirmed !== null) {
          const { ofJuror, ofCommittee } = confirmed;
          return equalBytes(message, ofJuror) ? { type: 'proven', message: ofCommittee } : failed;
        }
        return message.length === POINT_BYTES ? orFailed(answer(message)) : failed;
      },
    };

    async function answer(x: Uint8Array): Promise<ProofStep> {
      const { Spake2p, crypto } = await loadSpake();
      // The package computes with what the digits stand for, not with the digits.
      const { w0, L } = await Spake2p.computeW0L(crypto, { iterations: ITERATIONS, salt }, Number(digits));
      const side = Spake2p.create(crypto, context, w0);
      const y = exact(side.computeY());
      await nextTurn();
      confirmed = confirmations(await side.computeSecretAndVerifiersFromX(L, x, y));
      return { type: 'going-on', message: y };
    }
  },
};

/**
 * Loads the package, which takes a third of a second, before somebody waits for it. @throws where the platform cannot do the
 * sums: each right code would look like a wrong one.
 */
export async function prepareCodeProofs(): Promise<void> {
  const nothing = new Uint8Array(32);
  const [juror, committee] = [codeProofs.prove('0', nothing, nothing), codeProofs.check('0', nothing, nothing)];
  const first = await juror.next(null);
  const second = await committee.next(messageOf(first));
  const third = await juror.next(messageOf(second));
  assert((await committee.next(messageOf(third))).type === 'proven', 'this platform can prove a short code');
}

function messageOf(step: ProofStep): Uint8Array | null {
  return step.type === 'failed' ? null : step.message;
}

interface Confirmations {
  readonly ofJuror: Uint8Array;
  readonly ofCommittee: Uint8Array;
}

/** In the words of SPAKE2+: A is the prover, who signs Y; B is the verifier, who signs X. */
function confirmations({ hAY, hBX }: { readonly hAY: BytesLike; readonly hBX: BytesLike }): Confirmations {
  return {
    ofJuror: exact(hAY),
    ofCommittee: exact(hBX),
  };
}

type BytesLike = ArrayBufferLike | ArrayBufferView;

function exact(bytes: BytesLike): Uint8Array {
  return ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength).slice()
    : new Uint8Array(bytes).slice();
}

/** A point that is not on the curve, or any other nonsense of a stranger, is a failed proof. */
async function orFailed(step: Promise<ProofStep>): Promise<ProofStep> {
  try {
    return await step;
  } catch {
    return failed;
  }
}

let loading: ReturnType<typeof importSpake> | null = null;

function loadSpake(): ReturnType<typeof importSpake> {
  loading ??= importSpake();
  return loading;
}

async function importSpake() {
  const { NodeJsStyleCrypto, Spake2p } = await import('@matter/general');
  return { Spake2p, crypto: new NodeJsStyleCrypto({ ...platform, createHash }) };
}

/** The package says `SHA-256`, which OpenSSL knows and the BoringSSL of Electron does not. */
function createHash(name: string): platform.Hash {
  return platform.createHash(name.replace(/^SHA-(\d+)$/, 'sha$1'));
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
