/**
 * The certificate of one TLS endpoint: self-signed P-256, made anew at every start and never stored. It identifies
 * nobody: both sides prove who they are inside the connection, over its exporter (rules S3, S4). Valid 2000-2099,
 * so that a wrong clock breaks nothing.
 */
export interface TlsIdentity {
  /** PEM. */
  readonly cert: string;
  /** PEM, PKCS #8. */
  readonly key: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export async function createTlsIdentity(): Promise<TlsIdentity> {
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serialNumber(),
      name: 'CN=gelar-juri',
      notBefore: new Date('2000-01-01T00:00:00Z'),
      notAfter: new Date('2099-12-31T23:59:59Z'),
      keys,
      signingAlgorithm: algorithm,
    },
    crypto,
  );
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { cert: certificate.toString('pem'), key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY') };
}

/** 16 random bytes as hexadecimal digits, positive as a certificate demands. */
function serialNumber(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}
