/** Names are as big as their length allows; beyond the longest class they wrap. */
export function sizeFor(name: string): 'size-l' | 'size-m' | 'size-s' | 'size-xs' {
  if (name.length <= 14) return 'size-l';
  if (name.length <= 28) return 'size-m';
  return name.length <= 60 ? 'size-s' : 'size-xs';
}
