/** What a test runner's end means, and the closing line over all runners. */

/**
 * A runner that ends badly without a failed test (a crash, a file that does not load), or that reports no test at all, counts as one
 * failure: silence is no success. `passed` and `failed` are missing when it left no report.
 */
export function outcome(name, exitCode, passed = 0, failed = 0) {
  const isSilent = passed + failed === 0;
  return { name, passed, failed: failed === 0 && (exitCode !== 0 || isSilent) ? 1 : failed };
}

export function closingLine(outcomes) {
  const sum = (key) => outcomes.reduce((total, one) => total + one[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
