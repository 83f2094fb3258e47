/**
 * Where the committee's laptop is, as a juror's laptop sees it: the address of last time, and while nobody answers there, what
 * the network hints at. A hint is only tried; it is remembered once the committee has proven its key there (rule S4).
 */
import type { CommitteeAddress } from './ports.ts';

export interface SearchPorts {
  /** Where the committee was last; null: not known. */
  readonly address: () => CommitteeAddress | null;
  readonly keepAddress: (address: CommitteeAddress) => void;
  /** Listens for hints of the committee's key, until ended by the answer. */
  readonly listen: (onFound: (address: CommitteeAddress) => void) => () => void;
}

export interface CommitteeSearch {
  /** Where the committee was last; null: nobody has said yet. */
  readonly address: () => CommitteeAddress | null;
  /** Where to try now: the address and the hints take turns, one after each failure. Null without an address. */
  readonly next: () => CommitteeAddress | null;
  /** It does not answer any more where it is: listens for hints. */
  readonly look: () => void;
  /** Nobody answers there. */
  readonly failed: () => void;
  /** Whoever answers there does not let this laptop in; `isOther`: it is another contest's committee, so this one is elsewhere. */
  readonly refused: (isOther: boolean) => void;
  /** It is the committee: where it was tried last is its address from now on. */
  readonly settle: () => void;
  /** A person says where it is now. */
  readonly moveTo: (address: CommitteeAddress) => void;
  readonly close: () => void;
}

const MOST_HINTS = 8;

/** `given` absent: where it was last. `onHint`: `next` is an address that was not known. */
export function createCommitteeSearch(
  ports: SearchPorts,
  given: CommitteeAddress | undefined,
  onHint: () => void,
): CommitteeSearch {
  let address = given ?? ports.address();
  let tried = address;
  /** Addresses that the network hints at, tried in turn with the known one while that does not answer. */
  let hints: readonly CommitteeAddress[] = [];
  /** A new hint: tried before its turn. */
  let newest: CommitteeAddress | null = null;
  let failures = 0;
  let stopListening: (() => void) | null = null;
  let isClosed = false;
  if (given !== undefined) ports.keepAddress(given);

  return {
    address: () => address,
    next: () => {
      if (address === null) return null;
      const targets = [address, ...hints];
      tried = newest ?? targets[failures % targets.length] ?? address;
      newest = null;
      return tried;
    },
    look: listenForHints,
    failed: () => {
      failures += 1;
      listenForHints();
    },
    refused: (isOther) => {
      failures += 1;
      if (isOther) listenForHints();
    },
    settle: () => {
      failures = 0;
      forgetHints();
      if (tried === null || tried === address) return;
      address = tried;
      ports.keepAddress(tried);
    },
    moveTo: (next) => {
      ports.keepAddress(next);
      // The one before stays a hint: a mistyped address must not lose the committee.
      if (address !== null) hints = [address, ...hints].filter((hint) => !isSame(hint, next)).slice(0, MOST_HINTS);
      address = next;
      failures = 0;
      // What a person says is tried before a hint that has not had its turn.
      newest = null;
    },
    close: () => {
      isClosed = true;
      forgetHints();
    },
  };

  function listenForHints(): void {
    if (stopListening !== null || isClosed || address === null || address.host.startsWith('127.')) return;
    stopListening = ports.listen(take);
  }

  function take(found: CommitteeAddress): void {
    const isKnown = [address, ...hints].some((each) => each !== null && isSame(each, found));
    if (isKnown || hints.length >= MOST_HINTS) return;
    hints = [...hints, found];
    newest = found;
    onHint();
  }

  function forgetHints(): void {
    stopListening?.();
    stopListening = null;
    hints = [];
    newest = null;
  }
}

function isSame(a: CommitteeAddress, b: CommitteeAddress): boolean {
  return a.host === b.host && a.port === b.port;
}
