import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appPage, fileOf, isAppAddress, serveApp } from '../../electron/windows/app-scheme.ts';

const base = mkdtempSync(path.join(tmpdir(), 'gelar-scheme-'));
const root = path.join(base, 'renderer');

beforeAll(() => {
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(base, 'secret.json'), '{}');
  writeFileSync(
    path.join(root, 'index.html'),
    '<meta content="__STYLE_NONCE__"><style nonce="__STYLE_NONCE__"></style>',
  );
  writeFileSync(path.join(root, 'assets/a.js'), 'export {}');
  writeFileSync(path.join(root, 'assets/a.exe'), '');
});
afterAll(() => rmSync(base, { recursive: true }));

test('[V5] pages and their assets are served with their types', async () => {
  const script = serveApp(root, 'app://gelar-juri/assets/a.js');
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect(serveApp(root, appPage('index.html')).status).toBe(200);
});

test.each([
  'app://gelar-juri/../secret.json',
  'app://gelar-juri/..%2fsecret.json',
  'app://gelar-juri/%2e%2e/secret.json',
  'app://gelar-juri/assets/..%2f..%2fsecret.json',
  'app://gelar-juri/..%5csecret.json',
  'app://gelar-juri/%00',
  'app://gelar-juri/%E0%A4%A',
  'app://other/index.html',
  'file:///etc/passwd',
  'app://gelar-juri/assets/a.exe',
  'app://gelar-juri/assets',
  'app://gelar-juri/missing.js',
  'no address',
])('[V5] nothing outside the built pages is served: %s', async (address) => {
  expect(serveApp(root, address).status).toBe(404);
});

test('[V5] an encoded way out of the folder is no file at all', () => {
  expect(fileOf(root, 'app://gelar-juri/..%2fsecret.json')).toBeNull();
  expect(fileOf(root, 'app://gelar-juri/assets/a.js')).toBe(path.join(root, 'assets/a.js'));
});

test('[V5] each response of a page has a policy and a nonce of its own', async () => {
  const policies = await Promise.all(
    [1, 2].map(async () => {
      const response = serveApp(root, 'app://gelar-juri/');
      const policy = response.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      expect(nonce.length).toBeGreaterThanOrEqual(22);
      expect(await response.text()).toBe(`<meta content="${nonce}"><style nonce="${nonce}"></style>`);
      return policy;
    }),
  );
  expect(policies[0]).toContain(`default-src 'none'`);
  expect(policies[0]).not.toMatch(/unsafe|https?:|\*/);
  expect(policies[0]).not.toBe(policies[1]);
});

test('[V5] only addresses of our scheme and host are ours', () => {
  expect(isAppAddress('app://gelar-juri/index.html')).toBe(true);
  expect(isAppAddress('app://gelar-juri.evil/index.html')).toBe(false);
  expect(isAppAddress('https://gelar-juri/')).toBe(false);
});

test('[W10] [V5] a picture for the hall is served by its hash alone, as a picture', async () => {
  const pictures = new Map([['abc123', Buffer.from('jpeg')]]);
  const read = (hash: string) => pictures.get(hash) ?? null;
  const served = serveApp('/nowhere', 'app://gelar-juri/gambar/abc123', read);
  expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect(await served.text()).toBe('jpeg');
  for (const address of ['app://gelar-juri/gambar/', 'app://gelar-juri/gambar/abc12', 'app://other/gambar/abc123']) {
    expect(serveApp('/nowhere', address, read).status).toBe(404);
  }
});
