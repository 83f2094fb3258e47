/**
 * Small changes of the product's code that a simulation has to find: what it does not find, it does not guard. Each names the
 * text that it changes, which stands there once, and the seeds within which it must be found.
 */

export interface PlantedBug {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly seeds: number;
  /** What is told of it. */
  readonly found: RegExp;
}

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'confirms what the disk has refused',
    file: 'shared/log/receive.ts',
    from: '    log.append(\n      waiting.flatMap(({ fresh }) => fresh),\n      waiting.flatMap(({ moves }) => moves),\n    );',
    to: '    try {\n      log.append(\n        waiting.flatMap(({ fresh }) => fresh),\n        waiting.flatMap(({ moves }) => moves),\n      );\n    } catch {\n      // Later.\n    }',
    seeds: 40,
    found: /^G1 /,
  },
  {
    name: 'confirms before it stores',
    file: 'shared/log/receive.ts',
    from: '  store();\n  return answers;\n',
    to: '  void Promise.resolve().then(store);\n  return answers;\n',
    seeds: 10,
    found: /^G1 /,
  },
  {
    name: 'takes another entry of the same number for the one it holds',
    file: 'shared/log/receive.ts',
    from: 'return held !== null && !equalBytes(held.hash, hash);',
    to: 'return held !== null && held.seq !== seq;',
    seeds: 40,
    found: /^(G1|G2|G7|L13) /,
  },
  {
    name: 'looks at no signature',
    file: 'shared/log/receive.ts',
    from: 'if (opening === null || !crypto.verify(base32Bytes(opening.signingKey), last.bytes, batch.signature)) {',
    to: 'if (opening === null) {',
    seeds: 60,
    found: /^G5 /,
  },
  {
    name: 'takes a log that the other side does not name for held there',
    file: 'shared/sync/step.ts',
    from: '  const confirmed = link.their.get(mine.log)?.seq ?? 0;\n  if (confirmed',
    to: '  const confirmed = link.their.get(mine.log)?.seq ?? mine.seq;\n  if (confirmed',
    seeds: 10,
    found: /^G2 /,
  },
  {
    name: 'sends no branch after a fork',
    file: 'shared/sync/step.ts',
    from: '  link.forked.set(id, seq);\n  link.their.set(id, { seq, hash: new Uint8Array(0) });',
    to: '  link.forked.set(id, seq);',
    seeds: 60,
    found: /^G2 /,
  },
  {
    name: 'never sends again what was lost on a silent line',
    file: 'shared/sync/step.ts',
    from: '      forgetLost(link);\n',
    to: '',
    seeds: 60,
    found: /^G2 /,
  },
  {
    name: 'takes the last of two heads',
    file: 'shared/domain/facts/evolve.ts',
    from: 'const heads = insertByRef(before?.heads ?? [], written).filter((head) => !replaced.has(head.ref));',
    to: 'const heads = [written];',
    seeds: 20,
    found: /^I[37] /,
  },
  {
    name: 'applies what a revoked laptop wrote later',
    file: 'shared/log/read.ts',
    from: 'if (upTo !== null && envelope.seq > upTo) {',
    to: 'if (upTo !== null && envelope.seq > 1_000_000) {',
    seeds: 80,
    found: /^G6 /,
  },
  {
    name: 'lets a revoked laptop stay connected',
    file: 'shared/sync/roles/committee.ts',
    from: "if (admittedDevice(contest, device)?.isRevoked !== false) peer.close('revoked');",
    to: 'if (admittedDevice(contest, device) === null) peer.close(device);',
    seeds: 60,
    found: /^S11 /,
  },
  {
    name: 'takes logs of laptops that nobody admitted',
    file: 'shared/log/quotas.ts',
    from: "if (!contest.devices.has(device)) return 'not-yet';",
    to: '',
    seeds: 20,
    found: /^G6 /,
  },
  {
    name: 'uses a nonce twice',
    file: 'shared/log/envelope-3.ts',
    from: '    const nonce = random.bytes(NONCE_BYTES);\n',
    to: '    const nonce = random.bytes(NONCE_BYTES).fill(7);\n',
    seeds: 2,
    found: /^L7 /,
  },
  {
    name: 'has no room for a second log of an honest laptop',
    file: 'shared/limits.ts',
    from: '  logsPerDevice: 40,',
    to: '  logsPerDevice: 1,',
    seeds: 20,
    found: /^L16 /,
  },
  {
    name: 'reads on as before after a branch has changed its id',
    file: 'shared/laptop/live-contest.ts',
    from: 'if (received.some(({ moves }) => moves.length > 0)) facts.readAgain();',
    to: 'if (received.some(({ moves }) => moves.length > 1000)) facts.readAgain();',
    seeds: 60,
    found: /^G7 /,
  },
  {
    name: 'goes on with a log with which somebody else has gone on',
    file: 'shared/laptop/own-logs.ts',
    from: '=> id !== null && origins.has(id);',
    to: '=> id !== null && origins.has(id) && id.length === 0;',
    seeds: 60,
    found: /^L13 /,
  },
  {
    name: 'lets its clock go back with the wall clock',
    file: 'shared/log/hybrid-clock.ts',
    from: 'return nowMs > last.ms ? { ms: nowMs, counter: 0 } : { ms: last.ms, counter: last.counter + 1 };',
    to: 'return nowMs === last.ms ? { ms: nowMs, counter: last.counter + 1 } : { ms: nowMs, counter: 0 };',
    seeds: 60,
    found: /^(L5|G2) /,
  },
  {
    name: 'reads the facts of two committee logs in the order of their arrival',
    file: 'shared/log/read.ts',
    from: 'const inOrder = lastCommittee === null || compareCommittee(lastCommittee, fact) < 0;',
    to: 'const inOrder = lastCommittee === null || fact.seq > 0;',
    seeds: 100,
    found: /^I[37] /,
  },
  {
    name: 'keeps the contest key after a revocation',
    file: 'shared/laptop/contest-keys.ts',
    from: 'const isOver = [...current.wraps.keys()].some((boxKey) => !readers.includes(boxKey));',
    to: 'const isOver = current.wraps.size === 0;',
    seeds: 60,
    found: /^L19 /,
  },
  {
    name: 'hides nothing of what the committee says',
    file: 'shared/log/write.ts',
    from: "return type === 'log-opened' || type === 'contest-key-set';",
    to: "return type !== 'score-set' && type !== 'note-set';",
    seeds: 10,
    found: /^L19 /,
  },
  {
    name: 'lets a substitute read what was written at the seat before',
    file: 'shared/trust/same-person.ts',
    from: 'return logs.findLast((each) => each.length > 0) ?? [];',
    to: 'return logs.flat();',
    seeds: 200,
    found: /^I[24] /,
  },
  {
    name: 'lets nobody in whose admission was lost with the folder',
    file: 'shared/sync/roles/recovery.ts',
    from: '  if (holds !== null && missingEnds(contest.log, [holds]).length > 0) return true;\n',
    to: '',
    seeds: 300,
    found: /^G2 .* not let in/,
  },
  {
    name: 'takes the number of another branch for a confirmation',
    file: 'shared/sync/roles/own-log-copies.ts',
    from: 'return held !== null && equalBytes(held.hash, their.hash) ? their.seq : 0;',
    to: 'return held === null && ownSeq() === 0 ? 0 : their.seq;',
    seeds: 100,
    found: /^G1 /,
  },
  {
    name: 'does not dial again where nobody answered',
    file: 'shared/sync/roles/juror.ts',
    from: "        if (connection === 'connected') connection = 'connecting';\n        tryAgain();\n      },\n    });",
    to: "        if (connection === 'connected') connection = 'connecting';\n      },\n    });",
    seeds: 10,
    found: /^G2 /,
  },
];
