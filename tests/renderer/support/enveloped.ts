/** As the shell answers. */
export function enveloped(given: unknown): unknown {
  return typeof given === 'object' && given !== null && 'ok' in given ? given : { ok: true, value: given };
}
