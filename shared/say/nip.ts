/** The number of an Indonesian civil servant (NIP). */

/** In its groups 8-6-1-3; any other text is left as it is (it is optional and not ours to judge). */
export function groupNip(nip: string): string {
  const match = /^(\d{8})(\d{6})(\d)(\d{3})$/.exec(nip.replace(/[\s.]/g, ''));
  return match === null ? nip.trim() : match.slice(1).join(' ');
}
