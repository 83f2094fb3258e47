/** A plain Uint8Array: Node's Buffer compares and encodes differently. What has memory of its own keeps it, without a copy. */
export function plainBytes(buffer: Buffer): Uint8Array {
  if (buffer.length < buffer.buffer.byteLength) return Uint8Array.from(buffer);
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
